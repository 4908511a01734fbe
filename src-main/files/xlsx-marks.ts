/** Gives a foreign workbook back with its wrong cells marked (标出有误之处). */
import ExcelJS from 'exceljs'
import { Problem } from '../../src-shared/problems.ts'
import type { SheetSource } from './grid.ts'

export type CellMark = { readonly sheet: string; readonly row: number; readonly column: string; readonly text: string }

/** The clerk's own workbook, its wrong cells yellow with a comment that says why. @throws Problem FILE_UNREADABLE */
export async function markXlsx(bytes: Uint8Array, marks: readonly CellMark[]): Promise<Uint8Array> {
  return await marked(await load(bytes, ['conditionalFormatting']), marks)
}

/** The same of tables that came from a text file. */
export async function markSources(sources: readonly SheetSource[], marks: readonly CellMark[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  for (const { name, parts } of sources) {
    const worksheet = workbook.addWorksheet(name)
    for await (const { rows } of parts())
      for (const row of rows)
        for (const [index, value] of row.cells.entries()) worksheet.getRow(row.number).getCell(index + 1).value = value
  }
  return await marked(workbook, marks)
}

async function load(bytes: Uint8Array, ignoreNodes: string[]): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  try {
    // exceljs declares a Buffer of its own making
    await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer, { ignoreNodes })
  } catch (cause) {
    throw new Problem(
      'FILE_UNREADABLE',
      '这个工作簿已损坏或内容不全，请用Excel或WPS打开，另存为新的.xlsx文件后再导入。',
      {
        cause,
      },
    )
  }
  return workbook
}

async function marked(workbook: ExcelJS.Workbook, marks: readonly CellMark[]): Promise<Uint8Array> {
  const texts = new Map<ExcelJS.Cell, string[]>()
  for (const { sheet, row, column, text } of marks) {
    const cell = workbook.getWorksheet(sheet)?.getCell(`${column}${row}`)
    if (cell) texts.set(cell, [...(texts.get(cell) ?? []), text])
  }
  for (const [cell, lines] of texts) {
    // Cells share their style objects: a new one keeps the colour from spreading.
    cell.style = {
      ...cell.style,
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFE699' } },
    }
    cell.note = { texts: [{ text: lines.join('\n') }] }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
