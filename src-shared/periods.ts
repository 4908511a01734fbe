/** Months and quarters (月、季) round a day, as periods, and days counted on. */
import type { Period } from './period.ts'

/** The calendar month in which the day lies. */
export function monthOf(day: string): Period {
  return months(day, 0, 1)
}

/** The newest month that is over. */
export function lastMonth(day: string): Period {
  return months(day, -1, 1)
}

/** The quarter in which the day lies. */
export function quarterOf(day: string): Period {
  return months(day, -monthInQuarter(day), 3)
}

/** The newest quarter that is over. */
export function lastQuarter(day: string): Period {
  return months(day, -monthInQuarter(day) - 3, 3)
}

/** 上半年 or 下半年 of the year in which the day lies. */
export function halfOf(day: string): Period {
  return months(day, -((Number(day.slice(5, 7)) - 1) % 6), 6)
}

/** The newest half of a year that is over. */
export function lastHalf(day: string): Period {
  return months(day, -((Number(day.slice(5, 7)) - 1) % 6) - 6, 6)
}

/** The calendar year in which the day lies. */
export function yearOf(day: string): Period {
  const year = day.slice(0, 4)
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}

/** The day so many days later; earlier for a negative number. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function monthInQuarter(day: string): number {
  return (Number(day.slice(5, 7)) - 1) % 3
}

function months(day: string, offset: number, length: number): Period {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + offset]
  const from = new Date(Date.UTC(year, month, 1))
  const to = new Date(Date.UTC(year, month + length, 0))
  return { from: from.toISOString().slice(0, 10), to: to.toISOString().slice(0, 10) }
}
