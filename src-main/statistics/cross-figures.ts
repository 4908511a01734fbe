/** Counted groups as the figures of a cross-table (交叉表的数): every cell and every total in its place. Pure. */
import type { CrossFigures, CrossHead } from '../../src-shared/cross-tables.ts'
import { ratio } from './figures.ts'
import type { Group } from './group-records.ts'

type Heads = { readonly rows: readonly CrossHead[]; readonly columns: readonly CrossHead[] }
type Number = number | null

export function figuresOf(
  groups: readonly Group[],
  { rows, columns }: Heads,
  { isRate, isCounted }: { readonly isRate: boolean; readonly isCounted: boolean },
): CrossFigures {
  const byPlace = new Map(groups.map((group) => [placeKey(group.row, group.column), group.values]))
  const at = (row: string | null, column: string | null): Number => {
    const [part = null, base = null] = byPlace.get(placeKey(row, column)) ?? []
    return isRate ? ratio(part, base) : (part ?? (isCounted ? 0 : null))
  }
  return {
    cells: rows.map((row) => columns.map((column) => at(row.key, column.key))),
    rowTotals: rows.map((row) => at(row.key, null)),
    columnTotals: columns.map((column) => at(null, column.key)),
    total: at(null, null),
  }
}

/** Works a figure out from the two that stand in the same place of two tables. */
export function mapFigures(
  one: CrossFigures,
  other: CrossFigures,
  work: (one: Number, other: Number) => Number,
): CrossFigures {
  const line = (these: readonly Number[], those: readonly Number[]) =>
    these.map((value, index) => work(value, those[index] ?? null))
  return {
    cells: one.cells.map((row, index) => line(row, other.cells[index] ?? [])),
    rowTotals: line(one.rowTotals, other.rowTotals),
    columnTotals: line(one.columnTotals, other.columnTotals),
    total: work(one.total, other.total),
  }
}

/** null and the blank value are two things. */
const placeKey = (row: string | null, column: string | null) => JSON.stringify([row, column])
