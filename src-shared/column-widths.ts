/** Widths of the columns (列宽) of an annex table, so that it fits the type area and nothing breaks inside a word. */

import { cellText } from './cell-text.ts'
import { widthOf } from './chinese.ts'
import { titleLines, titleWords } from './header-lines.ts'
import type { SheetBlock } from './statistics.ts'

export type TableRoom = {
  /** Width of the table in twips. */
  readonly total: number
  /** Width of one 字 of its text in twips. */
  readonly character: number
  /** Left and right margin of a cell together in twips. */
  readonly padding: number
}

/** Widths in twips that add up to `room.total`; undefined when the columns do not fit. */
export function columnWidths(block: SheetBlock, room: TableRoom): number[] | undefined {
  const demands = block.columns.map((column, index) => {
    const cells = [...block.rows, ...(block.total ? [block.total] : [])].map((row) => cellText(row[index], column.kind))
    return demandOf(column.title, cells, column.kind === 'text')
  })
  const toTwips = (characters: number) => Math.ceil((characters + slack) * room.character) + room.padding
  const least = demands.map((demand) => toTwips(demand.least))
  const wanted = demands.map((demand) => toTwips(demand.wanted))
  const spare = room.total - sum(least)
  if (spare < 0) return undefined
  const missing = sum(wanted) - sum(least)
  const widths =
    missing > spare
      ? least.map((width, index) => width + Math.floor((((wanted[index] ?? 0) - width) * spare) / missing))
      : wanted.map((width) => Math.floor((width * room.total) / sum(wanted)))
  widths[0] = (widths[0] ?? 0) + room.total - sum(widths)
  return widths
}

/** How many 字 a cell of this width holds. */
export function charactersIn(width: number, room: TableRoom): number {
  return (width - room.padding) / room.character
}

/** For the rules of the table and for fonts whose brackets and digits are a little wider, in 字. */
const slack = 0.2
/** Longest text that is given one line without need, in 字. */
const widestLine = 12

/** With `least` no word or number breaks; with `wanted` titles take two lines and cells one. Both in 字. */
function demandOf(title: string, cells: readonly string[], isText: boolean): { least: number; wanted: number } {
  const pieces = isText ? cells.flatMap((cell) => cell.split(/(?<=[、-])/u)) : cells
  // A text may break anywhere at need, but names and dates do not.
  const cellLeast = pieces.map((piece) => Math.min(widthOf(piece), isText ? 4 : 20))
  const least = Math.max(...titleWords(title).map(widthOf), ...cellLeast)
  const twoLines = titleLines(title, Math.max(least, Math.ceil(widthOf(title) / 2)))
  const wanted = Math.max(...twoLines.map(widthOf), ...cells.map(widthOf))
  return { least, wanted: Math.max(least, Math.min(wanted, widestLine)) }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
