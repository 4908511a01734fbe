/** What a chart (统计图) shows: one measure over the rows of a table, in one series or a few. Pure. */
import { cellText } from '../../src-shared/cell-text.ts'
import type { SheetBlock, SheetCell, SheetColumn } from '../../src-shared/statistics.ts'

export type ChartSeries = { readonly name: string; readonly values: readonly (number | null)[] }

export type Chart = {
  /** What is measured: 场次. */
  readonly measure: string
  readonly kind: SheetColumn['kind']
  /** What each value belongs to: a type of study, a month. */
  readonly categories: readonly string[]
  /** Several have the same measure, so that they may stand on one scale. */
  readonly series: readonly ChartSeries[]
  /** Months in their order are joined by a line. */
  readonly isOverTime: boolean
}

/** More than these cannot be told apart in black and white; the table beside the chart has them all. */
export const mostSeries = 6

/** Columns of a table that a chart can show. */
export function chartColumns(block: SheetBlock): readonly number[] {
  return block.columns.flatMap(({ kind }, index) => (kind === 'text' ? [] : [index]))
}

/** One column over all rows. @param column one of chartColumns */
export function chartOfColumn(block: SheetBlock, column: number): Chart {
  const shown = block.columns[column]
  return {
    measure: shown?.title ?? '',
    kind: shown?.kind ?? 'count',
    categories: block.rows.map((row) => String(row[0] ?? '')),
    series: [{ name: shown?.title ?? '', values: block.rows.map((row) => numberIn(row[column])) }],
    isOverTime: false,
  }
}

/** The largest series first, where there are too many of them; the kept ones stay in their order. */
export function fewSeries(chart: Chart): { readonly chart: Chart; readonly left: number } {
  const left = chart.series.length - mostSeries
  if (left <= 0) return { chart, left: 0 }
  const sums = chart.series.map(({ values }) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0))
  const kept = new Set(
    sums
      .map((sum, index) => ({ sum, index }))
      .toSorted((one, other) => other.sum - one.sum)
      .slice(0, mostSeries)
      .map(({ index }) => index),
  )
  return { chart: { ...chart, series: chart.series.filter((_, index) => kept.has(index)) }, left }
}

/** The largest value; 0 where there is none above it. */
export function largestOf({ series }: Chart): number {
  return Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)))
}

/** Round marks from 0 to the first one at or above `largest`: 0, 20, 40, 60. At most six of them. */
export function scaleMarks(largest: number, kind: SheetColumn['kind']): readonly number[] {
  if (largest <= 0) return [0, 1]
  const rough = largest / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? rough
  // Nothing is counted in halves.
  const whole = kind === 'count' ? Math.max(1, step) : step
  const count = Math.ceil(largest / whole - 1e-9)
  return Array.from({ length: count + 1 }, (_, index) => Number((index * whole).toPrecision(12)))
}

/** The chart in one sentence, for who does not see it and for who wants the point of it. */
export function chartSentence({ measure, kind, categories, series }: Chart): string {
  const stated = series.flatMap(({ name, values }) =>
    values.flatMap((value, index) =>
      value === null ? [] : [{ value, what: nameOf(categories[index] ?? '', name, series.length) }],
    ),
  )
  const most = stated.toSorted((one, other) => other.value - one.value)[0]
  if (!most || most.value === 0) return `${measure}：没有数字。`
  const least = stated.toSorted((one, other) => one.value - other.value)[0]
  const asText = (value: number) => cellText(value, kind)
  const empty = series.reduce((sum, { values }) => sum + values.filter((value) => value === null).length, 0)
  const end = empty > 0 ? `，未统计${empty}项。` : '。'
  if (!least || stated.length === 1 || least.value === most.value)
    return `${measure}：${most.what}${asText(most.value)}${end}`
  return `${measure}：最多的是${most.what}（${asText(most.value)}），最少的是${least.what}（${asText(least.value)}）${end}`
}

function nameOf(category: string, series: string, count: number): string {
  return count > 1 ? `${category}·${series}` : category
}

export function numberIn(cell: SheetCell | undefined): number | null {
  return typeof cell === 'number' ? cell : null
}
