/** How far a notice has been answered (进度): models of the figures. The rule that makes a state of them is in requirement-state.ts. */
import type { Minimum, RequirementKind } from './notices.ts'
import type { Period } from './period.ts'
import type { RecordKind } from './record-kinds.ts'

export const progressStates = ['未开始', '进行中', '已达标', '已超期', '无法量化'] as const
export type ProgressState = (typeof progressStates)[number]

/** One of those of whom the minimum is asked: a 中心组, a 支部, a union, a cadre, a quarter. */
export type GroupProgress = { readonly name: string; readonly done: number; readonly gap: number }

/** What the answering records state. null: none states it, which is not 0. Nothing here may be added to another. */
export type AnswerFigures = {
  /** 场次, records. */
  readonly records: number
  /** 学习实到人次 */
  readonly attended: number | null
  /** 宣讲现场人次, 线上人次, 点击次数 */
  readonly audienceOnSite: number | null
  readonly audienceOnline: number | null
  readonly clicks: number | null
  /** 宣讲覆盖基层工会数, each once. */
  readonly coveredUnions: number
  /** 蹲点在岗天数 */
  readonly daysOnSite: number | null
}

export type RequirementProgress = {
  readonly requirementId: string
  readonly kind: RequirementKind
  readonly title: string
  readonly state: ProgressState
  /** Whether records can show it at all; otherwise only a document or another paper does. */
  readonly isCountable: boolean
  /** In `unit`; of all groups together where the minimum is each. */
  readonly done: number
  /** Records that count because the clerk confirmed them (已确认), and because rule proposes them with nothing against. */
  readonly confirmed: number
  readonly proposed: number
  /** Records that do not count until the clerk confirms them. */
  readonly doubtful: number
  readonly minimum: number | null
  readonly scope: Minimum['scope'] | null
  /** What is missing in `unit`, over all known groups; null where nothing is asked in numbers. */
  readonly gap: number | null
  readonly unit: string | null
  readonly groups: readonly GroupProgress[]
  readonly figures: AnswerFigures
  /** Records that count; empty when not asked for. */
  readonly recordIds: readonly string[]
  readonly lastRecord: { readonly kind: RecordKind; readonly id: string; readonly date: string } | null
  /** Last day; null when the notice sets none. */
  readonly due: string | null
  /** What would show it, where records cannot count it; empty otherwise. */
  readonly evidence: string
  /** One sentence. */
  readonly nextStep: string
  /** What the figures leave open, e.g. groups that no record names. */
  readonly remarks: readonly string[]
}

export type NoticeProgress = {
  readonly noticeId: string
  /** The day on which it was counted. */
  readonly today: string
  readonly requirements: readonly RequirementProgress[]
}

/** One line for each notice: reminders and the year at a glance. */
export type NoticeOverview = {
  readonly noticeId: string
  readonly title: string
  readonly number: string
  readonly issuer: string
  readonly date: string | null
  /** Requirements in each state; those set aside are in none. */
  readonly states: Readonly<Record<ProgressState, number>>
  /** The first last day, today or later, of what is not met yet. */
  readonly nextDue: string | null
}

/** Coverage of the grassroots unions by the lectures of a notice's time. */
export type NoticeCoverage = {
  readonly period: Period
  /** 应覆盖: unions in the register when counted. */
  readonly base: number
  readonly covered: number
  /** covered ÷ base; null for an empty register. */
  readonly rate: number | null
  readonly townships: readonly {
    readonly township: string
    readonly base: number
    readonly covered: number
    readonly unreached: readonly { readonly id: string; readonly name: string }[]
  }[]
}
