/** 页数估算: on which page a document ends and how much of it is left, reckoned from its lines without a layout engine. */
import { annexSetting } from './annex-setting.ts'
import { annexTable, blockOfTable, laidTable, type TableSetting, tableSettingOf } from './annex-table.ts'
import { widthOf } from './chinese.ts'
import type { AnnexPart, BodyPart, DocumentParts } from './document-parts.ts'
import type { PictureBlock } from './documents.ts'
import { headHeight } from './first-page.ts'
import { officeA } from './layout-9704.ts'
import { printedSize } from './picture-size.ts'
import type { SheetBlock } from './statistics.ts'

/** `room` in twips below the last line of the last page. */
export type PageEstimate = { readonly pages: number; readonly room: number; readonly isLandscape: boolean }

/** What is set in one piece: its lines may part, or not. */
type Item = { readonly heights: readonly number[]; readonly keepsNext: boolean }

const { grid, typeArea, title, annex: annexRules } = officeA
const perLine = grid.characters.value
const pitch = grid.pitch.value

/** Exact for text up to 避头尾; tables are reckoned by their rows. */
export function estimatePages(parts: DocumentParts): PageEstimate {
  let end = fill(mainItems(parts), { height: typeArea.height.value, isLandscape: false })
  for (const annex of parts.annexes) {
    const setting = annexSetting(annex)
    const height = (setting.isLandscape ? typeArea.width : typeArea.height).value
    const own = fill(annexItems(annex, setting), { height, isLandscape: setting.isLandscape })
    end = { ...own, pages: end.pages + own.pages }
  }
  return end
}

function mainItems(parts: DocumentParts): Item[] {
  const titlePitch = title.pitch.value * (parts.hasSmallTitle ? title.smallSize.value / title.size.value : 1)
  const head =
    headHeight(parts) +
    (title.linesAbove.value + 1) * pitch +
    parts.titleLines.length * titlePitch +
    linesOf(parts.recipients, 0) * pitch
  const tailLines =
    (parts.annexNotes.length > 0 ? 1 : 0) +
    parts.annexNotes.reduce((lines, note) => lines + linesOf(note.name, note.nameAt, perLine - note.nameAt), 0) +
    parts.signature.reduce((lines, row) => lines + row.linesAbove + 1, 0) +
    (parts.note === '' ? 0 : linesOf(parts.note, 2))
  const attendance = parts.attendance.reduce((lines, { names }) => lines + linesOf(names, 0, perLine - 5), 0)
  const body = bodyItems(parts.body, false)
  const last = body.at(-1)
  // The last line of the text stays with the signature.
  const items = tailLines > 0 && last ? [...body.slice(0, -1), { ...last, keepsNext: true }] : body
  return [
    { heights: [head], keepsNext: false },
    ...items,
    ...(attendance > 0 ? [{ heights: even(attendance + 1), keepsNext: false }] : []),
    ...(tailLines > 0 ? [{ heights: [tailLines * pitch], keepsNext: false }] : []),
  ]
}

function annexItems(annex: AnnexPart, setting: TableSetting): Item[] {
  const head: Item = { heights: [2 * pitch + annex.titleLines.length * title.pitch.value], keepsNext: true }
  if (annex.text)
    return [head, { heights: [pitch], keepsNext: false }, ...bodyItems(annex.text.body, setting.isLandscape)]
  const blocks = (annex.sheet?.blocks ?? []).map((block) => tableItem(block, setting))
  const notes = (annex.sheet?.notes.length ?? 0) + 2
  return [head, ...blocks, { heights: even(notes).map(() => annexRules.note.value * 13), keepsNext: false }]
}

function bodyItems(body: readonly BodyPart[], isLandscape: boolean): Item[] {
  return body.map((part): Item => {
    if (part.table) {
      const block = blockOfTable(part.table)
      return tableItem(block, { ...tableSettingOf([block]), isLandscape })
    }
    if (part.picture) return pictureItem(part.picture, isLandscape)
    const text = part.runs.map((run) => run.text).join('')
    const width = isLandscape ? Math.floor(typeArea.height.value / grid.character.value) : perLine
    return { heights: even(linesOf(text, 2, width)), keepsNext: part.style !== 'text' }
  })
}

/** The picture with its caption, which do not part. */
function pictureItem(picture: PictureBlock, isLandscape: boolean): Item {
  const rules = officeA.picture
  const captionSize = rules.captionSize.value
  const captionLines = linesOf(
    picture.caption ?? '',
    0,
    (isLandscape ? typeArea.height : typeArea.width).value / (captionSize * 10),
  )
  const caption = captionLines === 0 ? 0 : captionLines * captionSize * 13 + rules.gap.value
  return { heights: [printedSize(picture, isLandscape).height + rules.gap.value * 2 + caption], keepsNext: false }
}

function tableItem(block: SheetBlock, setting: TableSetting): Item {
  const table = block.columns.some(({ title: name }) => name !== '')
    ? annexTable(block, setting)
    : laidTable(block, setting)
  const size = (setting.isSmall ? annexRules.tableSmallText : annexRules.tableText).value * 10
  const heightOf = (lines: number) => Math.round(lines * size * 1.3) + annexRules.cellTop.value * 2
  const head = table.head.length === 0 ? 0 : heightOf(Math.max(...table.head.map((lines) => lines.length)))
  const rows = table.rows.map((cells) => heightOf(Math.max(1, ...cells.map(({ lines }) => lines.length))))
  return { heights: [head, ...rows].filter((height) => height > 0), keepsNext: false }
}

/** Puts the items on pages; a heading and the last line before a signature go with what follows. */
function fill(items: readonly Item[], page: { readonly height: number; readonly isLandscape: boolean }): PageEstimate {
  let [pages, used] = [1, 0]
  const place = (height: number) => {
    if (used + height > page.height && used > 0) {
      pages += 1
      used = 0
    }
    used += height
  }
  for (let index = 0; index < items.length; index += 1) {
    let heights = [...(items[index]?.heights ?? [])]
    // The last line of an item that keeps with the next is placed together with the next one's first.
    while (items[index]?.keepsNext && items[index + 1]) {
      const [first = 0, ...rest] = items[index + 1]?.heights ?? []
      const last = heights.pop() ?? 0
      heights = [...heights, last + first, ...rest]
      index += 1
    }
    for (const height of heights) place(height)
  }
  return { pages, room: page.height - used, isLandscape: page.isLandscape }
}

/** Lines of a text whose first line is indented by so many 字; a closing mark does not begin a line. */
function linesOf(text: string, indent: number, width = perLine): number {
  if (text === '') return 0
  let [lines, used] = [1, indent]
  let before = 0
  for (const char of text) {
    const own = widthOf(char)
    if (used + own > width) {
      lines += 1
      used = /[，。、；：！？）》”’】〕]/u.test(char) ? before : 0
    }
    used += own
    before = own
  }
  return lines
}

function even(count: number): number[] {
  return Array.from({ length: count }, () => pitch)
}
