/** A cross-table as its sheet shows it: which cell is which figure (定位), and its chart. Pure. */
import type { CrossFigures, CrossTable } from '../../src-shared/cross-tables.ts'
import type { Chart, ChartSeries } from './chart-data.ts'
import type { SheetPlace } from './sheet-row.tsx'

/** Keys of row and column; null is a total. */
export type CrossPlace = {
  readonly row: string | null
  readonly column: string | null
  readonly isCompared: boolean
}

/**
 * Without columns the sheet is one block: now, then and what has changed. With columns it has a block for each of them.
 * null where a cell has no records of its own.
 */
export function crossPlace(table: CrossTable, block: number, { row, column }: SheetPlace): CrossPlace | null {
  const { rows, columns, columnDimension, compared } = table
  const key = row === 'total' ? null : rows[row]?.key
  if (key === undefined || column === 0) return null
  const which = columnDimension === null ? column - 1 : block
  if (which > (compared ? 1 : 0)) return null
  const isCompared = which === 1
  if (columnDimension === null) return { row: key, column: null, isCompared }
  const at = column === columns.length + 1 ? null : columns[column - 1]?.key
  return at === undefined ? null : { row: key, column: at, isCompared }
}

/** The figure at a place, as the sheet shows it. */
export function figureAt({ rows, columns, figures, compared }: CrossTable, place: CrossPlace): number | null {
  const of = place.isCompared ? compared?.figures : figures
  const row = rows.findIndex(({ key }) => key === place.row)
  const column = columns.findIndex(({ key }) => key === place.column)
  if (!of) return null
  if (place.row === null) return place.column === null ? of.total : (of.columnTotals[column] ?? null)
  return place.column === null ? (of.rowTotals[row] ?? null) : (of.cells[row]?.[column] ?? null)
}

/** The names of row and column of a place, in the other period by what they are called there: 城关镇，2026年3月. */
export function placeWords({ rows, columns, columnDimension, compared }: CrossTable, place: CrossPlace): string {
  const then = place.isCompared ? compared : null
  const name = (heads: CrossTable['rows'], thenHeads: CrossTable['rows'] | undefined, key: string) => {
    const index = heads.findIndex((head) => head.key === key)
    return (thenHeads ?? heads)[index]?.label ?? key
  }
  return [
    place.row === null ? '全部' : name(rows, then?.rows, place.row),
    ...(columnDimension && place.column !== null ? [name(columns, then?.columns, place.column)] : []),
    ...(then ? [then.label] : []),
  ].join('，')
}

const isTime = (key: string | undefined) => key === 'month' || key === 'quarter'

/** Months run along a line; what is compared stands beside each other; else the rows are bars. */
export function chartOfCross(table: CrossTable): Chart {
  const { measure, rows, columns, rowDimension, columnDimension, figures, compared } = table
  const names = (heads: CrossTable['rows']) => heads.map(({ label }) => label)
  const base = { measure: measure.label, kind: measure.kind }
  if (columnDimension === null) {
    const of = (name: string, { rowTotals }: CrossFigures): ChartSeries => ({ name, values: rowTotals })
    const series = [
      of(compared ? '本期' : measure.label, figures),
      ...(compared ? [of(compared.label, compared.figures)] : []),
    ]
    return { ...base, categories: names(rows), series, isOverTime: isTime(rowDimension.key) }
  }
  if (isTime(columnDimension.key))
    return {
      ...base,
      categories: names(columns),
      series: rows.map(({ label }, index) => ({ name: label, values: figures.cells[index] ?? [] })),
      isOverTime: true,
    }
  return {
    ...base,
    categories: names(rows),
    series: columns.map(({ label }, index) => ({
      name: label,
      values: figures.cells.map((cells) => cells[index] ?? null),
    })),
    isOverTime: isTime(rowDimension.key),
  }
}
