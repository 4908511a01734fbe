/** 版头, title and addressees: everything above the text (版头、标题、主送机关). */
import { chineseDate } from '../../../src-shared/chinese.ts'
import type { RecognisedDocument } from '../../../src-shared/recognition.ts'
import { recipientsAt } from './addressees.ts'
import { dayForm, dayOf } from './chinese-day.ts'
import { isBodyName } from './document-words.ts'
import { type Notes, noteFound, noteTidied } from './notes.ts'
import { isNumberLine, minutesNumberAt, numberAt } from './number.ts'
import { plain } from './rich-text.ts'
import type { SourceLine, TextLine } from './source-lines.ts'
import { findTitle, titleOf } from './title.ts'

export type Head = {
  readonly parts: Partial<Writable<RecognisedDocument>>
  /** Lines that are no known part. */
  readonly unplaced: readonly TextLine[]
  /** Everything below the addressees. */
  readonly rest: readonly SourceLine[]
}
type Writable<T> = { -readonly [K in keyof T]: T[K] }

const signerForm = /^签\s*发\s*人\s*[:：]\s*(.*)$/su
const secrecyForm =
  /^(绝\s*密|机\s*密|秘\s*密)\s*(?:[★☆*＊]?\s*((?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:年|个月|月)|长期))?$/u
const urgencyForm = /^(?:特急|加急|特提|平急)$/u
const copyNumberForm = /^(?:№|No\.?)?\s*\d{6}$/iu
const titleNote = new RegExp(`^（.{0,10}${dayForm}.*）$`, 'u')

export function readHead(notes: Notes, lines: readonly SourceLine[]): Head {
  const mark = findMark(lines)
  const isMark = (index: number) => mark !== undefined && index >= mark.start && index <= mark.end
  const isTaken = (line: TextLine, index: number) => isMark(index) || isHeadPart(line.rich.text)
  // A web page shows the title once more above the document; the true one stands below the mark.
  const belowMark = mark && findTitle(lines, (line, index) => index < mark.start || isTaken(line, index))
  const place = belowMark ?? findTitle(lines, isTaken)
  const parts: Head['parts'] = {}
  const unplaced: TextLine[] = []
  const bodyFrom = Math.max(place?.end ?? -1, mark?.end ?? -1) + 1
  const isTitle = (index: number) => place !== undefined && index >= place.start && index <= place.end
  const above = lines
    .slice(0, bodyFrom)
    .filter((line, index): line is TextLine => line.kind === 'text' && !isMark(index) && !isTitle(index))
  if (mark) readMark(notes, parts, textsOf(lines.slice(mark.start, mark.end + 1)))
  const titleLines = place ? textsOf(lines.slice(place.start, place.end + 1)) : []
  if (titleLines.length > 0) parts.title = titleOf(notes, titleLines)
  found(notes, 'title', titleLines)
  readParts(notes, parts, dropRepeated(notes, above, parts.title), unplaced)
  let below = dropRepeated(notes, lines.slice(bodyFrom), parts.title)
  below = readBelowTitle(notes, parts, below, unplaced)
  const recipients = recipientsAt(notes, below)
  if (!recipients) return { parts, unplaced, rest: below }
  parts.recipients = recipients.groups
  found(notes, 'recipients', recipients.lines)
  const rest = below.slice(recipients.lines.length)
  return { parts, unplaced, rest: recipients.after ? [recipients.after, ...rest] : rest }
}

/** Number, date or note that stand between title and text, as on web pages. */
function readBelowTitle(
  notes: Notes,
  parts: Head['parts'],
  lines: readonly SourceLine[],
  unplaced: TextLine[],
): readonly SourceLine[] {
  let at = 0
  for (const line of lines.slice(0, 4)) {
    if (line.kind !== 'text') break
    const { text } = line.rich
    if (!isHeadPart(text) && !titleNote.test(text)) break
    readParts(notes, parts, [line], unplaced)
    at += 1
  }
  return lines.slice(at)
}

function isHeadPart(text: string): boolean {
  return (
    isNumberLine(text) ||
    signerForm.test(text) ||
    secrecyForm.test(text) ||
    urgencyForm.test(text) ||
    copyNumberForm.test(text) ||
    isMinutesNumber(text) ||
    tokensOf(text) !== undefined
  )
}

function isMinutesNumber(text: string): boolean {
  return /^[〔[【(（［]?(?:\d{4}[〕\]】)）］])?\s*(?:总\s*)?第?\s*[\d一二三四五六七八九十]{1,5}\s*[号期次]\s*[）)]?$/u.test(
    text,
  )
}

/** 份号, 密级 and 紧急程度 on one line. */
function tokensOf(text: string): string[] | undefined {
  const tokens = text.split(/\s+/u)
  const isToken = (token: string) => secrecyForm.test(token) || urgencyForm.test(token) || copyNumberForm.test(token)
  return tokens.length > 0 && tokens.every(isToken) ? tokens : undefined
}

function readParts(notes: Notes, parts: Head['parts'], lines: readonly TextLine[], unplaced: TextLine[]) {
  for (const line of lines) {
    const tokens = tokensOf(line.rich.text) ?? [line.rich.text]
    for (const token of tokens) if (!readPart(notes, parts, { ...line, rich: plain(token) })) unplaced.push(line)
  }
}

function readPart(notes: Notes, parts: Head['parts'], line: TextLine): boolean {
  const { text } = line.rich
  if (copyNumberForm.test(text) && parts.copyNumber === undefined) return keep(notes, parts, 'copyNumber', line, text)
  const secrecy = secrecyForm.exec(text)
  if (secrecy && !parts.secrecy) return readSecrecy(notes, parts, line, secrecy)
  if (urgencyForm.test(text) && !parts.urgency) return keep(notes, parts, 'urgency', line, text)
  const signer = signerForm.exec(text)
  if (signer) return readSigners(notes, parts, line, signer[1] ?? '')
  const number = parts.number === undefined ? numberAt(notes, text, line.line) : undefined
  if (number) {
    keep(notes, parts, 'number', line, number.number)
    if (number.rest === '') return true
    return readPart(notes, parts, { ...line, rich: plain(number.rest) })
  }
  const minutes =
    parts.number === undefined && parts.mark?.endsWith('纪要') ? minutesNumberAt(notes, text, line.line) : undefined
  if (minutes) return keep(notes, parts, 'number', line, minutes)
  if (parts.mark?.endsWith('纪要') && readIssue(notes, parts, line)) return true
  if (parts.signers && /^[\u4e00-\u9fa5]{1,4}(?:\s+[\u4e00-\u9fa5]{1,4})*$/u.test(text))
    return readSigners(notes, parts, line, text)
  return false
}

function keep<K extends 'copyNumber' | 'urgency' | 'number'>(
  notes: Notes,
  parts: Head['parts'],
  part: K,
  line: TextLine,
  value: string,
): boolean {
  parts[part] = value
  found(notes, part, [line])
  return true
}

function readSecrecy(notes: Notes, parts: Head['parts'], line: TextLine, match: RegExpExecArray): boolean {
  const [level, term] = [match[1] ?? '', match[2]].map((part) => part?.replace(/\s/g, ''))
  parts.secrecy = { level: level ?? '', ...(term && { term }) }
  noteTidied(notes, 'secrecyForm', line.line, [line.rich.text, term ? `${level}★${term}` : (level ?? '')])
  found(notes, 'secrecy', [line])
  return true
}

/** Minutes name body and day on one line above the title. */
function readIssue(notes: Notes, parts: Head['parts'], line: TextLine): boolean {
  const [, name = '', printed = ''] = new RegExp(`^(.{2,30}?)\\s+(${dayForm})$`, 'u').exec(line.rich.text) ?? []
  const day = dayOf(printed)
  if (!day || !isBodyName(name.replace(/\s/g, ''))) return false
  parts.issuer = [name.replace(/\s/g, '')]
  parts.date = day
  noteTidied(notes, 'dateForm', line.line, [printed, chineseDate(day)])
  found(notes, 'issuer', [line])
  found(notes, 'date', [line])
  return true
}

/** Names apart by spaces or 、; single characters next to each other are one name set wide. */
function readSigners(notes: Notes, parts: Head['parts'], line: TextLine, text: string): boolean {
  const names: string[] = []
  let isOpen = false
  for (const token of text.split(/[\s、，]+/u).filter(Boolean)) {
    if (isOpen && token.length === 1) names[names.length - 1] += token
    else names.push(token)
    isOpen = token.length === 1 && names.at(-1)?.length === 1
  }
  noteTidied(notes, 'separator', line.line, [text, names.join('  ')])
  parts.signers = [...(parts.signers ?? []), ...names]
  found(notes, 'signers', [line])
  return true
}

type MarkPlace = { readonly start: number; readonly end: number }

/** 发文机关标志: …文件, names stacked above 文件, …纪要 with its number below, or the name of a body above a number. */
function findMark(lines: readonly SourceLine[]): MarkPlace | undefined {
  const text = (index: number) => {
    const line = lines[index]
    return line?.kind === 'text' ? line.rich.text.replace(/\s/g, '') : ''
  }
  for (let index = 0; index < Math.min(lines.length, 15); index += 1) {
    if (/[。：]/u.test(text(index))) return undefined
    if (/^.{0,40}文件$/u.test(text(index)) && !/关于/u.test(text(index))) {
      let start = index
      while (start > 0 && isBodyName(text(start - 1))) start -= 1
      return { start, end: index }
    }
    const next = [text(index + 1), text(index + 2)]
    const isMinutes =
      /纪要$/u.test(text(index)) &&
      !/关于/u.test(text(index)) &&
      next.some((one) => isMinutesNumber(one) || isNumberLine(one))
    if (isMinutes || (isBodyName(text(index)) && isAboveNumber(lines, index))) return { start: index, end: index }
  }
  return undefined
}

/** 份号, 密级 and 紧急程度 of a letter stand between its mark and its number. */
function isAboveNumber(lines: readonly SourceLine[], index: number): boolean {
  const below = lines.slice(index + 1, index + 5)
  const next = below.find((line) => line.kind === 'table' || tokensOf(line.rich.text) === undefined)
  return next?.kind === 'text' && isNumberLine(next.rich.text)
}

function readMark(notes: Notes, parts: Head['parts'], lines: readonly TextLine[]) {
  const printed = lines.flatMap((line) => {
    const pieces = line.rich.text.split(/\s+/u)
    const areNames = pieces.length > 1 && pieces.every((piece) => isBodyName(piece.replace(/文件$/u, '')))
    if (!areNames) noteTidied(notes, 'markHole', line.line, [line.rich.text, pieces.join('')])
    return areNames ? pieces : [pieces.join('')]
  })
  parts.mark = printed.join('\n')
  found(notes, 'mark', lines)
  const names = printed.map((name) => name.replace(/文件$/u, '')).filter((name) => name !== '' && !/纪要$/u.test(name))
  if (names.length === 0) return
  parts.issuers = names
  found(notes, 'issuers', lines)
}

/** A web page shows the title twice: above the page and above the text. */
function dropRepeated<T extends SourceLine>(
  notes: Notes,
  lines: readonly T[],
  title: string | undefined,
): readonly T[] {
  if (title === undefined) return lines
  for (let start = 0; start < Math.min(lines.length, 6); start += 1) {
    let text = ''
    for (let end = start; end < Math.min(lines.length, start + 4); end += 1) {
      const line = lines[end]
      text += line?.kind === 'text' ? line.rich.text.replace(/\s/g, '') : '\n'
      if (!title.startsWith(text)) break
      if (text !== title) continue
      noteTidied(notes, 'repeatedTitle', line?.line ?? 0, [text, ''])
      return [...lines.slice(0, start), ...lines.slice(end + 1)]
    }
  }
  return lines
}

function found(notes: Notes, part: Parameters<typeof noteFound>[1], lines: readonly TextLine[]) {
  const [first] = lines
  if (first) noteFound(notes, part, { source: lines.map((line) => line.source).join('\n'), line: first.line })
}

function textsOf(lines: readonly SourceLine[]): TextLine[] {
  return lines.filter((line): line is TextLine => line.kind === 'text')
}
