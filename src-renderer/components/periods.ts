/** Periods (统计期) that a clerk reaches for: months, quarters, years. Pure arithmetic on `YYYY-MM-DD`. */
import type { Period } from '../../src-shared/period.ts'

export type NamedPeriod = { readonly name: string; readonly period: Period }

/** 本月, 上月, 本季度, 上季度, 本年, 上年 as seen from `today`. */
export function namedPeriods(today: string): readonly NamedPeriod[] {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  const quarterStart = month - ((month - 1) % 3)
  return [
    { name: '本月', period: months(year, month, 1) },
    { name: '上月', period: months(year, month - 1, 1) },
    { name: '本季度', period: months(year, quarterStart, 3) },
    { name: '上季度', period: months(year, quarterStart - 3, 3) },
    { name: '本年', period: months(year, 1, 12) },
    { name: '上年', period: months(year - 1, 1, 12) },
  ]
}

/** The quarter in which a day lies. */
export function quarterOf(day: string): Period {
  const month = Number(day.slice(5, 7))
  return months(Number(day.slice(0, 4)), month - ((month - 1) % 3), 3)
}

/** `count` months from a month on; month 0 is December of the year before. */
function months(year: number, month: number, count: number): Period {
  const first = new Date(Date.UTC(year, month - 1, 1))
  const last = new Date(Date.UTC(year, month - 1 + count, 0))
  return { from: first.toISOString().slice(0, 10), to: last.toISOString().slice(0, 10) }
}
