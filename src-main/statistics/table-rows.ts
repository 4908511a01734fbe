/** A table of a sheet (表) as rows of an Excel file: header, data, total (合计), with living formulas. */
import type { SheetBlock, SheetCell, SheetColumn } from '../../src-shared/statistics.ts'
import { columnName, type XlsxCell, type XlsxLook, type XlsxRow } from '../files/xlsx.ts'
import { headerText, heightFor } from './row-height.ts'
import { headerLook, rowLooks } from './sheet-looks.ts'

/**
 * @param widths of the columns as printed, at least as many as the table has
 * @param above rows that stand above the table: formulas name rows by number
 */
export function tableRows(block: SheetBlock, widths: readonly number[], above: number): XlsxRow[] {
  const { columns } = block
  const titles = columns.map((column, index) => headerText(column.title, widths[index] ?? 0))
  const first = above + 2
  const last = first + block.rows.length - 1
  const looks = rowLooks(columns, false)
  const rows: XlsxRow[] = [
    { cells: titles, looks: titles.map(() => headerLook), height: heightFor(titles, widths) + 6 },
    ...block.rows.map((row, index) => dataRow(row, { columns, looks, number: first + index, widths })),
  ]
  if (block.total)
    rows.push({
      cells: block.total.map((cell, index) => totalCell(cell, columns, { index, first, last })),
      looks: rowLooks(columns, true),
      height: 20,
    })
  return rows
}

type RowPlace = {
  readonly columns: readonly SheetColumn[]
  readonly looks: readonly XlsxLook[]
  readonly number: number
  readonly widths: readonly number[]
}

function dataRow(row: readonly SheetCell[], { columns, looks, number, widths }: RowPlace): XlsxRow {
  const cells = row.map((cell, index) => rateCell(cell, columns[index], number) ?? cell)
  return { cells, looks, height: heightFor(row, widths) + 3 }
}

/** A rate as a living quotient; N() because an empty total is text to a formula. */
function rateCell(cell: SheetCell, column: SheetColumn | undefined, row: number): XlsxCell | undefined {
  if (!column?.ratioOf) return undefined
  const [part, base] = column.ratioOf.map((index) => `${columnName(index + 1)}${row}`)
  return { formula: `IF(N(${base})=0,"",${part}/${base})`, result: (cell as number | null) ?? '' }
}

function totalCell(
  cell: SheetCell,
  columns: readonly SheetColumn[],
  place: { readonly index: number; readonly first: number; readonly last: number },
): XlsxCell {
  const column = columns[place.index]
  const rate = rateCell(cell, column, place.last + 1)
  if (rate !== undefined || !column || column.kind === 'text') return rate ?? cell
  const name = columnName(place.index + 1)
  const range = `${name}${place.first}:${name}${place.last}`
  // Nothing stated is not 0: such a total stays empty until somebody fills a number in.
  if (cell === null) return { formula: `IF(COUNT(${range})=0,"",SUM(${range}))`, result: '' }
  const sum = `SUM(${range})`
  return { formula: column.kind === 'yuan' ? `ROUND(${sum},2)` : sum, result: cell as number }
}
