/** The text of a print, paragraph by paragraph (正文行): the lines on which each was printed, found by its words. */
import type { DocumentParts } from '../../../../src-shared/part-types.ts'
import type { Line, Page } from '../render-pdf.ts'

export type PlacedLine = Line & { readonly page: number }
/** `isFitted`: set closer or wider so that the signature is not alone (7.3.5.5). */
export type PrintedParagraph = {
  readonly text: string
  readonly lines: readonly PlacedLine[]
  readonly isFitted: boolean
}
/** The title, the paragraphs of the text and where it was not found. */
export type Flow = {
  readonly title: readonly PlacedLine[]
  readonly text: readonly PrintedParagraph[]
  readonly unfound: readonly string[]
}

/** What pdftotext gives of a text: no spaces of any width. */
export function squeezed(text: string): string {
  return text.replace(/\s/gu, '')
}

/** Lines of all pages without the page numbers. */
export function printedLines(pages: readonly Page[]): PlacedLine[] {
  return pages.flatMap((page, index) =>
    page.lines.filter((line) => !/^—\d+—$/.test(line.text)).map((line) => ({ ...line, page: index + 1 })),
  )
}

export function flowOf(parts: DocumentParts, pages: readonly Page[]): Flow {
  const lines = printedLines(pages)
  const title = take(lines, squeezed(parts.titleLines.join('')), 0)
  let from = title?.end ?? 0
  const text: PrintedParagraph[] = []
  const unfound: string[] = []
  for (const [index, part] of parts.body.entries()) {
    const words = squeezed(part.runs.map((run) => run.text).join(''))
    // Signs beyond Han are drawn in pieces that come back in another order.
    if (words === '' || /\p{Extended_Pictographic}/u.test(words)) continue
    const found = take(lines, words, from)
    if (!found) unfound.push(words)
    else {
      text.push({ text: words, lines: found.lines, isFitted: index >= (parts.fit?.from ?? parts.body.length) })
      from = found.end
    }
  }
  return { title: title?.lines ?? [], text, unfound }
}

/** The first lines from `from` on that together say `words`. */
export function take(
  lines: readonly PlacedLine[],
  words: string,
  from: number,
): { readonly lines: readonly PlacedLine[]; readonly end: number } | undefined {
  for (let start = from; start < lines.length; start += 1) {
    let rest = words
    let end = start
    while (rest !== '' && lines[end] && rest.startsWith(squeezed(lines[end]?.text ?? ' '))) {
      rest = rest.slice(squeezed(lines[end]?.text ?? '').length)
      end += 1
    }
    if (rest === '') return { lines: lines.slice(start, end), end }
  }
  return undefined
}
