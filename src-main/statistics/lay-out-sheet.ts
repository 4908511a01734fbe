/** Lays a statistics sheet (统计表) out for printing: title, unit and period, tables, notes, signatures. */
import { chineseDate } from '../../src-shared/chinese.ts'
import {
  fingerprintLabel,
  fingerprintMeaning,
  noRecords,
  type Sheet,
  type SheetBlock,
  type SheetCell,
} from '../../src-shared/statistics.ts'
import { qrPicture } from '../files/qr-picture.ts'
import type { XlsxCell, XlsxLook, XlsxRow, XlsxSheet } from '../files/xlsx.ts'
import { heightFor } from './row-height.ts'
import { captionLook, emptyLook, leftLook, rightLook, titleLook } from './sheet-looks.ts'
import { tableRows } from './table-rows.ts'

/** Side of the QR code in points: 22 mm. */
const codeHeight = 63
/** What it needs across, in characters of a column. */
const codeWidth = 13

/** Points between the margins of A4 landscape, see xlsx.ts. */
const pageHeight = 500
const pageWidth = 770
/** Points of the line above a table, and of the 合计 below it. */
const captionHeight = 24
const totalHeight = 20

export function layOutSheet(sheet: Sheet): XlsxSheet {
  const widths = columnWidths(sheet.blocks)
  const head = [acrossRow(sheet.title, widths, { look: titleLook, height: 32 }), unitAndPeriod(sheet, widths.length)]
  const groups: XlsxRow[][] = []
  let above = head.length
  const page = printedHeight(widths) - heightOf(head)
  // A table of several that is higher than a page has its header on each; a single one has it by the print titles.
  const room = sheet.blocks.length > 1 ? page - captionHeight - totalHeight : Number.POSITIVE_INFINITY
  for (const block of sheet.blocks) {
    const rows = blockRows(block, widths, { above, room })
    groups.push(rows)
    above += rows.length
  }
  groups.push([...noteRows(sheet, widths), signatureRow(sheet, widths), ...fingerprintRows(sheet, widths)])
  // Excel takes 31 characters at most, and a cross-table is called after all that it counts by.
  const name = sheet.kind === 'cross' ? '交叉表' : sheet.title
  // One table: its header is repeated on every page. Several: each keeps its own, so each is kept on one page.
  const [only, ...others] = sheet.blocks
  if (others.length === 0)
    return { name, widths, rows: [...head, ...groups.flat()], headRows: only?.rows.length ? 3 : 2 }
  return { name, widths, rows: [...head, ...onPages(groups, page)], headRows: head.length }
}

/** How much a page holds when the columns are made small enough to stand on it. */
function printedHeight(widths: readonly number[]): number {
  // A character of a column's width is 7 pixels of ¾ point, the padding of a column 5.
  const needed = widths.reduce((sum, width) => sum + (width * 7 + 5) * 0.75, 0)
  return pageHeight * Math.max(1, needed / pageWidth)
}

function unitAndPeriod({ office, period }: Sheet, columns: number): XlsxRow {
  const middle = Math.ceil(columns / 2)
  const cells = Array.from({ length: columns }, (): XlsxCell => null)
  cells[0] = `填报单位（公章）：${office}`
  cells[middle] = `统计期：${chineseDate(period.from)}至${chineseDate(period.to)}`
  const looks = cells.map((_, index) => (index < middle ? leftLook : rightLook))
  // biome-ignore format: first and last column of both halves
  return { cells, looks, height: 20, merged: [[1, middle], [middle + 1, columns]] }
}

function blockRows(
  block: SheetBlock,
  widths: readonly number[],
  { above, room }: { readonly above: number; readonly room: number },
): XlsxRow[] {
  const caption =
    block.caption === '' ? [] : [acrossRow(block.caption, widths, { look: captionLook, height: captionHeight })]
  if (block.rows.length === 0) return [...caption, acrossRow(noRecords, widths, { look: emptyLook, height: 24 })]
  return [...caption, ...tableRows(block, widths, { above: above + caption.length, room })]
}

/** Begins a new page before a group of rows that no longer fits on the present one. */
function onPages(groups: readonly XlsxRow[][], height: number): XlsxRow[] {
  const rows: XlsxRow[] = []
  let left = height
  for (const group of groups) {
    const last = rows.at(-1)
    if (last && heightOf(group) > left) {
      rows[rows.length - 1] = { ...last, endsPage: true }
      left = height
    }
    const lastBreak = group.findLastIndex((row) => row.endsPage)
    left = lastBreak < 0 ? left - heightOf(group) : height - heightOf(group.slice(lastBreak + 1))
    rows.push(...group)
  }
  return rows
}

function heightOf(rows: readonly XlsxRow[]): number {
  return rows.reduce((height, row) => height + row.height, 0)
}

function noteRows({ notes }: Sheet, widths: readonly number[]): XlsxRow[] {
  return notes.map((note, index) =>
    acrossRow(`${index === 0 ? '说明：' : '　　　'}${index + 1}. ${note}`, widths, { look: leftLook }),
  )
}

function signatureRow({ signatures }: Sheet, widths: readonly number[]): XlsxRow {
  const text = signatures.map(({ label, value }) => `${label}：${value || '　　　　'}`).join('　　　')
  return acrossRow(text, widths, { look: leftLook, height: 30 })
}

/** The fingerprint in words and, at the right edge, as a code to scan: the period and the same characters. */
export function fingerprintRows(
  { fingerprint, period }: Pick<Sheet, 'fingerprint' | 'period'>,
  widths: readonly number[],
): XlsxRow[] {
  if (fingerprint === undefined) return []
  const text = acrossRow(`${fingerprintLabel}：${fingerprint}\n${fingerprintMeaning}`, widths, {
    look: leftLook,
    height: codeHeight,
  })
  const column = columnFromRight(widths, codeWidth)
  const png = qrPicture(`${period.from}/${period.to} ${fingerprint}`)
  return [{ ...text, merged: column > 1 ? [[1, column - 1]] : [], picture: { png, column } }]
}

/** The last column from whose left edge so many characters fit, counted from 1. */
function columnFromRight(widths: readonly number[], needed: number): number {
  let left = needed
  for (let column = widths.length; column > 1; column -= 1) {
    left -= widths[column - 1] ?? 0
    if (left <= 0) return column
  }
  return 1
}

/** One text across the whole width; without a height, as high as its lines need. */
export function acrossRow(
  text: string,
  widths: readonly number[],
  { look, height }: { readonly look: XlsxLook; readonly height?: number },
): XlsxRow {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  return {
    cells: widths.map((_, index) => (index === 0 ? text : null)),
    looks: widths.map(() => look),
    height: height ?? heightFor([text], [whole]) + 2,
    merged: [[1, widths.length]],
  }
}

function columnWidths(blocks: readonly SheetBlock[]): number[] {
  const count = Math.max(...blocks.map((block) => block.columns.length))
  return Array.from({ length: count }, (_, index) =>
    Math.max(...blocks.map((block) => Math.max(block.columns[index]?.width ?? 0, totalWidth(block.total?.[index])))),
  )
}

/** A total must never be printed as ####; amounts have two decimals, and all have commas. */
function totalWidth(total: SheetCell | undefined): number {
  if (typeof total !== 'number') return 0
  return total.toLocaleString('en', { minimumFractionDigits: Number.isInteger(total) ? 0 : 2 }).length * 1.15 + 1
}
