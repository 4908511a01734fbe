/** Merged cells (合并单元格) of a sheet: each of them shows the value of the first. */
import type { GridRow, GridValue } from './grid.ts'

export type Merge = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** `B2:C5`; null for what is no range. Columns and rows are counted from 1. */
export function parseMerge(ref: string): Merge | null {
  const [, left = '', top, right = '', bottom] =
    /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(ref) ?? []
  if (top === undefined) return null
  return { left: columnNumber(left), top: Number(top), right: columnNumber(right), bottom: Number(bottom) }
}

/** `A` is 1; letters before the first sign that is none. */
export function columnNumber(reference: string): number {
  let number = 0
  for (let at = 0; at < reference.length; at += 1) {
    const digit = reference.charCodeAt(at) - 64
    if (digit < 1 || digit > 26) break
    number = number * 26 + digit
  }
  return number
}

/** A row as the file holds it; `cells` may be filled up. */
export type RawRow = { readonly number: number; readonly isHidden: boolean; readonly cells: GridValue[] }

const none: ReadonlyMap<number, 'down' | 'across'> = new Map()

/** Spreads values over the rows of a sheet, which come from the top; answers the rows that hold something. */
export function mergeSpreader(merges: readonly Merge[]): {
  readonly add: (row: RawRow) => readonly GridRow[]
  /** Rows below the last one that merged cells reach into. */
  readonly end: () => readonly GridRow[]
} {
  const waiting = merges.toSorted((one, other) => other.top - one.top)
  let open: { readonly merge: Merge; readonly value: GridValue }[] = []
  let last = 0
  const spread = (row: RawRow): GridRow => {
    for (let next = waiting.at(-1); next && next.top <= row.number; next = waiting.at(-1)) {
      waiting.pop()
      if (next.top === row.number) open.push({ merge: next, value: row.cells[next.left - 1] ?? null })
    }
    open = open.filter(({ merge }) => merge.bottom >= row.number)
    if (open.length === 0) return { ...row, merged: none }
    const merged = new Map<number, 'down' | 'across'>()
    for (const { merge, value } of open)
      for (let column = merge.left; column <= merge.right; column += 1) {
        if (column === merge.left && merge.top === row.number) continue
        if (value === null && column > row.cells.length) break
        while (row.cells.length < column) row.cells.push(null)
        row.cells[column - 1] = value
        merged.set(column - 1, column === merge.left ? 'down' : 'across')
      }
    return { ...row, merged }
  }
  /** Rows that the file leaves out, as far as merged cells fill them. */
  const between = (until: number): GridRow[] => {
    const rows: GridRow[] = []
    const bottom = Math.max(0, ...open.map(({ merge }) => merge.bottom))
    for (let number = last + 1; number <= Math.min(until, bottom); number += 1)
      rows.push(spread({ number, isHidden: false, cells: [] }))
    return rows
  }
  const filled = (rows: readonly GridRow[]) => rows.filter(({ cells }) => cells.some((cell) => cell !== null))
  return {
    add(row) {
      const rows = [...between(row.number - 1), spread(row)]
      last = row.number
      return filled(rows)
    },
    end: () => filled(between(Number.POSITIVE_INFINITY)),
  }
}
