/** Checking before sending (逻辑检查): what was found by the rules, and what the clerk says to it. */
import { z } from 'zod'
import { form, oneOf, requiredText } from './fields.ts'
import type { RecordKind } from './record-kinds.ts'
import type { TracedRecord } from './replies.ts'
import { type SelfCheckRule, type SelfCheckSeverity, selfCheckRules } from './self-check-rules.ts'

export type SelfCheckFinding = {
  readonly rule: SelfCheckRule
  readonly severity: SelfCheckSeverity
  readonly title: string
  /** What the finding is about, the same in every run: an explanation is stored under it. */
  readonly subject: string
  readonly records: readonly { readonly kind: RecordKind | 'grassrootsUnion'; readonly id: string }[]
  /** One sentence: what was found and what to do. */
  readonly message: string
  /** What the clerk has said about it; empty when nothing. */
  readonly explanation: string
}

/** With its records by day and name, as the window shows them. */
export type NamedFinding = Omit<SelfCheckFinding, 'records'> & { readonly records: readonly TracedRecord[] }

export const explanationSchema = form({
  noticeId: requiredText(64),
  rule: oneOf(selfCheckRules.map(({ id }) => id) as [SelfCheckRule, ...SelfCheckRule[]]),
  subject: requiredText(200),
  /** Empty takes it back. */
  text: z.string({ error: '应为文字' }).trim().max(500, '不能超过500个字'),
})
export type ExplanationInput = z.output<typeof explanationSchema>
