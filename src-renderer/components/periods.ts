/** Periods (统计期) that a clerk reaches for: months, quarters, halves, years. */
import type { Period } from '../../src-shared/period.ts'
import { halfOf, lastHalf, lastMonth, lastQuarter, monthOf, quarterOf, yearOf } from '../../src-shared/periods.ts'

export type NamedPeriod = { readonly name: string; readonly period: Period }

/** 本月, 上月, 本季度, 上季度, 本半年, 上个半年, 本年, 上年 as seen from `today`. */
export function namedPeriods(today: string): readonly NamedPeriod[] {
  const lastYear = String(Number(today.slice(0, 4)) - 1)
  return [
    { name: '本月', period: monthOf(today) },
    { name: '上月', period: lastMonth(today) },
    { name: '本季度', period: quarterOf(today) },
    { name: '上季度', period: lastQuarter(today) },
    { name: '本半年', period: halfOf(today) },
    { name: '上个半年', period: lastHalf(today) },
    { name: '本年', period: yearOf(today) },
    { name: '上年', period: yearOf(lastYear) },
  ]
}
