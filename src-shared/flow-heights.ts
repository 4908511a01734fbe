/** 行高估算: the pieces of a text with the heights of their lines, reckoned from its characters without a layout engine. */
import { annexTable, blockOfTable, laidTable, type TableSetting, textTableSetting } from './annex-table.ts'
import { widthOf } from './chinese.ts'
import type { PictureBlock, TableBlock } from './documents.ts'
import { titleEnd } from './first-page.ts'
import type { Layout } from './layouts.ts'
import type { FlowPiece } from './page-filling.ts'
import type { AnnexPart, BodyPart, DocumentParts } from './part-types.ts'
import { halfWide, printedSize } from './picture-size.ts'
import type { SignatureFit } from './signature-fit.ts'
import { annexNotes, type SheetBlock } from './statistics.ts'

/** The pieces in their order, and which of them are those of `parts.body`. */
export type MainFlow = { readonly pieces: readonly FlowPiece[]; readonly body: { from: number; to: number } }

/**
 * How many paragraphs at the end of the text stay with what follows, so that the page of the signature holds two lines
 * of text: the last, and the one before it where the last is one line. Text must be left for page 1.
 */
export function keptParts({ body, signature, annexNotes }: DocumentParts, layout: Layout): number {
  if (signature.length === 0 && annexNotes.length === 0) return 0
  const linesOfPart = (part: BodyPart | undefined) =>
    part?.style === 'text' ? linesOf(wordsOf(part), indentOf(part, layout), charactersOf(layout)) : 0
  const [before, last] = [linesOfPart(body.at(-2)), linesOfPart(body.at(-1))]
  const leavesText = body.slice(0, -2).some(({ style }) => style === 'text')
  // Some programs send a long paragraph over as a whole.
  return last === 1 && before > 0 && before <= 5 && leavesText ? 2 : 1
}

export type FlowOptions = { readonly fit: SignatureFit | null; readonly kept: number }

/** Title to 附注, in twips. Exact for text up to 避头尾; tables are reckoned by their rows. */
export function mainFlow(
  parts: DocumentParts,
  layout: Layout,
  { fit, kept }: FlowOptions = { fit: parts.fit, kept: keptParts(parts, layout) },
): MainFlow {
  const pitch = layout.grid.pitch.value
  const head = titleEnd(parts, layout) + (1 + linesOf(parts.recipients, 0, charactersOf(layout))) * pitch
  const tail = [...noteItems(parts, layout), ...signatureItems(parts, layout)]
  const body = bodyItems(parts.body, layout, { isLandscape: false, fit })
  const attendance = attendanceLines(parts, layout)
  return {
    pieces: [
      { heights: [head], keepsNext: false },
      ...body.map((piece, index) => (index >= body.length - kept ? { ...piece, keepsNext: true } : piece)),
      ...tail,
      ...(attendance > 0 ? [{ heights: even(attendance + 1, pitch), keepsNext: false }] : []),
    ],
    body: { from: 1, to: 1 + body.length },
  }
}

function noteItems({ annexNotes: notes, signature }: DocumentParts, layout: Layout): FlowPiece[] {
  if (notes.length === 0) return []
  const [pitch, width] = [layout.grid.pitch.value, charactersOf(layout)]
  const isSigned = signature.length > 0
  return [
    { heights: [pitch], keepsNext: isSigned },
    ...notes.map(({ name, nameAt }, index) => ({
      heights: even(linesOf(name, 0, width - nameAt), pitch),
      keepsNext: isSigned && index >= notes.length - layout.annexNote.kept.value,
    })),
  ]
}

function signatureItems({ signature, note }: DocumentParts, layout: Layout): FlowPiece[] {
  const pitch = layout.grid.pitch.value
  const lines = signature.reduce((sum, row) => sum + row.linesAbove + 1, 0)
  const noteLines = linesOf(note, 2, charactersOf(layout))
  return [
    ...(lines > 0 ? [{ heights: [lines * pitch], keepsNext: noteLines > 0 }] : []),
    ...(noteLines > 0 ? [{ heights: even(noteLines, pitch), keepsNext: false }] : []),
  ]
}

function attendanceLines({ attendance }: DocumentParts, layout: Layout): number {
  return attendance.reduce((lines, { names }) => lines + linesOf(names, 0, charactersOf(layout) - 5), 0)
}

export function annexFlow(annex: AnnexPart, setting: TableSetting, layout: Layout): FlowPiece[] {
  const { grid, title, annex: rules } = layout
  const pitch = grid.pitch.value
  const label = annex.label === '' ? 0 : rules.titleLine.value - 1
  const head: FlowPiece = {
    heights: [label * pitch + annex.titleLines.length * title.pitch.value],
    keepsNext: true,
    keepsLines: true,
  }
  if (annex.text) {
    const body = bodyItems(annex.text.body, layout, { isLandscape: setting.isLandscape, fit: null })
    return [head, { heights: [pitch], keepsNext: false }, ...body]
  }
  const blocks = (annex.sheet?.blocks ?? []).map((block) => tableItem(block, setting, layout))
  const notes = (annex.sheet ? annexNotes(annex.sheet).length : 0) + 2
  return [head, ...blocks, { heights: even(notes, rules.note.value * 13), keepsNext: false }]
}

type BodyLook = { readonly isLandscape: boolean; readonly fit: SignatureFit | null }

function bodyItems(body: readonly BodyPart[], layout: Layout, { isLandscape, fit }: BodyLook): FlowPiece[] {
  return body.map((part, index): FlowPiece => {
    if (part.table) return textTableItem(part.table, layout, isLandscape)
    if (part.picture && part.beside) return pairItem([part.picture, part.beside], layout)
    if (part.picture) return pictureItem(part.picture, isLandscape, layout)
    const pitch = fit && index >= fit.from ? fit.pitch : layout.grid.pitch.value
    return {
      heights: even(linesOf(wordsOf(part), indentOf(part, layout), charactersOf(layout, isLandscape)), pitch),
      keepsNext: part.style !== 'text',
      keepsLines: part.half === 'rest',
    }
  })
}

/** Of the first line, in 字. */
function indentOf({ half }: BodyPart, { text }: Layout): number {
  return half === 'rest' ? 0 : text.indent.value
}

export function wordsOf({ runs }: BodyPart): string {
  return runs.map((run) => run.text).join('')
}

/** The picture with its caption, which do not part. */
function pictureItem(picture: PictureBlock, isLandscape: boolean, layout: Layout): FlowPiece {
  const { typeArea } = layout
  const width = (isLandscape ? typeArea.height : typeArea.width).value
  return {
    heights: [printedSize(picture, isLandscape, layout).height + captionHeight(picture, width, layout)],
    keepsNext: false,
  }
}

/** Two pictures in a row, as high as the higher one. */
function pairItem(pair: readonly PictureBlock[], layout: Layout): FlowPiece {
  const heights = pair.map(
    (picture) =>
      printedSize(halfWide(picture, layout), false, layout).height +
      captionHeight(picture, layout.typeArea.width.value / 2, layout),
  )
  return { heights: [Math.max(...heights)], keepsNext: false }
}

/** The gaps round a picture and its caption, on a line so many twips wide. */
function captionHeight({ caption = '' }: PictureBlock, width: number, { picture: rules }: Layout): number {
  const size = rules.captionSize.value
  const lines = linesOf(caption, 0, width / (size * 10))
  return rules.gap.value * 2 + (lines === 0 ? 0 : lines * size * 13 + rules.gap.value)
}

/** Hundreds of rows take time, and a fit is looked for in many steps: a table that is the same object is reckoned once. */
const reckoned = new WeakMap<TableBlock, { layout: Layout; isLandscape: boolean; piece: FlowPiece }>()

function textTableItem(table: TableBlock, layout: Layout, isLandscape: boolean): FlowPiece {
  const known = reckoned.get(table)
  if (known && known.layout === layout && known.isLandscape === isLandscape) return known.piece
  const block = blockOfTable(table)
  const piece = tableItem(block, textTableSetting(block, isLandscape), layout)
  reckoned.set(table, { layout, isLandscape, piece })
  return piece
}

function tableItem(block: SheetBlock, setting: TableSetting, { annex: rules }: Layout): FlowPiece {
  const table = block.columns.some(({ title: name }) => name !== '')
    ? annexTable(block, setting)
    : laidTable(block, setting)
  const size = (setting.isSmall ? rules.tableSmallText : rules.tableText).value * 10
  const heightOf = (lines: number) => Math.round(lines * size * 1.3) + rules.cellTop.value * 2
  const rows = table.rows.map((cells) => heightOf(Math.max(1, ...cells.map(({ lines }) => lines.length))))
  if (table.head.length === 0) return { heights: rows, keepsNext: false }
  return { heights: rows, keepsNext: false, head: heightOf(Math.max(...table.head.map((lines) => lines.length))) }
}

/** 字 on a line of text. */
export function charactersOf({ grid, typeArea }: Layout, isLandscape = false): number {
  return isLandscape ? Math.floor(typeArea.height.value / grid.character.value) : grid.characters.value
}

function linesOf(text: string, indent: number, width: number): number {
  return lineStarts(text, indent, width).length
}

/**
 * Where each line of a text begins whose first line is indented by so many 字, in UTF-16 units. Numbers and Latin words do
 * not part, no closing mark begins a line and no opening one ends it.
 * @param isStrict as LibreOffice has it: no line ends or begins at a quotation mark, and figures stand apart from Han
 */
export function lineStarts(text: string, indent: number, width: number, isStrict = false): number[] {
  if (text === '') return []
  const starts = [0]
  let [at, used, before] = [0, indent, '']
  // What goes over together.
  let unit = { at: 0, width: 0 }
  for (const char of text) {
    const own = widthOf(char) + (isStrict && isSpaced(before, char) ? 0.25 : 0)
    const isQuoted = isStrict && (quotes.has(char) || quotes.has(before))
    const isJoined = isQuoted || closing.has(char) || opening.has(before) || (isOfWord(char) && isOfWord(before))
    if (!isJoined) unit = { at, width: 0 }
    if (used + own > width) {
      // What is longer than a line parts where it must.
      if (unit.at <= (starts.at(-1) ?? 0)) unit = { at, width: 0 }
      starts.push(unit.at)
      used = unit.width
    }
    used += own
    unit.width += own
    at += char.length
    before = char
  }
  return starts
}

const closing: ReadonlySet<string> = new Set('，、。；：！？）》”’】〕')
const opening: ReadonlySet<string> = new Set('（《“‘【〔')
const quotes: ReadonlySet<string> = new Set('“”‘’')

/** Between Han and figures LibreOffice leaves a quarter of a character. */
function isSpaced(before: string, char: string): boolean {
  return (isHan(before) && isOfWord(char)) || (isOfWord(before) && isHan(char))
}

function isHan(char: string): boolean {
  return char >= '\u4e00' && char <= '\u9fff'
}

function isOfWord(char: string): boolean {
  return char > ' ' && char <= '~'
}

function even(count: number, height: number): number[] {
  return Array.from({ length: count }, () => height)
}
