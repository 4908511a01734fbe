/** The main part (主体): title, 主送机关, text, 附件说明, 署名 and 成文日期. */
import { type Paragraph, TabStopType } from 'docx'
import { keptParts } from '../../src-shared/flow-heights.ts'
import { officeA } from '../../src-shared/layout-9704.ts'
import type { Layout } from '../../src-shared/layouts.ts'
import type { AnnexNote, DocumentParts } from '../../src-shared/part-types.ts'
import type { SignatureRow } from '../../src-shared/signature-part.ts'
import type { Places } from './docx-places.ts'
import { characters, labelStyle } from './docx-styles.ts'
import { blankLines, brokenLines, paragraph, textRun } from './docx-text.ts'
import { textParagraphs } from './docx-text-blocks.ts'

export function bodyParagraphs(parts: DocumentParts, layout: Layout, places: Places): Paragraph[] {
  const above = parts.format === '信函' ? layout.letter.titleLinesAbove : layout.title.linesAbove
  return [
    ...blankLines(above.value),
    ...(parts.titleLines.join('') === ''
      ? []
      : [paragraph(parts.hasSmallTitle ? 'GwTitleSmall' : 'GwTitle', brokenLines(parts.titleLines))]),
    ...blankLines(officeA.recipients.linesAbove.value),
    ...(parts.recipients === '' ? [] : [paragraph('GwRecipients', parts.recipients)]),
    ...textParagraphs(parts.body, places, { kept: keptParts(parts, layout), fit: parts.fit }),
    ...annexNoteParagraphs(parts.annexNotes, layout, parts.signature.length > 0),
    ...attendanceParagraphs(parts.attendance),
    ...parts.signature.flatMap((row, index) =>
      signatureRow(row, layout, index < parts.signature.length - 1 || parts.note !== ''),
    ),
    ...(parts.note === '' ? [] : [paragraph('GwNote', parts.note)]),
  ]
}

function annexNoteParagraphs(notes: readonly AnnexNote[], layout: Layout, keepNext: boolean): Paragraph[] {
  if (notes.length === 0) return []
  const lines = notes.map((note, index) => {
    const left = characters(note.nameAt, layout)
    return paragraph('GwAnnexNote', `${note.lead}${note.name}`, {
      // More than a page of them cannot all keep together.
      ...(index < notes.length - layout.annexNote.kept.value && { keepNext: false }),
      indent: { left, hanging: left - characters(note.leadAt, layout) },
    })
  })
  return [...blankLines(officeA.annexNote.linesAbove.value, { keepNext }), ...lines]
}

/** 出席、请假、列席 of 纪要: one empty line below the text (10.3). */
function attendanceParagraphs(attendance: DocumentParts['attendance']): Paragraph[] {
  if (attendance.length === 0) return []
  const lines = attendance.map(({ label, names }) =>
    paragraph('GwAttendance', [textRun(label, { style: labelStyle }), textRun(`：${names}`)]),
  )
  return [...blankLines(officeA.attendance.linesAbove.value), ...lines]
}

function signatureRow(row: SignatureRow, layout: Layout, keepNext: boolean): Paragraph[] {
  const blanks = blankLines(row.linesAbove, { keepNext: true })
  if (row.pieces.length > 0) {
    const tabStops = row.pieces.map(({ left }) => ({ type: TabStopType.LEFT, position: characters(left, layout) }))
    // A piece at the very margin takes no tab.
    const runs = row.pieces.map(({ text, left }) => textRun(left < 0.05 ? text : `\t${text}`))
    return [...blanks, paragraph('GwIssuers', runs, { tabStops })]
  }
  const indent = { right: characters(row.right, layout) }
  if (!row.isDate) return [...blanks, paragraph('GwIssuer', row.text, { indent })]
  return [...blanks, paragraph('GwDate', row.text, { indent, ...(keepNext && { keepNext }) })]
}
