/** The days that a notice names (通知中的日子): when something begins, ends or is to be reported. Pure. */
import type { Requirement, RequirementKind } from '../../../src-shared/notices.ts'

export type NoticeDay = {
  readonly date: string
  readonly what: '起' | '止' | '报'
  readonly noticeId: string
  readonly requirementId: string
  readonly kind: RequirementKind
  readonly title: string
}

/** In order; nothing of what was set aside. */
export function daysOf(requirements: readonly Requirement[]): NoticeDay[] {
  return requirements
    .filter(({ state }) => state !== '不适用')
    .flatMap(({ id, noticeId, kind, title, window, report }) => {
      const day = (date: string | null | undefined, what: NoticeDay['what']): NoticeDay[] =>
        date ? [{ date, what, noticeId, requirementId: id, kind, title }] : []
      const due = report && /^\d/.test(report.due) ? report.due : null
      return [...day(window?.from, '起'), ...day(window?.to, '止'), ...day(due, '报')]
    })
    .toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
}

/** How many requirements are to be worked on that day: their time has both ends, and it lies between. */
export function openOn(requirements: readonly Requirement[], date: string): number {
  return requirements.filter(
    ({ state, window }) => state !== '不适用' && window?.from && window.to && window.from <= date && date <= window.to,
  ).length
}

/** Weeks from Monday to Sunday that hold the month `YYYY-MM`; days of the months beside it included. */
export function weeksOf(month: string): string[][] {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const first = new Date(Date.UTC(year, number - 1, 1))
  const before = (first.getUTCDay() + 6) % 7
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
  const weeks = Math.ceil((before + last) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) =>
      new Date(Date.UTC(year, number - 1, 1 - before + week * 7 + weekday)).toISOString().slice(0, 10),
    ),
  )
}

/** `by` months later. */
export function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}
