import { expect, test } from 'vitest'
import { encode, encodeCard } from '../../../src-main/keys/key-card.ts'
import { isKeyUsable, keysOf, listPeers } from '../../../src-main/keys/peers.ts'
import { acceptFrom } from '../../accept-card-of.ts'
import { openOffice, openOffices } from '../../open-offices.ts'
import { testNow } from '../../open-test-app.ts'
import { cardOf, keyFile } from './key-files.ts'

const refused = (words: string) => ({ code: 'KEY_REFUSED', message: expect.stringContaining(words) })
const county = () => openOffice(1, { name: '云山县总工会' })
const city = (options = {}) => openOffice(2, { name: '固川市总工会', superior: '宁川省总工会' }, options)

test('a card is taken in with the fingerprint that was read out, however it is typed, and by its name as superior', async () => {
  const [below, above] = [await county(), await city()]
  const { file, fingerprint } = await cardOf(above)
  expect(fingerprint).toMatch(/^([0-9A-F]{4} ){7}[0-9A-F]{4}$/)
  expect(await below.api.keys.preview({ file })).toMatchObject({ holds: 'card', role: '上级', known: '新单位' })
  const typed = fingerprint.toLowerCase().replaceAll(' ', '－').replaceAll('1', '１')
  expect(await below.api.keys.accept({ file, fingerprint: typed })).toMatchObject({
    name: '固川市总工会',
    role: '上级',
  })
  const other = await cardOf(below)
  expect(await above.api.keys.accept({ file: other.file, fingerprint: other.fingerprint })).toMatchObject({
    role: '下级',
    parentId: null,
  })
  expect((await above.api.keys.show()).fingerprint).toBe(fingerprint)
})

test('T13: a card with another fingerprint, a damaged one and that of oneself are refused with a human reason', async () => {
  const [below, above] = [await county(), await city()]
  const { file, fingerprint, signed } = await cardOf(below)
  const own = await cardOf(above)
  const accept = (card: File, code: string) => above.api.keys.accept({ file: card, fingerprint: code })
  const wrong = fingerprint.startsWith('0') ? `1${fingerprint.slice(1)}` : `0${fingerprint.slice(1)}`
  await expect(accept(file, wrong)).rejects.toMatchObject(refused('指纹不符'))
  await expect(accept(file, own.fingerprint)).rejects.toMatchObject(refused('指纹不符'))
  await expect(accept(file, fingerprint.slice(5))).rejects.toMatchObject(refused('8组'))
  await expect(accept(own.file, own.fingerprint)).rejects.toMatchObject(refused('自己的名片'))
  const renamed = { ...signed, card: { ...signed.card, office: { ...signed.card.office, name: '另一县总工会' } } }
  await expect(accept(keyFile(encode(renamed)), fingerprint)).rejects.toMatchObject(refused('签名不符'))
  const bytes = encodeCard(signed)
  for (const broken of [bytes.subarray(0, 100), Buffer.alloc(0), Buffer.alloc(70_000, 32), Buffer.from('{}')])
    await expect(accept(keyFile(broken), fingerprint)).rejects.toMatchObject({ code: 'KEY_REFUSED' })
  expect(await listPeers(above.context.db)).toEqual([])
})

test('T13: no bit of a card can be flipped unnoticed', async () => {
  const { signed, fingerprint } = await cardOf(await county())
  const above = await city()
  const bytes = encodeCard(signed)
  for (let at = 0; at < bytes.length; at += 7) {
    const flipped = Buffer.from(bytes)
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
    const call = above.api.keys.accept({ file: keyFile(flipped), fingerprint })
    await expect(call).rejects.toMatchObject({ code: 'KEY_REFUSED' })
  }
})

test('T13: a card of more than a year ago, and one of a later version, are refused and say what to do', async () => {
  const { file, fingerprint, signed } = await cardOf(await county())
  const above = await city({ clock: () => new Date(testNow.getTime() + 366 * 86_400_000) })
  await expect(above.api.keys.accept({ file, fingerprint })).rejects.toMatchObject(refused('已超过一年'))
  const later = { ...signed, card: { ...signed.card, format: { major: 2, minor: 0 } } }
  const call = above.api.keys.accept({ file: keyFile(encode(later)), fingerprint })
  await expect(call).rejects.toMatchObject(refused('请先升级程序'))
})

test('T13: what is above us cannot also stand below us, and nothing can stand under what is below it', async () => {
  const { province, city, counties } = await openOffices({ counties: 2 })
  const [one, two] = counties
  if (!one || !two) throw new Error('two counties were asked for')
  await expect(acceptFrom(one, city, { role: '下级' })).rejects.toMatchObject(refused('不能同时是下级'))
  await expect(acceptFrom(city, one, { role: '上级' })).rejects.toMatchObject(refused('不能同时是上级'))
  const under = (parentId: string) => ({ role: '下级', parentId }) as const
  await expect(acceptFrom(province, city, under(one.context.officeId))).rejects.toMatchObject(
    refused('就在这个单位之下'),
  )
  await expect(acceptFrom(province, city, under(city.context.officeId))).rejects.toMatchObject(
    refused('就在这个单位之下'),
  )
  await expect(acceptFrom(province, one, under('nobody'))).rejects.toMatchObject(refused('先登记它的名片'))
  // Third level below the province is the last one.
  const town = await openOffice(30, { name: '城关镇总工会' })
  await acceptFrom(province, town, under(one.context.officeId))
  const village = await openOffice(31, { name: '河东村工会' })
  await expect(acceptFrom(province, village, under(town.context.officeId))).rejects.toMatchObject(refused('最多3级'))
  await expect(acceptFrom(province, one, under(two.context.officeId))).rejects.toMatchObject(refused('最多3级'))
})

test('T13: a key that was replaced or revoked is not accepted again, not even on a card that is whole', async () => {
  const [below, above] = [await county(), await city()]
  const old = await cardOf(below)
  await above.api.keys.accept({ file: old.file, fingerprint: old.fingerprint })
  await below.api.keys.renew({})
  const next = await cardOf(below)
  expect(await above.api.keys.preview({ file: next.file })).toMatchObject({ known: '换新密钥' })
  await above.api.keys.accept({ file: next.file, fingerprint: next.fingerprint })
  expect((await keysOf(above.context.db, below.context.officeId)).map(({ state }) => state)).toEqual([
    '使用中',
    '已更换',
  ])
  const again = above.api.keys.accept({ file: old.file, fingerprint: old.fingerprint })
  await expect(again).rejects.toMatchObject(refused('旧名片'))
  await above.api.keys.revoke({ id: below.context.officeId, reason: '电脑失窃' })
  const stolen = above.api.keys.accept({ file: next.file, fingerprint: next.fingerprint })
  await expect(stolen).rejects.toMatchObject(refused('已被吊销'))
})

test('T15: after a new card the lost key vouches for nothing more, and the new one does at once', async () => {
  const [below, above] = [await county(), await city()]
  await acceptFrom(above, below)
  const lost = below.context.keys.keyId
  await below.api.keys.renew({})
  await acceptFrom(above, below)
  const { db, now } = above.context
  expect(await isKeyUsable(db, lost, now())).toBe(false)
  expect(await isKeyUsable(db, below.context.keys.keyId, now())).toBe(true)
  // What was taken in before the change stays vouched for, so that a rebuild gives the same.
  expect(await isKeyUsable(db, lost, new Date(testNow.getTime() - 1).toISOString())).toBe(true)
})

test('an office that we part from is out of scope until its card is accepted again; not while others stand below it', async () => {
  const { province, city, counties } = await openOffices()
  const { officeId } = city.context
  await expect(province.api.keys.part({ officeId })).rejects.toMatchObject({ code: 'IN_USE' })
  const county = counties[0]?.context.officeId ?? ''
  await province.api.keys.part({ officeId: county })
  expect((await province.api.keys.peers()).map(({ name }) => name)).toEqual(['固川市总工会'])
  expect(await isKeyUsable(province.context.db, counties[0]?.context.keys.keyId ?? '', testNow.toISOString())).toBe(
    false,
  )
  if (counties[0]) await acceptFrom(province, counties[0], { role: '下级', parentId: officeId })
  expect(await province.api.keys.peers()).toHaveLength(2)
})

test('a county whose city was parted from stands directly under us when its card is accepted again and nothing is chosen', async () => {
  const { province, city, counties } = await openOffices()
  const [county] = counties
  if (!county) throw new Error('no county')
  const { officeId } = county.context
  // While the city is there, the county keeps its place below it.
  expect(await acceptFrom(province, county)).toMatchObject({ parentId: city.context.officeId })
  await province.api.keys.part({ officeId })
  await province.api.keys.part({ officeId: city.context.officeId })
  expect(await acceptFrom(province, county)).toMatchObject({ role: '下级', parentId: null, removedAt: null })
  const peers = await province.api.keys.peers()
  expect(peers.map((peer) => [peer.officeId, peer.parentId])).toEqual([[officeId, null]])
})
