/** A table of a sheet (表) as rows of an Excel file: header, data, total (合计), with living formulas. */
import type { SheetBlock, SheetCell, SheetColumn } from '../../src-shared/statistics.ts'
import { columnName, type XlsxCell, type XlsxLook, type XlsxRow } from '../files/xlsx.ts'
import { headerText, heightFor } from './row-height.ts'
import { headerLook, rowLooks } from './sheet-looks.ts'

/**
 * @param widths of the columns as printed, at least as many as the table has
 * @param above rows that stand above the table: formulas name rows by number
 * @param room points of a page: a table that is higher begins anew on the next, below its header
 */
export function tableRows(
  block: SheetBlock,
  widths: readonly number[],
  { above, room = Number.POSITIVE_INFINITY }: { readonly above: number; readonly room?: number },
): XlsxRow[] {
  const { columns } = block
  const titles = columns.map((column, index) => headerText(column.title, widths[index] ?? 0))
  const header: XlsxRow = { cells: titles, looks: titles.map(() => headerLook), height: heightFor(titles, widths) + 6 }
  const looks = rowLooks(columns, false)
  const first = above + 2
  const rows = [header]
  let left = room - header.height
  for (const cells of block.rows) {
    const height = heightFor(cells, widths) + 3
    if (height > left) {
      rows[rows.length - 1] = { ...(rows.at(-1) as XlsxRow), endsPage: true }
      rows.push(header)
      left = room - header.height
    }
    left -= height
    rows.push(dataRow(cells, { columns, looks, number: above + rows.length + 1, height }))
  }
  const last = above + rows.length
  if (block.total)
    rows.push({
      cells: block.total.map((cell, index) => totalCell(cell, block, { index, first, last })),
      looks: rowLooks(columns, true),
      height: 20,
    })
  return rows
}

type RowPlace = {
  readonly columns: readonly SheetColumn[]
  readonly looks: readonly XlsxLook[]
  readonly number: number
  readonly height: number
}

function dataRow(row: readonly SheetCell[], { columns, looks, number, height }: RowPlace): XlsxRow {
  const cells = row.map((cell, index) => workedCell(cell, columns[index], number) ?? cell)
  return { cells, looks, height }
}

/** What follows from other cells of the row, as a living formula; N() because an empty total is text to a formula. */
function workedCell(cell: SheetCell, column: SheetColumn | undefined, row: number): XlsxCell | undefined {
  const at = (index: number) => `${columnName(index + 1)}${row}`
  const result = (cell as number | null) ?? ''
  if (column?.ratioOf) {
    const [part, base] = column.ratioOf.map(at)
    // Without a part there is nothing to divide, which is not 0.
    return { formula: `IF(OR(N(${base})=0,${part}=""),"",${part}/${base})`, result }
  }
  if (column?.sumOf) {
    const [first, last] = column.sumOf.map(at)
    return sumCell(cell, `${first}:${last}`, column.kind)
  }
  if (column?.differenceOf) {
    const [from, less] = column.differenceOf.map(at)
    return { formula: `IF(OR(${from}="",${less}=""),"",${rounded(`${from}-${less}`, column.kind)})`, result }
  }
  return undefined
}

function totalCell(
  cell: SheetCell,
  { columns, isOverlapping }: SheetBlock,
  place: { readonly index: number; readonly first: number; readonly last: number },
): XlsxCell {
  const column = columns[place.index]
  const worked = workedCell(cell, column, place.last + 1)
  if (worked !== undefined || !column) return worked ?? cell
  // What overlaps was counted apart: no formula over the rows gives it.
  if (column.kind === 'text' || column.kind === 'rate' || column.total || isOverlapping) return cell
  const name = columnName(place.index + 1)
  return sumCell(cell, `${name}${place.first}:${name}${place.last}`, column.kind)
}

function sumCell(cell: SheetCell, range: string, kind: SheetColumn['kind']): XlsxCell {
  // Nothing stated is not 0: such a sum stays empty until somebody fills a number in.
  if (cell === null) return { formula: `IF(COUNT(${range})=0,"",SUM(${range}))`, result: '' }
  return { formula: rounded(`SUM(${range})`, kind), result: cell as number }
}

const rounded = (formula: string, kind: SheetColumn['kind']) => (kind === 'yuan' ? `ROUND(${formula},2)` : formula)
