/** A list as a table to print or to hand out (打印列表、导出表格): all rows of a filter, with its words. Plain data. */
import { chineseDate, periodWords } from './chinese.ts'
import { fieldLabels } from './field-labels.ts'
import { type ListFilter, listFilters, listNames } from './list-filters.ts'

/** Lists that can be printed: those of one table, and those that are drawn from several. */
export const printedLists = [...listNames, 'notice', 'document', 'outgoing'] as const
export type PrintedList = (typeof printedLists)[number]

export const printedListTitles: Readonly<Record<PrintedList, string>> = {
  study: '学习台账',
  lecture: '宣讲台账',
  stay: '蹲点台账',
  activity: '宣传文化台账',
  grassrootsUnion: '基层工会名册',
  incoming: '来文登记簿',
  cadre: '干部名册',
  lecturer: '宣讲员名册',
  lectureTeam: '宣讲团名册',
  studyGroup: '学习组织名册',
  venue: '阵地场所名册',
  material: '学习材料目录',
  notice: '通知登记表',
  document: '公文目录',
  outgoing: '发文登记簿',
}

export type ListColumn = {
  readonly title: string
  /** In characters of the Excel default font; a share of the line on paper. */
  readonly width: number
  readonly kind: 'text' | 'count' | 'yuan'
}
export type ListCell = string | number | null

export type ListTable = {
  readonly title: string
  /** 填报单位; empty while the office has no particulars. */
  readonly office: string
  /** What was filtered by, in words; empty for the whole list. */
  readonly filter: string
  /** The day on which it was drawn, `YYYY-MM-DD`. */
  readonly date: string
  readonly columns: readonly ListColumn[]
  readonly rows: readonly (readonly ListCell[])[]
}

export type ListFilters = {
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
  readonly text?: string | undefined
  readonly year?: number | null | undefined
  /** 截至日 of the register of unions, and whether those that ended by then are wanted. */
  readonly on?: string | null | undefined
  readonly ended?: string | undefined
} & { readonly [Filter in ListFilter]?: string | undefined }

/** One condition of a filter: the words of the address that make it, and how it reads. */
export type FilterCondition = { readonly words: readonly string[]; readonly label: string; readonly value: string }

const allFilters: readonly ListFilter[] = [...new Set(Object.values(listFilters).flat())]

/** 时间：2026年11月；学习类型：主题党日；文字：“誓词” */
export function filterConditions(filters: ListFilters): FilterCondition[] {
  const { from, to, text, year, on, ended } = filters
  const conditions: FilterCondition[] = []
  if (from || to) conditions.push({ words: ['from', 'to'], label: '时间', value: spanWords(from, to) })
  if (year) conditions.push({ words: ['year'], label: '年份', value: `${year}年` })
  if (on) conditions.push({ words: ['on'], label: '截至', value: chineseDate(on) })
  if (ended) conditions.push({ words: ['ended'], label: '状态', value: '已终止' })
  for (const filter of allFilters) {
    const value = filters[filter]
    if (value) conditions.push({ words: [filter], label: fieldLabels[filter] ?? filter, value })
  }
  if (text) conditions.push({ words: ['text'], label: '文字', value: `“${text}”` })
  return conditions
}

function spanWords(from: string | null | undefined, to: string | null | undefined): string {
  if (from && to) return periodWords({ from, to })
  return from ? `${chineseDate(from)}起` : `至${chineseDate(to ?? '')}`
}

/** Wider than this, in characters, a table is printed on landscape paper. */
const portraitWidth = 95

export function isWideTable(columns: readonly ListColumn[]): boolean {
  return columns.reduce((sum, { width }) => sum + width, 0) > portraitWidth
}
