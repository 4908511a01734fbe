/**
 * Text from elsewhere (粘贴) as blocks: lines become paragraphs, numbered lines headings, lines of cells a table; marks of
 * Markdown and rules, which web pages and chat programs leave behind, go.
 */
import type { Block, Run } from '../documents.ts'
import { asHeading, type Level } from './outline.ts'

const numberings: readonly (readonly [Level, RegExp])[] = [
  [1, /^[一二三四五六七八九十]{1,3}、\s*/u],
  [2, /^[（(][一二三四五六七八九十]{1,3}[）)]\s*/u],
  [3, /^\d{1,2}[.．、](?!\d)\s*/u],
  [4, /^[（(]\d{1,2}[）)]\s*/u],
]

/** 一、 （一） 1. （1） at the beginning of a text: its level, and how many characters it takes. */
export function numberingAt(text: string): { readonly level: Level; readonly length: number } | undefined {
  for (const [level, numbering] of numberings) {
    const [found] = numbering.exec(text) ?? []
    // 1. may go on as 1.5, so it takes one more character to tell.
    if (found && (level !== 3 || text.length > found.length)) return { level, length: found.length }
  }
  return undefined
}

/** What was copied, as blocks; numbers are left out, since headings are numbered by order. Empty for blank text. */
export function pastedBlocks(text: string): Block[] {
  const lines = linesOf(text)
  const blocks: Block[] = []
  for (let index = 0; index < lines.length; ) {
    const cells = lines.slice(index).findIndex((line) => !line.includes('\t'))
    const count = cells === -1 ? lines.length - index : cells
    if (count >= 2) blocks.push({ kind: 'table', rows: rectangular(lines.slice(index, index + count)) })
    else blocks.push(lineBlock((lines[index] ?? '').replaceAll('\t', '')))
    index += count >= 2 ? count : 1
  }
  return blocks
}

/** Cells as a spreadsheet copies them: tabs between columns, a cell with line breaks in quotation marks. */
export function pastedCells(text: string): string[][] {
  const cell = /(?:^|(?<=[\t\n]))(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/gu
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text.replace(/\r\n?/gu, '\n').replace(/\n$/u, '').matchAll(cell)) {
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain).replace(/\s*\n\s*/gu, '').trim())
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  const width = Math.max(...rows.map((row) => row.length))
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')])
}

/** Whether it holds more than one line or cell, so that pasting it is more than typing. */
export function isSeveralLines(text: string): boolean {
  return /[\n\t]/u.test(text.trim())
}

function linesOf(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029\v\f]/u)
    .map((line) => line.replace(/^[ \u3000\u00a0]+|[\s\u3000\u00a0]+$/gu, ''))
    .map((line) => line.replace(/^#{1,6}\s+/u, '').replace(/\*\*(.+?)\*\*/gu, '$1'))
    .filter((line) => line.trim() !== '' && !/^[-*_—─━=]{3,}$/u.test(line))
}

function lineBlock(line: string): Block {
  const numbering = numberingAt(line)
  const rest = line.slice(numbering?.length ?? 0)
  if (!numbering || rest === '') return { kind: 'paragraph', runs: [{ text: line }] }
  return numberedBlock([{ text: rest }], numbering.level)
}

/** A numbered line that is one sentence with its stop is text, not a heading. */
function numberedBlock(runs: Run[], level: Level): Block {
  const text = runs.map((run) => run.text).join('')
  const isSentence = /^[^。]*[。；]$/u.test(text) && (level > 2 || text.length > 40)
  return isSentence ? { kind: 'heading', level, text: '', runIn: runs } : asHeading(runs, level)
}

function rectangular(lines: readonly string[]): string[][] {
  return pastedCells(lines.join('\n'))
}
