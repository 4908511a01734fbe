/** A workbook to be filled in (填报模板): headers, notes, an example line, drop-down lists, room for rows. */
import ExcelJS from 'exceljs'
import { asText, columnName, withFixedTimes, type XlsxLook } from './xlsx.ts'

export type FormValue = string | number | Date | null
export type FormColumn = {
  readonly header: string
  readonly kind: 'text' | 'day' | 'count' | 'yuan'
  /** Characters of the default font. */
  readonly width: number
  readonly note: string
  /** For the drop-down list. */
  readonly words?: readonly string[]
  /** Whether Excel refuses other words; where several may be given, the list only helps. */
  readonly isStrict: boolean
}
export type FormSheet = {
  readonly name: string
  readonly title: string
  readonly guidance: string
  readonly columns: readonly FormColumn[]
  readonly example: readonly FormValue[]
  readonly rows: readonly (readonly FormValue[])[]
}

/** Rows below the header that have formats and drop-down lists. */
const roomFor = 1000
const listSheet = '选项'
const [titleRow, guidanceRow, headerRow, noteRow, exampleRow] = [1, 2, 3, 4, 5] as const

export async function makeForm(
  sheets: readonly FormSheet[],
  options: { readonly title: string; readonly at: Date },
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  Object.assign(workbook, { creator: '学宣台账', lastModifiedBy: '学宣台账', title: options.title })
  Object.assign(workbook, { created: options.at, modified: options.at })
  const lists: (readonly string[])[] = []
  for (const sheet of sheets) addForm(workbook, sheet, lists)
  const hidden = workbook.addWorksheet(listSheet, { state: 'veryHidden' })
  for (const [index, words] of lists.entries()) hidden.getColumn(index + 1).values = [...words]
  return withFixedTimes(new Uint8Array(await workbook.xlsx.writeBuffer()))
}

function addForm(workbook: ExcelJS.Workbook, sheet: FormSheet, lists: (readonly string[])[]): void {
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: headerRow }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  const width = sheet.columns.length
  for (const [index, column] of sheet.columns.entries()) {
    Object.assign(worksheet.getColumn(index + 1), { width: column.width, style: looks[column.kind] })
    if (column.words) addList(worksheet, index + 1, column, sheet.rows.length, lists)
  }
  put(worksheet, titleRow, [sheet.title], () => titleLook, 28)
  put(worksheet, guidanceRow, [sheet.guidance], () => noteLook, 20)
  for (const row of [titleRow, guidanceRow]) worksheet.mergeCells(row, 1, row, width)
  put(
    worksheet,
    headerRow,
    sheet.columns.map(({ header }) => header),
    () => headerLook,
    32,
  )
  put(
    worksheet,
    noteRow,
    sheet.columns.map(({ note }) => note),
    () => noteLook,
    48,
  )
  put(worksheet, exampleRow, sheet.example, () => exampleLook, 32)
  for (const [index, row] of sheet.rows.entries())
    put(worksheet, exampleRow + 1 + index, row, (column) => looks[sheet.columns[column]?.kind ?? 'text'], undefined)
}

function put(
  worksheet: ExcelJS.Worksheet,
  number: number,
  values: readonly FormValue[],
  lookOf: (column: number) => XlsxLook,
  height: number | undefined,
): void {
  const row = worksheet.getRow(number)
  if (height !== undefined) row.height = height
  for (const [index, value] of values.entries()) {
    const cell = row.getCell(index + 1)
    cell.value = typeof value === 'string' ? (value === '' ? null : asText(value)) : value
    cell.style = lookOf(index)
  }
}

function addList(
  worksheet: ExcelJS.Worksheet,
  column: number,
  { words = [], isStrict, header }: FormColumn,
  rows: number,
  lists: (readonly string[])[],
): void {
  let index = lists.findIndex((list) => list.join() === words.join())
  if (index < 0) index = lists.push(words) - 1
  const letter = columnName(index + 1)
  const own = columnName(column)
  // exceljs has `add`, its types do not.
  const validations = (worksheet as unknown as { dataValidations: { add(range: string, rule: object): void } })
    .dataValidations
  validations.add(`${own}${exampleRow}:${own}${exampleRow + rows + roomFor}`, {
    type: 'list',
    allowBlank: true,
    formulae: [`${listSheet}!$${letter}$1:$${letter}$${words.length}`],
    showErrorMessage: isStrict,
    errorTitle: header,
    error: '请从下拉列表中选择',
  })
}

const line = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const
const border = { top: line, left: line, bottom: line, right: line } as const
const cellLook = (numFmt: string, horizontal: 'left' | 'right' | 'center'): XlsxLook => ({
  font: { name: '宋体', size: 10.5 },
  alignment: { horizontal, vertical: 'middle', wrapText: true },
  numFmt,
})
const looks: Readonly<Record<FormColumn['kind'], XlsxLook>> = {
  text: cellLook('@', 'left'),
  day: cellLook('yyyy-mm-dd', 'center'),
  count: cellLook('General', 'right'),
  yuan: cellLook('General', 'right'),
}
const titleLook: XlsxLook = { ...cellLook('@', 'center'), font: { name: '宋体', size: 16, bold: true } }
const noteLook: XlsxLook = {
  ...cellLook('@', 'left'),
  font: { name: '宋体', size: 9, color: { argb: 'FF7F7F7F' } },
  border,
}
const headerLook: XlsxLook = {
  ...cellLook('@', 'center'),
  font: { name: '宋体', size: 10.5, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } },
  border,
}
const exampleLook: XlsxLook = {
  ...cellLook('@', 'left'),
  font: { name: '宋体', size: 10.5, italic: true, color: { argb: 'FF7F7F7F' } },
  border,
}
