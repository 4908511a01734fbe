/** The main part (主体): title, 主送机关, text, 附件说明, 署名 and 成文日期. */
import type { Paragraph } from 'docx'
import type { AnnexNote, BodyPart, DocumentParts, Signature } from '../../src-shared/document-parts.ts'
import { officeA } from '../../src-shared/layout-9704.ts'
import { characters, type StyleId } from './docx-styles.ts'
import { blankLines, brokenLines, paragraph, textRun } from './docx-text.ts'

export function bodyParagraphs(parts: DocumentParts): Paragraph[] {
  return [
    ...blankLines(officeA.title.linesAbove.value),
    paragraph('GwTitle', brokenLines(parts.titleLines)),
    ...blankLines(officeA.recipients.linesAbove.value),
    paragraph('GwRecipients', parts.recipients),
    ...parts.body.map((part, index) => bodyParagraph(part, index === parts.body.length - 1)),
    ...annexNoteParagraphs(parts.annexNotes),
    ...signatureParagraphs(parts.signature),
  ]
}

const bodyStyles = {
  level1: 'GwLevel1',
  level2: 'GwLevel2',
  level3: 'GwLevel3',
  level4: 'GwLevel4',
  text: 'GwText',
} as const satisfies Record<BodyPart['style'], StyleId>

/** The last paragraph stays with what follows, so that a signature never stands alone on a page (7.3.5.5). */
function bodyParagraph(part: BodyPart, isLast: boolean): Paragraph {
  const runs = part.runs.map((run) => textRun(run.text))
  return paragraph(bodyStyles[part.style], runs, isLast ? { keepNext: true } : {})
}

function annexNoteParagraphs(notes: readonly AnnexNote[]): Paragraph[] {
  if (notes.length === 0) return []
  const lines = notes.map((note) => {
    const left = characters(note.nameAt)
    return paragraph('GwAnnexNote', `${note.lead}${note.name}`, {
      indent: { left, hanging: left - characters(note.leadAt) },
    })
  })
  return [...blankLines(officeA.annexNote.linesAbove.value, { keepNext: true }), ...lines]
}

function signatureParagraphs(signature: Signature): Paragraph[] {
  return [
    ...blankLines(signature.linesAbove, { keepNext: true }),
    paragraph('GwIssuer', signature.issuer, { indent: { right: characters(signature.issuerRight) } }),
    paragraph('GwDate', signature.date, { indent: { right: characters(signature.dateRight) } }),
  ]
}
