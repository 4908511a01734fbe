/** The rows of the grid of batch entry (批量录入) as objects by field: selecting, filling down, pasting, copying. */
import type { BatchColumn } from '../batch.ts'

export type BatchRow = Readonly<Record<string, string>>
export type Place = { readonly row: number; readonly column: number }
/** Both corners belong to it. */
export type Area = { readonly min: Place; readonly max: Place }
type Columns = readonly Pick<BatchColumn, 'field'>[]

/** Empty rows that stand ready below what is typed. */
const spareRows = 12
/** As many as the core takes at a time. */
const mostRows = 2000

export const isEmptyRow = (row: BatchRow): boolean => Object.values(row).every((text) => text.trim() === '')

export function asTexts(columns: Columns, rows: readonly BatchRow[]): string[][] {
  return rows.map((row) => columns.map(({ field }) => row[field] ?? ''))
}

/** What is typed, and empty rows to go on with. */
export function withSpareRows(rows: readonly BatchRow[]): readonly BatchRow[] {
  const wanted = Math.min(mostRows, rows.findLastIndex((row) => !isEmptyRow(row)) + 1 + spareRows)
  return rows.length >= wanted ? rows : [...rows, ...Array.from({ length: wanted - rows.length }, () => ({}))]
}

export function areaOf(one: Place, other: Place): Area {
  return {
    min: { row: Math.min(one.row, other.row), column: Math.min(one.column, other.column) },
    max: { row: Math.max(one.row, other.row), column: Math.max(one.column, other.column) },
  }
}

export function isInside({ min, max }: Area, { row, column }: Place): boolean {
  return row >= min.row && row <= max.row && column >= min.column && column <= max.column
}

/** Fill down (向下填充): the first row of the area into its others; into a single row what stands above it. */
export function filledDown(columns: Columns, rows: readonly BatchRow[], { min, max }: Area): readonly BatchRow[] {
  const source = min.row === max.row ? min.row - 1 : min.row
  const from = rows[source]
  if (!from) return rows
  const values = valuesOf(columns, { min, max }, (field) => from[field] ?? '')
  return rows.map((row, index) => (index > source && index <= max.row ? { ...row, ...values } : row))
}

export function cleared(columns: Columns, rows: readonly BatchRow[], area: Area): readonly BatchRow[] {
  const values = valuesOf(columns, area, () => '')
  return rows.map((row, index) => (index >= area.min.row && index <= area.max.row ? { ...row, ...values } : row))
}

function valuesOf(columns: Columns, { min, max }: Area, value: (field: string) => string): Record<string, string> {
  return Object.fromEntries(columns.slice(min.column, max.column + 1).map(({ field }) => [field, value(field)]))
}

/** Cells of Excel's clipboard from `at` on, new rows as needed; what lies beyond the last column is left out. */
export function pasted(columns: Columns, rows: readonly BatchRow[], at: Place, text: string): readonly BatchRow[] {
  const lines = cellsOfClipboard(text).slice(0, mostRows - at.row)
  const all = [...rows, ...Array.from({ length: Math.max(0, at.row + lines.length - rows.length) }, () => ({}))]
  for (const [index, cells] of lines.entries()) {
    const into = Object.fromEntries(
      columns
        .slice(at.column, at.column + cells.length)
        .map(({ field }, column) => [field, cells[column]?.trim() ?? '']),
    )
    all[at.row + index] = { ...all[at.row + index], ...into }
  }
  return all
}

export function textOfArea(columns: Columns, rows: readonly BatchRow[], { min, max }: Area): string {
  return asTexts(columns.slice(min.column, max.column + 1), rows.slice(min.row, max.row + 1))
    .map((cells) => cells.map(quoted).join('\t'))
    .join('\n')
}

const quoted = (text: string) => (/[\t\n"]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Tab-separated text as Excel and WPS write it: a cell with a line break or a quotation mark stands in quotation marks. */
export function cellsOfClipboard(text: string): string[][] {
  const lines: string[][] = []
  let cells: string[] = []
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\n\r]*))(\t|\r\n|\n|\r|$)/uy
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const [, inQuotes, plain = '', end = ''] = found
    const isLast = end === ''
    // The clipboard ends in a line break, behind which there is no row.
    if (!(isLast && cells.length === 0 && plain === '' && inQuotes === undefined))
      cells.push(inQuotes === undefined ? plain : inQuotes.replaceAll('""', '"'))
    if (end !== '\t' && cells.length > 0) {
      lines.push(cells)
      cells = []
    }
    if (isLast) break
  }
  return lines
}
