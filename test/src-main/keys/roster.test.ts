import { expect, test } from 'vitest'
import { isInScope, keysOf, subtreeOf } from '../../../src-main/keys/peers.ts'
import { encodeChanges, readChanges } from '../../../src-main/keys/signed-change.ts'
import { acceptFrom } from '../../accept-card-of.ts'
import { introduce, openOffice, type TestOffice } from '../../open-offices.ts'
import { fileOf, keyFile } from './key-files.ts'

const refused = (words: string) => ({ code: 'KEY_REFUSED', message: expect.stringContaining(words) })
const rosterOf = async ({ api }: TestOffice) => await fileOf(await api.keys.roster())

/** A province that knows its city, which knows two counties and, below one of them, a town. */
async function cityWithCounties() {
  const province = await openOffice(1, { name: '宁川省总工会' })
  const city = await openOffice(2, { name: '固川市总工会' })
  const one = await openOffice(3, { name: '云山县总工会' })
  const two = await openOffice(4, { name: '清河县总工会' })
  const town = await openOffice(5, { name: '城关镇总工会' })
  await introduce(province, city)
  await introduce(city, one)
  await introduce(city, two)
  await acceptFrom(city, town, { role: '下级', parentId: one.context.officeId })
  return { province, city, one, two, town }
}

test('a roster enrols the offices below its sender in their places, once', async () => {
  const { province, city, one, two, town } = await cityWithCounties()
  const file = await rosterOf(city)
  expect(await province.api.keys.preview({ file })).toMatchObject({ changes: [{ change: 'roster', offices: 3 }] })
  expect(await province.api.keys.acceptChanges({ file })).toMatchObject([{ isNew: true, offices: 3 }])
  expect(await province.api.keys.acceptChanges({ file })).toMatchObject([{ isNew: false, offices: 0 }])
  const { db } = province.context
  const idOf = ({ context }: TestOffice) => context.officeId
  expect(await subtreeOf(db, idOf(city))).toEqual([city, one, two, town].map(idOf).sort())
  expect(await subtreeOf(db, idOf(one))).toEqual([one, town].map(idOf).sort())
  expect(await keysOf(db, idOf(two))).toMatchObject([{ keyId: two.context.keys.keyId, state: '使用中' }])
})

test('a county that the city enrolled anew gets its new key above; a key that was revoked there stays so', async () => {
  const { province, city, one, two } = await cityWithCounties()
  await province.api.keys.acceptChanges({ file: await rosterOf(city) })
  const revoked = two.context.keys.keyId
  await province.api.keys.revoke({ id: two.context.officeId, reason: '省里查到失窃' })
  await one.api.keys.renew({})
  await acceptFrom(city, one)
  expect(await province.api.keys.acceptChanges({ file: await rosterOf(city) })).toMatchObject([{ offices: 1 }])
  const { db } = province.context
  expect((await keysOf(db, one.context.officeId))[0]).toMatchObject({ keyId: one.context.keys.keyId, state: '使用中' })
  expect(await keysOf(db, two.context.officeId)).toMatchObject([{ keyId: revoked, state: '已吊销' }])
})

test('T13: a roster reaches no further than its sender, and one from beside or above is refused', async () => {
  const { province, city, one, two } = await cityWithCounties()
  const other = await openOffice(6, { name: '邻市总工会' })
  await introduce(province, other)
  await acceptFrom(province, one, { role: '下级', parentId: other.context.officeId })
  await acceptFrom(province, two, { role: '下级', parentId: null })
  await province.api.keys.part({ officeId: two.context.officeId })
  await acceptFrom(city, other, { role: '下级' })
  const known = one.context.keys.keyId
  for (const county of [one, two]) {
    await county.api.keys.renew({})
    await acceptFrom(city, county)
  }
  // One stands under another city, two was parted from, and the other city is no county of this one.
  const file = await rosterOf(city)
  const [roster] = readChanges(new Uint8Array(await file.arrayBuffer()))
  if (roster?.statement.change !== 'roster') throw new Error('a roster was asked for')
  expect(await province.api.keys.acceptChanges({ file })).toMatchObject([{ isNew: false, offices: 0 }])
  expect(await subtreeOf(province.context.db, city.context.officeId)).toEqual([city.context.officeId])
  expect(await keysOf(province.context.db, one.context.officeId)).toMatchObject([{ keyId: known, state: '使用中' }])
  expect(await isInScope(province.context.db, two.context.officeId)).toBe(false)
  await expect(one.api.keys.acceptChanges({ file })).rejects.toMatchObject(refused('不是已登记的下级单位'))
  const [first] = roster.statement.offices
  if (!first) throw new Error('a roster has offices')
  const moved = { ...roster.statement, offices: [{ ...first, parentId: 'elsewhere' }] }
  const forged = keyFile(encodeChanges([{ ...roster, statement: moved }]))
  await expect(province.api.keys.acceptChanges({ file: forged })).rejects.toMatchObject(refused('签名不符'))
})
