/** The text of a document as blocks (正文): headings with their levels and run-in text, paragraphs, tables. */

import { widthOf } from '../../../src-shared/chinese.ts'
import type { HeadingBlock, ParagraphBlock, RecognisedBlock } from '../../../src-shared/recognition.ts'
import { headingNumberOf, inlineItemForm } from './document-words.ts'
import { joinLines, type Wrapping } from './join-lines.ts'
import { type Notes, noteFound, noteTidied } from './notes.ts'
import { isAllBold, type RichText, runsOf, slice } from './rich-text.ts'
import type { SourceLine, TextLine } from './source-lines.ts'

/** A numbered sentence wider than this is text, not a heading. */
const widestHeading = 60

export function blocksOf(notes: Notes, lines: readonly SourceLine[], wrapping: Wrapping): RecognisedBlock[] {
  const joined = joinLines(notes, lines, wrapping)
  const depths = [
    ...new Set(
      joined.flatMap((line) =>
        line.kind === 'text' && line.depth > 0 && !headingNumberOf(line.rich.text) ? [line.depth] : [],
      ),
    ),
  ].sort()
  return joined.map((line): RecognisedBlock => {
    if (line.kind === 'table') {
      noteFound(notes, 'table', line)
      return { kind: 'table', rows: line.rows }
    }
    const number = headingNumberOf(line.rich.text)
    if (number) return numbered(notes, line, number)
    const rank = depths.indexOf(line.depth)
    const isHeading = line.depth > 0 && rank >= 0 && rank < 4 && !/。/u.test(line.rich.text)
    return isHeading ? unnumbered(notes, line, (rank + 1) as 1 | 2 | 3 | 4) : paragraph(notes, line)
  })
}

function paragraph(notes: Notes, line: TextLine): ParagraphBlock {
  return { kind: 'paragraph', runs: runsOf(line.rich), ...inlineItems(notes, line) }
}

function unnumbered(notes: Notes, line: TextLine, level: 1 | 2 | 3 | 4): HeadingBlock {
  noteFound(notes, 'heading', line)
  return { kind: 'heading', level, number: '', text: line.rich.text, ...(isAllBold(line.rich) && { isBold: true }) }
}

/** The heading is the first sentence; what follows on the line is run-in text. */
function numbered(notes: Notes, line: TextLine, found: NonNullable<ReturnType<typeof headingNumberOf>>): HeadingBlock {
  const rich = slice(line.rich, found.printed.length)
  noteTidied(notes, 'headingMark', line.line, [
    found.printed.trim() + rich.text.slice(0, 2),
    found.number + rich.text.slice(0, 2),
  ])
  const end = sentenceLength(rich.text)
  const isText = widthOf(rich.text.slice(0, end)) > widestHeading && found.level > 1
  const text = isText ? '' : rich.text.slice(0, end)
  const runIn: RichText = slice(rich, isText ? 0 : end)
  const heading = slice(rich, 0, end)
  noteFound(notes, 'heading', {
    source: `${found.printed.trim()}${text === '' ? rich.text.slice(0, 20) : text}`,
    line: line.line,
  })
  return {
    kind: 'heading',
    level: found.level,
    number: found.number,
    text,
    ...(text !== '' && isAllBold(heading) && { isBold: true }),
    ...(runIn.text !== '' && { runIn: runsOf(runIn) }),
    ...inlineItems(notes, line),
  }
}

/** Length of the first sentence, its 。 included; a 。 inside brackets or quotation marks does not end it. */
function sentenceLength(text: string): number {
  let depth = 0
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? ''
    if ('（《“'.includes(char)) depth += 1
    if ('）》”'.includes(char)) depth = Math.max(0, depth - 1)
    if (/[。！？]/u.test(char) && depth === 0) return index + 1
  }
  return text.length
}

function inlineItems(notes: Notes, line: TextLine): { inlineItems?: string[] } {
  const matches = [...line.rich.text.matchAll(inlineItemForm)]
  const items = [...new Set(matches.map((match) => match[0]))]
  if (items.length < 2 || !items[0]?.startsWith('一')) return {}
  noteFound(notes, 'inlineItems', { source: items.join('、'), line: line.line })
  return { inlineItems: items }
}
