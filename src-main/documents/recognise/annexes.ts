/** 附件 as they stand in the source: where each begins, its number and its title. */
import type { RecognisedAnnex } from '../../../src-shared/recognition.ts'
import { blocksOf } from './blocks.ts'
import { numberOf } from './chinese-day.ts'
import type { Wrapping } from './join-lines.ts'
import { type Notes, noteFound, noteTidied } from './notes.ts'
import { slice } from './rich-text.ts'
import type { SourceLine, TextLine } from './source-lines.ts'
import { annexTitleLines, titleOf } from './title.ts'

const labelForm = /^附\s*件\s*([\d一二三四五六七八九十]{0,3})\s*[：:]?$/u
const labelWithTitle = /^附\s*件\s*([\d一二三四五六七八九十]{0,3})\s*[：:\s]\s*(\S.*)$/su

/** Index of the first line of each annex. */
export function annexStarts(lines: readonly SourceLine[]): number[] {
  const isNote = (index: number) => {
    const line = lines[index]
    return line?.kind === 'text' && labelWithTitle.test(line.rich.text)
  }
  return lines.flatMap((line, index) => {
    if (line.kind !== 'text') return []
    if (labelForm.test(line.rich.text)) return isEmptyNote(lines, index) ? [] : [index]
    if (!isNote(index)) return []
    // Several in a row, or one at the end or above a signature, are 附件说明.
    const next = lines[index + 1]
    const isLong = lines.length - index > 4 && next?.kind === 'text' && next.rich.text.length > 30
    return isLong && !isNote(index - 1) ? [index] : []
  })
}

/** “附件：” with its numbered names on the lines below. */
function isEmptyNote(lines: readonly SourceLine[], index: number): boolean {
  const [line, next, more] = lines.slice(index, index + 3)
  if (line?.kind !== 'text' || !/[：:]$/u.test(line.rich.text) || /\d/.test(line.rich.text)) return false
  const isEntry = (one: SourceLine | undefined, number: number) =>
    one?.kind === 'text' &&
    new RegExp(`^(?:${number}[.．、]|1-${number}(?!\\d))`, 'u').test(one.rich.text) &&
    one.rich.text.length < 60 &&
    !/。/u.test(one.rich.text)
  return isEntry(next, 1) && (isEntry(more, 2) || index + 2 >= lines.length || lines.length - index < 6)
}

/** One annex from its lines; `wrapping` is that of the whole source. */
export function annexOf(notes: Notes, lines: readonly SourceLine[], wrapping: Wrapping): RecognisedAnnex {
  const [label, ...below] = lines
  if (label?.kind !== 'text') return { isLabelled: false, blocks: blocksOf(notes, lines, wrapping) }
  const bare = labelForm.exec(label.rich.text)
  const titled = bare ? null : labelWithTitle.exec(label.rich.text)
  if (!bare && !titled) return unlabelled(notes, lines, wrapping)
  const number = numberIn((bare ?? titled)?.[1] ?? '')
  const printed = titled ? label.rich.text.slice(0, label.rich.text.length - (titled[2]?.length ?? 0)) : label.rich.text
  noteTidied(notes, 'labelForm', label.line, [printed, `附件${number ?? ''}`])
  noteFound(notes, 'annexes', label)
  const inLine: TextLine[] = titled ? [{ ...label, rich: slice(label.rich, printed.length) }] : []
  const titleLines = inLine.length > 0 ? inLine : annexTitleLines(below)
  const rest = below.slice(titleLines.length - inLine.length)
  return {
    ...(number !== undefined && { number }),
    isLabelled: true,
    ...(titleLines.length > 0 && { title: titleOf(notes, titleLines) }),
    blocks: blocksOf(notes, rest, wrapping),
  }
}

/** A text that was sent on without the word 附件: its first short line is its title. */
function unlabelled(notes: Notes, lines: readonly SourceLine[], wrapping: Wrapping): RecognisedAnnex {
  const titleLines = annexTitleLines(lines)
  const [first] = titleLines
  if (first) noteFound(notes, 'annexes', first)
  const title = first && { title: titleOf(notes, titleLines) }
  return { isLabelled: false, ...title, blocks: blocksOf(notes, lines.slice(titleLines.length), wrapping) }
}

function numberIn(text: string): number | undefined {
  if (text === '') return undefined
  const number = /\d/.test(text) ? Number(text) : numberOf(text)
  return Number.isNaN(number) ? undefined : number
}
