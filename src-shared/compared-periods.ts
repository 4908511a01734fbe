/** The period that another is compared with (上期、去年同期). */
import type { ComparedWith } from './cross-tables.ts'
import type { Period } from './period.ts'
import { addDays } from './periods.ts'

/** As many whole months just before, where the period is whole months (from any day on); else as many days. */
export function comparedPeriod(period: Period, compare: ComparedWith): Period {
  if (compare === 'year')
    return { from: monthsOn(period.from, -12), to: monthsOn(period.to, -12, isMonthEnd(period.to)) }
  const next = addDays(period.to, 1)
  const months = monthsBetween(period.from, next)
  const to = addDays(period.from, -1)
  if (months > 0 && next.slice(8) === period.from.slice(8)) return { from: monthsOn(period.from, -months), to }
  const days = Math.round((Date.parse(next) - Date.parse(period.from)) / 86_400_000)
  return { from: addDays(period.from, -days), to }
}

/** Months of the calendar from the month of one day to that of another. */
export function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number)
  return (toYear - fromYear) * 12 + toMonth - fromMonth
}

/** The same day of another month; its last day when it has no such day, or when asked for. */
function monthsOn(day: string, months: number, atEnd = false): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  const chosen = atEnd ? last.getUTCDate() : Math.min(date, last.getUTCDate())
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), chosen)).toISOString().slice(0, 10)
}

function isMonthEnd(day: string): boolean {
  return addDays(day, 1).endsWith('-01')
}
