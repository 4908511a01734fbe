import fc from 'fast-check'
import { createQueryId, type Kysely, SqliteQueryCompiler, sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import type { CoreContext } from '../../../src-main/core-context.ts'
import type { Tables } from '../../../src-main/database/tables.ts'
import { type DeskScope, openDesk } from '../../../src-main/intake/desk-database.ts'
import { openReceived } from '../../../src-main/intake/received-database.ts'
import { noticeProgress } from '../../../src-main/notices/progress.ts'
import { makeCrossTable } from '../../../src-main/statistics/cross-table.ts'
import { computeFigures } from '../../../src-main/statistics/figures.ts'
import { coveredUnions, lecturesIn, staysIn, studiesIn } from '../../../src-main/statistics/in-period.ts'
import { makeSheets } from '../../../src-main/statistics/sheets.ts'
import type { PeriodFigures } from '../../../src-shared/statistics.ts'
import { openTestApp } from '../../open-test-app.ts'
import { enterRecords, type RandomLedger, randomLedger, randomPeriod } from '../../random-records.ts'
import { lecture, office, stay, study, union } from '../../sample-records.ts'
import { noticeWith, requirement } from '../notices/sample-notice.ts'
import { idsOf, putIntoReceived } from './put-into-received.ts'

type App = Awaited<ReturnType<typeof openTestApp>>

async function desk(context: CoreContext, scope: DeskScope): Promise<Kysely<Tables>> {
  const db = await openDesk(context, scope)
  onTestFinished(() => db.destroy())
  return db
}

/** An upper office and two counties with random records, which the upper office has. */
async function threeOffices(ledgers: readonly RandomLedger[]) {
  const apps: App[] = []
  for (const [index, ledger] of ledgers.entries()) {
    const app = await openTestApp({ newId: idsOf(index + 1) })
    await app.api.office.set({ ...office, name: `第${index + 1}总工会` })
    await enterRecords(app.api, ledger)
    apps.push(app)
  }
  const [upper, one, other] = apps as [App, App, App]
  await putIntoReceived(upper.context, one.context)
  await putIntoReceived(upper.context, other.context)
  return { upper, one, other, close: () => Promise.all(apps.map(({ close }) => close())) }
}

test('over one office the figures are those of its own ledger, over all of them their sum', async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(randomLedger, randomLedger, randomLedger), async (ledgers) => {
      const { upper, one, other, close } = await threeOffices(ledgers)
      const count = async (scope: DeskScope) => {
        const db = await openDesk(upper.context, scope)
        try {
          return await computeFigures(db, randomPeriod)
        } finally {
          await db.destroy()
        }
      }
      const own = await computeFigures(upper.context.db, randomPeriod)
      const ofOne = await computeFigures(one.context.db, randomPeriod)
      const ofOther = await computeFigures(other.context.db, randomPeriod)
      expect(await count({ offices: [one.context.officeId], withOwn: false })).toEqual(ofOne)
      expect(await count({ offices: [other.context.officeId], withOwn: false })).toEqual(ofOther)
      expect(await count({ offices: [], withOwn: true })).toEqual(own)
      expect(sums(await count({ offices: 'all', withOwn: false }))).toEqual(plus(ofOne, ofOther))
      expect(sums(await count({ offices: 'all', withOwn: true }))).toEqual(plus(own, ofOne, ofOther))
      expect(sums(await count({ offices: [other.context.officeId], withOwn: true }))).toEqual(plus(own, ofOther))
      await close()
    }),
    { numRuns: 8 },
  )
}, 120_000)

const rates = ['attendanceRate', 'coverageRate']

function sums(figures: PeriodFigures) {
  return Object.entries(figures).flatMap(([kind, group]) =>
    Object.entries(group)
      .filter(([key]) => !rates.includes(key))
      .map(([key, value]) => [`${kind}.${key}`, value === null ? null : Math.round(value * 100) / 100]),
  )
}

/** What none states stays unstated. */
function plus(...all: readonly PeriodFigures[]) {
  const [first = [], ...others] = all.map(sums)
  return first.map(([key, value], index) => {
    const values = [value, ...others.map((one) => one[index]?.[1])].filter((one) => typeof one === 'number')
    return [key, values.length === 0 ? null : Math.round(values.reduce((sum, one) => sum + one, 0) * 100) / 100]
  })
}

test('sheets and cross-tables of one office are those of its own ledger', async () => {
  const [ledger] = fc.sample(randomLedger, { numRuns: 1, seed: 11 })
  if (!ledger) throw new Error('no sample')
  const { upper, one } = await threeOffices([ledger, ledger, ledger])
  const db = await desk(upper.context, { offices: [one.context.officeId], withOwn: false })
  const query = {
    kind: 'lecture',
    rows: 'township',
    columns: 'mode',
    measure: 'onSite',
    period: randomPeriod,
    compare: null,
  } as const
  expect(await makeCrossTable(db, query)).toEqual(await makeCrossTable(one.context.db, query))
  expect(await makeSheets(db, randomPeriod, '2026-11-21')).toEqual(
    await makeSheets(one.context.db, randomPeriod, '2026-11-21'),
  )
})

test('a requirement of the own ledger is counted over the records of the office in scope', async () => {
  const upper = await openTestApp({ newId: idsOf(1) })
  const county = await openTestApp({ newId: idsOf(2) })
  const { id } = await noticeWith(upper.api, [requirement({ minimum: { count: 3, unit: '次', scope: '本单位' } })])
  await upper.api.studies.add([study({ type: '主题党日' })])
  const { ids } = await county.api.studies.add([study({ type: '主题党日' }), study({ type: '主题党日' }), study()])
  await putIntoReceived(upper.context, county.context)
  const progress = async (scope: DeskScope) => {
    const db = await desk(upper.context, scope)
    const [one] = (await noticeProgress(db, { id, withRecords: true }, '2026-11-21')).requirements
    return [one?.state, one?.done, one?.recordIds]
  }
  const offices = [county.context.officeId]
  expect(await progress({ offices, withOwn: false })).toEqual(['进行中', 2, ids.slice(0, 2)])
  expect((await progress({ offices, withOwn: true })).slice(0, 2)).toEqual(['已达标', 3])
})

test('a record that came from another office and also stands in the own ledger counts once', async () => {
  const upper = await openTestApp({ newId: idsOf(1) })
  const county = await openTestApp({ newId: idsOf(2) })
  const { ids } = await upper.api.studies.add([study({ topic: '市总转录' }), study({ topic: '市总自己的' })])
  await county.api.studies.add([study({ topic: '县里登记' })])
  await putIntoReceived(upper.context, county.context)
  const received = await openReceived(upper.context)
  await sql`update main.study set id = ${ids[0]}`.execute(received)
  await received.destroy()
  const db = await desk(upper.context, { offices: 'all', withOwn: true })
  const rows = await db.selectFrom('study').select('topic').orderBy('topic').execute()
  expect(rows.map(({ topic }) => topic)).toEqual(['县里登记', '市总自己的'])
})

test('what the own ledger changes and removes is seen at the next opening', async () => {
  const { api, context } = await openTestApp()
  const seen = async () => {
    const db = await desk(context, { offices: [], withOwn: true })
    const lectures = await db.selectFrom('lecture').where('removedAt', 'is', null).select('topic').execute()
    const reached = await db.selectFrom('lectureUnion').select('unionId').execute()
    return [lectures.map(({ topic }) => topic), reached.length]
  }
  const unions = await api.unions.add([union(), union({ name: '另一家工会' })])
  const { ids } = await api.lectures.add([lecture({ topic: '原题', unionIds: unions.ids })])
  expect(await seen()).toEqual([['原题'], 2])
  const [id = ''] = ids
  await api.lectures.update({ id, version: 1, fields: lecture({ topic: '新题', unionIds: unions.ids.slice(0, 1) }) })
  expect(await seen()).toEqual([['新题'], 1])
  await api.lectures.remove({ id })
  expect(await seen()).toEqual([[], 1])
})

test('nothing can be written on the desk, neither in what was received nor in the ledger', async () => {
  const { context, api } = await openTestApp()
  await api.studies.add([study()])
  const db = await desk(context, { offices: 'all', withOwn: true })
  await expect(sql`delete from main.study`.execute(db)).rejects.toThrow(/readonly/)
  await expect(sql`delete from ledger.study`.execute(db)).rejects.toThrow(/readonly/)
})

test('a received database of another schema, or a damaged one, is begun anew', async () => {
  const { context, api } = await openTestApp()
  await api.stays.add([stay()])
  const first = await openReceived(context)
  await sql`update received set schemaName = 'older'`.execute(first)
  await sql`insert into appliedBundle values ('one', 'two', 1, 'three', '{}')`.execute(first)
  await first.destroy()
  const again = await openReceived(context)
  const { rows } = await sql<{ schemaName: string }>`select * from received join appliedBundle`.execute(again)
  expect(rows).toEqual([])
  await again.destroy()
})

test('every count goes by an index on office and day, whatever the scope', async () => {
  const { context } = await openTestApp()
  const period = { from: '2026-10-01', to: '2026-12-31' }
  const plans = async (scope: DeskScope): Promise<Record<string, string[]>> => {
    const db = await desk(context, scope)
    const queries = {
      study: studiesIn(db, period).selectAll(),
      lecture: lecturesIn(db, period).selectAll(),
      stay: staysIn(db, period).selectAll(),
      union: coveredUnions(db, period).select('grassrootsUnion.id'),
    }
    return Object.fromEntries(
      await Promise.all(
        Object.entries(queries).map(async ([name, query]) => {
          const compiled = new SqliteQueryCompiler().compileQuery(query.toOperationNode(), createQueryId())
          const { rows } = await db.executeQuery<{ detail: string }>({
            ...compiled,
            sql: `EXPLAIN QUERY PLAN ${compiled.sql}`,
          })
          // Beside them, what an office is called is looked up in a list of a few.
          return [name, rows.map(({ detail }) => detail).filter((detail) => /^(?:SEARCH|SCAN) main\./.test(detail))]
        }),
      ),
    )
  }
  const some = await plans({ offices: ['a', 'b'], withOwn: false })
  expect(some).toMatchObject({
    study: ['SEARCH main.study USING INDEX studyByOffice (officeId=? AND date>? AND date<?)'],
    lecture: ['SEARCH main.lecture USING INDEX lectureByOffice (officeId=? AND date>? AND date<?)'],
    stay: ['SEARCH main.stay USING INDEX stayByOffice (officeId=? AND to>? AND to<?)'],
  })
  const all = await plans({ offices: 'all', withOwn: true })
  expect(all).toMatchObject({
    study: ['SEARCH main.study USING INDEX studyByDate (date>? AND date<?)'],
    lecture: ['SEARCH main.lecture USING INDEX lectureByDate (date>? AND date<?)'],
    stay: ['SEARCH main.stay USING INDEX stayByLastDay (to>? AND to<?)'],
  })
  for (const scans of [...Object.values(some), ...Object.values(all)])
    expect(scans.filter((detail) => /^SCAN main/.test(detail))).toEqual([])
})
