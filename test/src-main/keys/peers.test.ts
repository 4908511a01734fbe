import { expect, test } from 'vitest'
import { isInScope, isKeyUsable, keysOf, listPeers, peerOfKey, subtreeOf } from '../../../src-main/keys/peers.ts'
import { openOffices } from '../../open-offices.ts'
import { testNow } from '../../open-test-app.ts'

test('the tree below an office holds what was accepted under it, and nothing above or beside it is in scope', async () => {
  const { province, city, counties } = await openOffices({ counties: 3 })
  const ids = counties.map(({ context }) => context.officeId)
  const { db } = province.context
  expect(await subtreeOf(db, city.context.officeId)).toEqual([city.context.officeId, ...ids].sort())
  expect(await subtreeOf(db, ids[0] ?? '')).toEqual([ids[0]])
  expect(await isInScope(db, ids[2] ?? '')).toBe(true)
  expect(await isInScope(city.context.db, province.context.officeId)).toBe(false)
  expect(await isInScope(city.context.db, 'nobody')).toBe(false)
  expect((await listPeers(city.context.db)).map(({ name, role }) => [name, role])).toEqual([
    ['宁川省总工会', '上级'],
    ['云山县总工会', '下级'],
    ['清河县总工会', '下级'],
    ['石桥县总工会', '下级'],
  ])
})

test('a key tells its office, and vouches for what comes as long as it is in use', async () => {
  const { city, counties } = await openOffices()
  const { db } = city.context
  const { keys, officeId } = counties[0]?.context ?? city.context
  expect((await peerOfKey(db, keys.keyId))?.peer.officeId).toBe(officeId)
  expect(await keysOf(db, officeId)).toMatchObject([
    {
      keyId: keys.keyId,
      recipient: keys.recipient,
      state: '使用中',
      signingKey: Buffer.from(keys.signingPublicKey).toString('hex'),
    },
  ])
  expect(await isKeyUsable(db, keys.keyId, testNow.toISOString())).toBe(true)
  expect(await isKeyUsable(db, '0'.repeat(64), testNow.toISOString())).toBe(false)
})
