/** Headings, paragraphs and tables (正文各段) in the text of a document or of an annex. */
import type { Paragraph } from 'docx'
import { blockOfTable, laidTable, textTableSetting } from '../../src-shared/annex-table.ts'
import type { BodyPart, PartRun } from '../../src-shared/document-parts.ts'
import type { TableBlock } from '../../src-shared/documents.ts'
import { laidTableXml } from './docx-annex-table.ts'
import { levelRunStyles, type StyleId } from './docx-styles.ts'
import { holdPlace, type TablePlaces } from './docx-table.ts'
import { paragraph, textRun } from './docx-text.ts'

const styles = {
  level1: 'GwLevel1',
  level2: 'GwLevel2',
  level3: 'GwLevel3',
  level4: 'GwLevel4',
  text: 'GwText',
  table: 'GwText',
  picture: 'GwText',
} as const satisfies Record<BodyPart['style'], StyleId>

/**
 * @param options.keepsLast the last paragraph stays with what follows, so that a signature never stands alone (7.3.5.5)
 */
export function textParagraphs(
  body: readonly BodyPart[],
  places: TablePlaces,
  { keepsLast = false, isLandscape = false }: { readonly keepsLast?: boolean; readonly isLandscape?: boolean } = {},
): Paragraph[] {
  return body.flatMap((part, index) => {
    if (part.table) return tableParagraphs(part.table, places, isLandscape)
    const isKept = keepsLast && index === body.length - 1
    return [paragraph(styles[part.style], part.runs.map(runOf), isKept ? { keepNext: true } : {})]
  })
}

function runOf({ text, level, isBold }: PartRun) {
  return textRun(text, { ...(level && { style: levelRunStyles[level] }), ...(isBold && { bold: true }) })
}

function tableParagraphs(table: TableBlock, places: TablePlaces, isLandscape: boolean): Paragraph[] {
  const block = blockOfTable(table)
  const setting = textTableSetting(block, isLandscape)
  return [
    ...(block.caption === '' ? [] : [paragraph('GwTableCaption', block.caption)]),
    holdPlace(places, laidTableXml(laidTable(block, setting), setting)),
    // Two tables in a row would become one, and a section may not end in a table.
    paragraph('GwAnchor', ''),
  ]
}
