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
import { periodWords } from '../../src-shared/chinese.ts'
import type { AnnexPart } from '../../src-shared/document-parts.ts'
import { officeA } from '../../src-shared/layout-9704.ts'
import { noRecords, type Sheet, type SheetBlock, type SheetCell } from '../../src-shared/statistics.ts'
import { cellText } from './cell-text.ts'
import { charactersIn, columnWidths, type TableRoom } from './column-widths.ts'
import type { StyleId } from './docx-styles.ts'
import { blankLines, brokenLines, paragraph } from './docx-text.ts'
import { listLines, titleLines } from './header-lines.ts'

const { annex: rules, typeArea } = officeA

/** Whether the tables stand upright in 五号, or need a landscape page, in 五号 or at last in 小五. */
export type TableSetting = { readonly isLandscape: boolean; readonly isSmall: boolean }

const settings: readonly TableSetting[] = [
  { isLandscape: false, isSmall: false },
  { isLandscape: true, isSmall: false },
  { isLandscape: true, isSmall: true },
]

/** The first setting in which no word or number of the sheet must break. */
export function tableSetting(sheet: Sheet): TableSetting {
  const fits = (setting: TableSetting) => sheet.blocks.every((block) => columnWidths(block, roomOf(setting)))
  return settings.find(fits) ?? { isLandscape: true, isSmall: true }
}

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

function roomOf({ isLandscape, isSmall }: TableSetting): TableRoom {
  return {
    total: isLandscape ? typeArea.height.value : typeArea.width.value,
    character: (isSmall ? rules.tableSmallText : rules.tableText).value * 10,
    padding: rules.cellSide.value * 2,
  }
}

/** 填报单位 and 统计期; who filled it in is not said again, the document is signed and sealed as a whole. */
function frameLine(sheet: Sheet, setting: TableSetting): Paragraph {
  return paragraph('GwTableFrame', `填报单位：${sheet.office}\t统计期：${periodWords(sheet.period)}`, {
    tabStops: [{ type: TabStopType.RIGHT, position: roomOf(setting).total }],
  })
}

function blockParagraphs(block: SheetBlock, setting: TableSetting): (Paragraph | Table)[] {
  const caption = block.caption === '' ? [] : [paragraph('GwTableCaption', block.caption)]
  if (block.rows.length === 0) return [...caption, paragraph('GwTableNote', noRecords)]
  return [...caption, blockTable(block, setting)]
}

function blockTable(block: SheetBlock, setting: TableSetting): Table {
  const room = roomOf(setting)
  const even = Math.floor(room.total / block.columns.length)
  const widths = columnWidths(block, room) ?? block.columns.map(() => even)
  const small = setting.isSmall ? 'Small' : ''
  const rowOf = (cells: readonly TableCell[], isHead: boolean) =>
    new TableRow({ tableHeader: isHead, cantSplit: true, children: cells })
  const head = block.columns.map(({ title }, index) => {
    const width = widths[index] ?? even
    return cell(brokenLines(titleLines(title, charactersIn(width, room))), `GwTableHead${small}`, width)
  })
  const bodyRows = [...block.rows, ...(block.total ? [block.total] : [])].map((cells) =>
    block.columns.map(({ kind }, index) => {
      const style = kind === 'text' && index === 0 ? 'GwTableText' : 'GwTableNumber'
      const width = widths[index] ?? even
      const lines = listLines(cellText(cells[index], kind), charactersIn(width, room))
      return cell(brokenLines(lines), `${style}${small}`, width)
    }),
  )
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: room.total, type: WidthType.DXA },
    columnWidths: widths,
    borders: tableBorders,
    margins: {
      marginUnitType: WidthType.DXA,
      left: rules.cellSide.value,
      right: rules.cellSide.value,
      top: rules.cellTop.value,
      bottom: rules.cellTop.value,
    },
    rows: [rowOf(head, true), ...bodyRows.map((cells) => rowOf(cells, false))],
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
