/** Puts sentences together again that a page end or a fixed line width has cut (断行接回). */

import { dayForm } from './chinese-day.ts'
import { headingNumberOf, sentenceEnd } from './document-words.ts'
import { mendSeam } from './doubled-text.ts'
import { type Notes, noteTidied } from './notes.ts'
import { concat, plain, type RichText, slice } from './rich-text.ts'
import type { SourceLine, TextLine } from './source-lines.ts'
import { tidyLine } from './tidy-line.ts'

/** No paragraph of a document is longer, in characters. */
const longestParagraph = 20_000
const seamReach = 500

/** How the whole source is broken into lines. */
export type Wrapping = {
  /** Width at which every line is broken, in 字; undefined if lines are paragraphs. */
  readonly width?: number
  /** Paragraphs begin with an indent. */
  readonly isIndented: boolean
}

/** Lines joined where nothing but the page or the line was at an end. Tables part the text. */
export function joinLines(notes: Notes, lines: readonly SourceLine[], wrapping: Wrapping): SourceLine[] {
  const runIn = runInLevels(lines)
  const joined: SourceLine[] = []
  let tail: TextLine | undefined
  for (const line of lines) {
    const above = joined.at(-1)
    const isCut =
      above?.kind === 'text' &&
      line.kind === 'text' &&
      tail &&
      isCutBetween({ whole: above, last: tail, next: line, wrapping, runIn })
    if (isCut) joined[joined.length - 1] = join(notes, above, line)
    else joined.push(line)
    tail = line.kind === 'text' ? line : undefined
  }
  return joined
}

/** Whether the text is broken at a fixed width (整篇硬换行), found from the widths of its lines. */
export function wrappingOf(lines: readonly SourceLine[]): Wrapping {
  const texts = lines.filter((line): line is TextLine => line.kind === 'text')
  const isIndented = texts.filter((line) => line.indent >= 1.5).length >= Math.min(3, Math.ceil(texts.length / 4))
  const near = texts.filter(
    (line, index) => index > 0 && (line.blankBefore === 0 || texts[index + 1]?.blankBefore === 0),
  )
  const widths = near.map((line) => line.width).sort((a, b) => a - b)
  const width = widths[Math.floor(widths.length * 0.97)] ?? 0
  const full = near.filter((line) => line.width >= width - 3 && line.width <= width + 1)
  const open = full.filter((line) => !sentenceEnd.test(line.rich.text))
  const isWrapped =
    width >= 18 &&
    width <= 60 &&
    full.length >= 4 &&
    full.length >= near.length * 0.4 &&
    open.length >= full.length * 0.6
  return isWrapped ? { width, isIndented } : { isIndented }
}

type Gap = {
  /** What has been joined so far, and its last line as printed. */
  readonly whole: TextLine
  readonly last: TextLine
  readonly next: TextLine
  readonly wrapping: Wrapping
  readonly runIn: ReadonlySet<number>
}

function isCutBetween(gap: Gap): boolean {
  const { whole, last, next, wrapping } = gap
  const [left, right] = [whole.rich.text, next.rich.text]
  if (left.length > longestParagraph) return false
  if (next.depth > 0 || next.isCentred !== whole.isCentred || startsPart(right)) return false
  if (wrapping.width !== undefined && next.blankBefore === 0 && last.width >= wrapping.width - 3)
    return isWrapCut(gap, wrapping.width)
  if (endsSentence(left) || (whole.depth > 0 && headingNumberOf(left)?.level === 1)) return false
  if (isOpenEnded(left, right)) return !/^[\u4e00-\u9fa5]{2,6}：/u.test(right) || /[，、]$/u.test(left)
  return isPageCut(gap)
}

/** The line is full: the next one goes on unless it begins a paragraph. */
function isWrapCut({ whole, next, wrapping }: Gap, width: number): boolean {
  if (wrapping.isIndented) return next.indent < 1.5
  if (endsSentence(whole.rich.text)) return false
  const isBareHeading = headingNumberOf(whole.rich.text)?.level === 1 && !/。/u.test(whole.rich.text)
  return !isBareHeading || (next.width < width - 3 && !sentenceEnd.test(next.rich.text))
}

/** A long line that ends without a mark, and text that goes on below. */
function isPageCut({ whole, next, runIn, wrapping }: Gap): boolean {
  const [left, right] = [whole.rich.text, next.rich.text]
  if (wrapping.isIndented && next.indent >= 1.5 && whole.indent >= 1.5) return false
  if (left.length < 24 || !/[，。；：、！？]/u.test(right) || /^[\u4e00-\u9fa5]{2,6}：/u.test(right)) return false
  const heading = headingNumberOf(left)
  if (heading && !/。/u.test(left))
    return heading.level !== 1 && isUnfinished(left, runIn.has(heading.level)) && /。/u.test(right)
  return /[，。；、]/u.test(left)
}

/** A heading of a level that elsewhere runs into text, or one that ends in a word that wants another. */
function isUnfinished(heading: string, isRunIn: boolean): boolean {
  return isRunIn || /[的和与及或把对向从将]$/u.test(heading)
}

/** The words themselves show that the sentence goes on: a mark that wants more, a bracket or a number cut in two. */
function isOpenEnded(left: string, right: string): boolean {
  if (/[，、（《“‘〔]$/u.test(left) && left.length >= 6) return true
  if (/\d$/u.test(left) && /^[\d年月日个次名万亿元场条项号%]/u.test(right) && left.length >= 6) return true
  return [
    ['《', '》'],
    ['“', '”'],
    ['（', '）'],
  ].some(([open = '', close = '']) => {
    const isOpen = left.lastIndexOf(open) > left.lastIndexOf(close)
    const at = right.indexOf(close)
    const again = right.indexOf(open)
    return isOpen && at >= 0 && (again < 0 || at < again)
  })
}

function endsSentence(text: string): boolean {
  return sentenceEnd.test(text.slice(-20))
}

const partStart = new RegExp(`^(?:附件\\s*\\d*\\s*(?:[:：]|$)|抄送：|主送：|抄报：|[①-⑳]|${dayForm}(?:印发)?$)`, 'u')

function startsPart(text: string): boolean {
  return headingNumberOf(text) !== undefined || partStart.test(text)
}

function join(notes: Notes, above: TextLine, below: TextLine): TextLine {
  const right = mendSeam(notes, above, below)
  const needsSpace = /[A-Za-z]$/.test(above.rich.text.slice(-1)) && /^[A-Za-z]/.test(right.text)
  const [left, next] = [above.rich.text.slice(-8), right.text.slice(0, 8)]
  noteTidied(notes, 'lineBreak', below.line, [`${left}\n${next}`, `${left}${needsSpace ? ' ' : ''}${next}`])
  const rich = tidySeam(notes, concat(above.rich, plain(needsSpace ? ' ' : '')), { right, line: below.line })
  return { ...above, rich, source: `${above.source}\n${below.source}`, isCentred: below.isCentred }
}

/** At the seam marks and spaces may have come together; of a long paragraph only what is near it is looked at. */
function tidySeam(notes: Notes, left: RichText, { right, line }: { right: RichText; line: number }): RichText {
  const [start, end] = [left.text.length - seamReach, left.text.length + seamReach]
  const joined = concat(left, right)
  if (start <= 0) return tidyLine(notes, joined, line)
  const from = start - (/\S\s*$/u.exec(joined.text.slice(0, start))?.[0].length ?? 0)
  const to = end + (/\s*\S/u.exec(joined.text.slice(end))?.[0].length ?? 0)
  return concat(slice(joined, 0, from), tidyLine(notes, slice(joined, from, to), line), slice(joined, to))
}

/** Levels whose headings mostly run into text on the same line. */
function runInLevels(lines: readonly SourceLine[]): ReadonlySet<number> {
  const levels = new Map<number, { all: number; runIn: number }>()
  for (const line of lines) {
    const heading = line.kind === 'text' ? headingNumberOf(line.rich.text) : undefined
    if (!heading || line.kind !== 'text') continue
    const count = levels.get(heading.level) ?? { all: 0, runIn: 0 }
    const isRunIn = /。/u.test(line.rich.text.slice(0, -1))
    levels.set(heading.level, { all: count.all + 1, runIn: count.runIn + (isRunIn ? 1 : 0) })
  }
  return new Set([...levels].filter(([, { all, runIn }]) => runIn * 2 > all).map(([level]) => level))
}
