/** The workbench (工作台): what was done this month, what is missing, and the one next step. */
import type { Period } from './period.ts'
import type { RecordKind } from './record-kinds.ts'
import type { PeriodFigures } from './statistics.ts'

/** Something that is missing: `where` names the page that mends it. */
export type Gap = {
  readonly code:
    | 'office-missing'
    | 'unions-missing'
    | 'no-records'
    | 'records-returned'
    | 'reply-overdue'
    | 'requirements-overdue'
    | 'reply-due'
    | 'requirements-due'
    | 'requirements-unconfirmed'
    | 'attendance-missing'
    | 'audience-missing'
    | 'reactions-missing'
    | 'problems-overdue'
    | 'unions-uncovered'
    | 'report-missing'
  readonly sentence: string
  readonly count: number
  readonly where: 'office' | 'unions' | 'studies' | 'lectures' | 'stays' | 'activities' | 'documents' | 'notices'
  /** Filter of that page, as in its address. */
  readonly filter?: string
  /** The notice that it is about, when it is about one. */
  readonly noticeId?: string
}

export type RecentRecord = {
  readonly kind: RecordKind
  readonly id: string
  readonly date: string
  readonly title: string
}

export type Workbench = {
  readonly today: string
  readonly month: Period
  readonly figures: PeriodFigures
  /** All records in the store, removed ones not counted. */
  readonly totals: { readonly [Kind in RecordKind | 'union']: number }
  readonly gaps: readonly Gap[]
  /** The first thing to do; null when nothing is missing. */
  readonly nextStep: Gap | null
  readonly recent: readonly RecentRecord[]
}
