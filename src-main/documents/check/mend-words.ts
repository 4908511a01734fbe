/** Mends single characters of the text (标点和序号的订正): marks, brackets, numbers; no word is touched. */
import { widthOf } from '../../../src-shared/chinese.ts'
import { replaceCharacters, setOnParagraph } from './change-xml.ts'
import type { Subject } from './check.ts'
import { doubled, halfWidth, straight } from './check-language.ts'
import { ownText } from './check-text.ts'
import { levelOf } from './levels.ts'
import { setBlankLines } from './mend-blank-lines.ts'
import { noIndent } from './mend-look.ts'
import type { Mend } from './mend-page.ts'
import type { PaperParagraph } from './paper.ts'
import { numberPattern } from './recognise-head.ts'

export const wordMends: Readonly<Record<number, Mend>> = {
  30: ({ found: { head }, paper }) => {
    if (head.number) replaceCharacters(head.number, numberEdits(ownText(head.number)))
    return [head.number?.part ?? paper.file.main]
  },
  44: (subject) => {
    const { found, paper, layout } = subject
    const { recipients, title } = found
    if (!recipients) return []
    setBlankLines(subject, title.at(-1), recipients, layout.recipients.linesAbove.value)
    const text = ownText(recipients)
    const end = /[:;；,，。、.]\s*$/.exec(text)
    if (end) replaceCharacters(recipients, new Map([[end.index, '：']]))
    setOnParagraph(recipients, 'w:ind', noIndent)
    return [paper.file.main]
  },
  50: ({ found, paper }) => {
    for (const one of found.body) {
      const level = levelOf(ownText(one))
      if (level?.fault) replaceCharacters(one, levelEdits(ownText(one), level.written, level.level))
    }
    return [paper.file.main]
  },
  51: (subject) => {
    const { found, layout } = subject
    for (const one of found.annexNotes) replaceCharacters(one, noteEdits(ownText(one), found.annexNotes.length === 1))
    setBlankLines(subject, found.body.at(-1), found.annexNotes[0], layout.annexNote.linesAbove.value)
    return placeNotes(subject)
  },
  52: placeNotes,
  87: ({ paper }) => {
    const parts = new Set<string>()
    for (const one of paper.paragraphs) {
      const edits = markEdits(one)
      if (edits.size > 0) {
        replaceCharacters(one, edits)
        parts.add(one.part)
      }
    }
    return [...parts]
  },
}

/** Names below each other, whatever number stands before them (7.3.4). */
function placeNotes({ found: { annexNotes }, layout, paper }: Subject): readonly string[] {
  const character = layout.grid.character.value
  const label = layout.annexNote.indent.value + widthOf('附件：')
  const widest = annexNotes.length > 1 ? widthOf(`${annexNotes.length}.`) : 0
  for (const [index, one] of annexNotes.entries()) {
    const lead = index === 0 ? layout.annexNote.indent.value : label
    const left = Math.round((label + widest) * character)
    setOnParagraph(one, 'w:ind', {
      ...noIndent,
      left,
      firstLine: undefined,
      firstLineChars: undefined,
      hanging: left - Math.round(lead * character),
    })
  }
  return [paper.file.main]
}

type Edits = Map<number, string>

/** 〔〕 in place of any brackets; no 第, no spaces, no leading zeros. */
function numberEdits(text: string): Edits {
  const edits: Edits = new Map()
  const match = numberPattern.exec(text)
  if (!match) return edits
  let isSerial = false
  let hasDigit = false
  for (const [index, char] of [...match[0]].entries()) {
    const at = match.index + index
    if (/[[［(（【{]/.test(char)) edits.set(at, '〔')
    else if (/[\]］)）】}]/.test(char)) {
      edits.set(at, '〕')
      isSerial = true
    } else if (/[\s第]/.test(char)) edits.set(at, '')
    else if (isSerial && char === '0' && !hasDigit) edits.set(at, '')
    else if (char === '〕') isSerial = true
    else if (isSerial && /\d/.test(char)) hasDigit = true
  }
  return edits
}

/** `（一）、` → `（一）`, `1、` → `1.`, `(1)` → `（1）`, `一.` → `一、`. */
function levelEdits(text: string, written: string, level: 1 | 2 | 3 | 4): Edits {
  const edits: Edits = new Map()
  const start = text.length - text.trimStart().length
  for (const [index, char] of [...written].entries()) {
    const at = start + index
    const isBracketed = level === 2 || level === 4
    if (isBracketed && /[(（]/.test(char)) edits.set(at, '（')
    else if (isBracketed && /[)）]/.test(char)) edits.set(at, '）')
    else if (/[、，,.．)）]/.test(char)) edits.set(at, isBracketed ? '' : level === 1 ? '、' : '.')
  }
  return edits
}

function noteEdits(text: string, isSingle: boolean): Edits {
  const edits: Edits = new Map()
  const label = /^\s*附\s*件\s*([:：])/.exec(text)
  if (label) edits.set(label[0].length - 1, '：')
  const from = label?.[0].length ?? 0
  const number = /^\s*\d{1,2}\s*([.．、:：])/.exec(text.slice(from))
  if (number && isSingle) for (let index = 0; index < number[0].length; index += 1) edits.set(from + index, '')
  else if (number && !/[.．]/.test(number[1] ?? '')) edits.set(from + number[0].length - 1, '.')
  const end = /[。；，、;,.]+\s*$/.exec(text)
  if (end) for (let index = end.index; index < text.length; index += 1) edits.set(index, '')
  return edits
}

const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '.': '。',
}

function markEdits(one: PaperParagraph): Edits {
  const edits: Edits = quoteEdits(ownText(one))
  // Marks are judged by what stands beside them when the quotes are right.
  const text = [...Array(ownText(one).length).keys()].map((at) => edits.get(at) ?? ownText(one)[at]).join('')
  const number = numberPattern.exec(text)
  const isNumber = (at: number) => number !== null && at >= number.index && at < number.index + number[0].length
  for (const match of text.matchAll(halfWidth))
    if (!isNumber(match.index)) edits.set(match.index, fullWidth[match[0]] ?? match[0])
  for (const at of partners(text, edits)) if (!isNumber(at)) edits.set(at, fullWidth[text[at] ?? ''] ?? '')
  for (const match of text.matchAll(doubled)) {
    const kept = strongest(match[0])
    for (let index = 0; index < match[0].length; index += 1) edits.set(match.index + index, index === 0 ? kept : '')
  }
  return edits
}

/** Straight quotes by turns open and close, where at least one stands beside Han. */
function quoteEdits(text: string): Edits {
  const edits: Edits = new Map()
  if (![...text.matchAll(straight)].length) return edits
  const isOpen = { '"': false, "'": false }
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]
    if (char !== '"' && char !== "'") continue
    isOpen[char] = !isOpen[char]
    edits.set(at, char === '"' ? (isOpen[char] ? '“' : '”') : isOpen[char] ? '‘' : '’')
  }
  return edits
}

/** Brackets whose other half becomes full-width. */
function partners(text: string, edits: ReadonlyMap<number, string>): number[] {
  const found: number[] = []
  const open: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') open.push(at)
    else if (text[at] === ')') {
      const start = open.pop()
      if (start === undefined) continue
      if (edits.has(start) && !edits.has(at)) found.push(at)
      if (edits.has(at) && !edits.has(start)) found.push(start)
    }
  }
  return found
}

function strongest(marks: string): string {
  return [...'！？。；：，、'].find((mark) => marks.includes(mark)) ?? marks
}
