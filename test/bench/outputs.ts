/** Writing XLSX and DOCX of the list of stays, against the bare libraries writing the same table. */
import { PassThrough } from 'node:stream'
import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import ExcelJS from 'exceljs'
import { writeDocx } from '../../src-main/documents/write-docx.ts'
import { makeXlsx, type XlsxRow, type XlsxSheet } from '../../src-main/files/xlsx.ts'
import { layOutSheet } from '../../src-main/statistics/lay-out-sheet.ts'
import { rowLooks } from '../../src-main/statistics/sheet-looks.ts'
import { writeSheets } from '../../src-main/statistics/write-sheets.ts'
import type { Sheet } from '../../src-shared/statistics.ts'
import { stay } from '../sample-records.ts'
import { openLedger } from './ledger.ts'
import { type Comparison, compare } from './measure.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }

const besides = 'the document round the table (styles, head, body, notes), and column widths fitted to the text'

export async function benchOutputs(sizes: readonly number[], runs: number): Promise<Comparison[]> {
  const comparisons: Comparison[] = []
  for (const size of sizes) {
    const ledger = await openLedger()
    await ledger.api.stays.add(
      Array.from({ length: size }, (_, index) =>
        stay({ unitName: `第${index}基层工会`, meetings: index % 9, consolationYuan: index / 4 }),
      ),
    )
    const sheet = (await ledger.api.sheets.show(november))[2]
    const { documentId } = await ledger.api.documents.draftReport(november)
    const { content } = await ledger.api.documents.get({ id: documentId })
    await ledger.close()
    if (!sheet) throw new Error('no sheet of stays')
    const options = { size, aim: 1.3, runs, times: Math.max(1, Math.ceil(500 / size)), besides }
    const annex = { title: sheet.title, sheet }
    comparisons.push(
      await compare('XLSX of stays', { ours: () => writeXlsx(sheet), bare: () => writeBareXlsx(sheet) }, options),
      await compare(
        'DOCX with stays',
        { ours: () => writeDocx({ ...content, annexes: [annex] }), bare: () => writeBareDocx(sheet) },
        options,
      ),
    )
  }
  return comparisons.toSorted((one, other) => one.name.localeCompare(other.name))
}

/** A list of 12 columns, as long as lists get, against exceljs' own streaming writer with the same looks. */
export async function benchLongSheet(size: number, runs: number): Promise<Comparison[]> {
  const looks = rowLooks(
    Array.from({ length: 12 }, () => ({ title: '列', width: 14, kind: 'text' }) as const),
    false,
  )
  const rows = Array.from(
    { length: size },
    (_, index): XlsxRow => ({
      cells: [
        index + 1,
        `2026-11-${(index % 28) + 1}`,
        `党的二十大精神第${index}讲`,
        '劳模宣讲',
        '赵铁柱（全国劳动模范）',
        '县总工会',
        '车间',
        `第${index % 400}车间`,
        index % 300,
        null,
        '一线职工30；女职工12',
        '反响热烈',
      ],
      looks,
      height: 24,
    }),
  )
  const sheet: XlsxSheet = { name: '宣讲', widths: looks.map(() => 14), rows, headRows: 0 }
  const options = { title: '宣讲', creator: '县总工会', at: new Date(0), step: async () => undefined }
  return [
    await compare(
      'XLSX of a long list, 12 columns',
      { ours: () => makeXlsx([sheet], options), bare: () => writeBareStream(sheet) },
      { size, aim: 1.2, runs, besides: 'fixed times in the archive, texts that XML cannot carry' },
    ),
  ]
}

/** As the manual of exceljs does it: add a row, give its cells their looks, commit. */
async function writeBareStream({ name, widths, rows }: XlsxSheet): Promise<void> {
  const stream = new PassThrough().resume()
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
  const worksheet = workbook.addWorksheet(name)
  worksheet.columns = widths.map((width) => ({ width }))
  for (const { cells, looks, height } of rows) {
    const row = worksheet.addRow([...cells])
    row.height = height
    for (const [index, look] of looks.entries()) row.getCell(index + 1).style = look
    row.commit()
  }
  worksheet.commit()
  await workbook.commit()
}

function writeXlsx(sheet: Sheet): Promise<Uint8Array> {
  return writeSheets([sheet], { title: sheet.title, at: new Date(0), step: async () => undefined })
}

/** As the manual of exceljs does it: add the rows, then give each cell its font, border, alignment and format. */
async function writeBareXlsx(sheet: Sheet): Promise<void> {
  const { rows, widths } = layOutSheet(sheet)
  const workbook = new ExcelJS.Workbook()
  const worksheet = workbook.addWorksheet(sheet.title)
  worksheet.columns = widths.map((width) => ({ width }))
  for (const { cells, looks, height, merged } of rows) {
    const row = worksheet.addRow([...cells])
    row.height = height
    for (const [index, look] of looks.entries()) row.getCell(index + 1).style = look
    for (const [first, last] of merged ?? []) worksheet.mergeCells(row.number, first, row.number, last)
  }
  await workbook.xlsx.writeBuffer()
}

/** The same table as the manual of docx does it, without a document round it. */
async function writeBareDocx(sheet: Sheet): Promise<void> {
  const block = sheet.blocks[0]
  if (!block) throw new Error('no table')
  const rowOf = (cells: readonly unknown[], isHeader: boolean) =>
    new TableRow({
      tableHeader: isHeader,
      cantSplit: true,
      children: cells.map(
        (cell) =>
          new TableCell({
            children: [
              new Paragraph({
                alignment: typeof cell === 'number' ? AlignmentType.RIGHT : AlignmentType.CENTER,
                children: [new TextRun({ text: String(cell ?? ''), font: '宋体', size: 18 })],
              }),
            ],
          }),
      ),
    })
  const titles = block.columns.map((column) => column.title)
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [rowOf(titles, true), ...block.rows.map((row) => rowOf(row, false)), rowOf(block.total ?? [], false)],
  })
  await Packer.toBuffer(new Document({ sections: [{ children: [table] }] }))
}
