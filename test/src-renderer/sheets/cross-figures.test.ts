/** A cross-table at the window (交叉表): its cells are found by place, its choice is kept in the address. */
import { expect, test } from 'vitest'
import { crossIn, wordsOf } from '../../../src-renderer/sheets/cross-address.ts'
import { chartOfCross, crossPlace, figureAt, placeWords } from '../../../src-renderer/sheets/cross-cells.ts'
import { crossWords, overlapWords } from '../../../src-renderer/sheets/cross-words.ts'
import type { CrossQuery } from '../../../src-shared/cross-tables.ts'
import type { SheetBlock } from '../../../src-shared/statistics.ts'
import { openTestApp } from '../../open-test-app.ts'

const period = { from: '2026-10-01', to: '2026-10-31' }
const choices: readonly Omit<CrossQuery, 'period'>[] = [
  { kind: 'lecture', rows: 'mode', columns: 'level', measure: 'onSite', compare: 'last' },
  { kind: 'lecture', rows: 'township', columns: null, measure: 'coveredUnions', compare: 'last' },
  { kind: 'study', rows: 'type', columns: 'month', measure: 'attended', compare: null },
  { kind: 'stay', rows: 'cadre', columns: null, measure: 'consolationYuan', compare: 'year' },
]

test('every figure of the sheet is the one that its place names, and has its records behind it', async () => {
  const { api } = await openTestApp()
  await api.sample.load({})
  const wrong: string[] = []
  let looked = 0
  for (const choice of choices) {
    const query = { ...choice, period }
    const { table, sheet } = await api.sheets.showCross(query)
    for (const [index, block] of sheet.blocks.entries())
      for (const { at, cell } of cellsOf(block)) {
        const place = crossPlace(table, index, at)
        if (!place || typeof cell !== 'number') continue
        looked += 1
        const { ids, values } = await api.sheets.crossRecords({ query, ...place })
        const sum = values?.reduce<number>((all, value) => all + (value ?? 0), 0) ?? ids.length
        const name = `${sheet.title} ${JSON.stringify(place)}`
        if (figureAt(table, place) !== cell)
          wrong.push(`${name}: ${cell} is shown, the place is ${figureAt(table, place)}`)
        if (Math.round(sum * 100) / 100 !== cell) wrong.push(`${name}: ${cell} is shown, ${sum} is behind it`)
      }
  }
  expect(wrong).toEqual([])
  expect(looked).toBeGreaterThan(60)
})

test('what has changed has no records of its own', async () => {
  const { api } = await openTestApp()
  await api.sample.load({})
  const byLevel = await api.sheets.cross({ ...(choices[0] as CrossQuery), period })
  expect(crossPlace(byLevel, 2, { row: 0, column: 1 })).toBeNull()
  const byTownship = await api.sheets.cross({ ...(choices[1] as CrossQuery), period })
  expect(crossPlace(byTownship, 0, { row: 0, column: 2 })).toMatchObject({ isCompared: true })
  expect(crossPlace(byTownship, 0, { row: 0, column: 3 })).toBeNull()
})

test('in the other period a figure is named by the months of that period', async () => {
  const { api } = await openTestApp()
  await api.sample.load({})
  const query = { kind: 'study', rows: 'type', columns: 'month', measure: 'sessions', compare: 'last', period } as const
  const table = await api.sheets.cross(query)
  const now = crossPlace(table, 0, { row: 0, column: 1 })
  const then = crossPlace(table, 1, { row: 0, column: 1 })
  expect(now && placeWords(table, now)).toBe('理论学习中心组集体学习，2026年10月')
  expect(then && placeWords(table, then)).toBe('理论学习中心组集体学习，2026年9月，上期')
})

test('a choice comes back from the address; words that its kind does not know are the usual ones', () => {
  for (const choice of choices) {
    const words = Object.entries(wordsOf(choice)).filter((pair): pair is [string, string] => pair[1] !== null)
    expect(crossIn(new URLSearchParams(words), period)).toEqual({ ...choice, period })
  }
  expect(crossIn(new URLSearchParams('kind=stay&rows=mode&columns=cadre&measure=clicks'), period)).toEqual({
    kind: 'stay',
    rows: 'cadre',
    columns: null,
    measure: 'days',
    period,
    compare: null,
  })
})

test('the choice and what overlaps are said in plain words', async () => {
  const { api } = await openTestApp()
  await api.sample.load({})
  const [byMode, byTownship, byType] = await Promise.all(
    choices.slice(0, 3).map((choice) => api.sheets.cross({ ...choice, period })),
  )
  expect(crossWords({ ...(choices[0] as CrossQuery), period })).toBe(
    '2026年10月的宣讲，按宣讲方式分行、按层级分列，统计现场人次，与上期（2026年9月）对比。',
  )
  expect(byMode && overlapWords(byMode)).toContain('“宣讲方式”')
  expect(byTownship && overlapWords(byTownship)).toContain('每个单位只算一次')
  expect(byType && overlapWords(byType)).toBe('')
})

test('months run along a line, two periods stand beside each other', async () => {
  const { api } = await openTestApp()
  await api.sample.load({})
  const quarter = { from: '2026-09-01', to: '2026-11-30' }
  const line = chartOfCross(await api.sheets.cross({ ...(choices[2] as CrossQuery), period: quarter }))
  expect([line.isOverTime, line.categories]).toEqual([true, ['2026年9月', '2026年10月', '2026年11月']])
  const bars = chartOfCross(await api.sheets.cross({ ...(choices[1] as CrossQuery), period }))
  expect([bars.isOverTime, bars.series.map(({ name }) => name)]).toEqual([false, ['本期', '上期']])
})

function cellsOf({ rows, total }: SheetBlock) {
  return [
    ...rows.map((cells, row) => ({ cells, row: row as number | 'total' })),
    { cells: total ?? [], row: 'total' as const },
  ].flatMap(({ cells, row }) => cells.map((cell, column) => ({ at: { row, column }, cell })))
}
