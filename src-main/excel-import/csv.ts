/** Text tables (CSV): UTF-8, UTF-16 or GB 18030; commas, semicolons or tabs; quoted cells with line breaks. */
import { isUtf8 } from 'node:buffer'
import { Problem } from '../../src-shared/problems.ts'
import type { GridPart, GridRow, SheetSource } from '../files/grid.ts'

/** Bytes decoded in one go: a few milliseconds of work. */
const chunkBytes = 1 << 16
/** Bytes that show the separator. */
const startBytes = 4000
/** Characters of one row: a quote that is never closed would swallow the rest of the file. */
const longestRow = 2_000_000

/** @throws Problem FILE_UNREADABLE for bytes that are no text, also while rows are read */
export function readCsv(bytes: Uint8Array, name: string): SheetSource {
  const encoding = encodingOf(bytes)
  const start = new TextDecoder(encoding).decode(bytes.subarray(0, startBytes))
  if (/(?![\t\n\r])\p{Cc}/u.test(start)) throw noText(name)
  const said = /^sep=(.)\r?\n/u.exec(start)
  // What is pasted from Excel says by its ending that tabs part its cells.
  const separator = said?.[1] ?? (/\.tsv$/iu.test(name) ? '\t' : separatorOf(start))
  return {
    name: name.replace(/\.[^.]*$/u, ''),
    size: bytes.length,
    async *parts() {
      const parser = rowParser(separator)
      for (const { text, end } of textsOf(bytes, encoding, name)) {
        const rows = parser.read(text, end === bytes.length)
        // Excel's own line that names the separator is none of the table.
        const part: GridPart = { rows: said ? rows.filter(({ number }) => number > 1) : rows, bytes: end }
        if (part.rows.length > 0) yield part
      }
    },
  }
}

/** Excel writes UTF-16 as 「Unicode 文本」; without a mark, what is not UTF-8 is taken for GB 18030. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'gb18030'
}

function* textsOf(bytes: Uint8Array, encoding: string, name: string): Generator<{ text: string; end: number }> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    const end = Math.min(start + chunkBytes, bytes.length)
    try {
      yield { text: decoder.decode(bytes.subarray(start, end), { stream: end < bytes.length }), end }
    } catch (error) {
      throw error instanceof Problem ? error : noText(name)
    }
  }
}

function noText(name: string): Problem {
  return new Problem('FILE_UNREADABLE', `“${name}”不是表格文件，读不出内容。请提供.xlsx或.csv文件。`)
}

/** The one that occurs most in the first lines. */
function separatorOf(start: string): string {
  const count = (separator: string) => start.split(separator).length
  return [',', '\t', ';'].toSorted((one, other) => count(other) - count(one))[0] ?? ','
}

/** Keeps the row that a part of the text leaves unfinished. */
function rowParser(separator: string): { read: (text: string, isLast: boolean) => GridRow[] } {
  let rest = ''
  let number = 0
  return {
    read(text, isLast) {
      rest += text
      const rows: GridRow[] = []
      let at = 0
      while (at < rest.length) {
        const row = rowAt(rest, at, { separator, isLast })
        if (!row) break
        at = row.end
        number += 1
        rows.push({ number, isHidden: false, cells: row.cells, merged: none })
      }
      rest = rest.slice(at)
      if (rest.length > longestRow)
        throw new Problem('FILE_UNREADABLE', `第${number + 1}行的引号没有配对，后面的内容连成了一格，请核对后再导入。`)
      return rows
    },
  }
}

const none: GridRow['merged'] = new Map()

type Row = { readonly cells: (string | null)[]; readonly end: number }

/** undefined where the text ends within the row. */
function rowAt(
  text: string,
  from: number,
  { separator, isLast }: { separator: string; isLast: boolean },
): Row | undefined {
  const cells: (string | null)[] = []
  let at = from
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator)
    cells.push(cell.value === '' ? null : cell.value)
    at = cell.end
    if (text[at] === separator) {
      at += 1
      continue
    }
    if (at >= text.length && !isLast) return undefined
    if (text[at] === '\r') {
      // Its line feed may be in the next part.
      if (at + 1 >= text.length && !isLast) return undefined
      at += 1
    }
    return { cells, end: text[at] === '\n' ? at + 1 : at }
  }
}

function plainCell(text: string, from: number, separator: string): { value: string; end: number } {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { value: text.slice(from, end), end }
}

/** What stands between the closing quote and the separator belongs to the cell too. */
function quotedCell(text: string, from: number, separator: string): { value: string; end: number } {
  let close = text.indexOf('"', from + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close < 0) return { value: text.slice(from + 1).replaceAll('""', '"'), end: text.length }
  const behind = plainCell(text, close + 1, separator)
  return { value: text.slice(from + 1, close).replaceAll('""', '"') + behind.value, end: behind.end }
}
