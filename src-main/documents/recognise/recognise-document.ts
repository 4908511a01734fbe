/** Recognises an official document in a text (公文识别): part by part, with a report; nothing is invented, nothing lost. */
import {
  type Finding,
  type Missing,
  type PartName,
  partLabels,
  type RecognisedAnnex,
  type RecognisedDocument,
  type RecognisedFormat,
  type RecognisedKind,
  type Recognition,
  type RecognitionSource,
  recognisedKinds,
} from '../../../src-shared/recognition.ts'
import { annexOf, annexStarts } from './annexes.ts'
import { blocksOf } from './blocks.ts'
import { attendanceForm, titleEnd } from './document-words.ts'
import { findingsOf } from './findings.ts'
import { readFoot } from './foot.ts'
import { readHead } from './head.ts'
import { wrappingOf } from './join-lines.ts'
import { type Notes, noteFound, openNotes } from './notes.ts'
import { readClosing } from './signature.ts'
import { linesOf, type SourceLine } from './source-lines.ts'
import { dropResidue } from './web-residue.ts'

export type RecognitionOptions = {
  /** Overrides what the title says. */
  readonly kind?: RecognisedKind
  readonly hasSeal?: boolean
}

/** What the source is made of and how that was found; a source without text gives a document without parts. */
export function recogniseDocument(source: RecognitionSource, options: RecognitionOptions = {}): Recognition {
  const notes = openNotes()
  const lines = dropResidue(notes, linesOf(notes, source))
  const wrapping = wrappingOf(lines)
  const head = readHead(notes, lines)
  const foot = readFoot(notes, head.rest, head.parts.recipients !== undefined)
  const starts = annexStarts(foot.rest)
  const known = [...(head.parts.issuers ?? []), ...(foot.parts.printer ? [foot.parts.printer] : [])]
  const closing = readClosing(notes, foot.rest.slice(0, starts[0]), known)
  const body = closing.body
  const blocks = blocksOf(notes, body, wrapping)
  const sentOn = sentOnText(closing.after)
  const tail = sentOn ? [] : closing.after
  const annexes: RecognisedAnnex[] = sentOn ? [annexOf(notes, sentOn, wrapping)] : []
  for (const [index, start] of starts.entries())
    annexes.push(annexOf(notes, foot.rest.slice(start, starts[index + 1]), wrapping))
  const kind = options.kind ?? kindOf(head.parts.title, head.parts.mark)
  const unplaced = unplacedOf(notes, head.unplaced, tail)
  const document: RecognisedDocument = {
    ...(kind && { kind }),
    format: formatOf(kind, head.parts.mark),
    ...head.parts,
    ...foot.parts,
    ...closing.parts,
    ...(kind === '纪要' ? withAttendance(notes, blocks, body) : { blocks }),
    ...(options.hasSeal !== undefined && { hasSeal: options.hasSeal }),
    ...(annexes.length > 0 && { annexes }),
    ...(unplaced.length > 0 && { unplaced }),
  }
  noteKindAndBody(notes, document, lines, body)
  const findings: Finding[] = [...('blocks' in source ? (source.findings ?? []) : []), ...notes.findings]
  const report = { document, found: byLine(notes.found), tidied: byLine(notes.tidied), missing: missingOf(document) }
  return { ...report, findings: byLine([...findings, ...findingsOf(report, options.kind)]) }
}

function kindOf(title: string | undefined, mark: string | undefined): RecognisedKind | undefined {
  const word = mark?.endsWith('纪要') ? '纪要' : titleEnd.exec(title ?? '')?.[1]
  const kind = word === '复函' ? '函' : word
  return recognisedKinds.find((one) => one === kind)
}

function formatOf(kind: RecognisedKind | undefined, mark: string | undefined): RecognisedFormat {
  if (mark?.endsWith('纪要') || (kind === '纪要' && !mark)) return '纪要'
  if (mark?.endsWith('文件')) return '普通'
  return mark !== undefined || kind === '函' ? '信函' : '普通'
}

/** What follows the signature is the text that was sent on, if it is more than a line or two. */
function sentOnText(after: readonly SourceLine[]): readonly SourceLine[] | undefined {
  const length = after.reduce((sum, line) => sum + (line.kind === 'text' ? line.rich.text.length : 100), 0)
  return after.length >= 2 && length >= 60 ? after : undefined
}

function unplacedOf(notes: Notes, head: readonly SourceLine[], tail: readonly SourceLine[]) {
  const place = (lines: readonly SourceLine[], where: 'head' | 'tail') =>
    lines.map((line) => {
      noteFound(notes, 'unplaced', line)
      return {
        place: where,
        text: line.kind === 'text' ? line.rich.text : line.rows.map((row) => row.join('\t')).join('\n'),
      }
    })
  return [...place(head, 'head'), ...place(tail, 'tail')]
}

/** 出席, 请假 and 列席 of minutes are a part of their own. */
function withAttendance(notes: Notes, blocks: RecognisedDocument['blocks'], lines: readonly SourceLine[]) {
  const attendance: { label: string; names: string }[] = []
  const rest = blocks.filter((block) => {
    if (block.kind !== 'paragraph') return true
    const match = attendanceForm.exec(block.runs.map((run) => run.text).join(''))
    if (!match) return true
    attendance.push({ label: match[1] ?? '', names: match[2] ?? '' })
    return false
  })
  if (attendance.length === 0) return { blocks }
  const first = lines.find((line) => line.kind === 'text' && line.rich.text.startsWith(`${attendance[0]?.label}：`))
  const words = attendance.map(({ label, names }) => `${label}：${names}`).join('\n')
  noteFound(notes, 'attendance', { source: words, line: first?.line ?? 0 })
  return { blocks: rest, attendance }
}

function noteKindAndBody(
  notes: Notes,
  document: RecognisedDocument,
  lines: readonly SourceLine[],
  body: readonly SourceLine[],
) {
  const title = ['title', 'mark'].map((part) => notes.found.find((one) => one.part === part)).find(Boolean)
  if (document.kind && title) noteFound(notes, 'kind', { source: document.kind, line: title.line })
  const first = body[0]
  if (first && lines.length > 0) noteFound(notes, 'blocks', { source: first.source.slice(0, 40), line: first.line })
}

const alwaysNeeded: readonly PartName[] = ['kind', 'mark', 'number', 'title', 'recipients', 'blocks', 'issuer', 'date']
const neededByKind: Readonly<Partial<Record<RecognisedKind, readonly PartName[]>>> = {
  报告: [...alwaysNeeded, 'signers'],
  请示: [...alwaysNeeded, 'signers'],
  纪要: ['kind', 'mark', 'blocks', 'attendance', 'date'],
}

function missingOf(document: RecognisedDocument): Missing[] {
  const needed = (document.kind && neededByKind[document.kind]) ?? alwaysNeeded
  return (Object.keys(partLabels) as PartName[])
    .filter((part) => (part === 'blocks' ? document.blocks.length === 0 : document[part] === undefined))
    .filter((part) => part !== 'attendance' || document.kind === '纪要')
    .map((part) => ({ part, label: partLabels[part], note: '原文未见', isNeeded: needed.includes(part) }))
}

function byLine<T extends { readonly line: number }>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => a.line - b.line)
}
