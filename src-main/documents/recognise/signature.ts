/** What closes the text: 附件说明, 署名, 成文日期, 附注. */
import { chineseDate } from '../../../src-shared/chinese.ts'
import type { AnnexNote, RecognisedDocument } from '../../../src-shared/recognition.ts'
import { dayForm, dayOf } from './chinese-day.ts'
import { isBodyName, sentenceEnd } from './document-words.ts'
import { type Notes, noteFound, noteTidied } from './notes.ts'
import type { SourceLine, TextLine } from './source-lines.ts'

type ClosingParts = Partial<Pick<RecognisedDocument, 'annexNotes' | 'issuer' | 'date' | 'note'>>
type Writable<T> = { -readonly [K in keyof T]: T[K] }
export type Closing = {
  readonly parts: ClosingParts
  readonly body: readonly SourceLine[]
  /** What follows the signature and is no 附注. */
  readonly after: readonly SourceLine[]
}

const signedForm = new RegExp(`^(?:(.{2,60}?)\\s*)?(${dayForm})$`, 'u')
const noteForm = /^（.+）$|^(?:联系人|联系电话|联系方式|联系地址)：|^此件/su

/** `names`: bodies known from the head, so that a signature without a date is seen as one. */
export function readClosing(notes: Notes, lines: readonly SourceLine[], names: readonly string[]): Closing {
  const parts: Writable<ClosingParts> = {}
  const signed = findSignature(lines, names)
  let body: readonly SourceLine[] = lines.slice(0, signed?.start ?? lines.length)
  let after: readonly SourceLine[] = signed ? lines.slice(signed.end + 1) : []
  if (signed) readSignature(notes, parts, lines.slice(signed.start, signed.end + 1))
  const noteLines: TextLine[] = []
  for (const line of after) {
    if (line.kind !== 'text' || !noteForm.test(line.rich.text)) break
    noteLines.push(line)
  }
  after = after.slice(noteLines.length)
  if (noteLines.length > 0) {
    parts.note = noteOf(notes, noteLines)
  }
  const inBody = takeAnnexNotes(notes, body)
  const annexNotes = inBody ?? takeAnnexNotes(notes, after)
  if (inBody) body = inBody.rest
  else if (annexNotes) after = annexNotes.rest
  if (annexNotes) parts.annexNotes = annexNotes.entries
  return { parts, body, after }
}

/** Without brackets, which are printed around the whole. */
function noteOf(notes: Notes, lines: readonly TextLine[]): string {
  const printed = lines.map((line) => line.rich.text)
  const words = printed.map((text) => /^（([^（）]*)）$/su.exec(text)?.[1] ?? text).join('；')
  noteTidied(notes, 'labelForm', lines[0]?.line ?? 0, [printed.join('\n'), `（${words}）`])
  found(notes, 'note', lines)
  return words
}

type Span = { readonly start: number; readonly end: number }

/** The first date with a name above or before it; else the last line if it is a known name. */
function findSignature(lines: readonly SourceLine[], names: readonly string[]): Span | undefined {
  const isName = (index: number) => {
    const line = lines[index]
    return (
      line?.kind === 'text' &&
      (namesIn(line.rich.text) !== undefined || names.includes(line.rich.text.replace(/\s/g, '')))
    )
  }
  for (const [index, line] of lines.entries()) {
    if (line.kind !== 'text') continue
    const match = signedForm.exec(line.rich.text)
    if (!match || !dayOf(match[2] ?? '')) continue
    const inLine = match[1]
    if (inLine !== undefined && !namesIn(inLine)) continue
    let start = index
    while (inLine === undefined && start > 0 && index - start < 6 && isName(start - 1)) start -= 1
    return { start, end: index }
  }
  const last = lines.length - 1
  const isClosed = (index: number) => {
    const line = lines[index]
    return line?.kind === 'text' && (sentenceEnd.test(line.rich.text) || /^附件/u.test(line.rich.text))
  }
  return last > 0 && isName(last) && isClosed(last - 1) ? { start: last, end: last } : undefined
}

/** One name, or several apart by spaces. */
function namesIn(text: string): string[] | undefined {
  const names = text
    .trim()
    .split(/\s{2,}|\t|\u3000/u)
    .map((name) => name.replace(/\s/g, ''))
    .filter(Boolean)
  if (names.length > 0 && names.every(isBodyName)) return names
  const closed = text.replace(/\s/g, '')
  return isBodyName(closed) ? [closed] : undefined
}

function readSignature(notes: Notes, parts: Writable<ClosingParts>, lines: readonly SourceLine[]) {
  const issuers: string[] = []
  for (const line of lines) {
    if (line.kind !== 'text') continue
    const match = signedForm.exec(line.rich.text)
    const day = match ? dayOf(match[2] ?? '') : undefined
    const name = match && day ? match[1] : line.rich.text
    if (name !== undefined) {
      issuers.push(...(namesIn(name) ?? [name.replace(/\s/g, '')]))
      noteFound(notes, 'issuer', line)
    }
    if (!match || !day) continue
    parts.date = day
    noteTidied(notes, 'dateForm', line.line, [match[2] ?? '', chineseDate(day)])
    noteFound(notes, 'date', line)
  }
  if (issuers.length > 0) parts.issuer = issuers
}

const noteStart = /^附\s*件\s*(\d{0,2})\s*[：:]\s*(.*)$/su
/** 1-1推荐表 is numbered within the 附件 of another notice. */
const nextEntry = /^(?:附\s*件\s*|1-(?=\d))?(\d{1,2})\s*(?:[.．、：:]\s*|\s+|(?<=^1-\d{1,2}))(\S.*)$/su

/** 附件说明: 附件： with a name behind it and numbered names below, near the end of the lines. */
function takeAnnexNotes(
  notes: Notes,
  lines: readonly SourceLine[],
): { entries: AnnexNote[]; rest: readonly SourceLine[] } | undefined {
  const start = lines.findLastIndex((line) => line.kind === 'text' && isFirstNote(line.rich.text))
  if (start < 0) return undefined
  let end = start
  while (isNextNote(lines[end + 1], end - start)) end += 1
  if (lines.length - 1 - end > 3) return undefined
  const taken = lines.slice(start, end + 1).filter((line): line is TextLine => line.kind === 'text')
  const entries = taken.flatMap((line, index) =>
    entriesOf(notes, line, { isFirst: index === 0, isOnly: taken.length === 1 }),
  )
  found(notes, 'annexNotes', taken)
  return { entries, rest: [...lines.slice(0, start), ...lines.slice(end + 1)] }
}

function isFirstNote(text: string): boolean {
  const match = noteStart.exec(text)
  return (
    match !== null &&
    (match[2] !== '' || match[1] === '') &&
    (match[1] === '' || match[1] === '1') &&
    !/。.+/u.test(text)
  )
}

function isNextNote(line: SourceLine | undefined, count: number): boolean {
  const match = line?.kind === 'text' ? nextEntry.exec(line.rich.text) : null
  const number = Number(match?.[1])
  return match !== null && (number === count + 2 || number === count + 1) && !/[。；].+/u.test(match[2] ?? '')
}

/** Names without the mark behind them; a single one has no number. */
function entriesOf(notes: Notes, line: TextLine, place: { isFirst: boolean; isOnly: boolean }): AnnexNote[] {
  const { text } = line.rich
  const first = noteStart.exec(text)
  const body = first ? `${first[1] ? `${first[1]}.` : ''}${first[2]}` : text
  const pieces = body.split(/\s+(?=\d{1,2}[.．、]\s*\S)/u).filter((piece) => piece !== '')
  const entries = pieces.map((piece): AnnexNote => {
    const numbered = nextEntry.exec(piece)
    const name = (numbered?.[2] ?? piece).replace(/[。；，、]$/u, '').trim()
    return numbered ? { number: Number(numbered[1]), name } : { name }
  })
  const isNumbered = !(place.isOnly && entries.length === 1 && !/^附\s*件\s*\d/u.test(text))
  noteTidied(notes, isNumbered ? 'labelForm' : 'listEnd', line.line, [text, annexNoteText(entries, place.isFirst)])
  return entries
}

export function annexNoteText(entries: readonly AnnexNote[], isFirst: boolean): string {
  const lines = entries.map(({ number, name }) => `${number === undefined ? '' : `${number}.`}${name}`)
  return `${isFirst ? '附件：' : ''}${lines.join('\n')}`
}

function found(notes: Notes, part: 'note' | 'annexNotes', lines: readonly TextLine[]) {
  noteFound(notes, part, { source: lines.map((line) => line.source).join('\n'), line: lines[0]?.line ?? 0 })
}
