/**
 * 首页必须显示正文 (7.3.3): the last paragraph stays with the signature (7.3.5.5) and, where it is all the text there is,
 * would leave page 1 without a line. It is parted at the end of a line: what fills page 1, and the rest, which goes over.
 */

import { boxHeight } from './first-page.ts'
import { charactersOf, keptParts, lineStarts, mainFlow, wordsOf } from './flow-heights.ts'
import type { Layout } from './layouts.ts'
import { type FilledPage, fillPages } from './page-filling.ts'
import type { BodyPart, DocumentParts, PartRun } from './part-types.ts'

/** How far before the end of a line a paragraph is parted at most, in characters; the line is stretched by so much. */
const furthest = 6

/** The parts with the last paragraph in two halves where page 1 would show no text; else the same parts. */
export function partedText(parts: DocumentParts, layout: Layout): DocumentParts {
  const last = parts.body.at(-1)
  if (last?.style !== 'text' || hasText(firstPage(parts, layout), parts)) return parts
  const words = wordsOf(last)
  const [indent, width] = [layout.text.indent.value, charactersOf(layout)]
  const starts = lineStarts(words, indent, width)
  // Two lines of text go with the signature where there are three.
  for (let lines = Math.max(1, starts.length - layout.signature.linesOfText.value); lines >= 1; lines -= 1) {
    const at = cutBefore(words, starts[lines] ?? 0, (half) =>
      [false, true].every((isStrict) => lineStarts(half, indent, width, isStrict).length === lines),
    )
    if (at === undefined) continue
    const parted = { ...parts, body: [...parts.body.slice(0, -1), ...halvesOf(last, at)] }
    if (isWhole(firstPage(parted, layout), parts.body.length, lines)) return parted
  }
  return parts
}

/** As LibreOffice fills it: a paragraph that stays with what follows goes over as a whole. */
function firstPage(parts: DocumentParts, layout: Layout): FilledPage | undefined {
  const { pieces, body } = mainFlow(parts, layout)
  const kept = body.to - keptParts(parts, layout)
  const whole = pieces.map((piece, index) =>
    index >= kept && index < body.to ? { ...piece, keepsLines: piece.keepsNext } : piece,
  )
  return fillPages(whole, boxHeight(layout))[0]
}

/** Behind the head, which is the first piece of all. */
function hasText(page: FilledPage | undefined, { body }: DocumentParts): boolean {
  return page?.slices.some(({ piece }) => piece >= 1 && piece <= body.length) ?? false
}

function isWhole(page: FilledPage | undefined, piece: number, lines: number): boolean {
  return page?.slices.some((slice) => slice.piece === piece && slice.to === lines) ?? false
}

/**
 * A place shortly before `end`, for a program that sets the lines a little wider must not have a line more, and where the
 * rest looks like no paragraph of its own; undefined if there is none.
 * @param fills whether the first half has the lines wanted in every program
 */
function cutBefore(words: string, end: number, fills: (half: string) => boolean): number | undefined {
  for (let at = end - 1; at >= Math.max(1, end - furthest); at -= 1) {
    const [left, right] = [words.slice(0, at), words.slice(at)]
    const isWord = /[\w.%‰]$/u.test(left) && /^[\w.%‰]/u.test(right)
    const isHeld =
      /[（《“‘〔【。！？：；…—\uD800-\uDBFF]$/.test(left) || /^[，、。；：！？）》”’】〕…—\uDC00-\uDFFF\s]/.test(right)
    const isLikeHeading = /^(?:[\d（(]|第|[一二三四五六七八九十百]+[、是])/u.test(right)
    if (!isWord && !isHeld && !isLikeHeading && fills(left)) return at
  }
  return undefined
}

function halvesOf(part: BodyPart, at: number): BodyPart[] {
  const [first, rest]: [PartRun[], PartRun[]] = [[], []]
  let start = 0
  for (const run of part.runs) {
    const middle = Math.max(0, at - start)
    const [before, behind] = [run.text.slice(0, middle), run.text.slice(middle)]
    if (before !== '') first.push({ ...run, text: before })
    if (behind !== '') rest.push({ ...run, text: behind })
    start += run.text.length
  }
  return [
    { ...part, runs: first, half: 'first' },
    { ...part, runs: rest, half: 'rest' },
  ]
}
