import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { encode } from '../../../src-main/keys/key-card.ts'
import { isKeyUsable, keysOf } from '../../../src-main/keys/peers.ts'
import { changePurpose, encodeChanges, readChanges } from '../../../src-main/keys/signed-change.ts'
import { decryptWith, encryptFor } from '../../../src-main/sync/age.ts'
import { openOffice, openOffices, type TestOffice } from '../../open-offices.ts'
import { makeTestFolder, openTestApp } from '../../open-test-app.ts'
import { fileOf, keyFile } from './key-files.ts'

const refused = (words: string) => ({ code: 'KEY_REFUSED', message: expect.stringContaining(words) })
const statesOf = async ({ context }: TestOffice, officeId: string) =>
  (await keysOf(context.db, officeId)).map(({ state }) => state)

async function twoOffices() {
  const { city, counties, province } = await openOffices()
  const [county] = counties
  if (!county) throw new Error('one county was asked for')
  return { city, county, province }
}

const rotated = async ({ api }: TestOffice) => await fileOf(await api.keys.rotate({ reason: '每年更换' }))

test('a rotation signed by the old and the new key is followed without a fingerprint, once', async () => {
  const { city, county } = await twoOffices()
  const { officeId, keys, replica } = county.context
  const before = keys.keyId
  const sealed = await encryptFor(Buffer.from('通知'), [keys.recipient])
  const file = await rotated(county)
  expect(keys.keyId).not.toBe(before)
  expect(keys.isOwn(before)).toBe(true)
  expect(await decryptWith(sealed, keys.identities())).toEqual(Buffer.from('通知'))
  expect(await city.api.keys.preview({ file })).toMatchObject({ holds: 'changes', changes: [{ reason: '每年更换' }] })
  const done = { change: 'rotation', officeName: '云山县总工会', isOwn: false }
  expect(await city.api.keys.acceptChanges({ file })).toEqual([{ ...done, isNew: true }])
  expect(await city.api.keys.acceptChanges({ file })).toEqual([{ ...done, isNew: false }])
  expect(await isKeyUsable(city.context.db, keys.keyId, city.context.now())).toBe(true)
  expect(await isKeyUsable(city.context.db, before, city.context.now())).toBe(false)
  // The ledger goes on as the same replica.
  await county.close()
  expect((await openTestApp({ dataFolder: county.dataFolder })).context).toMatchObject({ officeId, replica })
})

test('who missed a rotation follows two at once, and the file can be had again', async () => {
  const { city, county } = await twoOffices()
  await rotated(county)
  await rotated(county)
  const file = await fileOf(await county.api.keys.changes())
  expect(await city.api.keys.acceptChanges({ file })).toMatchObject([{ isNew: true }, { isNew: true }])
  expect(await statesOf(city, county.context.officeId)).toEqual(['使用中', '已更换', '已更换'])
})

test('T14: a change whose signature is stripped, exchanged or of other words is refused', async () => {
  const { city, county, province } = await twoOffices()
  const [change] = readChanges(new Uint8Array(await (await rotated(county)).arrayBuffer()))
  const [foreign] = readChanges(new Uint8Array(await (await rotated(province)).arrayBuffer()))
  if (!change || !foreign) throw new Error('a rotation makes a change')
  const [old = '', next = ''] = change.signatures
  const tampered = [
    { ...change, signatures: [old] },
    { ...change, signatures: [next, old] },
    { ...change, signatures: foreign.signatures },
    { ...change, statement: { ...change.statement, reason: '别的原因' } },
  ]
  for (const one of tampered) {
    const file = keyFile(encodeChanges([one]))
    await expect(city.api.keys.acceptChanges({ file })).rejects.toMatchObject(refused('签名不符'))
  }
  expect(await statesOf(city, county.context.officeId)).toEqual(['使用中'])
})

test('T13: a rotation by an unknown office, by a revoked key or of oneself is refused with a human reason', async () => {
  const { city, county, province } = await twoOffices()
  const stranger = await openOffice(50, { name: '外县总工会' })
  const foreign = await rotated(stranger)
  await expect(city.api.keys.acceptChanges({ file: foreign })).rejects.toMatchObject(refused('还没有登记'))
  await city.api.keys.revoke({ id: county.context.officeId, reason: '电脑失窃' })
  const stolen = await rotated(county)
  await expect(city.api.keys.acceptChanges({ file: stolen })).rejects.toMatchObject(refused('已吊销'))
  await expect(county.api.keys.acceptChanges({ file: stolen })).rejects.toMatchObject(refused('本单位自己的'))
  const late = await rotated(province)
  await city.api.keys.part({ officeId: province.context.officeId })
  await expect(city.api.keys.acceptChanges({ file: late })).rejects.toMatchObject(refused('还没有登记'))
})

test('a revocation by the level above is believed above it and by the office itself, which then needs new keys', async () => {
  const { city, county, province } = await twoOffices()
  const { officeId, keys } = county.context
  const file = await fileOf(await city.api.keys.revoke({ id: officeId, reason: '电脑失窃' }))
  expect(await statesOf(city, officeId)).toEqual(['已吊销'])
  expect(await province.api.keys.acceptChanges({ file })).toMatchObject([{ change: 'revocation', isNew: true }])
  expect(await isKeyUsable(province.context.db, keys.keyId, province.context.now())).toBe(false)
  expect(await county.api.keys.acceptChanges({ file })).toMatchObject([{ isOwn: true }])
  expect(await county.api.keys.show()).toMatchObject({ revocation: { by: '固川市总工会', reason: '电脑失窃' } })
  await expect(county.api.keys.rotate({ reason: '更换' })).rejects.toMatchObject(refused('重建密钥'))
  expect(await county.api.keys.renew({})).toMatchObject({ revocation: null })
})

test('an office revokes its own key; an office beside it or below it cannot', async () => {
  const { city, county, province } = await twoOffices()
  const beside = await openOffice(51, { name: '邻市总工会' })
  const above = county.api.keys.revoke({ id: city.context.officeId, reason: '不认它了' })
  await expect(above).rejects.toMatchObject(refused('由上级自己吊销'))
  const own = await fileOf(await city.api.keys.revoke({ id: city.context.officeId, reason: '密钥外泄' }))
  expect(await county.api.keys.acceptChanges({ file: own })).toMatchObject([
    { officeName: '固川市总工会', isNew: true },
  ])
  expect(await province.api.keys.acceptChanges({ file: own })).toMatchObject([{ isNew: true }])
  await expect(beside.api.keys.acceptChanges({ file: own })).rejects.toMatchObject(refused('没有登记过'))
})

test('T13: a revocation signed by who stands neither above nor is the office itself is refused', async () => {
  const { city, counties } = await openOffices({ counties: 2 })
  const [one, two] = counties
  if (!one || !two) throw new Error('two counties were asked for')
  const [own] = readChanges(await bytesOf(await one.api.keys.revoke({ id: one.context.keys.keyId, reason: '外泄' })))
  if (own?.statement.change !== 'revocation') throw new Error('a revocation was asked for')
  const byKey = Buffer.from(two.context.keys.signingPublicKey).toString('hex')
  const statement = { ...own.statement, byKey }
  const signature = Buffer.from(two.context.keys.sign(changePurpose, encode(statement))).toString('hex')
  const file = keyFile(encodeChanges([{ statement, signatures: [signature] }]))
  await expect(city.api.keys.acceptChanges({ file })).rejects.toMatchObject(refused('不是它自己或它的上级签的'))
})

test('keys behind a passphrase are rotated only by who knows it, and stay behind it', async () => {
  const county = await openOffice(1)
  await county.api.keys.setPassphrase({ next: '云山工会2026' })
  const rotate = (passphrase?: string) => county.api.keys.rotate({ reason: '更换', passphrase })
  await expect(rotate()).rejects.toMatchObject({ code: 'KEY_LOCKED' })
  await expect(rotate('猜一个口令')).rejects.toMatchObject({ code: 'KEY_LOCKED' })
  await rotate('云山工会2026')
  await county.close()
  const again = await openTestApp({ dataFolder: county.dataFolder })
  expect(again.context.keys.isLocked).toBe(true)
  expect(await again.api.keys.unlock({ passphrase: '云山工会2026' })).toMatchObject({ isLocked: false, rotations: 1 })
})

test('a forgotten passphrase costs the keys and nothing else: new ones are made and enrolled again', async () => {
  const county = await openOffice(1)
  await county.api.keys.setPassphrase({ next: '忘了的口令2026' })
  const { officeId, replica } = county.context
  await county.close()
  const app = await openTestApp({ dataFolder: county.dataFolder })
  await expect(app.api.keys.card({ as: 'file' })).rejects.toMatchObject({ code: 'KEY_LOCKED' })
  expect(await app.api.keys.renew({ passphrase: '记得住的新口令2026' })).toMatchObject({ isLocked: false, officeId })
  await fileOf(await app.api.keys.card({ as: 'file' }))
  await app.close()
  const last = await openTestApp({ dataFolder: county.dataFolder })
  expect(last.context).toMatchObject({ officeId, replica })
  expect(last.context.keys.isLocked).toBe(true)
})

test('a backup of before a rotation still is one of this office', async () => {
  const county = await openOffice(1)
  const folder = await makeTestFolder()
  await county.api.backups.make({ folder })
  await county.api.keys.rotate({ reason: '更换' })
  const [backup] = (await county.api.backups.make({ folder })).map(({ path }) => path)
  const all = (await readdir(folder)).filter((name) => name.endsWith('.sqlite')).sort()
  expect(all).toHaveLength(2)
  for (const file of [join(folder, all[0] ?? ''), backup ?? ''])
    expect(await county.api.backups.preview({ file })).toMatchObject({ isForeign: false })
})

async function bytesOf(delivery: Parameters<typeof fileOf>[0]): Promise<Uint8Array> {
  return new Uint8Array(await (await fileOf(delivery)).arrayBuffer())
}
