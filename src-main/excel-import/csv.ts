/** Text tables (CSV): UTF-8 with or without a mark, GB 18030; commas, semicolons or tabs; quoted cells with line breaks. */
import { Problem } from '../../src-shared/problems.ts'
import type { Grid, GridRow } from '../files/grid.ts'

/** @throws Problem FILE_UNREADABLE for bytes that are no text */
export function readCsv(bytes: Uint8Array, name: string): Grid {
  const text = decode(bytes)
  if (text === undefined || /(?![\t\n\r])\p{Cc}/u.test(text.slice(0, 10_000)))
    throw new Problem('FILE_UNREADABLE', `“${name}”不是表格文件，读不出内容。请提供.xlsx或.csv文件。`)
  const separator = separatorOf(text)
  const rows = cellsOf(text, separator).map(
    (cells, index): GridRow => ({
      number: index + 1,
      isHidden: false,
      cells: cells.map((cell) => (cell === '' ? null : cell)),
      merged: new Map(),
    }),
  )
  return { name: name.replace(/\.[^.]*$/u, ''), rows }
}

function decode(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Not in this encoding; the next one is tried.
    }
  return undefined
}

/** The one that occurs most in the first lines. */
function separatorOf(text: string): string {
  const start = text.slice(0, 2000)
  const count = (separator: string) => start.split(separator).length
  return [',', '\t', ';'].toSorted((one, other) => count(other) - count(one))[0] ?? ','
}

function cellsOf(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, separator)
    row.push(cell.value)
    at = cell.end
    if (text[at] === separator) {
      at += 1
      // A separator at the very end has an empty cell behind it.
      if (at < text.length) continue
      row.push('')
    }
    if (text[at] === '\r') at += 1
    if (text[at] === '\n') at += 1
    rows.push(row)
    row = []
  }
  return rows
}

function plainCell(text: string, from: number, separator: string): { value: string; end: number } {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { value: text.slice(from, end), end }
}

function quotedCell(text: string, from: number): { value: string; end: number } {
  let end = text.indexOf('"', from + 1)
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  if (end < 0) return { value: text.slice(from + 1).replaceAll('""', '"'), end: text.length }
  return { value: text.slice(from + 1, end).replaceAll('""', '"'), end: end + 1 }
}
