/** 学习任务: what a study group must hold, how often that came due in a period, and what is usually asked of its kind. */
import type { Period } from './period.ts'
import type { dutyPeriods, StudyType, studyGroupKinds } from './vocabulary.ts'

export type DutyPeriod = (typeof dutyPeriods)[number]
export type Duty = { readonly type: StudyType; readonly times: number; readonly per: DutyPeriod }

/** One duty of one group in a period: sessions that came due, that were held, and that are missing. */
export type DutyState = Duty & {
  readonly groupId: string
  readonly group: string
  readonly due: number
  readonly held: number
  readonly missing: number
  /** The sessions held, oldest first. */
  readonly sessions: readonly { readonly id: string; readonly date: string; readonly topic: string }[]
}

/**
 * What is usually asked (参考要求), offered and never set: 中心组 and 支部 as the notices of 2022 ask at least, the
 * periods as offices have them. The office's own rule decides.
 */
export const usualDuties: Readonly<Record<(typeof studyGroupKinds)[number], readonly Duty[]>> = {
  理论学习中心组: [
    { type: '理论学习中心组集体学习', times: 1, per: '季度' },
    { type: '集体专题学习', times: 1, per: '年' },
    { type: '专题交流研讨', times: 1, per: '年' },
  ],
  党支部: [{ type: '主题党日', times: 1, per: '月' }],
  青年理论学习小组: [{ type: '青年理论学习小组', times: 1, per: '季度' }],
  其他学习小组: [],
}

const monthsOf: Readonly<Record<DutyPeriod, number>> = { 月: 1, 季度: 3, 半年: 6, 年: 12 }

/**
 * Months, quarters, half-years or years whose first day lies in the period: each belongs to one period only, so that
 * what is due in two periods that follow each other is due in both together.
 */
export function spansBegun(per: DutyPeriod, { from, to }: Period): number {
  const length = monthsOf[per]
  return Math.max(0, spansUntil(to, length) - spansUntil(dayBefore(from), length))
}

/** Spans of so many months that began from the year 0 to this day. */
function spansUntil(day: string, length: number): number {
  return Math.floor((Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) / length)
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
