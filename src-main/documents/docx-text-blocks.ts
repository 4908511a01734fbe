/**
 * Headings, paragraphs, tables and pictures (正文各段) in the text of a document or of an annex. All but the last are
 * written as raw WordprocessingML, which takes the library a multiple of the time; the last one is the library's, for a
 * section puts its properties there.
 */
import { LineRuleType, type Paragraph } from 'docx'
import { blockOfTable, laidTable, textTableSetting } from '../../src-shared/annex-table.ts'
import type { PictureBlock, TableBlock } from '../../src-shared/documents.ts'
import type { BodyPart, PartRun } from '../../src-shared/part-types.ts'
import type { SignatureFit } from '../../src-shared/signature-fit.ts'
import { laidTableXml } from './docx-annex-table.ts'
import { pairXml } from './docx-picture-pair.ts'
import { pictureXml } from './docx-pictures.ts'
import { holdPlace, type Places } from './docx-places.ts'
import { levelRunStyles, type StyleId } from './docx-styles.ts'
import { paragraph, textRun } from './docx-text.ts'
import { element, runsXml } from './docx-xml.ts'

const styles = {
  level1: 'GwLevel1',
  level2: 'GwLevel2',
  level3: 'GwLevel3',
  level4: 'GwLevel4',
  text: 'GwText',
} as const satisfies Partial<Record<BodyPart['style'], StyleId>>

const halves = { first: 'GwTextFirst', rest: 'GwTextRest' } as const satisfies Record<string, StyleId>

export type TextOptions = {
  /** So many at the end stay with what follows, so that a signature never stands alone (7.3.5.5). */
  readonly kept?: number
  readonly isLandscape?: boolean
  readonly fit?: SignatureFit | null
}

type TextParagraph = {
  readonly style: StyleId
  readonly runs: readonly PartRun[]
  readonly keepNext: boolean
  /** Twips from line to line where that differs from the style. */
  readonly pitch?: number | undefined
}
/** What stands for one part, in its order: a paragraph, or raw XML that another paragraph follows. */
type Pieces = readonly [...(string | TextParagraph)[], TextParagraph]
type Look = { readonly isLandscape: boolean; readonly keepNext: boolean }

export function textParagraphs(
  body: readonly BodyPart[],
  places: Places,
  { kept = 0, isLandscape = false, fit = null }: TextOptions = {},
): Paragraph[] {
  const pieces = body.flatMap((part, index): Pieces => {
    const look = { isLandscape, keepNext: index >= body.length - kept }
    if (part.style === 'table') return tablePieces(part.table, look)
    if (part.picture && part.beside)
      return [pairXml([part.picture, part.beside], places), emptyParagraph(look.keepNext)]
    if (part.style === 'picture') return picturePieces(part.picture, places, look)
    const pitch = fit && index >= fit.from ? fit.pitch : undefined
    const style = part.half ? halves[part.half] : styles[part.style]
    return [{ style, runs: part.runs, keepNext: look.keepNext, pitch }]
  })
  const last = pieces.at(-1)
  if (last === undefined || typeof last === 'string') return []
  const before = pieces.slice(0, -1).map((piece) => (typeof piece === 'string' ? piece : textXml(piece)))
  return [...(before.length === 0 ? [] : [holdPlace(places, before.join(''))]), lastParagraph(last)]
}

function textXml({ style, runs, keepNext, pitch }: TextParagraph): string {
  const properties =
    element('pStyle', style) +
    element('keepNext', keepNext || undefined) +
    // Word would send on the last line only of a long one.
    element('widowControl', keepNext || undefined) +
    element('spacing', pitch && { line: pitch, lineRule: 'exact' })
  return `<w:p><w:pPr>${properties}</w:pPr>${runsXml(runs.map((run) => ({ ...run, style: styleOf(run) })))}</w:p>`
}

function lastParagraph({ style, runs, keepNext, pitch }: TextParagraph): Paragraph {
  const children = runs.map((run) => {
    const own = styleOf(run)
    return textRun(run.text, { ...(own && { style: own }), ...(run.isBold && { bold: true }) })
  })
  return paragraph(style, children, {
    ...(keepNext && { keepNext, widowControl: true }),
    ...(pitch && { spacing: { line: pitch, lineRule: LineRuleType.EXACT } }),
  })
}

function styleOf({ level }: PartRun): string | undefined {
  return level && levelRunStyles[level]
}

/** Two tables in a row would become one, so a low paragraph follows each. */
function tablePieces(table: TableBlock | undefined, { isLandscape, keepNext }: Look): Pieces {
  const end = emptyParagraph(keepNext)
  if (!table) return [end]
  const block = blockOfTable(table)
  const setting = textTableSetting(block, isLandscape)
  const xml = laidTableXml(laidTable(block, setting), setting, keepNext)
  return block.caption === '' ? [xml, end] : [captionParagraph('GwTableCaption', block.caption, false), xml, end]
}

/** The picture, and its caption below it on the same page. */
function picturePieces(picture: PictureBlock | undefined, places: Places, { isLandscape, keepNext }: Look): Pieces {
  if (!picture) return [emptyParagraph(keepNext)]
  const part = places.pictures.get(picture.sha256)
  if (!part) throw new Error(`the picture ${picture.sha256} was not read before the document was written`)
  const caption = picture.caption ?? ''
  const look = { id: places.nextPictureId(), isLandscape, keepNext: keepNext || caption !== '' }
  return [
    pictureXml(picture, part, look),
    caption === '' ? emptyParagraph(keepNext) : captionParagraph('GwPictureCaption', caption, keepNext),
  ]
}

function captionParagraph(style: StyleId, text: string, keepNext: boolean): TextParagraph {
  return { style, runs: [{ text }], keepNext }
}

function emptyParagraph(keepNext: boolean): TextParagraph {
  return { style: 'GwAnchor', runs: [], keepNext }
}
