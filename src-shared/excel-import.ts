/** Import from Excel and CSV (导入表格): what is told about a workbook before and after it is taken in. */
import type { MappingSource } from './import-mapping.ts'
import { recordKindNames } from './record-kinds.ts'
import { registerKinds, registerNames } from './register-words.ts'

/** In the order in which they are taken in: what others name comes first. */
export const importKinds = ['grassrootsUnion', ...registerKinds, 'stay', 'study', 'lecture', 'activity'] as const
export type ImportKind = (typeof importKinds)[number]

export const importKindNames = {
  ...recordKindNames,
  ...registerNames,
  grassrootsUnion: '单位名册',
} as const satisfies Record<ImportKind, string>

export type ImportProblemCode =
  | 'COLUMN_MISSING' // 缺少必填的列
  | 'DATE_UNREADABLE' // 日期认不出
  | 'YEAR_MISSING' // 日期没有年份
  | 'NUMBER_UNREADABLE' // 数字认不出
  | 'WORD_UNKNOWN' // 不在可选范围内
  | 'UNION_UNKNOWN' // 单位名册中没有
  | 'STAY_UNKNOWN' // 没有这次蹲点
  | 'SEVERAL_SESSIONS' // 一行写了多场
  | 'DUPLICATE_ROW' // 与前面的行重复
  | 'CODE_TAKEN' // 统计编码已属于别的单位
  | 'FIELD_INVALID' // 填写不合要求

export type ImportRemarkCode =
  | 'APPROXIMATE' // 约数
  | 'READ_AS' // 按另一个词读入
  | 'COLUMN_UNKNOWN' // 没有用到的列
  | 'ROW_HIDDEN' // 隐藏行
  | 'COLUMN_HIDDEN' // 隐藏列
  | 'ROW_REPEATED' // 重复行
  | 'NUMBER_MERGED' // 合并单元格中的数字只计一次
  | 'SHEET_UNKNOWN' // 认不出的工作表
  | 'SHEET_LEFT_OUT' // 按选择不读入的工作表

/** A cell that keeps its row from being taken in; `column` is a letter. */
export type ImportProblem = {
  readonly row: number
  readonly column: string
  readonly code: ImportProblemCode
  readonly message: string
}
/** What was understood in a way the clerk may want to look at; the row is taken in. */
export type ImportRemark = Omit<ImportProblem, 'code'> & { readonly code: ImportRemarkCode }

export type ImportColumn = {
  readonly column: string
  readonly header: string
  /** The field it is read into; null: not used. */
  readonly field: string | null
}

export type ImportCounts = {
  readonly rows: number
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly wrong: number
}

/** A column with what stands in its first cells below the header. */
export type PreviewColumn = ImportColumn & { readonly examples: readonly string[] }

/** A row as it would be stored. */
export type ImportSample = {
  readonly row: number
  readonly state: 'new' | 'changed'
  /** By field, as the template writes it; what is blank is left out. */
  readonly texts: Readonly<Record<string, string>>
  /** Of a row that changes a record: field by field what it says now and what it will say. */
  readonly changes: readonly { readonly field: string; readonly old: string; readonly new: string }[]
}

export type ImportSheet = ImportCounts & {
  readonly name: string
  /** null: not recognised as a register, or left out. */
  readonly kind: ImportKind | null
  /** Row of the header, the lower one of two. */
  readonly header: number | null
  readonly by: MappingSource
  readonly layout: string | null
  readonly columns: readonly PreviewColumn[]
  /** The first rows as texts, among which the header is. */
  readonly head: readonly { readonly row: number; readonly text: string }[]
  /** In order of rows; where a limit was given, the first of each code. */
  readonly problems: readonly ImportProblem[]
  readonly remarks: readonly ImportRemark[]
  /** How many there are in all, by code. */
  readonly problemCounts: Readonly<Partial<Record<ImportProblemCode, number>>>
  readonly remarkCounts: Readonly<Partial<Record<ImportRemarkCode, number>>>
  /** What stands in the cells that problems and remarks point at, by address: B12. */
  readonly cellTexts: Readonly<Record<string, string>>
  /** The first new and changed rows. */
  readonly samples: readonly ImportSample[]
}

export type ImportPreview = { readonly sheets: readonly ImportSheet[] }

/** An import that was carried out (导入批次); null as id: nothing was new or changed. */
export type AppliedImport = ImportPreview & { readonly id: string | null }

export type ImportRun = {
  readonly id: string
  readonly fileName: string
  readonly at: string
  readonly new: number
  readonly changed: number
  readonly undoneAt: string | null
}
