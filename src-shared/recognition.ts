/** What is read out of an existing text of an official document (公文识别): its parts, and a report on how they were found. */

export const recognisedKinds = ['通知', '报告', '请示', '函', '纪要', '通报', '批复', '意见'] as const
export type RecognisedKind = (typeof recognisedKinds)[number]
export type RecognisedFormat = '普通' | '信函' | '纪要'

export type RecognisedRun = { readonly text: string; readonly isBold?: true }

/** `number` as printed, marks unified (一、（一）1.（1）); '' for a heading that had none. */
export type HeadingBlock = {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3 | 4
  readonly number: string
  /** With its closing mark if text follows on the line; '' if the numbered sentence is no heading but text. */
  readonly text: string
  readonly isBold?: true
  /** Text that follows the heading on the same line. */
  readonly runIn?: readonly RecognisedRun[]
  readonly inlineItems?: readonly string[]
}
export type ParagraphBlock = {
  readonly kind: 'paragraph'
  readonly runs: readonly RecognisedRun[]
  /** 一要、二要 … or 一是、二是 … within the text. */
  readonly inlineItems?: readonly string[]
}
export type TableBlock = { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
export type RecognisedBlock = HeadingBlock | ParagraphBlock | TableBlock

/** Addressees of one kind, printed with 、 between them; groups have ， between them. */
export type AddresseeGroup = {
  readonly names: readonly string[]
  /** The noun that the names before the last leave out: 总工会 in 各县（区）、开发区总工会. */
  readonly headNoun?: string
  /** 抄送 to persons by post. */
  readonly persons?: true
}
export type AnnexNote = { readonly number?: number; readonly name: string }
export type RecognisedAnnex = {
  readonly number?: number
  /** Whether the source marks it 附件; a text sent on by 印发 or 转发 may follow without the word. */
  readonly isLabelled: boolean
  readonly title?: string
  readonly blocks: readonly RecognisedBlock[]
}

/** Every part is optional: what the source does not have stays absent. Days are YYYY-MM-DD. */
export type RecognisedDocument = {
  readonly kind?: RecognisedKind
  readonly format: RecognisedFormat
  /** 份号 */
  readonly copyNumber?: string
  /** 密级和保密期限 */
  readonly secrecy?: { readonly level: string; readonly term?: string }
  /** 紧急程度 */
  readonly urgency?: string
  /** 发文机关标志 as printed; a joint one has a line for each name. */
  readonly mark?: string
  /** 发文机关, main first, read from the mark. */
  readonly issuers?: readonly string[]
  /** 发文字号, brackets and digits unified. */
  readonly number?: string
  /** 签发人 */
  readonly signers?: readonly string[]
  readonly title?: string
  /** 主送机关 */
  readonly recipients?: readonly AddresseeGroup[]
  readonly blocks: readonly RecognisedBlock[]
  /** 出席、请假、列席 of minutes. */
  readonly attendance?: readonly { readonly label: string; readonly names: string }[]
  /** 附件说明 */
  readonly annexNotes?: readonly AnnexNote[]
  /** 署名, main first. */
  readonly issuer?: readonly string[]
  /** 加盖印章; from the caller, a text cannot show it. */
  readonly hasSeal?: boolean
  /** 成文日期 */
  readonly date?: string
  /** 附注 without its brackets. */
  readonly note?: string
  readonly annexes?: readonly RecognisedAnnex[]
  /** 抄送 */
  readonly copyTo?: readonly AddresseeGroup[]
  /** 印发机关 */
  readonly printer?: string
  /** 印发日期 */
  readonly printedOn?: string
  /** 印数 */
  readonly copies?: number
  /** Lines whose part is not known, before the title or after the end; never dropped. */
  readonly unplaced?: readonly { readonly place: 'head' | 'tail'; readonly text: string }[]
}

export const partLabels = {
  kind: '文种',
  copyNumber: '份号',
  secrecy: '密级和保密期限',
  urgency: '紧急程度',
  mark: '发文机关标志',
  issuers: '发文机关',
  number: '发文字号',
  signers: '签发人',
  title: '标题',
  recipients: '主送机关',
  blocks: '正文',
  attendance: '出席、请假、列席',
  annexNotes: '附件说明',
  issuer: '署名',
  date: '成文日期',
  note: '附注',
  annexes: '附件',
  copyTo: '抄送机关',
  printer: '印发机关',
  printedOn: '印发日期',
  copies: '印数',
} as const
export type PartName = keyof typeof partLabels

/** A part with the exact words of the source; `line` counts lines of a text, paragraphs of a DOCX, from 1. */
export type Found = {
  readonly part: PartName | 'heading' | 'table' | 'inlineItems' | 'unplaced'
  readonly words: string
  readonly line: number
}
/** `isNeeded`: a document of this kind should have it. */
export type Missing = {
  readonly part: PartName
  readonly label: string
  readonly note: '原文未见'
  readonly isNeeded: boolean
}

/** What was changed by rule, and why: the clerk reads the reason. */
export const tidyReasons = {
  invisible: '去掉看不见的字符',
  entity: '网页代码还原为文字',
  residue: '去掉网页上不属于公文的文字',
  pageNumber: '去掉夹在文中的页码',
  rule: '去掉分隔线，线条由版式画出',
  markdown: '去掉Markdown标记，级别和加粗已记下',
  tableMark: '去掉表格的竖线，已转为表格',
  fullWidthDigit: '全角数字、字母改为半角',
  digitSpace: '汉字与数字、字母之间不空格',
  spacedOut: '字与字之间多余的空格',
  punctuationSpace: '标点前后不空格',
  halfWidthMark: '汉字旁的标点用全角',
  quotes: '直引号改为弯引号',
  bracketPair: '括号前后统一为全角',
  dash: '两个短横改为一字线或破折号',
  doubledMark: '去掉重复的标点',
  lineBreak: '一句话被换行切断，接回',
  doubledText: '换页处重复的字去掉一次',
  numberForm: '发文字号用六角括号，不加“第”，不编虚位（7.2.5）',
  headingMark: '层次序数统一为一、（一）1.（1）（7.3.3）',
  dateForm: '日期用阿拉伯数字，不编虚位（7.3.5.4）',
  markHole: '发文机关标志中的空格去掉',
  titleLines: '标题分行处的空格去掉，由版式按词意分行',
  repeatedTitle: '标题重复出现，去掉一次',
  separator: '名称之间的分隔统一：同类用顿号，类间用逗号（7.3.2）',
  labelForm: '“附件”“抄送”等标识的写法统一（7.3.4、7.3.7、7.4.2）',
  listEnd: '附件名称后不加标点（7.3.4）；抄送末尾加句号（7.4.2）',
  secrecyForm: '密级与保密期限之间用★（7.2.2）',
} as const
export type TidyKind = keyof typeof tidyReasons
/** `before` and `after` carry a little of the text around, the same on both sides. */
export type Tidied = {
  readonly what: TidyKind
  readonly line: number
  readonly before: string
  readonly after: string
  readonly why: string
}

export const findingKinds = {
  annexName: '附件名称前后不一',
  annexNumber: '附件序号前后不一',
  annexAbsent: '附件说明与附件不对应',
  datesDiffer: '成文日期与印发日期不同',
  datesReversed: '印发日期早于成文日期',
  numberYear: '文号年份与日期不符',
  windowBefore: '时间安排早于发文日期',
  headingSequence: '层次序数不连续',
  unevenBold: '同级文字加粗不一致',
  headingUnnumbered: '标题没有序数',
  foreignWord: '文中夹有外文单词',
  typo: '疑似错字',
  nameOrder: '名称前后用字顺序不一',
  unpaired: '标点不成对',
  spaceInText: '文中有空格',
  doubledWords: '换行处疑有重复',
  urlInText: '文中有网址',
  fewCopies: '印数偏少',
  issuerNotInTitle: '标题未写发文机关',
  namesDiffer: '发文机关前后不一',
  kindUnknown: '文种不在可排范围',
  kindDiffers: '指定的文种与标题不符',
  signersForbidden: '该文种不标注签发人',
  requestInReport: '报告中夹带请示事项',
  unplaced: '有文字未归入任何部分',
  unresolvedNumbering: '自动编号未能还原',
  picture: '原文有图片，未取出',
  trackedChanges: '原文带有修订',
  comments: '原文有批注，未取出',
  notesLeftOut: '原文有脚注，未取出',
  embedded: '原文嵌有别的文档，未读取',
  hiddenText: '原文有隐藏文字，未取出',
} as const
export type FindingKind = keyof typeof findingKinds
/** Only suspicious: nothing was changed. */
export type Finding = {
  readonly what: FindingKind
  readonly severity: 'warning' | 'info'
  readonly line: number
  readonly words: string
  /** One sentence for the clerk. */
  readonly note: string
}

export type Recognition = {
  readonly document: RecognisedDocument
  readonly found: readonly Found[]
  readonly missing: readonly Missing[]
  readonly tidied: readonly Tidied[]
  readonly findings: readonly Finding[]
}

/** A paragraph or table as a reader of files hands it over. */
export type SourceBlock =
  | {
      readonly kind: 'text'
      readonly runs: readonly RecognisedRun[]
      /** Depth of a heading style, 0 for none. */
      readonly depth?: number
      readonly isCentred?: boolean
      /** First-line indent in 字. */
      readonly indent?: number
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
export type RecognitionSource =
  | { readonly text: string }
  | { readonly blocks: readonly SourceBlock[]; readonly findings?: readonly Finding[] }
