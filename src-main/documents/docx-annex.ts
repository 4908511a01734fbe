/** The annexes (附件): each on new pages with its label, its title and a statistics sheet as tables. */
import { type Paragraph, TabStopType } from 'docx'
import { annexTable, type TableSetting, tableRoom } from '../../src-shared/annex-table.ts'
import { periodWords } from '../../src-shared/chinese.ts'
import { officeA } from '../../src-shared/layout-9704.ts'
import type { AnnexPart } from '../../src-shared/part-types.ts'
import { annexNotes, noRecords, type Sheet, type SheetBlock } from '../../src-shared/statistics.ts'
import { laidTableXml } from './docx-annex-table.ts'
import { holdPlace, type Places } from './docx-places.ts'
import { blankLines, brokenLines, paragraph } from './docx-text.ts'
import { textParagraphs } from './docx-text-blocks.ts'

const { annex: rules } = officeA

/** @param places takes the tables, whose places are held in the paragraphs */
export function annexParagraphs(annex: AnnexPart, setting: TableSetting, places: Places): Paragraph[] {
  return [
    ...(annex.label === ''
      ? [paragraph('GwAnnexTitle', brokenLines(annex.titleLines), { pageBreakBefore: true })]
      : [
          paragraph('GwAnnexLabel', annex.label, { keepNext: true }),
          ...blankLines(rules.titleLine.value - 2, { keepNext: true }),
          paragraph('GwAnnexTitle', brokenLines(annex.titleLines)),
        ]),
    ...(annex.sheet ? sheetParagraphs(annex.sheet, setting, places) : []),
    ...(annex.text
      ? [...blankLines(1), ...textParagraphs(annex.text.body, places, { isLandscape: setting.isLandscape })]
      : []),
  ]
}

function sheetParagraphs(sheet: Sheet, setting: TableSetting, places: Places): Paragraph[] {
  return [
    frameLine(sheet, setting),
    ...sheet.blocks.flatMap((block) => blockParagraphs(block, setting, places)),
    ...noteParagraphs(annexNotes(sheet)),
  ]
}

/** 填报单位 and 统计期; who filled it in is not said again, the document is signed and sealed as a whole. */
function frameLine(sheet: Sheet, setting: TableSetting): Paragraph {
  return paragraph('GwTableFrame', `填报单位：${sheet.office}\t统计期：${periodWords(sheet.period)}`, {
    tabStops: [{ type: TabStopType.RIGHT, position: tableRoom(setting).total }],
  })
}

function blockParagraphs(block: SheetBlock, setting: TableSetting, places: Places): Paragraph[] {
  const caption = block.caption === '' ? [] : [paragraph('GwTableCaption', block.caption)]
  if (block.rows.length === 0) return [...caption, paragraph('GwTableNote', noRecords)]
  return [...caption, holdPlace(places, laidTableXml(annexTable(block, setting), setting))]
}

function noteParagraphs(notes: readonly string[]): Paragraph[] {
  // The last paragraph of a section holds the section's properties, which the place of a table cannot.
  if (notes.length === 0) return [paragraph('GwAnchor', '')]
  if (notes.length === 1) return notes.map((note) => paragraph('GwTableNote', `说明：${note}`))
  return [
    paragraph('GwTableNote', '说明：', { keepNext: true }),
    ...notes.map((note, index) => paragraph('GwTableNote', `${index + 1}.${note}`)),
  ]
}
