/** 附件 as items of the flow: label, title, and a statistics sheet or a text of its own, as in the DOCX. */
import { annexSetting } from '../../src-shared/annex-setting.ts'
import type { TableSetting } from '../../src-shared/annex-table.ts'
import { periodWords } from '../../src-shared/chinese.ts'
import type { Layout } from '../../src-shared/layouts.ts'
import type { AnnexPart } from '../../src-shared/part-types.ts'
import { annexNotes, noRecords, type Sheet } from '../../src-shared/statistics.ts'
import { captionItems, sheetTable } from './paper-figures.ts'
import { anchorItem, gapItems, type ItemPlace, itemOf, noIndent, type PaperItem } from './paper-items.ts'
import { plainRuns } from './paper-runs.ts'
import { bodyItems } from './paper-text.ts'

/** Which way its pages lie; reckoned once for a sheet. */
export function settingOf(annex: AnnexPart): TableSetting {
  const known = annex.sheet && settings.get(annex.sheet)
  const setting = known ?? annexSetting(annex)
  if (annex.sheet) settings.set(annex.sheet, setting)
  return setting
}

const settings = new WeakMap<Sheet, TableSetting>()

/** The annex begins a page. */
export function annexItems(annex: AnnexPart, setting: TableSetting, layout: Layout): PaperItem[] {
  const place: ItemPlace = { layout, isLandscape: setting.isLandscape }
  const { label, titleLines, sheet, text } = annex
  const title = (startsPage: boolean) =>
    itemOf({ kind: 'title', lines: titleLines, isSmall: false }, place, { keepsNext: true, startsPage })
  const labelRuns = plainRuns(label, layout.traits)
  return [
    ...(label === ''
      ? [title(true)]
      : [
          itemOf({ kind: 'text', classes: 'heiti', indent: noIndent, runs: labelRuns }, place, {
            keepsNext: true,
            startsPage: true,
          }),
          ...gapItems(layout.annex.titleLine.value - 2, place, { keepsNext: true }),
          title(false),
        ]),
    ...(sheet ? sheetItems(sheet, setting, place) : []),
    ...(text ? [...gapItems(1, place), ...bodyItems(text.body, place)] : []),
  ]
}

function sheetItems(sheet: Sheet, setting: TableSetting, place: ItemPlace): PaperItem[] {
  const { traits } = place.layout
  const left = plainRuns(`填报单位：${sheet.office}`, traits)
  const right = plainRuns(`统计期：${periodWords(sheet.period)}`, traits)
  return [
    itemOf({ kind: 'frame', left, right }, place, { keepsNext: true }),
    ...sheet.blocks.flatMap((block) => [
      ...captionItems(block.caption, place),
      block.rows.length === 0 ? noteItem(noRecords, place) : sheetTable(block, setting),
    ]),
    ...noteItems(annexNotes(sheet), place),
  ]
}

function noteItems(notes: readonly string[], place: ItemPlace): PaperItem[] {
  if (notes.length === 0) return [anchorItem(place)]
  if (notes.length === 1) return [noteItem(`说明：${notes[0]}`, place)]
  return [noteItem('说明：', place, true), ...notes.map((note, index) => noteItem(`${index + 1}.${note}`, place))]
}

function noteItem(note: string, place: ItemPlace, keepsNext = false): PaperItem {
  const runs = plainRuns(note, place.layout.traits)
  return itemOf({ kind: 'line', classes: 'table-note', runs }, place, { keepsNext })
}
