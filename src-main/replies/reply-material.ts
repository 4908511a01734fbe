/** What the chapters of a reply are written from (回复材料). */
import type { Notice } from '../../src-shared/notices.ts'
import type { Period } from '../../src-shared/period.ts'
import type { DocumentFigures } from '../../src-shared/statistics.ts'
import type { ReplyFacts } from './reply-facts.ts'
import type { AnsweredRequirement } from './requirement-figures.ts'

export type ReplyMaterial = {
  readonly notice: Notice
  readonly period: Period
  readonly figures: DocumentFigures
  readonly facts: ReplyFacts
  readonly answered: readonly AnsweredRequirement[]
  /** 零报告: why nothing was done; empty for a report that reports. */
  readonly zeroReason: string
}
