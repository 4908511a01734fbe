/** The official document (公文) as a model: what it says and which part is what; nothing about its looks. */
import { z } from 'zod'
import { day, form, optionalText, requiredText } from './fields.ts'
import { kindFaults } from './kind-rules.ts'
import type { Period } from './period.ts'
import { recordScope } from './record-scope.ts'
import type { Stamp } from './stamp.ts'
import type { FigureKey, Sheet } from './statistics.ts'

/** 文种 that are written. */
export const documentKinds = ['通知', '报告', '请示', '函', '纪要', '通报', '批复', '意见'] as const
/** How the pages look: the ordinary format, 信函格式 (10.1), 纪要格式 (10.3). */
export const documentFormats = ['普通', '信函', '纪要'] as const

/** Absent stays absent, so that a document stored before the field was known stays as it was. */
const perhapsText = (max: number) => z.string({ error: '应为文字' }).trim().max(max, `不能超过${max}个字`).optional()

/** A stretch of text; with `figure` it is a number drawn from the records and not to be typed over. */
const runSchema = form({
  text: z.string({ error: '应为文字' }).max(20_000, '一段不能超过20000个字'),
  figure: z.custom<FigureKey>((value) => typeof value === 'string', '应为指标名').optional(),
  isBold: z.boolean({ error: '应为是或否' }).optional(),
})
const runs = z.array(runSchema)
/** 一要、二要 … or 一是、二是 … within a text, noted when it was read. */
const inlineItems = z.array(requiredText(2000)).optional()

const headingSchema = form({
  kind: z.literal('heading'),
  /** 1: 一、 2:（一） 3: 1. 4:（1）. The number is not part of the text; it is given by order. */
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)], { error: '应为1至4级' }),
  /** Empty for a numbered sentence that is no heading but text. */
  text: optionalText(200),
  isUnnumbered: z.boolean({ error: '应为是或否' }).optional(),
  isBold: z.boolean({ error: '应为是或否' }).optional(),
  /** Text that follows the heading on the same line. */
  runIn: runs.optional(),
  inlineItems,
}).refine((heading) => heading.text !== '' || heading.runIn?.some((run) => run.text.trim() !== ''), {
  path: ['text'],
  error: '必填',
})
const paragraphSchema = form({
  kind: z.literal('paragraph'),
  runs,
  inlineItems,
  /** The clerk made over the words around its figures: drawing again changes the numbers only. */
  isReworded: z.literal(true).optional(),
})
const tableSchema = form({
  kind: z.literal('table'),
  caption: perhapsText(120),
  /** The first row is the head unless told otherwise. */
  hasHead: z.boolean({ error: '应为是或否' }).optional(),
  rows: z
    .array(z.array(z.string({ error: '应为文字' }).max(5000, '一格不能超过5000个字')))
    .min(1, '表格至少一行')
    .max(20_000, '表格不能超过20000行')
    .refine((rows) => (rows[0]?.length ?? 0) > 0, '表格至少一列'),
})

/** A picture in the text (图片); its bytes lie in the content store under their hash. */
const pictureSchema = form({
  kind: z.literal('picture'),
  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  sha256: z.string({ error: '应为文件的SHA-256' }).regex(/^[0-9a-f]{64}$/, '应为文件的SHA-256'),
  type: z.enum(['image/png', 'image/jpeg'], { error: '图片应为PNG或JPEG' }),
  /** Pixels, as the picture is looked at. */
  width: z.number({ error: '应为数字' }).int('应为整数').min(1, '至少为1').max(100_000, '图片过大'),
  height: z.number({ error: '应为数字' }).int('应为整数').min(1, '至少为1').max(100_000, '图片过大'),
  /** Width on paper in millimetres, at most that of the type area (版心). */
  printedWidth: z.number({ error: '应为数字' }).min(10, '不能小于10毫米').max(156, '不能超过156毫米').optional(),
  caption: perhapsText(120),
  /** Stands to the right of the picture before it, both at most half as wide as the line. */
  isBeside: z.literal(true).optional(),
})

const blockSchema = z.discriminatedUnion('kind', [headingSchema, paragraphSchema, tableSchema, pictureSchema], {
  error: '应为标题、段落、表格或图片',
})

/** Addressees of one kind; between groups stands ，, within one 、 (7.3.2). */
const groupSchema = form({
  names: z.array(requiredText(120)).min(1, '至少填一个机关'),
  /** The noun that the names before the last leave out: 总工会 in 各县（区）、开发区总工会. */
  headNoun: perhapsText(40),
  /** 抄送 to persons by post. */
  persons: z.literal(true).optional(),
})
const addressee = z.union([requiredText(60), groupSchema], { error: '应为机关名称' })

/** An annex is a statistics sheet or a text; its name stands in 附件说明 and above the annex alike. */
const sheetAnnexSchema = form({
  title: requiredText(120),
  sheet: z.custom<Sheet>((value) => typeof value === 'object' && value !== null, '附件格式有误'),
})
const textAnnexSchema = form({
  title: requiredText(120),
  blocks: z.array(blockSchema),
  isLandscape: z.boolean({ error: '应为是或否' }).optional(),
  /** Named in 附件说明 and sent apart: it has no page here. */
  isApart: z.literal(true).optional(),
  /** A text sent on by 印发 or 转发 may follow without 附件 above it and in 附件说明. */
  isUnlabelled: z.literal(true).optional(),
})
const annexSchema = z.union([sheetAnnexSchema, textAnnexSchema], { error: '附件格式有误' })

const dayOrNone = z.union([z.literal(''), day()], { error: '应为“2026-11-21”这样的日期，年份在2000至2099之间' })

/** What a document may hold, whatever its kind; a text that lacks a part can be laid out all the same. */
export const documentShape = form({
  kind: z.enum(documentKinds, { error: '不在可选范围内' }),
  /** Absent: as the kind is usually printed. */
  format: z.enum(documentFormats, { error: '不在可选范围内' }).optional(),
  /** 份号, six digits as a rule (7.2.1). */
  copyNumber: z
    .string({ error: '应为文字' })
    .regex(/^\d{1,8}$/, '份号应为数字，一般6位')
    .optional(),
  /** 密级和保密期限 (7.2.2). */
  secrecy: form({
    level: z.enum(['绝密', '机密', '秘密'], { error: '密级应为绝密、机密或秘密' }),
    term: perhapsText(20),
  }).optional(),
  /** 紧急程度 (7.2.3). */
  urgency: z.enum(['特急', '加急', '特提', '平急'], { error: '紧急程度应为特急或加急' }).optional(),
  /** 发文机关标志 as printed in red, with 文件; a joint one has a line for each name, the main first (7.2.4). */
  mark: requiredText(200),
  /** 发文字号, GB/T 9704—2012 clause 7.2.5; empty while not yet given. */
  number: optionalText(40).refine(
    (number) =>
      number === '' ||
      /^[\u4e00-\u9fa5A-Za-z]{2,20}〔20\d\d〕[1-9]\d{0,4}号$/.test(number) ||
      // 纪要 are numbered by meeting.
      /^(?:第[1-9]\d{0,4}[号期]|〔20\d\d〕[1-9]\d{0,4}号)$/.test(number),
    '应为“云工发〔2026〕5号”的样式：年份用六角括号〔〕，序号不加“第”、不编虚位',
  ),
  /** 签发人, upward documents only (7.2.6). */
  signers: z.array(requiredText(20)).max(12, '签发人不能超过12人'),
  title: requiredText(200),
  /** 主送机关 in order (7.3.2): names of one kind one after the other, or groups. */
  recipients: z.array(addressee),
  blocks: z.array(blockSchema).min(1, '正文不能为空'),
  /** 出席、请假、列席 of 纪要 (10.3). */
  attendance: z.array(form({ label: requiredText(8), names: requiredText(2000) })).optional(),
  annexes: z.array(annexSchema),
  /** 署名 and 成文日期 (7.3.5). */
  issuer: optionalText(60),
  /** The others of a joint document, in their order after the main one. */
  jointIssuers: z.array(requiredText(60)).max(20, '联合行文的机关不能超过21个').optional(),
  /** 加盖印章 (7.3.5.1) or not (7.3.5.2): where 署名 and 成文日期 stand depends on it. */
  hasSeal: z.boolean({ error: '应为是或否' }).default(true),
  /** 签名章 of the signer instead of a seal (7.3.5.3): the post is printed, the name is stamped. */
  signatureStamp: form({ post: requiredText(20) }).optional(),
  date: dayOrNone,
  /** 附注 without its brackets (7.3.6). */
  note: perhapsText(200),
  copyTo: z.array(addressee).default([]),
  printer: optionalText(60),
  printedOn: dayOrNone,
  /** 印数 */
  copies: z
    .number({ error: '应为数字' })
    .int('应为整数')
    .min(1, '不能小于1')
    .max(100_000, '份数过大，请核对')
    .optional(),
  /** Whose records its figures and sheets count. */
  scope: recordScope,
  /** Lines whose part was not known when the text was read; never dropped, never printed. */
  unplaced: z.array(form({ place: z.enum(['head', 'tail']), text: optionalText(20_000) })).optional(),
})

/** A document that is complete and right for its kind. */
export const documentSchema = documentShape.superRefine((document, context) => {
  for (const { path, sentence } of kindFaults(document))
    context.addIssue({ code: 'custom', path: [...path], message: sentence })
})

export type DocumentKind = (typeof documentKinds)[number]
export type DocumentFormat = (typeof documentFormats)[number]
export type Run = z.output<typeof runSchema>
export type Block = z.output<typeof blockSchema>
export type TableBlock = z.output<typeof tableSchema>
export type PictureBlock = z.output<typeof pictureSchema>
export type Addressee = z.output<typeof addressee>
export type SheetAnnex = { readonly title: string; readonly sheet: Sheet }
export type TextAnnex = z.output<typeof textAnnexSchema>
export type Annex = SheetAnnex | TextAnnex
export type OfficialDocument = z.output<typeof documentShape>

/** A document in the store: its model, the period it was drawn from and the stamp. */
export type StoredDocument = Stamp & { readonly period: Period; readonly content: OfficialDocument }
export type DocumentSummary = Stamp & {
  readonly kind: DocumentKind
  readonly period: Period
  readonly title: string
  readonly number: string
}
