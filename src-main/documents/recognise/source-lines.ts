/** The lines of a source (来源行): text cut into lines, tables gathered, Markdown read, each line with its exact words. */
import { widthOf } from '../../../src-shared/chinese.ts'
import type { RecognitionSource, SourceBlock } from '../../../src-shared/recognition.ts'
import { type Notes, noteTidied } from './notes.ts'
import { joined, plain, type RichText, replaceAll, richOf, slice } from './rich-text.ts'
import { tidyLine } from './tidy-line.ts'

type Place = {
  /** Exact words of the source. */
  readonly source: string
  readonly line: number
  readonly blankBefore: number
}
export type TextLine = Place & {
  readonly kind: 'text'
  readonly rich: RichText
  /** Markdown # or heading style; 0 is none. */
  readonly depth: number
  readonly isCentred: boolean
  /** Space before the text, in 字. */
  readonly indent: number
  /** Width as printed, indent included, in 字. */
  readonly width: number
}
export type TableLine = Place & { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
export type SourceLine = TextLine | TableLine

type Raw = {
  readonly rich: RichText
  readonly line: number
  readonly depth: number
  readonly isCentred: boolean
  readonly indent: number
}

/** All lines that hold something, tidied; rules (---) and blank lines are left out. */
export function linesOf(notes: Notes, source: RecognitionSource): SourceLine[] {
  const lines: SourceLine[] = []
  let blankBefore = 0
  for (const item of 'text' in source ? itemsOfText(notes, source.text) : itemsOfBlocks(source.blocks)) {
    const line = 'rows' in item ? tableLine(notes, item, blankBefore) : textLine(notes, item, blankBefore)
    if (line) lines.push(line)
    blankBefore = line ? 0 : blankBefore + 1
  }
  return lines
}

type RawTable = { readonly rows: readonly (readonly string[])[]; readonly line: number; readonly source: string }

function textLine(notes: Notes, raw: Raw, blankBefore: number): TextLine | undefined {
  const words = raw.rich.text.trim()
  if (words === '') return undefined
  if (/^(?:[-*_=—─━]\s*){3,}$/u.test(words) && !/^——$/.test(words)) {
    noteTidied(notes, 'rule', raw.line, [words, ''])
    return undefined
  }
  const { rich, depth } = readMarkdown(notes, raw)
  const tidy = tidyLine(notes, rich, raw.line)
  if (tidy.text === '') return undefined
  const spaces = /^[\s\u00a0]*/u.exec(raw.rich.text)?.[0] ?? ''
  const indent = raw.indent + widthOf(spaces.replace(/\t/g, '    '))
  const width = raw.indent + widthOf(raw.rich.text.trimEnd())
  const { line, isCentred } = raw
  return { kind: 'text', rich: tidy, source: words, line, blankBefore, depth, isCentred, indent, width }
}

function tableLine(notes: Notes, table: RawTable, blankBefore: number): TableLine {
  const rows = table.rows.map((row) =>
    row.map((cell) => tidyLine(notes, plain(cell.replace(/\s*\n\s*/g, ' ')), table.line).text),
  )
  return { kind: 'table', rows, source: table.source, line: table.line, blankBefore }
}

/** # at the start and ** around text are taken off and remembered. */
function readMarkdown(notes: Notes, raw: Raw): { rich: RichText; depth: number } {
  const note = (before: string, after: string) => noteTidied(notes, 'markdown', raw.line, [before, after])
  let { rich, depth } = raw
  const marks = /^\s*(#{1,6})\s+(?=\S)/u.exec(rich.text)
  if (marks) {
    note(rich.text.slice(0, marks[0].length + 2), rich.text.slice(marks[0].length, marks[0].length + 2))
    depth = marks[1]?.length ?? 0
    rich = slice(rich, marks[0].length)
  }
  rich = replaceAll(rich, /^\s*>\s+(?=\S)|\\(?=[*_#.>-])/gu, () => '', note)
  return { rich: readBold(rich, note), depth }
}

function readBold(rich: RichText, note: (before: string, after: string) => void): RichText {
  const parts: RichText[] = []
  let at = 0
  for (const match of rich.text.matchAll(/\*\*([^*]+)\*\*/gu)) {
    const end = match.index + match[0].length
    const inside = match[1] ?? ''
    note(match[0], inside)
    parts.push(slice(rich, at, match.index), { text: inside, bold: 'b'.repeat(inside.length) })
    at = end
  }
  return replaceAll(joined([...parts, slice(rich, at)]), /\*\*+/gu, () => '', note)
}

/** Lines of a text; neighbours with | or the same number of tabs become a table. */
function itemsOfText(notes: Notes, text: string): (Raw | RawTable)[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029\v\f]/u)
  const items: (Raw | RawTable)[] = []
  for (let at = 0; at < lines.length; ) {
    const table = tableAt(notes, lines, at)
    if (table) {
      items.push(table.table)
      at = table.end
    } else {
      items.push({ rich: plain(lines[at] ?? ''), line: at + 1, depth: 0, isCentred: false, indent: 0 })
      at += 1
    }
  }
  return items
}

const notOfTable = /印发\s*$|^\s*(?:抄送|主送|抄报)|签发人|^\s*附件/u

function tableAt(notes: Notes, lines: readonly string[], start: number): { table: RawTable; end: number } | undefined {
  const cellsOf = (line: string | undefined) => {
    if (line === undefined || notOfTable.test(line)) return undefined
    const trimmed = line.trim()
    if (/^\|.*\|$/u.test(trimmed)) return { kind: '|', cells: trimmed.slice(1, -1).split('|') }
    const cells = line.split('\t')
    return cells.length > 1 && (cells[0] ?? '').trim() !== '' ? { kind: `tab${cells.length}`, cells } : undefined
  }
  const first = cellsOf(lines[start])
  if (!first) return undefined
  let end = start
  while (cellsOf(lines[end])?.kind === first.kind) end += 1
  if (end - start < 2) return undefined
  const source = lines.slice(start, end).join('\n')
  const rows = lines.slice(start, end).map((line) => cellsOf(line)?.cells.map((cell) => cell.trim()) ?? [])
  const isRule = (row: readonly string[]) => row.every((cell) => /^:?-{2,}:?$/.test(cell))
  const kept = rows.filter((row) => !isRule(row))
  if (first.kind === '|')
    noteTidied(notes, 'tableMark', start + 1, [source, kept.map((row) => row.join('\t')).join('\n')])
  return { table: { rows: kept, line: start + 1, source }, end }
}

/** Tables that only lay out the head or foot are lines of text. */
function itemsOfBlocks(blocks: readonly SourceBlock[]): (Raw | RawTable)[] {
  return blocks.flatMap((block, index): (Raw | RawTable)[] => {
    const line = index + 1
    if (block.kind === 'table') {
      const source = block.rows.map((row) => row.join('\t')).join('\n')
      if (!isLayout(block.rows)) return [{ rows: block.rows, line, source }]
      const cells = block.rows.flatMap((row) => row.join('   ').split('\n'))
      return cells.map((text) => ({ rich: plain(text), line, depth: 0, isCentred: false, indent: 0 }))
    }
    const rich = richOf(block.runs)
    const { depth = 0, isCentred = false, indent = 0 } = block
    const pieces: Raw[] = []
    let at = 0
    for (const text of rich.text.split('\n')) {
      pieces.push({ rich: slice(rich, at, at + text.length), line, depth, isCentred, indent })
      at += text.length + 1
    }
    return pieces
  })
}

function isLayout(rows: readonly (readonly string[])[]): boolean {
  const cells = rows.flat().flatMap((cell) => cell.split('\n').map((line) => line.replace(/\s/g, '')))
  return cells.some((cell) => /^抄送[:：]|日印发$|^签发人[:：]|^.{0,30}文件$|^共印\d+份$/u.test(cell))
}
