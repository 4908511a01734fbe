/** How high a printed row (行高) must be: Excel does not work it out for merged cells, nor WPS for any. */
import { widthOf } from '../../src-shared/chinese.ts'
import type { SheetCell } from '../../src-shared/statistics.ts'

/** Points of one line of 10.5-point text. */
const lineHeight = 15

/** Points that the highest cell of a row needs in columns of these widths. */
export function heightFor(cells: readonly SheetCell[], widths: readonly number[]): number {
  let lines = 1
  for (const [index, cell] of cells.entries())
    if (typeof cell === 'string') lines = Math.max(lines, linesOf(cell, widths[index] ?? 10))
  return lines * lineHeight
}

/** A column's title, broken where a reader would: before a bracket, else in the middle. */
export function headerText(title: string, width: number): string {
  if (linesOf(title, width) === 1) return title
  const bracket = title.indexOf('（')
  const at = bracket > 0 ? bracket : Math.ceil(title.length / 2)
  return `${title.slice(0, at)}\n${title.slice(at)}`
}

function linesOf(text: string, width: number): number {
  // A 字 of 10.5 points takes two of the characters in which Excel counts widths; the padding takes one.
  const perLine = Math.max(1, (width - 1) / 2)
  return text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(widthOf(part) / perLine)), 0)
}
