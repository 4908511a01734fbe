import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { CoreContext } from '../../../src-main/core-context.ts'
import { updateRow } from '../../../src-main/database/changes.ts'
import type { StampedTable } from '../../../src-main/database/tables.ts'
import { type ApplyOptions, applyRowStates } from '../../../src-main/merge/apply-rows.ts'
import { readRowStates } from '../../../src-main/merge/read-rows.ts'
import { parseRowLine, type RowState, rowLine, tableOrder } from '../../../src-main/merge/row-state.ts'
import { stateRoot } from '../../../src-main/merge/state-root.ts'
import { formFields } from '../../../src-shared/stamp.ts'
import type { Study, StudyInput } from '../../../src-shared/studies.ts'
import { openTestApp } from '../../open-test-app.ts'
import { lecture, office, stay, study, union } from '../../sample-records.ts'

type App = Awaited<ReturnType<typeof openTestApp>>

/** A county with two unions, a study, a stay and a lecture of that stay. */
async function openCounty(): Promise<App & { ids: Record<'union' | 'study' | 'stay' | 'lecture', string> }> {
  const app = await openTestApp({ clock: tickingClock() })
  await app.api.office.set(office)
  const { ids: unions } = await app.api.unions.add([union(), union({ name: '云山纺织厂工会' })])
  const { ids: studies } = await app.api.studies.add([study()])
  const { ids: stays } = await app.api.stays.add([stay({ unionId: unions[0] ?? null })])
  const { ids: lectures } = await app.api.lectures.add([lecture({ unionIds: unions, stayId: stays[0] ?? null })])
  const [first = ''] = unions
  return {
    ...app,
    ids: { union: first, study: studies[0] ?? '', stay: stays[0] ?? '', lecture: lectures[0] ?? '' },
  }
}

let tick = 0
/** Two ledgers never write at the same moment. */
function tickingClock(): () => Date {
  return () => {
    tick += 1
    return new Date(Date.parse('2026-11-21T06:30:00.000Z') + tick)
  }
}

async function statesOf({ context }: App, tables: readonly StampedTable[] = tableOrder): Promise<RowState[]> {
  const states: RowState[] = []
  for await (const state of readRowStates(context.db, tables)) states.push(parseRowLine(rowLine(state)))
  return states
}

function apply({ db }: CoreContext, states: readonly RowState[], options?: ApplyOptions) {
  return db.transaction().execute((trx) => applyRowStates(trx, states, options))
}

async function take(app: App, states: readonly RowState[], options?: ApplyOptions): Promise<Record<string, number>> {
  const outcomes = await apply(app.context, states, options)
  const counts: Record<string, number> = {}
  for (const { outcome, refusal } of outcomes) {
    const name = refusal ? `refused ${refusal.rule}` : outcome
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

async function editStudy(app: App, id: string, fields: Partial<StudyInput>): Promise<void> {
  await saveStudy(app, await app.api.studies.get({ id }), fields)
}

async function saveStudy({ api }: App, form: Study, fields: Partial<StudyInput>): Promise<void> {
  await api.studies.update({ id: form.id, version: form.version, fields: { ...formFields(form), ...fields } })
}

const rootOf = async ({ context }: App) => (await stateRoot(context.db, tableOrder)).root
const countOf = async ({ context }: App, table: string) =>
  (await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)}`.execute(context.db)).rows[0]?.n

describe('taking in what another ledger holds', () => {
  test('brings over every row with its history, its links and its root', async () => {
    const [county, other] = [await openCounty(), await openTestApp()]
    const sent = await statesOf(county)
    expect(await take(other, sent)).toEqual({ new: 6 })
    expect(await statesOf(other)).toEqual(sent)
    expect(await rootOf(other)).toBe(await rootOf(county))
    expect(await countOf(other, 'lectureUnion')).toBe(2)
    expect(await countOf(other, 'change')).toBe(6)
    const { ids } = county
    expect(await other.api.lectures.get({ id: ids.lecture })).toEqual(
      await county.api.lectures.get({ id: ids.lecture }),
    )
  })

  test('T4 a second time writes nothing', async () => {
    const [county, other] = [await openCounty(), await openTestApp()]
    const sent = await statesOf(county)
    await take(other, sent)
    const writes = async () =>
      (await sql<{ n: number }>`SELECT total_changes() AS n`.execute(other.context.db)).rows[0]?.n
    const before = await writes()
    expect(await take(other, sent)).toEqual({ same: 6 })
    expect(await writes()).toBe(before)
  })

  test('T3 old after new changes nothing', async () => {
    const [county, other] = [await openCounty(), await openTestApp()]
    const old = await statesOf(county, ['study'])
    await editStudy(county, county.ids.study, { topic: '工会法' })
    await take(other, await statesOf(county, ['study']))
    const root = await rootOf(other)
    expect(await take(other, old)).toEqual({ older: 1 })
    expect(await rootOf(other)).toBe(root)
  })

  test('T26 disjoint edits of two ledgers merge to the same row in both, which can be edited on', async () => {
    const [county, other] = [await openCounty(), await openTestApp({ clock: tickingClock() })]
    await take(other, await statesOf(county))
    const id = county.ids.study
    await editStudy(county, id, { topic: '工会法' })
    await editStudy(other, id, { note: '补学三人' })
    const [here, there] = [await statesOf(county), await statesOf(other)]
    expect(await take(county, there)).toMatchObject({ merged: 1 })
    expect(await take(other, here)).toMatchObject({ merged: 1 })
    expect(await rootOf(county)).toBe(await rootOf(other))
    const merged = await county.api.studies.get({ id })
    expect(merged).toMatchObject({ topic: '工会法', note: '补学三人', version: 3 })
    await editStudy(county, id, { attendedCount: 12 })
    expect(await take(other, await statesOf(county))).toMatchObject({ changed: 1, same: 5 })
    expect(await other.api.studies.get({ id })).toMatchObject({ attendedCount: 12, version: 4 })
  })

  test('an edit on what stood before the merge is refused, not laid over it', async () => {
    const [county, other] = [await openCounty(), await openTestApp({ clock: tickingClock() })]
    await take(other, await statesOf(county))
    const id = county.ids.study
    await editStudy(county, id, { topic: '工会法' })
    await editStudy(other, id, { note: '补学三人' })
    const openForm = await county.api.studies.get({ id })
    await take(county, await statesOf(other))
    await expect(saveStudy(county, openForm, { host: '马建国' })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('what was merged in is found by the search', async () => {
    const [county, other] = [await openCounty(), await openTestApp()]
    expect(await other.api.search({ words: '纺织' })).toMatchObject({ total: 0 })
    await take(other, await statesOf(county))
    expect(await other.api.search({ words: '纺织' })).toMatchObject({ total: 1 })
  })
})

describe('T24 one bad row among many', () => {
  test('is refused with its rule, and all others go in', async () => {
    const [county, other] = [await openCounty(), await openTestApp()]
    const sent = await statesOf(county)
    const bad = (change: (state: RowState) => RowState, table: StampedTable) =>
      sent.map((state) => (state.table === table ? change(state) : state))
    const values = (more: RowState['values']) => (state: RowState) => ({
      ...state,
      values: { ...state.values, ...more },
    })
    expect(await take(other, bad(values({ attendedCount: -1 }), 'study'))).toEqual({ new: 5, 'refused 取值': 1 })
    expect(await take(other, bad(values({ topic: 7.5, dueCount: '三' }), 'study'))).toEqual({
      same: 5,
      'refused 取值': 1,
    })
    const { topic: _, ...untitled } = sent.find(({ table }) => table === 'study')?.values ?? {}
    expect(
      await take(
        other,
        bad((state) => ({ ...state, values: untitled }), 'study'),
      ),
    ).toEqual({
      same: 5,
      'refused 缺项': 1,
    })
    expect(await take(other, sent)).toEqual({ same: 5, new: 1 })
  })

  test('by the rule of the caller it is refused before it is written', async () => {
    const [county, other] = [await openCounty(), await openTestApp()]
    const refusal = { rule: '期限', field: 'date', words: '日期太早。' }
    const refuse = ({ table }: RowState) => (table === 'study' ? refusal : null)
    expect(await take(other, await statesOf(county), { refuse })).toEqual({ new: 5, 'refused 期限': 1 })
    expect(await countOf(other, 'study')).toBe(0)
  })
})

describe('references', () => {
  test('a row that comes before what it refers to goes in after it', async () => {
    const [county, other] = [await openCounty(), await openTestApp()]
    expect(await take(other, (await statesOf(county)).toReversed())).toEqual({ new: 6 })
    expect(await rootOf(other)).toBe(await rootOf(county))
  })

  test('a row whose reference never comes is refused, and goes in when it has come', async () => {
    const [county, other] = [await openCounty(), await openTestApp()]
    const sent = await statesOf(county)
    const [first, ...rest] = sent.filter(({ table }) => table === 'grassrootsUnion')
    const withoutFirst = sent.filter((state) => state !== first)
    expect(await take(other, withoutFirst)).toEqual({ new: 3, 'refused 引用': 2 })
    expect(rest).toHaveLength(1)
    expect(await take(other, sent)).toEqual({ new: 3, same: 3 })
  })

  test('unions that refer to each other go in together, more of them than one statement holds', async () => {
    const other = await openTestApp()
    const county = await openTestApp()
    await county.api.office.set(office)
    const names = Array.from({ length: 1201 }, (_, index) => union({ name: `第${index}工会` }))
    await county.api.unions.add(names)
    const all = await statesOf(county, ['grassrootsUnion'])
    const ring = all.map((state, index) => ({
      ...state,
      values: { ...state.values, parentId: all[(index + 601) % all.length]?.id ?? null },
    }))
    const lost = {
      ...(all[0] as RowState),
      id: 'lost',
      values: { ...all[0]?.values, name: '无主', parentId: 'nobody' },
    }
    expect(await take(other, [...ring, lost])).toEqual({ new: 1201, 'refused 引用': 1 })
    expect((await sql`PRAGMA foreign_key_check`.execute(other.context.db)).rows).toEqual([])
  })
})

describe('a place that is taken', () => {
  test('by another union of that name: the row waits, the others go in', async () => {
    const [county, other] = [await openCounty(), await openTestApp({ newId: otherIds() })]
    await other.api.unions.add([union()])
    expect(await take(other, await statesOf(county, ['grassrootsUnion']))).toEqual({ new: 1, 'refused 重复': 1 })
  })

  test('but left by its holder in the same bundle is free', async () => {
    const [county, other] = [await openCounty(), await openTestApp()]
    await take(other, await statesOf(county))
    const [one, two] = (await county.api.unions.list({})).rows.toSorted((a, b) => (a.id < b.id ? 1 : -1))
    if (!one || !two) throw new Error('two unions')
    await county.context.db.transaction().execute(async (trx) => {
      await updateRow(trx, county.context, 'grassrootsUnion', one, { name: '新名工会' })
      await updateRow(trx, county.context, 'grassrootsUnion', two, { name: one.name })
    })
    expect(await take(other, await statesOf(county, ['grassrootsUnion']))).toEqual({ changed: 2 })
    expect(await rootOf(other)).toBe(await rootOf(county))
  })
})

describe('in a received database', () => {
  test('rows belong to their office, and no other office can change them', async () => {
    const [county, upper] = [await openCounty(), await openTestApp()]
    for (const table of ['office', 'grassrootsUnion', 'stay', 'study', 'lecture'])
      await sql`ALTER TABLE ${sql.table(table)} ADD COLUMN officeId TEXT NOT NULL DEFAULT ''`.execute(upper.context.db)
    const sent = await statesOf(county)
    expect(await take(upper, sent, { columns: { officeId: 'A' } })).toEqual({ new: 6 })
    expect(await take(upper, sent, { columns: { officeId: 'B' } })).toEqual({ 'refused 归属': 6 })
    const root = (await stateRoot(county.context.db, tableOrder)).root
    expect(
      (await stateRoot(upper.context.db, ['office', 'grassrootsUnion', 'stay', 'study', 'lecture'], { officeId: 'A' }))
        .root,
    ).toBe(root)
  })
})

test('T10 fields that this program does not know are stored, sent on, and part of the root', async () => {
  const [county, other, third] = [await openCounty(), await openTestApp(), await openTestApp()]
  const sent = (await statesOf(county)).map((state) =>
    state.table === 'study'
      ? { ...state, values: { ...state.values, fromTheFuture: '保留' }, more: { x: { y: 1 } } }
      : state,
  )
  await take(other, sent)
  expect(await statesOf(other)).toEqual(sent)
  await take(third, await statesOf(other))
  expect(await rootOf(third)).toBe(await rootOf(other))
  expect(await rootOf(third)).not.toBe(await rootOf(county))
})

test('an act on unions that came from the other PC is not taken back here, where its changes have other numbers', async () => {
  const [county, other] = [await openCounty(), await openTestApp()]
  await county.api.unions.rename({ id: county.ids.union, name: '云山水泥集团工会', on: '2026-11-20' })
  await take(other, await statesOf(county))
  expect(await rootOf(other)).toBe(await rootOf(county))
  const act = await other.context.db.selectFrom('unionAct').selectAll().executeTakeFirstOrThrow()
  await expect(other.api.unions.undoAct({ id: act.id })).rejects.toMatchObject({ code: 'CONFLICT' })
})

function otherIds(): () => string {
  let seq = 0
  return () => {
    seq += 1
    return `0${seq}-other`
  }
}
