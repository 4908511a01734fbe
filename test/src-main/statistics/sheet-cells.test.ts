import { safe } from '@orpc/server'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordsBehind } from '../../../src-main/statistics/figure-records.ts'
import { computeFigures, ratio } from '../../../src-main/statistics/figures.ts'
import { comparedPeriod } from '../../../src-shared/compared-periods.ts'
import { type Sheet, type SheetBlock, type SheetKind, sheetKinds } from '../../../src-shared/statistics.ts'
import { openTestApp } from '../../open-test-app.ts'
import { enterRecords, randomLedger, randomPeriod } from '../../random-records.ts'
import { lecture, office, stay, union } from '../../sample-records.ts'
import { measured, type PlainLedger, plainLedger, recordsIn } from './plain-groups.ts'
import {
  measureOfTitle,
  type PlainBlock,
  plainBlocks,
  plainCoverage,
  plainProblems,
  plainSheetCell,
} from './plain-sheets.ts'
import { randomLives } from './random-lives.ts'

type App = Awaited<ReturnType<typeof openTestApp>>
const today = '2026-11-21'
const november = { from: '2026-11-01', to: '2026-11-30' }
const all = [...sheetKinds]

/** Runs a check on the sheets of random ledgers. */
async function onRandomSheets(
  check: (given: { app: App; ledger: PlainLedger; sheetOf: (kind: SheetKind) => Sheet }) => Promise<void>,
  numRuns: number,
) {
  await fc.assert(
    fc.asyncProperty(randomLedger, randomLives, async (random, lives) => {
      const app = await openTestApp()
      await app.api.office.set(office)
      await enterRecords(app.api, random)
      await lives(app.context.db)
      const sheets = await app.api.sheets.show({ ...randomPeriod, kinds: all })
      const sheetOf = (kind: SheetKind) => {
        const sheet = sheets.find((one) => one.kind === kind)
        if (sheet === undefined) throw new Error(`no sheet ${kind}`)
        return sheet
      }
      await check({ app, ledger: plainLedger(app.dataFolder), sheetOf })
      await app.close()
    }),
    { numRuns },
  )
}

/** Rows with their keys, the total with null. */
function rowsOf({ rows, rowKeys, total }: SheetBlock) {
  return [
    ...rows.map((cells, index) => ({ key: (rowKeys?.[index] ?? String(cells[0])) as string | null, cells })),
    ...(total ? [{ key: null, cells: total }] : []),
  ]
}

test('every number of the grouped tables is what plain TypeScript counts, and comes out of the records behind it', async () => {
  await onRandomSheets(async ({ app, ledger, sheetOf }) => {
    for (const [kind, blocks] of Object.entries(plainBlocks) as [SheetKind, (PlainBlock | null)[]][])
      for (const [block, plain] of blocks.entries())
        if (plain)
          await checkBlock(app, ledger, { kind, block, plain, drawn: sheetOf(kind).blocks[block] as SheetBlock })
  }, 20)
}, 300_000)

async function checkBlock(
  { api }: App,
  ledger: PlainLedger,
  { kind, block, plain, drawn }: { kind: SheetKind; block: number; plain: PlainBlock; drawn: SheetBlock },
) {
  expect([kind, block, drawn.rows.length === 0 || plain.hasNoTotal ? drawn.total : null]).toEqual([kind, block, null])
  const months = ['2026-10', '2026-11', '2026-12']
  for (const { key, cells } of rowsOf(drawn))
    for (const [column, { title, kind: cellKind, ratioOf, total }] of drawn.columns.entries()) {
      const place = [kind, block, key, title]
      const value = cells[column] ?? null
      if (cellKind === 'text' || (key === null && total === 'none')) continue
      const ask = () => api.sheets.records({ period: randomPeriod, kind, block, row: key, column })
      if (title === '应覆盖单位数') {
        const base = plainCoverage(ledger, randomPeriod).base
        expect([...place, value, (await ask()).ids.length]).toEqual([...place, base.length, base.length])
      } else if (ratioOf) {
        const [part, base] = ratioOf.map((index) => cells[index] as number | null)
        expect([...place, value]).toEqual([...place, ratio(part ?? null, base ?? null)])
        const { ids } = await ask()
        const from = title === '覆盖率' ? ratioOf[0] : ratioOf[1]
        expect(ids).toEqual(
          (await api.sheets.records({ period: randomPeriod, kind, block, row: key, column: from })).ids,
        )
      } else {
        const measure = plain.timed ?? measureOfTitle[plain.kind][title] ?? ''
        const month = plain.timed ? (months[column - 1] ?? null) : null
        const counted = plainSheetCell(ledger, plain, { period: randomPeriod, measure, row: key, month })
        expect([...place, value]).toEqual([...place, counted.value])
        const behind = await ask()
        if (behind.kind === 'grassrootsUnion') expect(behind.ids.toSorted()).toEqual(counted.ids.toSorted())
        else if (measure === 'lectures') expect([...place, behind.ids.length]).toEqual([...place, value])
        else {
          const rows = ledger[plain.kind].filter(({ id }) => behind.ids.includes(id))
          const again = measured(ledger, measure.startsWith('delivery') ? 'sessions' : measure, rows)
          expect([...place, again]).toEqual([...place, value])
        }
      }
    }
}

test('coverage by township and by kind, and the unions not reached by name, are those of the period’s last day', async () => {
  await onRandomSheets(async ({ app: { api }, ledger, sheetOf }) => {
    const plain = plainCoverage(ledger, randomPeriod)
    const [townships, kinds, unreached] = sheetOf('coverage').blocks
    for (const [block, drawn, field] of [
      [0, townships, 'township'],
      [1, kinds, 'kind'],
    ] as const)
      for (const { key, cells } of rowsOf(drawn as SheetBlock)) {
        const those = plain.base.filter((one) => key === null || one[field] === key)
        const reached = those.filter((one) => plain.reached.has(one))
        const left = those.length - reached.length
        expect(cells.slice(1)).toEqual([those.length, reached.length, left, ratio(reached.length, those.length)])
        for (const column of [1, 2, 3, 4]) {
          const { ids } = await api.sheets.records({ period: randomPeriod, kind: 'coverage', block, row: key, column })
          expect(ids.length).toBe(cells[column === 4 ? 2 : column])
        }
      }
    expect(unreached?.rowKeys?.toSorted() ?? []).toEqual(plain.unreached.map(({ id }) => id).toSorted())
    expect(sheetOf('lecture').blocks[0]).toEqual(townships)
  }, 15)
}, 300_000)

test('the summary has the figures of three periods, each with the records behind it', async () => {
  await onRandomSheets(async ({ app: { api, context }, sheetOf }) => {
    const groups = ['study', 'lecture', 'stay', 'activity'] as const
    const periods = {
      本期: randomPeriod,
      上期: comparedPeriod(randomPeriod, 'last'),
      去年同期: comparedPeriod(randomPeriod, 'year'),
    }
    for (const [name, period] of Object.entries(periods)) {
      const figures = await computeFigures(context.db, period)
      for (const [block, group] of groups.entries()) {
        const drawn = sheetOf('summary').blocks[block]
        const cells = drawn?.rows.find(([first]) => first === name) ?? []
        const expected = Object.entries(figures[group]).filter(([key]) => key !== 'continuing')
        // Every figure of the kind stands in the row, in whatever order.
        expect(cells.slice(1).map(String).toSorted()).toEqual(expected.map(([, value]) => String(value)).toSorted())
        for (let column = 1; column < cells.length; column += 1) {
          const { ids } = await api.sheets.records({ period: randomPeriod, kind: 'summary', block, row: name, column })
          expect(new Set(ids).size).toBe(ids.length)
        }
      }
    }
    const { ids } = await api.sheets.records({
      period: randomPeriod,
      kind: 'summary',
      block: 0,
      row: '上期',
      column: 1,
    })
    expect(ids).toEqual(await recordsBehind(context.db, 'study.sessions', periods.上期))
  }, 10)
}, 300_000)

test('the ledger of problems has every problem of the period, the states add up to it, overdue ones are told by the day', async () => {
  await onRandomSheets(async ({ app: { api }, ledger, sheetOf }) => {
    const problems = plainProblems(ledger, randomPeriod)
    const overdue = (state?: string) =>
      problems.filter(
        (one) =>
          (!state || one.state === state) && /待办|办理中/.test(one.state) && one.due !== null && one.due < today,
      )
    const [states, list] = sheetOf('problems').blocks
    expect(list?.rows.length).toBe(problems.length)
    expect(list?.rows.filter((row) => row[6] === '超期').length).toBe(overdue().length)
    for (const { key, cells } of rowsOf(states as SheetBlock)) {
      const those = problems.filter(({ state }) => key === null || state === key)
      expect(cells.slice(1)).toEqual([those.length, overdue(key ?? undefined).length])
      const { ids } = await api.sheets.records({
        period: randomPeriod,
        kind: 'problems',
        block: 0,
        row: key,
        column: 1,
      })
      expect(ids.toSorted()).toEqual([...new Set(those.map(({ stayId }) => stayId))].toSorted())
    }
    for (const [index, key] of (list?.rowKeys ?? []).entries()) {
      const { ids } = await api.sheets.records({
        period: randomPeriod,
        kind: 'problems',
        block: 1,
        row: key,
        column: 1,
      })
      expect((await api.stays.get({ id: ids[0] ?? '' })).unitName).toBe(list?.rows[index]?.[0])
    }
    const deeds = sheetOf('deeds').blocks[0]
    const stays = recordsIn(ledger, 'stay', randomPeriod)
    expect(deeds?.rows.length).toBe(measured(ledger, 'deeds', stays))
  }, 15)
}, 300_000)

test('班前会 and other small sessions stand on a line of their own, beside the rest', async () => {
  const { api } = await openTestApp()
  await api.office.set(office)
  await api.lectures.add([
    ...Array.from({ length: 30 }, () => lecture({ occasion: '车间班前会', audienceOnSite: 20 })),
    lecture({ occasion: '每周小结会', audienceOnSite: 10 }),
    lecture({ occasion: '报告会', audienceOnSite: 300 }),
  ])
  const [studies, lectures] = await api.sheets.show({ ...november, kinds: ['studyMonths', 'lectureDetail'] })
  expect(studies?.blocks[4]?.rows.map((row) => row.slice(0, 3))).toEqual([
    ['车间班前会', 30, 600],
    ['每周小结会', 1, 10],
  ])
  expect(lectures?.blocks[5]?.rows.map((row) => row.slice(0, 3))).toEqual([
    ['班前会和小型学习', 31, 610],
    ['其他宣讲', 1, 300],
  ])
})

test('a lecture to a union merged since counts for the one it became, in every table', async () => {
  const { api, context } = await openTestApp()
  await api.office.set(office)
  const { ids } = await api.unions.add([
    union({ name: '甲厂工会' }),
    union({ name: '乙厂工会' }),
    union({ name: '丙厂工会' }),
  ])
  await api.lectures.add([lecture({ unionIds: ids.slice(0, 1) })])
  await context.db
    .updateTable('grassrootsUnion')
    .set({ endedOn: '2026-11-20', ending: '合并', successorId: ids[1] ?? null } as never)
    .where('id', '=', ids[0] ?? '')
    .execute()
  const table = await api.sheets.cross({ kind: 'lecture', rows: 'union', measure: 'sessions', period: november })
  expect(table.rows.map(({ label }) => label)).toEqual(['乙厂工会'])
  const [detail, coverage] = await api.sheets.show({ ...november, kinds: ['lectureDetail', 'coverage'] })
  expect(detail?.blocks[0]?.total?.slice(6)).toEqual([1, 2, 0.5])
  expect(coverage?.blocks[2]?.rows.map((row) => row[1])).toEqual(['丙厂工会'])
})

test('a cell that is no number, or that is not there, is refused in one sentence', async () => {
  const { api } = await openTestApp()
  await api.stays.add([stay()])
  const ask = (block: number, column: number) =>
    safe(api.sheets.records({ period: november, kind: 'stayDetail', block, row: null, column }))
  for (const [error] of [await ask(0, 0), await ask(9, 1), await ask(0, 99)])
    expect(error?.message).toBe('表中没有这一格，或者这一格不是从记录统计出来的，请核对。')
})
