/** 版头 and 主体 as items of the flow, in the order of the DOCX: title, 主送机关, text, 附件说明, 署名, 附注. */

import { keptParts } from '../../src-shared/flow-heights.ts'
import type { AnnexNote, BodyPart, DocumentParts } from '../../src-shared/part-types.ts'
import type { SignatureFit } from '../../src-shared/signature-fit.ts'
import type { SignatureRow } from '../../src-shared/signature-part.ts'
import { captionedTable, pairItems, pictureItems } from './paper-figures.ts'
import { gapItems, type ItemPlace, itemOf, noIndent, type PaperItem } from './paper-items.ts'
import { isBoldLevel, plainRuns, runsOf } from './paper-runs.ts'

export function mainItems(parts: DocumentParts, place: ItemPlace): PaperItem[] {
  const { layout } = place
  const above = parts.format === '信函' ? layout.letter.titleLinesAbove : layout.title.linesAbove
  const { format, classification, mark, number, signerLines, minutesLine } = parts
  const head = { format, classification, mark, number, signerLines, minutesLine }
  return [
    itemOf({ kind: 'head', head }, place),
    ...gapItems(above.value, place),
    ...(parts.titleLines.join('') === ''
      ? []
      : [itemOf({ kind: 'title', lines: parts.titleLines, isSmall: parts.hasSmallTitle }, place)]),
    ...gapItems(layout.recipients.linesAbove.value, place),
    ...(parts.recipients === '' ? [] : [textItem('', parts.recipients, place)]),
    ...bodyItems(parts.body, place, { kept: keptParts(parts, layout), fit: parts.fit }),
    ...annexNoteItems(parts.annexNotes, place, parts.signature.length > 0),
    ...attendanceItems(parts.attendance, place),
    ...parts.signature.flatMap((row, index) =>
      signatureItems(row, place, index < parts.signature.length - 1 || parts.note !== ''),
    ),
    ...(parts.note === '' ? [] : [indentedItem(parts.note, place)]),
  ]
}

export type BodyOptions = {
  /** So many at the end stay with what follows, so that a signature never stands alone (7.3.5.5). */
  readonly kept: number
  readonly fit: SignatureFit | null
}

export function bodyItems(
  body: readonly BodyPart[],
  place: ItemPlace,
  { kept, fit }: BodyOptions = { kept: 0, fit: null },
): PaperItem[] {
  return body.flatMap((part, index) => {
    const isKept = index >= body.length - kept
    if (part.table) return captionedTable(part.table, place, isKept)
    if (part.picture && part.beside) return pairItems([part.picture, part.beside], place, isKept)
    if (part.picture) return pictureItems(part.picture, place, isKept)
    const level = levels[part.style]
    const goesOn = part.half === 'first' ? ' goes-on' : ''
    const classes = `${fontOf[level]} ${isBoldLevel(level, place.layout.traits) ? 'bold' : ''}${goesOn}`.trim()
    const indent = part.half === 'rest' ? noIndent : { ...noIndent, first: place.layout.text.indent.value }
    const runs = runsOf(part.runs, place.layout.traits)
    const pitch = fit && index >= fit.from ? { pitch: fit.pitch } : {}
    return [itemOf({ kind: 'text', classes, indent, runs, ...pitch }, place, { keepsNext: level > 0 || isKept })]
  })
}

const levels = { text: 0, level1: 1, level2: 2, level3: 3, level4: 4, table: 0, picture: 0 } as const
const fontOf = ['', 'heiti', 'kaiti', '', ''] as const

function textItem(classes: string, text: string, place: ItemPlace, indent = noIndent): PaperItem {
  return itemOf({ kind: 'text', classes, indent, runs: plainRuns(text, place.layout.traits) }, place)
}

function indentedItem(text: string, place: ItemPlace): PaperItem {
  return textItem('', text, place, { ...noIndent, first: place.layout.text.indent.value })
}

function annexNoteItems(notes: readonly AnnexNote[], place: ItemPlace, keepsNext: boolean): PaperItem[] {
  if (notes.length === 0) return []
  const lines = notes.map(({ lead, leadAt, name, nameAt }, index) =>
    itemOf(
      {
        kind: 'text',
        classes: 'ragged',
        indent: { left: nameAt, first: leadAt - nameAt, right: 0 },
        runs: plainRuns(`${lead}${name}`, place.layout.traits),
      },
      place,
      // More than a page of them cannot all keep together.
      { keepsNext: index >= notes.length - place.layout.annexNote.kept.value },
    ),
  )
  return [...gapItems(place.layout.annexNote.linesAbove.value, place, { keepsNext }), ...lines]
}

function attendanceItems(attendance: DocumentParts['attendance'], place: ItemPlace): PaperItem[] {
  if (attendance.length === 0) return []
  const { text, attendance: rules, traits } = place.layout
  const lead = rules.namesAt.value
  const lines = attendance.map(({ label, names }) =>
    itemOf(
      {
        kind: 'text',
        classes: '',
        indent: { left: lead, first: text.indent.value - lead, right: 0 },
        runs: [...plainRuns(label, traits, 'heiti'), ...plainRuns(`：${names}`, traits)],
      },
      place,
    ),
  )
  return [...gapItems(rules.linesAbove.value, place), ...lines]
}

function signatureItems(row: SignatureRow, place: ItemPlace, keepsNext: boolean): PaperItem[] {
  const gap = gapItems(row.linesAbove, place, { keepsNext: true })
  if (row.pieces.length > 0) return [...gap, itemOf({ kind: 'names', names: row.pieces }, place, { keepsNext: true })]
  const runs = plainRuns(row.text, place.layout.traits)
  const indent = { ...noIndent, right: row.right }
  const flow = { keepsNext: row.isDate ? keepsNext : true }
  return [...gap, itemOf({ kind: 'text', classes: 'right', indent, runs }, place, flow)]
}
