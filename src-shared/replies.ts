/** Documents that a notice asks for (公文起草): the reply upward, plans, and the office's own notice that passes it on. */
import type { z } from 'zod'
import { form, oneOf, optionalText, requiredText } from './fields.ts'
import { type NoticeDocumentRole, noticeDocumentRoles } from './notice-words.ts'
import { periodSchema } from './period.ts'
import type { RecordKind } from './record-kinds.ts'
import type { FigureKey } from './statistics.ts'

export const replySchema = form({
  noticeId: requiredText(64),
  period: periodSchema,
  /** 零报告: why nothing was done; the reply then says so instead of reporting. */
  zeroReason: optionalText(500),
})
export type ReplyInput = z.output<typeof replySchema>

export const noticeDraftSchema = form({
  noticeId: requiredText(64),
  role: oneOf(noticeDocumentRoles).exclude(['情况报告']),
})
export type NoticeDraftInput = z.output<typeof noticeDraftSchema>

export type DraftedReply = {
  readonly documentId: string
  /** Of the records that it was drawn from, in groups of four. */
  readonly fingerprint: string
  /** What the clerk must know about the draft: no receiver named, requirements without evidence. */
  readonly remarks: readonly string[]
}

export type NoticeDocument = {
  readonly documentId: string
  readonly role: NoticeDocumentRole
  readonly title: string
  readonly number: string
  readonly state: '草稿' | '已定稿' | '已作废'
}

/** A record as a list names it. */
export type TracedRecord = {
  readonly kind: RecordKind | 'grassrootsUnion'
  readonly id: string
  /** Empty for a union. */
  readonly date: string
  readonly title: string
}

/** One figure of a document with the records behind it. */
export type TracedFigure = {
  readonly figure: FigureKey
  /** What it counts and how (定义). */
  readonly meaning: string
  /** As printed in the document. */
  readonly text: string
  /** As counted now, a rate in per cent with one decimal; null: not stated by any record. */
  readonly value: number | null
  readonly unit: string
  readonly isStale: boolean
  readonly recordIds: readonly string[]
  /** The same records, as they are named; of very many the first. */
  readonly records: readonly TracedRecord[]
}
