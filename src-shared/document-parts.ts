/**
 * What is printed where in an official document (公文各要素): every line with its text and its place in 字 and lines,
 * but no font and no paper. The DOCX writer and the preview on the screen both draw these parts.
 */
import { copyToWords, namesOf, recipientWords } from './addressees.ts'
import { chineseDate, chineseNumeral, widthOf } from './chinese.ts'
import type { Annex, Block, OfficialDocument, PictureBlock, TextAnnex } from './documents.ts'
import { hasRoomForRecipients } from './first-page.ts'
import { formatOf } from './kind-rules.ts'
import { officeA } from './layout-9704.ts'
import { defaultLayout, type Layout } from './layouts.ts'
import { markPart } from './mark-part.ts'
import type { AnnexNote, AnnexPart, BodyPart, DocumentParts, Imprint } from './part-types.ts'
import { partedText } from './parted-text.ts'
import { signatureFit } from './signature-fit.ts'
import { signatureRows } from './signature-part.ts'
import { breakTitle } from './title-breaking.ts'

/** All parts in the order in which they are printed. */
export function partsOf(document: OfficialDocument, layout: Layout = defaultLayout): DocumentParts {
  const format = formatOf(document)
  const marked = document.mark.split('\n').map((line) => line.replace(/文件$/, ''))
  const names = [document.issuer, ...(document.jointIssuers ?? []), ...marked, ...namesOf(document.recipients)]
  const title = titlePart(document.title, names)
  const isLetter = format === '信函'
  const recipients = recipientWords(document.recipients)
  const head = {
    format,
    classification: classification(document),
    mark: isLetter ? markPart(document.mark, layout, layout.letter.maxSize.value) : markPart(document.mark, layout),
    number: document.number,
    signerLines: signerLines(document.signers),
    minutesLine:
      format === '纪要'
        ? { issuer: document.issuer, date: document.date === '' ? '' : chineseDate(document.date) }
        : null,
    titleLines: title.lines,
    hasSmallTitle: title.isSmall,
  }
  const isMoved = recipients !== '' && !hasRoomForRecipients(head, `${recipients}：`, layout)
  const parts: DocumentParts = {
    ...head,
    recipients: recipients === '' || isMoved ? '' : `${recipients}：`,
    body: bodyParts(document.blocks),
    fit: null,
    attendance: document.attendance ?? [],
    annexNotes: annexNotes(document.annexes.filter(isLabelled).map((annex) => annex.title)),
    // 纪要 take no seal; issuer and date stand above the red line.
    signature: format === '纪要' ? [] : signatureRows(document),
    note: notePart(document.note ?? ''),
    annexes: annexParts(document, names),
    imprint: imprintPart(document, { isLetter, recipients: isMoved ? recipients : '' }),
  }
  return partedText({ ...parts, fit: signatureFit(parts, layout) }, layout)
}

function titlePart(title: string, names: readonly string[]): { lines: string[]; isSmall: boolean } {
  const rules = officeA.title
  const lines = breakTitle(title, { names })
  if (lines.length <= rules.mostLines.value) return { lines, isSmall: false }
  return { lines: breakTitle(title, { names, maxWidth: rules.smallMaxCharacters.value }), isSmall: true }
}

function classification({ copyNumber, secrecy, urgency }: OfficialDocument): DocumentParts['classification'] {
  const term = secrecy?.term ? `★${secrecy.term}` : ''
  return [
    ...(copyNumber ? [{ text: copyNumber.padStart(6, '0'), isSerial: true }] : []),
    ...(secrecy ? [{ text: `${secrecy.level}${term}`, isSerial: false }] : []),
    ...(urgency ? [{ text: urgency, isSerial: false }] : []),
  ]
}

function annexParts(document: OfficialDocument, names: readonly string[]): AnnexPart[] {
  const labelled = document.annexes.filter(isLabelled)
  return document.annexes.flatMap((annex) => {
    if ('blocks' in annex && annex.isApart) return []
    const label = labelled.length === 1 ? '附件' : `附件${labelled.indexOf(annex) + 1}`
    return [
      {
        label: isLabelled(annex) ? label : '',
        titleLines: breakTitle(annex.title, { names }),
        ...('sheet' in annex ? { sheet: annex.sheet } : { text: annexText(annex) }),
      },
    ]
  })
}

function isLabelled(annex: Annex): boolean {
  return 'sheet' in annex || !annex.isUnlabelled
}

function annexText(annex: TextAnnex): NonNullable<AnnexPart['text']> {
  return { body: bodyParts(annex.blocks), isLandscape: annex.isLandscape ?? false }
}

function imprintPart(
  document: OfficialDocument,
  { isLetter, recipients }: { readonly isLetter: boolean; readonly recipients: string },
): Imprint {
  const hasPrinter = !isLetter && (document.printer !== '' || document.printedOn !== '')
  return {
    recipients: recipients === '' ? null : `${recipients}。`,
    copyTo: document.copyTo.length > 0 ? `${copyToWords(document.copyTo)}。` : null,
    printer: hasPrinter ? document.printer : null,
    printed: hasPrinter && document.printedOn !== '' ? `${chineseDate(document.printedOn)}印发` : '',
    copies: hasPrinter && document.copies !== undefined ? `（共印${document.copies}份）` : null,
  }
}

function notePart(note: string): string {
  const words = note.trim().replace(/^[（(]\s*|\s*[）)]$/gu, '')
  return words === '' ? '' : `（${words}）`
}

/** Headings numbered 一、（一）1.（1） by order; a higher one starts the lower ones again. Empty paragraphs are left out. */
export function bodyParts(blocks: readonly Block[]): BodyPart[] {
  const counts = [0, 0, 0, 0]
  const parts: BodyPart[] = []
  for (const block of blocks) {
    if (block.kind === 'table') parts.push({ style: 'table', runs: [], table: block })
    else if (block.kind === 'picture') addPicture(parts, block)
    else if (block.kind === 'heading') parts.push(headingPart(block, counts))
    else if (block.runs.some((run) => run.text.trim() !== '')) parts.push({ style: 'text', runs: block.runs })
  }
  return parts
}

/** A row has room for two. */
function addPicture(parts: BodyPart[], picture: PictureBlock): void {
  const last = parts.at(-1)
  if (picture.isBeside && last?.picture && !last.beside) parts[parts.length - 1] = { ...last, beside: picture }
  else parts.push({ style: 'picture', runs: [], picture })
}

function headingPart(block: Extract<Block, { kind: 'heading' }>, counts: number[]): BodyPart {
  const { level, isBold, runIn = [] } = block
  const count = (counts[level - 1] ?? 0) + 1
  if (!block.isUnnumbered) counts.splice(level - 1, 4, count, ...Array.from({ length: 4 - level }, () => 0))
  const text = `${block.isUnnumbered ? '' : headingNumber(level, count)}${block.text}`
  const bold = isBold ? { isBold } : {}
  // A numbered sentence is text, number and all.
  if (block.text === '') return { style: 'text', runs: [{ text, ...bold }, ...runIn] }
  if (runIn.length > 0) return { style: 'text', runs: [{ text, level, ...bold }, ...runIn] }
  return { style: `level${level}`, runs: [{ text, ...bold }] }
}

/** The number before a heading (7.3.3). */
export function headingNumber(level: 1 | 2 | 3 | 4, count: number): string {
  // Beyond 九十九 the Chinese numerals of a heading are no longer read; nobody writes so many.
  const chinese = count > 99 ? String(count) : chineseNumeral(count)
  switch (level) {
    case 1:
      return `${chinese}、`
    case 2:
      return `（${chinese}）`
    case 3:
      return `${count}.`
    case 4:
      return `（${count}）`
  }
}

/** 附件：1.… with continuation under the name (7.3.4); a single annex has no number. */
export function annexNotes(titles: readonly string[]): AnnexNote[] {
  const label = '附件：'
  const leadAt = officeA.annexNote.indent.value
  const labelEnd = leadAt + widthOf(label)
  if (titles.length === 1) return titles.map((name) => ({ lead: label, leadAt, name, nameAt: labelEnd }))
  return titles.map((name, index) => {
    const lead = `${index + 1}.`
    // From 10 on the name begins half a 字 further in; its own further lines stand below it all the same.
    const nameAt = labelEnd + widthOf(lead)
    return index === 0 ? { lead: `${label}${lead}`, leadAt, name, nameAt } : { lead, leadAt: labelEnd, name, nameAt }
  })
}

function signerLines(signers: readonly string[]): string[][] {
  const lines: string[][] = []
  const perLine = officeA.number.signersPerLine.value
  for (let start = 0; start < signers.length; start += perLine)
    lines.push(signers.slice(start, start + perLine).map(spacedName))
  return lines
}

/** A name of two characters gets a full-width space inside, so that names of two and three align. */
function spacedName(name: string): string {
  return /^\p{Script=Han}{2}$/u.test(name) ? [...name].join('\u3000') : name
}
