/** Reads a sheet the clerk's way (工作表): header, then rows, leaving out totals, notes, repeated headers and the example. */
import type { ImportKind, ImportProblem, ImportRemark } from '../../src-shared/excel-import.ts'
import { fieldLabels } from '../../src-shared/field-labels.ts'
import { activityGenres, activityKinds } from '../../src-shared/vocabulary.ts'
import type { Grid, GridRow, GridValue } from '../files/grid.ts'
import { columnName } from '../files/xlsx.ts'
import { plainText } from './cell-values.ts'
import type { Column } from './column.ts'
import { columnsOf } from './columns.ts'
import type { FoundColumn, Header } from './find-header.ts'
import { type CellProblem, type Names, type ReadRow, type RowContext, readRow } from './read-row.ts'

export type SheetRow = ReadRow & { readonly row: number; readonly isHidden: boolean }
export type SheetReader = {
  readonly name: string
  readonly kind: ImportKind
  readonly header: Header
  /** undefined for what is no record: totals, notes, a repeated header. */
  readonly read: (row: GridRow) => SheetRow | undefined
  /** Notes what the reading of a row has to tell. */
  readonly tell: (row: SheetRow) => void
  /** Of the whole sheet, in the order in which they are found. */
  readonly problems: ImportProblem[]
  readonly remarks: ImportRemark[]
  /** Letter of a field's column; of a field without one, the first column. */
  readonly columnOf: (field: string) => string
  /** Its header; empty for a field without one. */
  readonly labelOf: (field: string) => string
  /** Required fields that have no column. */
  readonly missing: readonly string[]
}

/** Marks the line of the template that shows how to fill in. */
export const exampleMark = '示例'

/** 「城关镇小计」 too. */
const totalWords = /^(?:.{0,10}(?:合计|小计|总计|共计|累计)|总数)[:：]?$/u
/** 「一、一季度」, 「11月份」 between the rows of a table. */
const sectionWords = /^(?:[（(]?[一二三四五六七八九十]{1,3}[、.)）].*|.{0,12}(?:月份?|季度|半年))$/su
const noteWords =
  /^(?:注|说明|填写说明|填表说明|填表人|制表人|制表|审核人|审核|单位负责人|填报单位|填报人|联系电话|填报日期)[:：(]/u

export function sheetReader(head: Grid, header: Header, names: Names, fileName: string): SheetReader {
  const { name } = head
  const columnFor = (field: string) =>
    header.columns.find(({ column }) => column.field === field || isSpanOf(column.field, field))
  const columnOf = (field: string) => columnName((columnFor(field)?.index ?? 0) + 1)
  const labelOf = (field: string) => columnFor(field)?.header ?? fieldLabels[field] ?? ''
  const organiser = organiserIn(header)
  const year = yearIn(header.above) ?? yearIn(name) ?? yearIn(fileName)
  const context: RowContext = { names, year, memory: new Map() }
  const remarks: ImportRemark[] = [...unusedColumns(header), ...hiddenOnes(header, head.hiddenColumns)]
  const missing = missingColumns(header, organiser)
  const problems = missing.map(
    (column): ImportProblem => ({
      row: header.row,
      column: 'A',
      code: 'COLUMN_MISSING',
      message: `缺少“${column.header}”列，请在表头加上这一列并逐行填写`,
    }),
  )
  const read = (row: GridRow): SheetRow | undefined => {
    if (row.number <= header.row || !isData(row, header.columns)) return undefined
    const one = readRow(row, header.columns, context)
    if (organiser !== undefined) one.fields.organiser ??= organiser
    if (header.kind === 'lecture') addVenueType(one)
    if (header.kind === 'activity') addActivityKind(one.fields)
    return { ...one, row: row.number, isHidden: row.isHidden }
  }
  const tell = ({ row, isHidden, remarks: found }: SheetRow) => {
    for (const { field, code, message } of found) remarks.push({ row, column: columnOf(field), code, message })
    if (isHidden) remarks.push({ row, column: 'A', code: 'ROW_HIDDEN', message: '这一行在表中是隐藏的，也读入了' })
  }
  const fields = missing.map(({ field }) => field)
  return { name, kind: header.kind, header, read, tell, problems, remarks, columnOf, labelOf, missing: fields }
}

const isSpanOf = (own: string, field: string) => own === 'span' && (field === 'from' || field === 'to')

function isData(row: GridRow, columns: readonly FoundColumn[]): boolean {
  const first = firstTexts(row)
  const [start = ''] = first
  if (start === '' || start.startsWith(exampleMark) || noteWords.test(start)) return false
  if (first.some((text) => totalWords.test(text.replaceAll(/\s+/gu, '')))) return false
  if (first.length === 1 && columns.length > 2 && sectionWords.test(start)) return false
  const filled = columns.filter(({ index }) => !isEmpty(row.cells[index]) && !row.merged.has(index))
  return filled.length > 0 && !isHeaderAgain(row, filled)
}

/** The first three texts of a row, which say whether it is a record at all. */
function firstTexts(row: GridRow): string[] {
  const texts: string[] = []
  for (const [index, cell] of row.cells.entries()) {
    if (isEmpty(cell) || row.merged.get(index) === 'across') continue
    texts.push(plainText(cell))
    if (texts.length === 3) break
  }
  return texts
}

const isEmpty = (cell: GridValue | undefined) =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')

/** Long tables repeat their header on every page. */
function isHeaderAgain(row: GridRow, filled: readonly FoundColumn[]): boolean {
  let repeated = 0
  for (const { index, header } of filled) {
    const cell = row.cells[index]
    if (typeof cell === 'string' && header.endsWith(plainText(cell).replaceAll(/\s+/gu, ''))) repeated += 1
    if (repeated === 3) return true
  }
  return false
}

function unusedColumns({ columns, shown, row }: Header): ImportRemark[] {
  const used = new Set(columns.map(({ index }) => columnName(index + 1)))
  return shown
    .filter(({ column, header }) => !used.has(column) && !/^(?:序号?|编号|No\.?)$/iu.test(header))
    .map(({ column, header }) => ({
      row,
      column,
      code: 'COLUMN_UNKNOWN' as const,
      message: `“${header}”列不知对应哪一项，没有读入`,
    }))
}

/** What the clerk does not see may be what she does not mean. */
function hiddenOnes({ columns, row }: Header, hidden: ReadonlySet<number> = new Set()): ImportRemark[] {
  return columns
    .filter(({ index }) => hidden.has(index))
    .map(({ index, header }) => ({
      row,
      column: columnName(index + 1),
      code: 'COLUMN_HIDDEN' as const,
      message: `“${header}”列在表中是隐藏的，也读入了`,
    }))
}

function missingColumns({ kind, columns }: Header, organiser: string | undefined): Column[] {
  const given = new Set(columns.map(({ column }) => column.field))
  if (given.has('span')) for (const field of ['from', 'to']) given.add(field)
  if (organiser !== undefined) given.add('organiser')
  // Where these columns are missing, another one says it.
  if (given.has('genre')) given.add('kind')
  if (given.has('place')) given.add('venueType')
  return columnsOf[kind].filter(({ field, isRequired }) => isRequired && !given.has(field))
}

function yearIn(text: string): number | null {
  const found = /(?<!\d)(20\d\d)(?:年|(?!\d))/u.exec(text)
  return found ? Number(found[1]) : null
}

/** 填报单位：云山县总工会 above a table of studies that does not name the organiser row by row. */
function organiserIn({ kind, columns, above }: Header): string | undefined {
  if (kind !== 'study' || columns.some(({ column }) => column.field === 'organiser')) return undefined
  return /(?:填报|组织|报送)单位(?:\([^)]*\))?[:：]\s*([^\s:：]+)/u.exec(above)?.[1]
}

const venueWords = ['车间', '班组', '工地', '楼宇', '学校', '社区', '村', '书屋', '园区'] as const
const venueOf: Readonly<Record<(typeof venueWords)[number], string>> = {
  车间: '车间',
  班组: '班组',
  工地: '项目工地',
  楼宇: '楼宇',
  学校: '学校',
  社区: '街道社区',
  村: '村',
  书屋: '工会阵地',
  园区: '园区（开发区）',
}

/** Tables of practice name the place only; where it says what it is, that is taken. */
function addVenueType(read: {
  readonly fields: Record<string, unknown>
  readonly problems: readonly CellProblem[]
}): void {
  const { fields, problems } = read
  if (fields.venueType !== undefined || problems.some(({ field }) => field === 'venueType')) return
  const word = venueWords.find((one) => String(fields.place ?? '').includes(one))
  if (word) fields.venueType = venueOf[word]
}

/** Each genre belongs to one kind. */
function addActivityKind(fields: Record<string, unknown>): void {
  fields.kind ??= activityKinds.find((kind) => activityGenres[kind].some((genre: string) => genre === fields.genre))
  if (fields.kind === undefined) delete fields.kind
}
