/** Workbooks as clerks make them, built in code: rows of values, merges, formats; handed in as files. */
import ExcelJS from 'exceljs'

export type Cells = readonly (readonly ExcelJS.CellValue[])[]
export type UglySheet = {
  readonly name: string
  readonly rows: Cells
  readonly merges?: readonly string[]
  readonly hidden?: readonly number[]
  readonly formats?: Readonly<Record<string, string>>
  /** Under a password against changes. */
  readonly isProtected?: boolean
  readonly filter?: string
}

export async function workbookFile(sheets: readonly UglySheet[], name = '台账.xlsx'): Promise<File> {
  const workbook = new ExcelJS.Workbook()
  for (const sheet of sheets) {
    const worksheet = workbook.addWorksheet(sheet.name)
    for (const row of sheet.rows) worksheet.addRow([...row])
    for (const merge of sheet.merges ?? []) worksheet.mergeCells(merge)
    for (const row of sheet.hidden ?? []) worksheet.getRow(row).hidden = true
    if (sheet.isProtected) await worksheet.protect('123456', {})
    if (sheet.filter) Object.assign(worksheet, { autoFilter: sheet.filter, views: [{ state: 'frozen', ySplit: 1 }] })
    for (const [cell, format] of Object.entries(sheet.formats ?? {})) worksheet.getCell(cell).numFmt = format
  }
  return new File([await workbook.xlsx.writeBuffer()], name)
}

export function bytesFile(bytes: Uint8Array | string, name: string): File {
  return new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name)
}

/** A day as Excel stores it in a cell with a date format. */
export const excelDay = (day: string): Date => new Date(`${day}T00:00:00Z`)

export const lectureHeader = ['序号', '宣讲时间', '宣讲主题', '宣讲方式', '宣讲人', '场所类型', '宣讲地点', '现场人次']
export const lectureRow = (
  number: number,
  date: ExcelJS.CellValue,
  audience: ExcelJS.CellValue = 45,
  place = `车间${number}`,
): ExcelJS.CellValue[] => [number, date, '党的二十大精神', '劳模', '赵铁柱（全国劳动模范）', '车间', place, audience]
