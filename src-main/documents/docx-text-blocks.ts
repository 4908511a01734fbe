/** Headings, paragraphs and tables (正文各段) in the text of a document or of an annex. */
import { LineRuleType, type Paragraph } from 'docx'
import { blockOfTable, laidTable, textTableSetting } from '../../src-shared/annex-table.ts'
import type { BodyPart, PartRun } from '../../src-shared/document-parts.ts'
import type { PictureBlock, TableBlock } from '../../src-shared/documents.ts'
import type { SignatureFit } from '../../src-shared/signature-fit.ts'
import { laidTableXml } from './docx-annex-table.ts'
import { pictureXml } from './docx-pictures.ts'
import { holdPlace, type Places } from './docx-places.ts'
import { levelRunStyles, type StyleId } from './docx-styles.ts'
import { paragraph, textRun } from './docx-text.ts'

const styles = {
  level1: 'GwLevel1',
  level2: 'GwLevel2',
  level3: 'GwLevel3',
  level4: 'GwLevel4',
  text: 'GwText',
} as const satisfies Partial<Record<BodyPart['style'], StyleId>>

export type TextOptions = {
  /** So many at the end stay with what follows, so that a signature never stands alone (7.3.5.5). */
  readonly kept?: number
  readonly isLandscape?: boolean
  readonly fit?: SignatureFit | null
}

export function textParagraphs(
  body: readonly BodyPart[],
  places: Places,
  { kept = 0, isLandscape = false, fit = null }: TextOptions = {},
): Paragraph[] {
  return body.flatMap((part, index) => {
    const keepNext = index >= body.length - kept
    if (part.style === 'table') return part.table ? tableParagraphs(part.table, places, { isLandscape, keepNext }) : []
    if (part.style === 'picture')
      return part.picture ? pictureParagraphs(part.picture, places, { isLandscape, keepNext }) : []
    return [
      paragraph(styles[part.style], part.runs.map(runOf), {
        // Word would send on the last line only of a long one.
        ...(keepNext && { keepNext, widowControl: true }),
        ...(fit && index >= fit.from && { spacing: { line: fit.pitch, lineRule: LineRuleType.EXACT } }),
      }),
    ]
  })
}

function runOf({ text, level, isBold }: PartRun) {
  return textRun(text, { ...(level && { style: levelRunStyles[level] }), ...(isBold && { bold: true }) })
}

type Look = { readonly isLandscape: boolean; readonly keepNext: boolean }

function tableParagraphs(table: TableBlock, places: Places, { isLandscape, keepNext }: Look): Paragraph[] {
  const block = blockOfTable(table)
  const setting = textTableSetting(block, isLandscape)
  return [
    ...(block.caption === '' ? [] : [paragraph('GwTableCaption', block.caption)]),
    holdPlace(places, laidTableXml(laidTable(block, setting), setting)),
    // Two tables in a row would become one, and a section may not end in a table.
    paragraph('GwAnchor', '', keepNext ? { keepNext } : {}),
  ]
}

/** The picture, and its caption below it on the same page. */
function pictureParagraphs(picture: PictureBlock, places: Places, { isLandscape, keepNext }: Look): Paragraph[] {
  const part = places.pictures.get(picture.sha256)
  if (!part) throw new Error(`the picture ${picture.sha256} was not read before the document was written`)
  const caption = picture.caption ?? ''
  const look = { id: firstPictureId + places.held.size, isLandscape, keepNext: keepNext || caption !== '' }
  return [
    holdPlace(places, pictureXml(picture, part, look)),
    // A section may not end in what only holds a place.
    caption === ''
      ? paragraph('GwAnchor', '', keepNext ? { keepNext } : {})
      : paragraph('GwPictureCaption', caption, keepNext ? { keepNext } : {}),
  ]
}

/** Beyond the ids of the boxes of text. */
const firstPictureId = 100
