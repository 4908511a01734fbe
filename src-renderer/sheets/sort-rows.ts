/** Rows of a sheet in the order that the clerk asks for (排序); by itself a sheet is in the order of its vocabulary. */
import type { SheetCell } from '../../src-shared/statistics.ts'

export type Sorting = { readonly column: number; readonly direction: 'ascending' | 'descending' }

/** What a press of a column's head does: numbers start with the largest, the third press gives the sheet's own order. */
export function nextSorting(now: Sorting | null, column: number, isNumber: boolean): Sorting | null {
  const first = isNumber ? 'descending' : 'ascending'
  if (now?.column !== column) return { column, direction: first }
  if (now.direction !== first) return null
  return { column, direction: isNumber ? 'ascending' : 'descending' }
}

/**
 * The places of the rows in the new order; rows that are equal keep theirs. An empty cell is not stated, so that it is
 * neither large nor small: it comes last both ways.
 */
export function sortedPlaces(rows: readonly (readonly SheetCell[])[], sorting: Sorting | null): readonly number[] {
  const places = rows.map((_, index) => index)
  if (!sorting) return places
  const { column, direction } = sorting
  const sign = direction === 'ascending' ? 1 : -1
  return places.toSorted((one, other) => {
    const [a, b] = [rows[one]?.[column] ?? null, rows[other]?.[column] ?? null]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return sign * compare(a, b)
  })
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return byPinyin.compare(String(a), String(b))
}

/** 第2组 before 第10组. */
const byPinyin = new Intl.Collator('zh-CN', { numeric: true })
