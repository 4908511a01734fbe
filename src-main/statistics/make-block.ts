/** One table of a sheet: fills in the rates (率) and the total row (合计) that follow from the counted cells. */
import type { Sheet, SheetBlock, SheetCell, SheetColumn } from '../../src-shared/statistics.ts'
import { ratio } from './figures.ts'

/** What differs from sheet to sheet. */
export type SheetTable = Pick<Sheet, 'blocks' | 'notes'>

/**
 * @param rows with null in the columns of rates, which are worked out here
 * @param options.isOverlapping one record may stand in several rows, so that they must not be added up
 */
export function makeBlock(
  columns: readonly SheetColumn[],
  rows: readonly (readonly SheetCell[])[],
  options: { readonly caption?: string; readonly isOverlapping?: boolean } = {},
): SheetBlock {
  return {
    caption: options.caption ?? '',
    columns,
    rows: rows.map((row) => withRates(columns, row)),
    total: options.isOverlapping || rows.length === 0 ? null : withRates(columns, sumRows(columns, rows)),
  }
}

/** Rows in the order in which a vocabulary lists their first cell; words it does not know come last. */
export function inOrderOf(words: readonly string[], rows: readonly (readonly SheetCell[])[]) {
  const rank = (row: readonly SheetCell[]) => {
    const index = words.indexOf(String(row[0]))
    return index === -1 ? words.length : index
  }
  return rows.toSorted((one, other) => rank(one) - rank(other))
}

function withRates(columns: readonly SheetColumn[], row: readonly SheetCell[]): SheetCell[] {
  return row.map((cell, index) => {
    const of = columns[index]?.ratioOf
    return of ? ratio(row[of[0]] as number | null, row[of[1]] as number | null) : cell
  })
}

function sumRows(columns: readonly SheetColumn[], rows: readonly (readonly SheetCell[])[]): SheetCell[] {
  return columns.map(({ kind }, index) => {
    if (index === 0) return '合计'
    if (kind === 'text' || kind === 'rate') return null
    const stated = rows.map((row) => row[index]).filter((cell) => typeof cell === 'number')
    if (stated.length === 0) return null
    // Amounts are added up in whole fen, as the figures are.
    const unit = kind === 'yuan' ? 100 : 1
    return stated.reduce((sum, cell) => sum + Math.round(cell * unit), 0) / unit
  })
}
