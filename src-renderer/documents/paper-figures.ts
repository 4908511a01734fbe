/** Tables and pictures (表格与图片) as items of the flow. Their keys are worked out once for every table. */
import {
  type AnnexTable,
  annexTable,
  blockOfTable,
  laidTable,
  type TableSetting,
  textTableSetting,
} from '../../src-shared/annex-table.ts'
import type { PictureBlock, TableBlock } from '../../src-shared/documents.ts'
import { halfWide, printedSize } from '../../src-shared/picture-size.ts'
import type { SheetBlock } from '../../src-shared/statistics.ts'
import { anchorItem, type ItemPlace, itemOf, type PaperItem, withFlow } from './paper-items.ts'
import { plainRuns } from './paper-runs.ts'

/** A table of the text with its caption. */
export function captionedTable(table: TableBlock, place: ItemPlace, keepsNext: boolean): PaperItem[] {
  const block = remembered(blocks, table, '', () => blockOfTable(table))
  const setting = remembered(settings, table, String(place.isLandscape), () =>
    textTableSetting(block, place.isLandscape),
  )
  return [
    ...captionItems(block.caption, place),
    tableItem(table, setting, () => laidTable(block, setting)),
    anchorItem(place, { keepsNext }),
  ]
}

/** A table of a statistics sheet. */
export function sheetTable(block: SheetBlock, setting: TableSetting): PaperItem {
  return tableItem(block, setting, () => annexTable(block, setting))
}

export function captionItems(caption: string, place: ItemPlace): PaperItem[] {
  if (caption === '') return []
  const runs = plainRuns(caption, { ...place.layout.traits, digits: undefined })
  return [itemOf({ kind: 'line', classes: 'table-caption', runs }, place, { keepsNext: true })]
}

/** The picture, and its caption below it on the same page. */
export function pictureItems(picture: PictureBlock, place: ItemPlace, keepsNext: boolean): PaperItem[] {
  const { layout, isLandscape } = place
  const size = printedSize(picture, isLandscape, layout)
  const caption = plainRuns(picture.caption ?? '', { ...layout.traits, digits: undefined })
  return [
    itemOf({ kind: 'picture', picture, size }, place, { keepsNext: keepsNext || caption.length > 0 }),
    ...(caption.length === 0
      ? [anchorItem(place, { keepsNext })]
      : [itemOf({ kind: 'line', classes: 'picture-caption', runs: caption }, place, { keepsNext })]),
  ]
}

/** Two pictures in a row, each above its caption. */
export function pairItems(pair: readonly PictureBlock[], place: ItemPlace, keepsNext: boolean): PaperItem[] {
  const { layout } = place
  const pictures = pair.map((picture) => ({
    picture,
    size: printedSize(halfWide(picture, layout), false, layout),
    caption: plainRuns(picture.caption ?? '', { ...layout.traits, digits: undefined }),
  }))
  return [itemOf({ kind: 'pair', pictures }, place), anchorItem(place, { keepsNext })]
}

/** Laying out thousands of rows takes time; a table that is the same object was laid out before. */
const items = new WeakMap<object, Map<string, Pick<PaperItem, 'key' | 'look'>>>()
const blocks = new WeakMap<object, Map<string, SheetBlock>>()
const settings = new WeakMap<object, Map<string, TableSetting>>()

function tableItem(source: object, setting: TableSetting, lay: () => AnnexTable): PaperItem {
  const { isLandscape, isSmall } = setting
  const item = remembered(items, source, `${isLandscape} ${isSmall}`, () =>
    itemOf({ kind: 'table', table: lay(), isSmall }, { isLandscape }),
  )
  return withFlow(item)
}

function remembered<T>(store: WeakMap<object, Map<string, T>>, source: object, key: string, make: () => T): T {
  const known = store.get(source) ?? new Map<string, T>()
  const value = known.get(key) ?? make()
  store.set(source, known.set(key, value))
  return value
}
