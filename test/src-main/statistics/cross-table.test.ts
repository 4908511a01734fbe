import { safe } from '@orpc/server'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparedPeriod } from '../../../src-shared/compared-periods.ts'
import { type CrossFigures, crossDimensions, crossMeasures } from '../../../src-shared/cross-tables.ts'
import { recordKinds } from '../../../src-shared/record-kinds.ts'
import { openTestApp } from '../../open-test-app.ts'
import { enterRecords, randomLedger, randomPeriod } from '../../random-records.ts'
import { lecture, office, stay, study, union } from '../../sample-records.ts'
import { measured, type PlainLedger, plainCell, plainLedger } from './plain-groups.ts'
import { randomLives } from './random-lives.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }

const randomQuery = fc.constantFrom(...recordKinds).chain((kind) => {
  const keys: string[] = crossDimensions[kind].map(({ key }) => key)
  return fc.record({
    kind: fc.constant(kind),
    rows: fc.constantFrom(...keys),
    columns: fc.option(fc.constantFrom(...keys)),
    measure: fc.constantFrom(...crossMeasures[kind].map(({ key }) => key as string)),
    compare: fc.constantFrom(null, 'last' as const, 'year' as const),
    period: fc.constantFrom(randomPeriod, { from: '2026-08-21', to: '2026-11-20' }, november),
  })
})

test('every cell and total of random tables is what plain TypeScript counts, and its records count to it again', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomLedger,
      randomLives,
      fc.array(randomQuery, { minLength: 3, maxLength: 5 }),
      async (random, lives, queries) => {
        const { api, context, dataFolder, close } = await openTestApp()
        await enterRecords(api, random)
        await lives(context.db)
        const ledger = plainLedger(dataFolder)
        for (const given of queries) {
          const query = given.rows === given.columns ? { ...given, columns: null } : given
          const table = await api.sheets.cross(query)
          const isTimed = [query.rows, query.columns].some((key) => key === 'month' || key === 'quarter')
          const sides = [
            { figures: table.figures, period: query.period, isCompared: false },
            // Months stand beside other months: tested by themselves below.
            ...(table.compared && !isTimed ? [{ ...table.compared, isCompared: true }] : []),
          ]
          for (const { figures, period, isCompared } of sides)
            for (const { row, column, value } of cellsOf(table, figures)) {
              const axes = [
                { key: query.rows, value: row },
                query.columns === null ? null : { key: query.columns, value: column },
              ]
              const plain = plainCell({ ledger, kind: query.kind, period }, query.measure, axes)
              const place = [query.kind, query.rows, query.columns, query.measure, row, column]
              expect([...place, value]).toEqual([...place, plain.value])
              const behind = await api.sheets.crossRecords({ query, row, column, isCompared })
              expect([...place, countedAgain(ledger, query.measure, behind)]).toEqual([...place, value])
              if (query.measure === 'coveredUnions') expect(behind.ids.toSorted()).toEqual(plain.ids.toSorted())
            }
        }
        await close()
      },
    ),
    { numRuns: 40 },
  )
}, 300_000)

type Table = Awaited<ReturnType<Awaited<ReturnType<typeof openTestApp>>['api']['sheets']['cross']>>

/** All of them, the totals with null for what they take together. */
function cellsOf({ rows, columns }: Table, figures: CrossFigures) {
  const line = (row: string | null, cells: readonly (number | null)[], total: number | null) => [
    ...columns.map(({ key }, index) => ({ row, column: key as string | null, value: cells[index] ?? null })),
    { row, column: null, value: total },
  ]
  return [
    ...rows.flatMap(({ key }, index) => line(key, figures.cells[index] ?? [], figures.rowTotals[index] ?? null)),
    ...line(null, figures.columnTotals, figures.total),
  ]
}

function countedAgain(ledger: PlainLedger, measure: string, { kind, ids }: { kind: string; ids: readonly string[] }) {
  expect(new Set(ids).size).toBe(ids.length)
  if (kind === 'grassrootsUnion' || measure === 'lectures') return ids.length
  const rows = ids.map((id) => ledger[kind as 'study'].find((row) => row.id === id) ?? {})
  return measured(ledger, measure, rows)
}

test('of what overlaps the total counts each record once, and each union once', async () => {
  const { api } = await openTestApp()
  await api.office.set(office)
  const { ids } = await api.unions.add([
    union({ name: '甲厂工会', township: '城关镇' }),
    union({ name: '乙村工会', township: '南河乡' }),
  ])
  await api.lectures.add([
    lecture({ modes: ['劳模宣讲', '领导干部宣讲'], unionIds: ids, audienceOnSite: 40 }),
    lecture({ modes: ['劳模宣讲'], unionIds: ids.slice(0, 1), audienceOnSite: 30 }),
  ])
  const ask = (rows: string, measure: string) => api.sheets.cross({ kind: 'lecture', rows, measure, period: november })
  const modes = await ask('mode', 'onSite')
  expect([
    modes.rows.map(({ label }) => label),
    modes.figures.rowTotals,
    modes.figures.total,
    modes.rowsOverlap,
  ]).toEqual([['领导干部宣讲', '劳模宣讲'], [40, 70], 70, true])
  const townships = await ask('township', 'onSite')
  expect([townships.figures.rowTotals, townships.figures.total]).toEqual([[40, 70], 70])
  const reached = await ask('mode', 'coveredUnions')
  expect([reached.figures.rowTotals, reached.figures.total]).toEqual([[2, 2], 2])
  const { sheet } = await api.sheets.showCross({ kind: 'lecture', rows: 'mode', measure: 'onSite', period: november })
  expect(sheet.blocks[0]?.total).toEqual(['合计（不重复）', 70])
})

test('what no record states is empty, what is counted is 0, and each month of the period has its place', async () => {
  const { api } = await openTestApp()
  await api.studies.add([
    study({ date: '2026-09-05', type: '主题党日', attendedCount: null, dueCount: null }),
    study({ date: '2026-11-05', type: '集中学习', attendedCount: 0, dueCount: 0 }),
  ])
  const ask = (measure: string) =>
    api.sheets.cross({
      kind: 'study',
      rows: 'type',
      columns: 'month',
      measure,
      period: { from: '2026-09-01', to: '2026-11-30' },
    })
  expect((await ask('sessions')).columns.map(({ label }) => label)).toEqual(['2026年9月', '2026年10月', '2026年11月'])
  expect((await ask('sessions')).figures.cells).toEqual([
    [1, 0, 0],
    [0, 0, 1],
  ])
  expect((await ask('attended')).figures).toEqual({
    cells: [
      [null, null, null],
      [null, null, 0],
    ],
    rowTotals: [null, 0],
    columnTotals: [null, null, 0],
    total: 0,
  })
  expect((await ask('attendanceRate')).figures.total).toBeNull()
})

test('months of the other period stand beside those they are compared with; growth needs a base', async () => {
  const { api } = await openTestApp()
  await api.office.set(office)
  await api.lectures.add([
    lecture({ date: '2025-10-31', audienceOnSite: 40 }),
    lecture({ date: '2026-10-10', audienceOnSite: 50 }),
    lecture({ date: '2026-11-10', audienceOnSite: 30 }),
  ])
  const query = {
    kind: 'lecture' as const,
    rows: 'month',
    measure: 'onSite',
    period: { from: '2026-10-01', to: '2026-11-30' },
    compare: 'year' as const,
  }
  const table = await api.sheets.cross(query)
  expect(table.rows.map(({ key }) => key)).toEqual(['2026-10', '2026-11'])
  expect([table.figures.rowTotals, table.compared?.figures.rowTotals]).toEqual([
    [50, 30],
    [40, null],
  ])
  expect([table.compared?.difference.rowTotals, table.compared?.growth.rowTotals]).toEqual([
    [10, null],
    [0.25, null],
  ])
  expect(table.compared?.growth.total).toBe(1)
  const { ids } = await api.sheets.crossRecords({
    query: { ...query, columns: null },
    row: '2026-10',
    column: null,
    isCompared: true,
  })
  expect((await api.lectures.get({ id: ids[0] ?? '' })).date).toBe('2025-10-31')
  const [block] = (await api.sheets.showCross(query)).sheet.blocks
  expect(block?.columns.map(({ title }) => title)).toEqual([
    '月份',
    '现场人次（人次）',
    '去年同期现场人次',
    '增减',
    '增幅',
  ])
  expect(block?.total).toEqual(['合计', 80, 40, 40, 1])
})

test('the period before has as many months, or days; a year earlier has the same days', () => {
  const of = (from: string, to: string, compare: 'last' | 'year') =>
    Object.values(comparedPeriod({ from, to }, compare))
  expect(of('2026-10-01', '2026-12-31', 'last')).toEqual(['2026-07-01', '2026-09-30'])
  expect(of('2026-03-01', '2026-03-31', 'last')).toEqual(['2026-02-01', '2026-02-28'])
  expect(of('2026-08-21', '2026-11-20', 'last')).toEqual(['2026-05-21', '2026-08-20'])
  expect(of('2026-11-09', '2026-11-15', 'last')).toEqual(['2026-11-02', '2026-11-08'])
  expect(of('2028-02-01', '2028-02-29', 'year')).toEqual(['2027-02-01', '2027-02-28'])
  expect(of('2029-02-01', '2029-02-28', 'year')).toEqual(['2028-02-01', '2028-02-29'])
  expect(of('2026-08-21', '2026-11-20', 'year')).toEqual(['2025-08-21', '2025-11-20'])
})

test('amounts are added up in whole fen, whichever way the table is cut', async () => {
  const { api } = await openTestApp()
  await api.stays.add([0.1, 0.2, 0.7].map((consolationYuan) => stay({ consolationYuan })))
  const table = await api.sheets.cross({
    kind: 'stay',
    rows: 'unit',
    columns: 'cadre',
    measure: 'consolationYuan',
    period: november,
  })
  expect(table.figures).toEqual({ cells: [[1]], rowTotals: [1], columnTotals: [1], total: 1 })
})

test('an unknown dimension or measure is named with those there are', async () => {
  const { api } = await openTestApp()
  const [wrong] = await safe(api.sheets.cross({ kind: 'stay', rows: 'mode', measure: 'clicks', period: november }))
  expect(wrong?.message).toContain('行应为month（月份）、quarter（季度）、cadre（蹲点干部）')
  const [same] = await safe(
    api.sheets.cross({ kind: 'stay', rows: 'unit', columns: 'unit', measure: 'stays', period: november }),
  )
  expect(same?.message).toContain('行和列不能相同')
})
