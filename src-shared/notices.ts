/** The notice (通知) and what it asks for (要求): each requirement with the words that ask it, so that nobody need believe us. */
import { z } from 'zod'
import { day, form, oneOf, optionalDay, optionalText, requiredText } from './fields.ts'
import { minimumScopes, requirementKinds, requirementSources, requirementStates } from './notice-words.ts'
import type { Missing, RecognisedDocument } from './recognition.ts'
import { type RecordKind, recordKinds } from './record-kinds.ts'
import type { Stamp } from './stamp.ts'

const words = (max = 60) => z.array(requiredText(max), { error: '应为一项或多项' }).default([])

export const minimumSchema = form({
  count: z.number({ error: '应为数字' }).int('应为整数').min(1, '至少为1').max(100_000, '数字过大，请核对'),
  /** 次、场、篇、个 … */
  unit: requiredText(8),
  scope: oneOf(minimumScopes).default('本单位'),
})

/** From when to when; either end may be open. */
export const windowSchema = form({
  from: optionalDay(),
  to: optionalDay(),
  /** As the notice says it: 从现在起到明年年初. */
  words: optionalText(100),
})

export const reportDutySchema = form({
  /** To whom, as named; empty when the notice names nobody. */
  to: words(),
  /** What the report is to hold, in order: 推进落实情况、好的经验做法、职工群众反响. */
  slots: words(),
  /** 及时 is a value, not a date. */
  due: z.union([day(), z.literal('及时'), z.literal('')], { error: '应为日期或“及时”' }).default(''),
})

export const requirementSchema = form({
  kind: oneOf(requirementKinds),
  /** What is to be done, in few words. */
  title: requiredText(120),
  /** The exact words of the notice; empty for what the clerk adds, or what a catalogue says in words of its own. */
  quote: optionalText(4000),
  /** The headings above the quotation, outermost first. */
  place: words(200),
  actors: words(),
  audiences: words(),
  /** 学习类型, 宣讲方式, 宣传形式 …: words of our vocabularies where one fits, otherwise of the notice. */
  forms: words(),
  /** 场所类型, or places by name. */
  venues: words(),
  minimum: minimumSchema.nullable().default(null),
  window: windowSchema.nullable().default(null),
  report: reportDutySchema.nullable().default(null),
  /** Documents to be written: 学习计划, 宣讲方案 … */
  produces: words(),
  state: oneOf(requirementStates).default('待确认'),
  source: oneOf(requirementSources).default('人工'),
  /** Row of a catalogue, e.g. B2. */
  code: optionalText(10),
  note: optionalText(500),
})

export type RequirementInput = z.input<typeof requirementSchema>
export type RequirementFields = z.output<typeof requirementSchema>
/** `position` is its place among those of its notice, from 0. */
export type Requirement = Stamp & RequirementFields & { readonly noticeId: string; readonly position: number }
export type Minimum = z.output<typeof minimumSchema>
export type RequirementKind = RequirementFields['kind']
export type Window = z.output<typeof windowSchema>
export type ReportDuty = z.output<typeof reportDutySchema>

/** What is known of a notice; a part that the text lacks stays empty. */
export const noticeSchema = form({
  issuer: optionalText(120),
  number: optionalText(60),
  title: requiredText(200),
  recipients: words(120),
  /** 成文日期, or where it lacks 印发日期; null when neither is there. */
  date: optionalDay(),
  copyTo: words(120),
  printer: optionalText(120),
  printedOn: optionalDay(),
  copies: z
    .number({ error: '应为数字' })
    .int('应为整数')
    .min(1, '至少为1')
    .max(100_000, '份数过大')
    .nullable()
    .default(null),
})
export type NoticeFields = z.output<typeof noticeSchema>

/** `incomingId` is its row in 来文登记; `document` its text, part by part; `catalogueNumber` the 文号 in the catalogue. */
export type Notice = Stamp &
  NoticeFields & {
    readonly incomingId: string
    readonly document: RecognisedDocument | null
    readonly catalogueNumber: string
  }
export type NoticeSummary = Stamp & NoticeFields & { readonly requirements: number; readonly unconfirmed: number }

export type NoticeDetail = Notice & { readonly requirements: readonly Requirement[] }

/** One of the notices whose requirements the program knows (目录). */
export type CatalogueNotice = NoticeFields & { readonly requirements: readonly RequirementFields[] }

/** What taking in a notice came to; the same notice again adds only the requirements that were not there. */
export type AddedNotice = NoticeFields & {
  readonly noticeId: string
  readonly incomingId: string
  /** false: the notice was here already. */
  readonly isNew: boolean
  /** Where its requirements come from: the catalogue, which knows its 文号, or the words of the notice. */
  readonly source: '目录' | '自动'
  /** Number of requirements that this added. */
  readonly added: number
  readonly requirements: readonly Requirement[]
  /** Parts that the text lacks; none for a notice taken from the catalogue. */
  readonly missing: readonly Missing[]
}

const id = z.string({ error: '应为编号' }).min(1, '必填').max(64, '编号过长')

/** Several out of one: their quotations together are the old one. */
export const splitSchema = form({
  id,
  version: z.number({ error: '应为版本号' }).int().min(1),
  parts: z.array(requirementSchema, { error: '应为两条或多条' }).min(2, '至少拆成两条').max(50, '不能超过50条'),
})
/** One out of several of the same notice; `fields` is what it says, absent for everything the several said. */
export const mergeSchema = form({
  ids: z.array(id, { error: '应为两条或多条' }).min(2, '至少选两条').max(50, '不能超过50条'),
  fields: requirementSchema.optional(),
})

/** Whether a record answers a requirement, as the clerk has said; what she has not said is proposed by rule. */
export const answerStates = ['采用', '不采用'] as const
export type AnswerState = (typeof answerStates)[number]
/** null takes back what was said. */
export const answerSchema = form({
  requirementId: id,
  recordKind: oneOf(recordKinds),
  recordId: id,
  state: oneOf(answerStates).nullable(),
})
export type AnswerInput = z.output<typeof answerSchema>

/** A record that answers a requirement, or may. */
export type Match = {
  readonly requirementId: string
  readonly recordKind: RecordKind
  readonly recordId: string
  /** Its day, and what it is called. */
  readonly date: string
  readonly title: string
  /** What the clerk has said; null for a proposal. */
  readonly state: AnswerState | null
  /** Whether it counts: confirmed, or proposed with nothing against it. */
  readonly counts: boolean
  /** One sentence: what speaks for it, and what against. */
  readonly why: string
}
