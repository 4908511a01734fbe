import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { stateRoot } from '../../../src-main/merge/state-root.ts'
import { wholeTables } from '../../../src-main/sync/reported-tables.ts'
import type { OfficeInput } from '../../../src-shared/office.ts'
import { acceptFrom } from '../../accept-card-of.ts'
import { openOffice, openOffices, type TestOffice } from '../../open-offices.ts'
import { lecture, study, union } from '../../sample-records.ts'
import { receivedOf } from '../intake/take-in.ts'
import { fileOf, keyFile } from '../keys/key-files.ts'
import { acceptAll, answer, reportAndTakeIn } from './report-and-answer.ts'

const county = { name: '云山县总工会', superior: '固川市总工会', divisionCode: '640421' }

type Entering = (office: TestOffice) => Promise<unknown>

/** Ids of a PC that was set up before or after the other, as real ones are: their time comes first. */
function idsOfDay(day: string, seed: number): () => string {
  let seq = 0
  return () => {
    seq += 1
    return uuidv7({ msecs: Date.parse(day), seq, random: new Uint8Array(16).fill(seed) })
  }
}
const later = idsOfDay('2026-11-25', 70)
const earlier = idsOfDay('2026-11-01', 70)

/** A county that has reported, and the PC that takes the place of its own when that is gone with every backup. */
async function lostCounty({ enter, newId = later }: { enter?: Entering; newId?: () => string } = {}) {
  const { province, city, counties } = await openOffices({ counties: 2 })
  const [lost, other] = counties as [TestOffice, TestOffice]
  await lost.api.studies.add([study({ topic: '甲' }), study({ topic: '乙' })])
  await enter?.(lost)
  await reportAndTakeIn(lost, city)
  await acceptAll(lost, (await answer(city)).files)
  await lost.close()
  const fresh = await openOffice(70, county, { newId })
  const card = async (officeId: string) => await fileOf(await city.api.keys.peerCard({ officeId }))
  return { province, city, lost, other, fresh, card }
}

/** The fresh PC, in which `enter` was entered again, has its id back, has reported and holds the receipt for that. */
async function reclaimed({
  enter,
  again = enter,
  newId = later,
}: {
  enter?: Entering
  again?: Entering
  newId?: () => string
}) {
  const { city, lost, fresh, card } = await lostCounty({ ...(enter && { enter }), newId })
  const { officeId } = lost.context
  await again?.(fresh)
  await fresh.api.keys.reclaim({ file: await card(officeId) })
  await acceptFrom(city, fresh, { role: '下级', parentId: null })
  await acceptFrom(fresh, city, { role: '上级' })
  await reportAndTakeIn(fresh, city)
  const [receipt] = await acceptAll(fresh, (await answer(city)).files)
  const pullBack = async () => await fresh.api.receipts.pullBack({ id: receipt?.receiptId ?? '' })
  return { city, fresh, officeId, pullBack }
}

const rootOf = async ({ context }: TestOffice) => (await stateRoot(context.db, wholeTables)).root

async function enterUnion({ api }: TestOffice) {
  const { ids } = await api.unions.add([union()])
  await api.lectures.add([lecture({ topic: '到水泥公司宣讲', unionIds: ids })])
}

test('an office that lost data, keys and backups becomes itself again: one office above, and its records come back', async () => {
  const { city, lost, fresh, card } = await lostCounty()
  const { officeId } = lost.context
  expect(await fresh.api.keys.reclaim({ file: await card(officeId) })).toEqual({ officeId, isNew: true })
  expect(fresh.context.officeId).toBe(officeId)
  expect(fresh.context.keys.keyId).not.toBe(lost.context.keys.keyId)
  await acceptFrom(city, fresh, { role: '下级', parentId: null })
  await acceptFrom(fresh, city, { role: '上级' })

  await fresh.api.studies.add([study({ topic: '丙' })])
  await reportAndTakeIn(fresh, city)
  const [receipt] = await acceptAll(fresh, (await answer(city)).files)
  expect(receipt).toMatchObject({ standing: '新收', held: 3, conflict: 0 })
  expect(await fresh.api.receipts.pullBack({ id: receipt?.receiptId ?? '' })).toEqual({
    rows: 3,
    conflicts: 0,
    refused: 0,
  })
  const topics = (await fresh.api.studies.list({})).rows.map(({ topic }) => topic)
  expect(topics.sort()).toEqual(['丙', '乙', '甲'])

  await reportAndTakeIn(fresh, city)
  const { root, rows } = await receivedOf(city.context, officeId)
  expect(rows.study).toBe(3)
  expect(root).toBe(await rootOf(fresh))
  expect(rows.office).toBe(1)
  const period = { from: '2026-11-01', to: '2026-11-30' }
  const totals = await city.api.upper.totals({ period, withOwn: false })
  expect(totals.rows.filter(({ name }) => name === county.name)).toHaveLength(1)
  expect(totals.total?.['study.sessions']).toBe(3)
  expect(await fresh.api.keys.reclaim({ file: await card(officeId) })).toEqual({ officeId, isNew: false })
})

test('the id of another office is not taken, nor any once the ledger has dealt with others; a file that is no card is refused', async () => {
  const { city, lost, other, fresh, card } = await lostCounty()
  const before = fresh.context.officeId
  const refusals = [
    [await card(other.context.officeId), 'KEY_REFUSED', /“清河县总工会”的，本机登记的是“云山县总工会”/],
    [keyFile(Buffer.from('{}')), 'KEY_REFUSED', /名片/],
  ] as const
  for (const [file, code, message] of refusals)
    await expect(fresh.api.keys.reclaim({ file })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    })
  await acceptFrom(fresh, city, { role: '上级' })
  const late = fresh.api.keys.reclaim({ file: await card(lost.context.officeId) })
  await expect(late).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(fresh.context.officeId).toBe(before)
})

for (const [words, newId] of [
  ['later', later],
  ['earlier', earlier],
] as const)
  test(`a union entered again, with ${words} ids, stands beside the one that comes back until the clerk decides; nothing is refused`, async () => {
    const { city, fresh, officeId, pullBack } = await reclaimed({ enter: enterUnion, newId })
    // The office, two studies, the union and its lecture.
    expect(await pullBack()).toEqual({ rows: 5, conflicts: 1, refused: 0 })
    const unions = (await fresh.api.unions.list({})).rows.map(({ name }) => name)
    expect(unions.sort()).toEqual(['云山水泥有限公司工会', '云山水泥有限公司工会（重名）'])
    const lectures = (await fresh.api.lectures.list({})).rows
    expect(new Set(lectures.flatMap(({ unionIds }) => unionIds)).size).toBe(2)
    const [conflict] = await fresh.api.exchange.conflicts({})
    expect(conflict).toMatchObject({ kind: '重名', table: 'grassrootsUnion' })
    expect(await pullBack()).toEqual({ rows: 0, conflicts: 0, refused: 0 })

    await reportAndTakeIn(fresh, city)
    expect((await receivedOf(city.context, officeId)).rows).toMatchObject({ grassrootsUnion: 2, lecture: 2, study: 2 })
    expect((await receivedOf(city.context, officeId)).root).toBe(await rootOf(fresh))

    await fresh.api.exchange.settle({ id: conflict?.id ?? '', take: 'name', name: '云山水泥二分厂工会' })
    expect(await fresh.api.exchange.conflicts({})).toEqual([])
    await reportAndTakeIn(fresh, city)
    expect((await receivedOf(city.context, officeId)).root).toBe(await rootOf(fresh))
  })

for (const [words, newId] of [
  ['later', later],
  ['earlier', earlier],
] as const)
  test(`the particulars that come back and those filled in anew, with ${words} ids, are one row, here and above; both values are shown`, async () => {
    const particulars = async (app: TestOffice, fields: Partial<OfficeInput>) =>
      await app.api.office.set({ ...((await app.api.office.show()) as OfficeInput), ...fields })
    const { city, fresh, officeId, pullBack } = await reclaimed({
      enter: (app) => particulars(app, { contact: '王芳', phone: '0954-1111111' }),
      again: (app) => particulars(app, { contact: '孙丽', signer: '丁卫东' }),
      newId,
    })
    expect((await receivedOf(city.context, officeId)).rows.office).toBe(2)
    const period = { from: '2026-11-01', to: '2026-11-30' }
    await fresh.api.upper.totals({ period, withOwn: true })
    const pulled = await pullBack()
    await fresh.api.upper.totals({ period, withOwn: true })
    expect((await receivedOf(fresh.context, officeId)).rows.office).toBe(1)
    const conflicts = await fresh.api.exchange.conflicts({})
    expect(pulled).toEqual({ rows: 3, conflicts: conflicts.length, refused: 0 })
    const shown = conflicts.map(({ table, label, kept, other }) => [table, label, ...[kept.text, other.text].sort()])
    expect(shown.toSorted()).toEqual([
      ['office', '填表人', '孙丽', '王芳'],
      ['office', '签发人', '丁卫东', '马建国'],
      ['office', '联系电话', '0954-1111111', '0954-1234567'],
    ])
    const present = await fresh.context.db.selectFrom('office').select('id').where('removedAt', 'is', null).execute()
    expect(present).toHaveLength(1)
    const right = ['孙丽', '丁卫东', '0954-1111111']
    for (const { id, kept } of conflicts)
      await fresh.api.exchange.settle({ id, take: right.includes(kept.text) ? 'kept' : 'other' })
    const decided = { contact: '孙丽', signer: '丁卫东', phone: '0954-1111111', name: county.name }
    expect(await fresh.api.office.show()).toMatchObject(decided)

    await reportAndTakeIn(fresh, city)
    const { rows, root } = await receivedOf(city.context, officeId)
    expect(rows.office).toBe(1)
    expect(root).toBe(await rootOf(fresh))
    const [after] = await acceptAll(fresh, (await answer(city)).files)
    expect(after).toMatchObject({ held: 0, conflict: 0 })
  })

test('what the office itself has counts on the desk as before when it has its former id back', async () => {
  const { lost, fresh, card } = await lostCounty()
  await fresh.api.studies.add([study({ topic: '丙' })])
  const period = { from: '2026-11-01', to: '2026-11-30' }
  const counted = async () => (await fresh.api.upper.totals({ period, withOwn: true })).total?.['study.sessions']
  expect(await counted()).toBe(1)
  await fresh.api.keys.reclaim({ file: await card(lost.context.officeId) })
  expect(await counted()).toBe(1)
  await fresh.api.studies.add([study({ topic: '丁' })])
  expect(await counted()).toBe(2)
})
