/** The annexes (附件): each on new pages with its label, its title and a statistics sheet as tables. */
import {
  BorderStyle,
  type ITableBordersOptions,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  type TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { annexTable, type TableSetting, tableRoom } from '../../src-shared/annex-table.ts'
import { periodWords } from '../../src-shared/chinese.ts'
import type { AnnexPart } from '../../src-shared/document-parts.ts'
import { officeA } from '../../src-shared/layout-9704.ts'
import { noRecords, type Sheet, type SheetBlock } from '../../src-shared/statistics.ts'
import type { StyleId } from './docx-styles.ts'
import { blankLines, brokenLines, paragraph } from './docx-text.ts'

const { annex: rules } = officeA

export function annexParagraphs(annex: AnnexPart, setting: TableSetting): (Paragraph | Table)[] {
  return [
    paragraph('GwAnnexLabel', annex.label, { keepNext: true }),
    ...blankLines(rules.titleLine.value - 2, { keepNext: true }),
    paragraph('GwAnnexTitle', brokenLines(annex.titleLines)),
    frameLine(annex.sheet, setting),
    ...annex.sheet.blocks.flatMap((block) => blockParagraphs(block, setting)),
    ...noteParagraphs(annex.sheet.notes),
  ]
}

/** 填报单位 and 统计期; who filled it in is not said again, the document is signed and sealed as a whole. */
function frameLine(sheet: Sheet, setting: TableSetting): Paragraph {
  return paragraph('GwTableFrame', `填报单位：${sheet.office}\t统计期：${periodWords(sheet.period)}`, {
    tabStops: [{ type: TabStopType.RIGHT, position: tableRoom(setting).total }],
  })
}

function blockParagraphs(block: SheetBlock, setting: TableSetting): (Paragraph | Table)[] {
  const caption = block.caption === '' ? [] : [paragraph('GwTableCaption', block.caption)]
  if (block.rows.length === 0) return [...caption, paragraph('GwTableNote', noRecords)]
  return [...caption, blockTable(block, setting)]
}

function blockTable(block: SheetBlock, setting: TableSetting): Table {
  const { widths, head, rows } = annexTable(block, setting)
  const small = setting.isSmall ? 'Small' : ''
  const rowOf = (cells: readonly TableCell[], isHead: boolean) =>
    new TableRow({ ...(isHead && { tableHeader: true }), cantSplit: true, children: cells })
  const headCells = head.map((lines, index) => cell(brokenLines(lines), `GwTableHead${small}`, widths[index] ?? 0))
  const bodyRows = rows.map((cells) =>
    cells.map(({ lines, isLeft }, index) =>
      cell(brokenLines(lines), `${isLeft ? 'GwTableText' : 'GwTableNumber'}${small}`, widths[index] ?? 0),
    ),
  )
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: tableRoom(setting).total, type: WidthType.DXA },
    columnWidths: [...widths],
    borders: tableBorders,
    margins: {
      marginUnitType: WidthType.DXA,
      left: rules.cellSide.value,
      right: rules.cellSide.value,
      top: rules.cellTop.value,
      bottom: rules.cellTop.value,
    },
    rows: [rowOf(headCells, true), ...bodyRows.map((cells) => rowOf(cells, false))],
  })
}

function cell(content: readonly TextRun[], style: StyleId, width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [paragraph(style, content)],
  })
}

const rule = { style: BorderStyle.SINGLE, size: rules.rule.value, color: officeA.colours.text.value }
const tableBorders: ITableBordersOptions = {
  top: rule,
  bottom: rule,
  left: rule,
  right: rule,
  insideHorizontal: rule,
  insideVertical: rule,
}

function noteParagraphs(notes: readonly string[]): Paragraph[] {
  if (notes.length === 0) return []
  if (notes.length === 1) return notes.map((note) => paragraph('GwTableNote', `说明：${note}`))
  return [
    paragraph('GwTableNote', '说明：', { keepNext: true }),
    ...notes.map((note, index) => paragraph('GwTableNote', `${index + 1}.${note}`)),
  ]
}
