/** An Excel file as a test reads it back: values as shown and formulas with the values stored beside them. */
import ExcelJS from 'exceljs'

export async function openWorkbook(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  // exceljs declares a Buffer of its own making
  await workbook.xlsx.load(bytes as unknown as Parameters<ExcelJS.Xlsx['load']>[0])
  return workbook
}

/** What each cell of a row shows; an empty cell and an empty result are both ''. */
export function shownRow(worksheet: ExcelJS.Worksheet, number: number): (string | number)[] {
  const row = worksheet.getRow(number)
  return Array.from({ length: worksheet.columnCount }, (_, index) => shown(row.getCell(index + 1)))
}

/** Number of the first row at or below `from` whose first cell begins with this text. */
export function findRow(worksheet: ExcelJS.Worksheet, text: string, from = 1): number {
  for (let number = from; number <= worksheet.rowCount; number += 1)
    if (String(shown(worksheet.getRow(number).getCell(1))).startsWith(text)) return number
  throw new Error(`no row begins with ${text}`)
}

/** Every formula of the workbook by its place, with its stored value; of numbers the 12 digits that programs agree on. */
export function formulaResults(workbook: ExcelJS.Workbook): Map<string, string | number> {
  const results = new Map<string, string | number>()
  workbook.eachSheet((worksheet) => {
    worksheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.type === ExcelJS.ValueType.Formula) {
          const result = shown(cell)
          results.set(
            `${worksheet.name}!${cell.address}`,
            typeof result === 'number' ? Number(result.toPrecision(12)) : result,
          )
        }
      })
    })
  })
  return results
}

function shown(cell: ExcelJS.Cell): string | number {
  const { isMerged, master } = cell
  if (isMerged && master !== cell) return ''
  const value = cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value
  // LibreOffice writes a text that mixes scripts in several stretches.
  if (value !== null && typeof value === 'object' && 'richText' in value)
    return value.richText.map((stretch) => stretch.text).join('')
  return (value ?? '') as string | number
}
