/** The text of a notice line by line (通知文字), with the place of every quotation in it. Pure. */
import type { Requirement } from '../../../src-shared/notices.ts'
import type { AddresseeGroup, RecognisedBlock, RecognisedDocument } from '../../../src-shared/recognition.ts'

export type Line = {
  readonly look: 'head' | 'title' | 'heading' | 'paragraph' | 'cell' | 'foot'
  readonly text: string
}
/** A stretch of a line, with the requirements that quote it. */
export type Stretch = { readonly text: string; readonly requirementIds: readonly string[] }
export type MarkedLine = Omit<Line, 'text'> & { readonly stretches: readonly Stretch[] }

/** Every part in the order of the page. */
export function linesOf(document: RecognisedDocument): Line[] {
  const { mark, number, title, recipients, blocks, annexNotes, issuer, date, note, annexes, copyTo, printer } = document
  const line = (look: Line['look'], text: string | undefined): Line[] => (text ? [{ look, text }] : [])
  return [
    ...line('head', mark?.replaceAll('\n', '　')),
    ...line('head', number),
    ...line('title', title),
    ...line('paragraph', recipients && `${namesOf(recipients)}：`),
    ...blocks.flatMap(linesOfBlock),
    ...(annexNotes ?? []).flatMap(({ name }) => line('paragraph', `附件：${name}`)),
    ...line('foot', issuer?.join('　')),
    ...line('foot', date),
    ...line('paragraph', note && `（${note}）`),
    ...(annexes ?? []).flatMap((annex) => [...line('title', annex.title), ...annex.blocks.flatMap(linesOfBlock)]),
    ...line('paragraph', copyTo && `抄送：${namesOf(copyTo)}`),
    ...line('paragraph', [printer, document.printedOn && `${document.printedOn}印发`].filter(Boolean).join('　')),
  ]
}

function linesOfBlock(block: RecognisedBlock): Line[] {
  if (block.kind === 'table')
    return block.rows.flatMap((row) => row.filter(Boolean).map((text): Line => ({ look: 'cell', text })))
  const runs = block.kind === 'heading' ? (block.runIn ?? []) : block.runs
  const text = runs.map((run) => run.text).join('')
  if (block.kind === 'paragraph') return text ? [{ look: 'paragraph', text }] : []
  // A numbered sentence is text, not a heading.
  const isSentence = text !== '' || /[。；：]$/u.test(block.text)
  return [{ look: isSentence ? 'paragraph' : 'heading', text: `${block.number}${block.text}${text}` }]
}

const namesOf = (groups: readonly AddresseeGroup[]) => groups.map(({ names }) => names.join('、')).join('，')

type Range = { readonly from: number; readonly to: number; readonly requirementId: string }

/** Quotations may run over several lines; spaces do not count. */
export function markQuotes(lines: readonly Line[], requirements: readonly Requirement[]): MarkedLine[] {
  const bare = lines.map(({ text }) => bareOf(text)).join('')
  const ranges = requirements.flatMap(({ id, quote }) => rangesOf(bare, quote, id))
  let start = 0
  return lines.map(({ look, text }) => {
    const marked = { look, stretches: cut(text, start, ranges) }
    start += bareOf(text).length
    return marked
  })
}

const bareOf = (text: string) => text.replace(/\s/gu, '')

/** A merged requirement quotes several places, a line each. */
function rangesOf(bare: string, quote: string, requirementId: string): Range[] {
  const whole = bareOf(quote)
  if (whole === '') return []
  const places = bare.includes(whole) ? [whole] : quote.split('\n').map(bareOf).filter(Boolean)
  return places
    .map((words) => ({ from: bare.indexOf(words), words }))
    .filter(({ from }) => from >= 0)
    .map(({ from, words }) => ({ from, to: from + words.length, requirementId }))
}

/** `start`: characters of the whole text before this line, spaces left out. */
function cut(text: string, start: number, ranges: readonly Range[]): Stretch[] {
  const stretches: { text: string; requirementIds: readonly string[] }[] = []
  let position = start
  for (const char of text) {
    const isSpace = /\s/u.test(char)
    const last = stretches.at(-1)
    const here = ranges.filter(({ from, to }) => from <= position && position < to).map((one) => one.requirementId)
    const ids = isSpace && last ? last.requirementIds : [...new Set(here)]
    if (last && last.requirementIds.join() === ids.join()) last.text += char
    else stretches.push({ text: char, requirementIds: ids })
    if (!isSpace) position += char.length
  }
  return stretches
}
