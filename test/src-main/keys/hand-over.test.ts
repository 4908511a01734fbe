import { expect, test } from 'vitest'
import { peerOfKey } from '../../../src-main/keys/peers.ts'
import { decryptWith, encryptFor } from '../../../src-main/sync/age.ts'
import { acceptFrom } from '../../accept-card-of.ts'
import { openOffice, openOffices } from '../../open-offices.ts'
import { openTestApp } from '../../open-test-app.ts'
import { study } from '../../sample-records.ts'
import { fileOf, keyFile } from './key-files.ts'

const passphrase = '当面告知的移交口令'

test('the second PC takes office, keys and offices over, and stays a replica of its own', async () => {
  const { city } = await openOffices({ counties: 2 })
  const second = await openOffice(60, { name: '固川市总工会' })
  const own = { replica: second.context.replica, recipient: second.context.keys.recipient }
  const sealed = await encryptFor(Buffer.from('从前的'), [own.recipient])
  const file = await fileOf(await city.api.keys.handOver({ passphrase }))
  expect(Buffer.from(await file.arrayBuffer()).toString('utf8')).not.toContain(city.context.officeId)
  const wrong = second.api.keys.takeOver({ file, passphrase: '听错的口令' })
  await expect(wrong).rejects.toMatchObject({ code: 'KEY_LOCKED', message: expect.stringContaining('移交口令不对') })

  await second.api.keys.takeOver({ file, passphrase })
  const { context } = second
  expect(context.officeId).toBe(city.context.officeId)
  expect(context.keys.keyId).toBe(city.context.keys.keyId)
  expect(context.replica).toBe(own.replica)
  expect(await decryptWith(sealed, context.keys.identities())).toEqual(Buffer.from('从前的'))
  expect((await second.api.keys.peers()).map(({ name, role }) => [name, role])).toEqual([
    ['宁川省总工会', '上级'],
    ['云山县总工会', '下级'],
    ['清河县总工会', '下级'],
  ])
  await second.close()
  const again = await openTestApp({ dataFolder: second.dataFolder })
  expect(again.context).toMatchObject({ officeId: city.context.officeId, replica: own.replica })
})

test('after a rotation the file is handed over again and brings the new keys', async () => {
  const { city, counties } = await openOffices()
  const second = await openOffice(61, { name: '固川市总工会' })
  await second.api.keys.takeOver({ file: await fileOf(await city.api.keys.handOver({ passphrase })), passphrase })
  await city.api.keys.rotate({ reason: '更换' })
  await city.api.keys.revoke({ id: counties[0]?.context.officeId ?? '', reason: '失窃' })
  await second.api.keys.takeOver({ file: await fileOf(await city.api.keys.handOver({ passphrase })), passphrase })
  expect(second.context.keys.keyId).toBe(city.context.keys.keyId)
  const known = await peerOfKey(second.context.db, counties[0]?.context.keys.keyId ?? '')
  expect(known?.key.state).toBe('已吊销')
})

test('a ledger that knows other offices already does not become another office, and a file that is none is refused', async () => {
  const { city, counties } = await openOffices()
  const stranger = await openOffice(62, { name: '外市总工会' })
  if (counties[0]) await acceptFrom(stranger, counties[0], { role: '下级' })
  const file = await fileOf(await city.api.keys.handOver({ passphrase }))
  await expect(stranger.api.keys.takeOver({ file, passphrase })).rejects.toMatchObject({ code: 'CONFLICT' })
  const none = stranger.api.keys.takeOver({ file: keyFile(Buffer.from('{}')), passphrase })
  await expect(none).rejects.toMatchObject({ code: 'KEY_REFUSED' })
})

test('what the second PC has counts on the desk as before when it has become one of the office', async () => {
  const { city } = await openOffices()
  const second = await openOffice(63, { name: '固川市总工会' })
  await second.api.studies.add([study()])
  const period = { from: '2026-11-01', to: '2026-11-30' }
  const counted = async () => (await second.api.upper.totals({ period, withOwn: true })).total?.['study.sessions']
  expect(await counted()).toBe(1)
  await second.api.keys.takeOver({ file: await fileOf(await city.api.keys.handOver({ passphrase })), passphrase })
  expect(await counted()).toBe(1)
})
