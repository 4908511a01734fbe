/** Where the title (标题) stands among the first lines, and its words in one line. */
import { annexTitleEnd, headingNumberOf, isBodyName, sentenceEnd, titleEnd } from './document-words.ts'
import { type Notes, noteTidied } from './notes.ts'
import { plain } from './rich-text.ts'
import type { SourceLine, TextLine } from './source-lines.ts'
import { tidyLine } from './tidy-line.ts'

export type TitlePlace = { readonly start: number; readonly end: number }

const linesAtMost = 5
const widest = 50
const begins = /关于|转发|印发/u

/** First and last line of the title; `isTaken` tells lines that are other parts of the head. */
export function findTitle(
  lines: readonly SourceLine[],
  isTaken: (line: TextLine, index: number) => boolean,
): TitlePlace | undefined {
  const limit = headEnd(lines)
  const canBe = (index: number) => {
    const line = lines[index]
    return line?.kind === 'text' && !isTaken(line, index) && isTitleLike(line)
  }
  for (let end = 0; end < limit; end += 1) {
    const line = lines[end]
    if (line?.kind !== 'text' || !canBe(end) || !titleEnd.test(line.rich.text)) continue
    return { start: titleStart(lines, end, canBe), end }
  }
  return titleByPlace(lines, limit, canBe)
}

/** The lines as one title; a slip is noted where they were parted by a space. */
export function titleOf(notes: Notes, lines: readonly TextLine[]): string {
  const texts = lines.map((line) => {
    const closed = line.rich.text.replace(/(?<=[^A-Za-z])\s+|\s+(?=[^A-Za-z])/gu, '')
    noteTidied(notes, 'titleLines', line.line, [line.rich.text, closed])
    return closed
  })
  const [first] = lines
  if (first) noteTidied(notes, 'titleLines', first.line, [texts.join('\n'), texts.join('')])
  return tidyLine(notes, plain(texts.join('')), first?.line ?? 0).text
}

/** Titles have no full stop, are short, and are no numbered heading and no addressees. */
function isTitleLike(line: TextLine): boolean {
  const { text } = line.rich
  return (
    line.rich.text.length <= widest &&
    !/[。；：]|[，,]$/u.test(text) &&
    !sentenceEnd.test(text) &&
    !headingNumberOf(text) &&
    /\p{Script=Han}{2}/u.test(text)
  )
}

/** The head ends at the addressees or where text begins. */
function headEnd(lines: readonly SourceLine[]): number {
  const end = lines.findIndex(
    (line) =>
      line.kind === 'table' ||
      /。/u.test(line.rich.text) ||
      headingNumberOf(line.rich.text)?.level === 1 ||
      (line.rich.text.length > 70 && /，/u.test(line.rich.text)),
  )
  return Math.min(end < 0 ? lines.length : end, 30)
}

function textAt(lines: readonly SourceLine[], index: number): string {
  const line = lines[index]
  return line?.kind === 'text' ? line.rich.text : ''
}

function titleStart(lines: readonly SourceLine[], end: number, canBe: (index: number) => boolean): number {
  let start = end
  for (let index = end; index > end - linesAtMost && canBe(index); index -= 1)
    if (begins.test(textAt(lines, index))) {
      start = index
      break
    }
  const opensWithAbout = /^(?:关于|转发|印发)/u.test(textAt(lines, start)) || !begins.test(textAt(lines, start))
  // A joint title names every issuer, one or two to a line.
  while (opensWithAbout && start > 0 && canBe(start - 1) && areNames(textAt(lines, start - 1))) start -= 1
  return start
}

function areNames(text: string): boolean {
  return isBodyName(text.replace(/\s/g, '')) || text.split(/\s+/u).every(isBodyName)
}

/** Without a word for its kind: the first line, if it is set apart as a title or text follows it at once. */
function titleByPlace(
  lines: readonly SourceLine[],
  limit: number,
  canBe: (index: number) => boolean,
): TitlePlace | undefined {
  for (let index = 0; index < Math.min(limit, 6); index += 1) {
    const line = lines[index]
    if (line?.kind !== 'text' || !canBe(index) || isBodyName(line.rich.text.replace(/\s/g, ''))) continue
    const isSetApart = line.depth > 0 || line.isCentred
    const next = textAt(lines, index + 1)
    if (isSetApart || begins.test(line.rich.text) || /[。：]/u.test(next)) return { start: index, end: index }
  }
  return undefined
}

/** Lines below 附件 that are its title: one, or two if only the second ends as titles do. */
export function annexTitleLines(lines: readonly SourceLine[]): TextLine[] {
  const taken: TextLine[] = []
  for (const line of lines.slice(0, 3)) {
    if (line.kind !== 'text' || !isTitleLike(line) || line.rich.bold.length === 0) break
    if (taken.length > 0 && !annexTitleEnd.test(line.rich.text)) break
    taken.push(line)
    if (annexTitleEnd.test(line.rich.text)) break
  }
  return taken
}
