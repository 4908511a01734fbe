/** The rows of the grid (各行) as objects by field, and as the lists of text that the core reads. */
import { type BatchKind, batchColumns } from '../../../src-shared/batch.ts'

export type BatchRow = Readonly<Record<string, string>>

/** Empty rows that stand ready below what is typed. */
const spareRows = 12

export const isEmptyRow = (row: BatchRow): boolean => Object.values(row).every((text) => text.trim() === '')

export function asTexts(kind: BatchKind, rows: readonly BatchRow[]): string[][] {
  return rows.map((row) => batchColumns[kind].map(({ field }) => row[field] ?? ''))
}

/** As many rows as there are, and some to go on with. */
export function withSpareRows(rows: readonly BatchRow[]): BatchRow[] {
  const last = rows.findLastIndex((row) => !isEmptyRow(row))
  const wanted = Math.max(rows.length, last + 1 + spareRows)
  return [...rows, ...Array.from({ length: wanted - rows.length }, () => ({}))]
}

type Area = { readonly min: { col: number; row: number }; readonly max: { col: number; row: number } }

/** Fill down (向下填充): the first row of the area into the others; of a single cell the one above into it. */
export function filledDown(kind: BatchKind, rows: readonly BatchRow[], { min, max }: Area): BatchRow[] {
  const source = min.row === max.row ? min.row - 1 : min.row
  const from = rows[source]
  if (!from) return [...rows]
  const fields = batchColumns[kind].slice(min.col, max.col + 1).map(({ field }) => field)
  const values = Object.fromEntries(fields.map((field) => [field, from[field] ?? '']))
  return rows.map((row, index) => (index > source && index <= max.row ? { ...row, ...values } : row))
}
