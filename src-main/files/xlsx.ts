/** Writes an Excel workbook (工作簿). The only file that imports exceljs, which is weakly maintained. */
import { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import ExcelJS from 'exceljs'

/** Text stays text, whatever sign it begins with; a formula carries the value that a reader shows before recalculating. */
export type XlsxCell = string | number | null | { readonly formula: string; readonly result: number | '' }

/** Font, alignment, border and number format; one object is one style of the file, so share it between cells. */
export type XlsxLook = Partial<ExcelJS.Style>

export type XlsxRow = {
  readonly cells: readonly XlsxCell[]
  /** One for each cell. */
  readonly looks: readonly XlsxLook[]
  /** Points. */
  readonly height: number
  /** First and last column of cells that are one cell, counted from 1. */
  readonly merged?: readonly (readonly [first: number, last: number])[]
  /** A square PNG, as high as the row, at the left edge of this column, counted from 1. */
  readonly picture?: { readonly png: Uint8Array; readonly column: number }
  /** What follows is printed on a new page. */
  readonly endsPage?: boolean
}

export type XlsxSheet = {
  readonly name: string
  /** Column widths in characters of the default font. */
  readonly widths: readonly number[]
  readonly rows: readonly XlsxRow[]
  /** Rows at the top that stay in sight and are printed on every page. */
  readonly headRows: number
  /** Printed upright on one page, whatever its height. */
  readonly isOnePage?: boolean
}

export type XlsxOptions = {
  readonly title: string
  readonly creator: string
  /** Written as the time of creation and of the last change: the same input gives the same bytes. */
  readonly at: Date
  /** Called now and then with rows done and rows in all; may throw to stop. */
  readonly step: (done: number, total: number) => Promise<void>
}

/** Rows between two steps. */
const stride = 250

/** The bytes of a workbook whose sheets are printed on A4 landscape, one page wide, with page numbers. */
export async function makeXlsx(sheets: readonly XlsxSheet[], options: XlsxOptions): Promise<Uint8Array> {
  // exceljs writes pictures only of a workbook that it holds whole; without them rows leave memory as they are written.
  const hasPictures = sheets.some(({ rows }) => rows.some(({ picture }) => picture))
  const bytes = hasPictures ? await wholeXlsx(sheets, options) : await streamedXlsx(sheets, options)
  return withFixedTimes(bytes)
}

async function wholeXlsx(sheets: readonly XlsxSheet[], options: XlsxOptions): Promise<Uint8Array> {
  const workbook = Object.assign(new ExcelJS.Workbook(), propertiesOf(options))
  await writeSheets(workbook, sheets, { ...options, endRow: () => undefined, endSheet: () => undefined })
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

async function streamedXlsx(sheets: readonly XlsxSheet[], options: XlsxOptions): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const stream = new Writable({
    write(chunk, _encoding, next) {
      chunks.push(chunk)
      next()
    },
  })
  const written = finished(stream)
  const workbook = Object.assign(
    new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true }),
    propertiesOf(options),
  )
  await writeSheets(workbook, sheets, {
    ...options,
    endRow: (row) => row.commit(),
    endSheet: (worksheet) => worksheet.commit(),
  })
  await workbook.commit()
  await written
  return Buffer.concat(chunks)
}

function propertiesOf({ creator, title, at }: XlsxOptions) {
  return { creator, lastModifiedBy: creator, title, created: at, modified: at }
}

type Writing = XlsxOptions & {
  readonly endRow: (row: ExcelJS.Row) => void
  readonly endSheet: (worksheet: ExcelJS.Worksheet) => void
}

async function writeSheets(
  workbook: ExcelJS.Workbook,
  sheets: readonly XlsxSheet[],
  { step, endRow, endSheet }: Writing,
): Promise<void> {
  const total = sheets.reduce((rows, sheet) => rows + sheet.rows.length, 0)
  let done = 0
  for (const sheet of sheets) {
    const worksheet = addWorksheet(workbook, sheet)
    for (const [index, row] of sheet.rows.entries()) {
      const target = writeRow(worksheet, index + 1, row)
      if (row.picture) addPicture(workbook, worksheet, { ...row.picture, row: index + 1, height: row.height })
      endRow(target)
      done += 1
      if (done % stride === 0) await step(done, total)
    }
    endSheet(worksheet)
  }
  await step(total, total)
}

/** `1` is A, `27` is AA. */
export function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}

function addWorksheet(workbook: ExcelJS.Workbook, sheet: XlsxSheet): ExcelJS.Worksheet {
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [
      sheet.headRows > 0
        ? { state: 'frozen', ySplit: sheet.headRows, showGridLines: false }
        : { state: 'normal', showGridLines: false },
    ],
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
    pageSetup: {
      paperSize: 9, // A4
      orientation: sheet.isOnePage ? 'portrait' : 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: sheet.isOnePage ? 1 : 0, // as many pages as the rows need
      horizontalCentered: true,
      ...(sheet.headRows > 0 && { printTitlesRow: `1:${sheet.headRows}` }),
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.35 }, // inches
    },
  })
  worksheet.columns = sheet.widths.map((width) => ({ width }))
  return worksheet
}

function writeRow(worksheet: ExcelJS.Worksheet, number: number, row: XlsxRow): ExcelJS.Row {
  const target = worksheet.getRow(number)
  target.height = row.height
  for (let index = 0; index < row.cells.length; index += 1) {
    const cell = target.getCell(index + 1)
    const value = row.cells[index] ?? null
    cell.value = typeof value === 'string' ? asText(value) : value
    cell.style = row.looks[index] ?? {}
  }
  if (row.endsPage) target.addPageBreak()
  for (const [first, last] of row.merged ?? []) worksheet.mergeCells(number, first, number, last)
  return target
}

type PlacedPicture = NonNullable<XlsxRow['picture']> & { readonly row: number; readonly height: number }

function addPicture(
  workbook: ExcelJS.Workbook,
  worksheet: ExcelJS.Worksheet,
  { png, column, row, height }: PlacedPicture,
): void {
  // exceljs declares a Buffer of its own making
  const imageId = workbook.addImage({ buffer: Buffer.from(png) as unknown as ExcelJS.Buffer, extension: 'png' })
  const side = Math.round((height * 4) / 3) // pixels of 1/96 inch
  worksheet.addImage(imageId, { tl: { col: column - 1, row: row - 1 }, ext: { width: side, height: side } })
}

/** Characters that XML cannot carry are dropped, and what Excel would read as its own escape `_x000D_` is escaped. */
export function asText(text: string): string {
  // Most texts have none of it; looking once is cheaper than replacing three times.
  if (!/[\r\uFFFE\uFFFF]|_x/.test(text)) return text
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\uFFFE\uFFFF]/g, '')
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

/** Sets the time of every file in the zip to 1980-01-01, its earliest: exceljs writes the time of day. */
export function withFixedTimes(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = zip.length - 22 // end of central directory, APPNOTE 4.3.16, without a comment
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  for (let entry = 0; entry < entries; entry += 1) {
    view.setUint32(at + 12, 0x00210000, true)
    view.setUint32(view.getUint32(at + 42, true) + 10, 0x00210000, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return zip
}
