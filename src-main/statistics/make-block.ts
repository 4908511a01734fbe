/** One table of a sheet: fills in the rates (率), sums and the total row (合计) that follow from the counted cells. */
import { totalLabel } from '../../src-shared/cross-tables.ts'
import type { SheetBlock, SheetCell, SheetColumn } from '../../src-shared/statistics.ts'
import { ratio } from './figures.ts'

/**
 * @param rows with null in the columns that are worked out here from others of the same row
 * @param options.apart what was counted apart, for the total of columns whose rows must not be added
 * @param options.isOverlapping one record may stand in several rows: without `apart` there is no total
 */
export function makeBlock(
  columns: readonly SheetColumn[],
  rows: readonly (readonly SheetCell[])[],
  options: {
    readonly caption?: string
    readonly rowKeys?: readonly string[]
    readonly apart?: readonly SheetCell[]
    readonly isOverlapping?: boolean
  } = {},
): SheetBlock {
  const { caption = '', rowKeys, apart, isOverlapping = false } = options
  const hasTotal = rows.length > 0 && !(isOverlapping && apart === undefined) && columns.some(isAddable)
  const names = rows.map((row) => row[0])
  return {
    caption,
    columns,
    rows: rows.map((row) => workOut(columns, row)),
    total: hasTotal ? workOut(columns, totalRow(columns, rows, { apart, isOverlapping })) : null,
    ...(hasTotal && isOverlapping && { isOverlapping }),
    ...(rowKeys?.some((key, index) => key !== names[index]) && { rowKeys }),
  }
}

const isAddable = (column: SheetColumn) => column.kind !== 'text'

/** Sums and differences first: a rate may be made of them. */
function workOut(columns: readonly SheetColumn[], row: readonly SheetCell[]): SheetCell[] {
  const added = row.map((cell, index): SheetCell => {
    const { sumOf, differenceOf, kind } = columns[index] ?? {}
    if (sumOf) return sum(row.slice(sumOf[0], sumOf[1] + 1), kind)
    if (differenceOf) return difference(row[differenceOf[0]], row[differenceOf[1]], kind)
    return cell
  })
  return added.map((cell, index) => {
    const of = columns[index]?.ratioOf
    return of ? ratio(added[of[0]] as number | null, added[of[1]] as number | null) : cell
  })
}

function totalRow(
  columns: readonly SheetColumn[],
  rows: readonly (readonly SheetCell[])[],
  { apart, isOverlapping }: { readonly apart: readonly SheetCell[] | undefined; readonly isOverlapping: boolean },
): SheetCell[] {
  return columns.map(({ kind, total }, index) => {
    if (index === 0) return totalLabel(isOverlapping)
    if (kind === 'text' || total === 'none') return null
    if (isOverlapping || total === 'apart') return apart?.[index] ?? null
    if (kind === 'rate') return null
    return sum(
      rows.map((row) => row[index] ?? null),
      kind,
    )
  })
}

/** Amounts are added up in whole fen, as the figures are. */
const unitOf = (kind: SheetColumn['kind'] | undefined) => (kind === 'yuan' ? 100 : 1)

function sum(cells: readonly SheetCell[], kind: SheetColumn['kind'] | undefined): number | null {
  const stated = cells.filter((cell) => typeof cell === 'number')
  const unit = unitOf(kind)
  return stated.length === 0 ? null : stated.reduce((all, cell) => all + Math.round(cell * unit), 0) / unit
}

function difference(
  from: SheetCell | undefined,
  less: SheetCell | undefined,
  kind: SheetColumn['kind'] | undefined,
): number | null {
  if (typeof from !== 'number' || typeof less !== 'number') return null
  const unit = unitOf(kind)
  return kind === 'rate' ? from - less : (Math.round(from * unit) - Math.round(less * unit)) / unit
}
