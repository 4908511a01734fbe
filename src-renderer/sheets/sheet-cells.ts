/** Cells of a sheet (单元格): which of them have records behind them, and how the core knows their rows. Pure. */
import type { SheetBlock } from '../../src-shared/statistics.ts'
import type { SheetPlace } from './sheet-row.tsx'

/** A figure; in a list of records, which has a row for each, also the words that a row begins with. */
export function isOpenable({ columns, rows, rowKeys, total }: SheetBlock, { row, column }: SheetPlace): boolean {
  const cell = (row === 'total' ? total : rows[row])?.[column] ?? null
  const shown = columns[column]
  if (cell === null || cell === '' || !shown) return false
  if (shown.kind !== 'text') return true
  return row !== 'total' && column < 2 && recordKey.test(rowKeys?.[row] ?? '')
}

/** null for the total. */
export function rowKeyOf({ rows, rowKeys }: SheetBlock, row: SheetPlace['row']): string | null {
  return row === 'total' ? null : (rowKeys?.[row] ?? String(rows[row]?.[0] ?? ''))
}

/** The words that the row begins with. */
export function rowName({ columns, rows }: SheetBlock, row: SheetPlace['row']): string {
  if (row === 'total') return '合计'
  const words = (rows[row] ?? []).slice(0, columns[1]?.kind === 'text' ? 2 : 1)
  return words.filter(Boolean).join('，')
}

/** The id of a record, and the place in it where a row is a part of one. */
const recordKey = /^[\da-f]{8}-[\da-f-]{27}(?:\/\d+)?$/
