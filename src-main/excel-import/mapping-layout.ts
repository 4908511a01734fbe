/** How a sheet is laid out (版式): by this a mapping is known again, and never used for another layout. */
import { createHash } from 'node:crypto'
import type { Grid, GridRow } from '../files/grid.ts'
import { columnName } from '../files/xlsx.ts'
import { headerKey, headerText, namedKinds, searched, textAbove } from './find-header.ts'

/** A place where a header may stand: one row, or two with `group` as the upper one. */
export type HeaderPlace = {
  readonly row: GridRow
  readonly group: GridRow | undefined
  readonly above: string
}

/** Every place of a header, from the top; one row before two. */
export function headerPlaces(grid: Grid): HeaderPlace[] {
  const rows = grid.rows.slice(0, searched)
  return rows.flatMap((row, index) => {
    const above = textAbove(rows, index)
    const group = rows[index - 1]
    return [{ row, group: undefined, above }, ...(group ? [{ row, group, above }] : [])]
  })
}

/**
 * Hash of the header's words column by column, and of the registers that the sheet's name and titles speak of: two
 * sheets of one workbook may have the same header and hold studies in one, lectures in the other.
 */
export function layoutOf(sheetName: string, { row, group, above }: HeaderPlace): string {
  const words = headerWords(row, group).map(({ column, header }) => `${column}:${headerKey(header)}`)
  const shape = JSON.stringify([words, namedKinds(`${sheetName}\n${above}`)])
  return createHash('sha256').update(shape).digest('hex').slice(0, 32)
}

/** The columns that have a word in the header. */
export function headerWords(
  row: GridRow,
  group: GridRow | undefined,
): { index: number; column: string; header: string }[] {
  const width = Math.max(row.cells.length, group?.cells.length ?? 0)
  const words = Array.from({ length: width }, (_, index) => ({
    index,
    column: columnName(index + 1),
    header: headerText(row, group, index),
  }))
  return words.filter(({ header }) => header !== '')
}
