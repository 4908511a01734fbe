/** The official document (公文) as a model: what it says and which part is what; nothing about its looks. */
import { z } from 'zod'
import { day, form, optionalText, requiredText } from './fields.ts'
import type { Period } from './period.ts'
import type { Stamp } from './stamp.ts'
import type { FigureKey, Sheet } from './statistics.ts'

/** 文种 that this version writes; more follow with their own layouts. */
export const documentKinds = ['报告'] as const

/** A stretch of text; with `figure` it is a number drawn from the records and not to be typed over. */
const runSchema = form({
  text: z.string({ error: '应为文字' }).max(20_000, '一段不能超过20000个字'),
  figure: z.custom<FigureKey>((value) => typeof value === 'string', '应为指标名').optional(),
})

const headingSchema = form({
  kind: z.literal('heading'),
  /** 1: 一、 2:（一） 3: 1. 4:（1）. The number is not part of the text; it is given by order. */
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)], { error: '应为1至4级' }),
  text: requiredText(100),
})
const paragraphSchema = form({ kind: z.literal('paragraph'), runs: z.array(runSchema) })

export const blockSchema = z.discriminatedUnion('kind', [headingSchema, paragraphSchema], { error: '应为标题或段落' })

export const documentSchema = form({
  kind: z.enum(documentKinds, { error: '不在可选范围内' }),
  /** 发文机关标志 as printed in red, with 文件. */
  mark: requiredText(40),
  /** 发文字号, GB/T 9704—2012 clause 7.2.5; empty while not yet given. */
  number: optionalText(40).refine(
    (number) => number === '' || /^[\u4e00-\u9fa5A-Za-z]{2,20}〔20\d\d〕[1-9]\d{0,4}号$/.test(number),
    '应为“云工发〔2026〕5号”的样式：年份用六角括号〔〕，序号不加“第”、不编虚位',
  ),
  /** 签发人, upward documents only (7.2.6). */
  signers: z.array(requiredText(20)).min(1, '报告应标注签发人').max(6, '签发人不能超过6人'),
  title: requiredText(120),
  /** 主送机关 in order; printed with 、 between and ： at the end (7.3.2). */
  recipients: z.array(requiredText(60)).min(1, '至少填一个主送机关'),
  blocks: z.array(blockSchema).min(1, '正文不能为空'),
  /** Each annex is a statistics sheet; its name stands in 附件说明 and above the annex alike. */
  annexes: z.array(z.custom<Annex>((value) => typeof value === 'object' && value !== null, '附件格式有误')),
  /** 署名 and 成文日期 (7.3.5). */
  issuer: requiredText(40),
  /** 加盖印章 (7.3.5.1) or not (7.3.5.2): where 署名 and 成文日期 stand depends on it. */
  hasSeal: z.boolean({ error: '应为是或否' }).default(true),
  date: day(),
  copyTo: z.array(requiredText(60)).default([]),
  printer: requiredText(40),
  printedOn: day(),
}).refine((document) => document.printedOn >= document.date, {
  path: ['printedOn'],
  error: '印发日期早于成文日期，请核对',
})

export type Run = z.output<typeof runSchema>
export type Block = z.output<typeof blockSchema>
export type Annex = { readonly title: string; readonly sheet: Sheet }
export type OfficialDocumentInput = z.input<typeof documentSchema>
export type OfficialDocument = z.output<typeof documentSchema>

/** A document in the store: its model, the period it was drawn from and the stamp. */
export type StoredDocument = Stamp & { readonly period: Period; readonly content: OfficialDocument }
export type DocumentSummary = Stamp & { readonly period: Period; readonly title: string; readonly number: string }
