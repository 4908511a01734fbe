/** A cross-table in plain words (说明): what was chosen, and why some sums are not sums. Pure. */
import { periodWords } from '../../src-shared/chinese.ts'
import { comparedPeriod } from '../../src-shared/compared-periods.ts'
import {
  type CrossMeasure,
  type CrossQuery,
  type CrossTable,
  comparisons,
  crossMeasures,
  dimensionsOf,
} from '../../src-shared/cross-tables.ts'
import { recordKindNames } from '../../src-shared/record-kinds.ts'

/** 2026年第四季度的宣讲，按场所类型分行、按月份分列，统计场次，与去年同期（2025年第四季度）对比。 */
export function crossWords({ kind, rows, columns, measure, period, compare, scope }: CrossQuery): string {
  const known = dimensionsOf(kind, scope)
  const measures: readonly CrossMeasure[] = crossMeasures[kind]
  const label = (key: string) => known.find((one) => one.key === key)?.label ?? key
  const by = columns === null ? `按${label(rows)}分行` : `按${label(rows)}分行、按${label(columns)}分列`
  const beside = compare ? `，与${comparisons[compare]}（${periodWords(comparedPeriod(period, compare))}）对比` : ''
  const counted = measures.find(({ key }) => key === measure)?.label ?? measure
  return `${periodWords(period)}的${recordKindNames[kind]}，${by}，统计${counted}${beside}。`
}

/** Empty where everything may be added up. */
export function overlapWords({
  rowDimension,
  columnDimension,
  rowsOverlap,
  columnsOverlap,
  measure,
  query,
}: CrossTable): string {
  const overlapping = [
    ...(rowsOverlap ? [rowDimension.label] : []),
    ...(columnsOverlap && columnDimension ? [columnDimension.label] : []),
  ]
  if (overlapping.length === 0) return ''
  if (measure.key === 'coveredUnions')
    return '同一个单位可能在几格里都算到，相加会重复，所以合计另行计算，每个单位只算一次。'
  const name = recordKindNames[query.kind]
  return `一条${name}可以同时属于几个“${overlapping.join('”“')}”，各格有重叠，相加会重复，所以合计另行计算，每条只算一次。`
}
