/** The tables of an annex (附表) before any font or file: which way the page lies, widths, and where every cell breaks. */
import { cellText } from './cell-text.ts'
import { widthOf } from './chinese.ts'
import { charactersIn, columnWidths, type TableRoom } from './column-widths.ts'
import type { TableBlock } from './documents.ts'
import { listLines, titleLines } from './header-lines.ts'
import { officeA } from './layout-9704.ts'
import type { Sheet, SheetBlock } from './statistics.ts'

const { annex: rules, typeArea } = officeA

/** Whether the tables stand upright in 五号, or need a landscape page, in 五号 or at last in 小五. */
export type TableSetting = { readonly isLandscape: boolean; readonly isSmall: boolean }

/** Widths in twips; each cell as its lines. Rows include the 合计 at the end; texts of the first column stand left. */
export type AnnexTable = {
  readonly widths: readonly number[]
  readonly head: readonly (readonly string[])[]
  readonly rows: readonly (readonly { readonly lines: readonly string[]; readonly isLeft: boolean }[])[]
}

const settings: readonly TableSetting[] = [
  { isLandscape: false, isSmall: false },
  { isLandscape: true, isSmall: false },
  { isLandscape: true, isSmall: true },
]

/** The first setting in which no word or number of the sheet must break. */
export function tableSetting(sheet: Sheet): TableSetting {
  return tableSettingOf(sheet.blocks)
}

/** The same for tables that stand on one page. */
export function tableSettingOf(blocks: readonly SheetBlock[]): TableSetting {
  const fits = (setting: TableSetting) => blocks.every((block) => columnWidths(block, tableRoom(setting)))
  return settings.find(fits) ?? { isLandscape: true, isSmall: true }
}

export function annexTable(block: SheetBlock, setting: TableSetting): AnnexTable {
  const room = tableRoom(setting)
  const even = Math.floor(room.total / block.columns.length)
  const widths = columnWidths(block, room) ?? block.columns.map(() => even)
  const charactersOf = (index: number) => charactersIn(widths[index] ?? even, room)
  return {
    widths,
    head: block.columns.map(({ title }, index) => titleLines(title, charactersOf(index))),
    rows: [...block.rows, ...(block.total ? [block.total] : [])].map((cells) =>
      block.columns.map(({ kind }, index) => ({
        lines: listLines(cellText(cells[index], kind), charactersOf(index)),
        isLeft: kind === 'text' && index === 0,
      })),
    ),
  }
}

/** A table of a text, whose first row is the head unless it says otherwise; short rows are filled up. */
export function blockOfTable(table: TableBlock): SheetBlock {
  const count = Math.max(...table.rows.map((cells) => cells.length))
  const hasHead = table.hasHead !== false && table.rows.length > 1
  const filled = table.rows.map((cells) => Array.from({ length: count }, (_, index) => cells[index] ?? ''))
  const titles = hasHead ? (filled[0] ?? []) : Array.from({ length: count }, () => '')
  return {
    caption: table.caption ?? '',
    columns: titles.map((title) => ({ title, width: 10, kind: 'text' })),
    rows: hasHead ? filled.slice(1) : filled,
    total: null,
  }
}

/** The table as it stands; one without titles has no head. */
export function laidTable(block: SheetBlock, setting: TableSetting): AnnexTable {
  const table = annexTable(block, setting)
  const isShort = block.rows.every((cells) => widthOf(String(cells[0] ?? '')) <= 4)
  const rows = isShort ? table.rows.map((cells) => cells.map((cell) => ({ ...cell, isLeft: false }))) : table.rows
  return { ...table, rows, head: block.columns.every(({ title }) => title === '') ? [] : table.head }
}

/** A table of the text is as small as it must be to fit; one that is too wide all the same wraps inside its cells. */
export function textTableSetting(block: SheetBlock, isLandscape: boolean): TableSetting {
  const needed = tableSettingOf([block])
  return { isLandscape, isSmall: needed.isSmall || (needed.isLandscape && !isLandscape) }
}

/** What a table of this setting has to stand in. */
export function tableRoom({ isLandscape, isSmall }: TableSetting): TableRoom {
  return {
    total: isLandscape ? typeArea.height.value : typeArea.width.value,
    character: (isSmall ? rules.tableSmallText : rules.tableText).value * 10,
    padding: rules.cellSide.value * 2,
  }
}
