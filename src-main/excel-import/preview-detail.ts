/** What a preview tells of a sheet beside its counts (预览细节): columns with examples, texts of cells, samples. */
import type { ImportRemark, ImportSheet, PreviewColumn } from '../../src-shared/excel-import.ts'
import type { MappingSource } from '../../src-shared/import-mapping.ts'
import type { Grid, GridRow } from '../files/grid.ts'
import { columnName } from '../files/xlsx.ts'
import { textOf } from './cell-values.ts'
import { type Header, searched } from './find-header.ts'
import { isFormSheet } from './form-sheet.ts'
import type { PlannedRow } from './judge-rows.ts'
import { columnIndex } from './mapping-header.ts'
import type { DecidedSheet } from './plan-import.ts'
import { openSampler } from './preview-samples.ts'
import type { Names } from './read-row.ts'
import type { SheetReader, SheetRow } from './read-sheet.ts'

/** Examples of a column. */
const examplesShown = 3
/** Characters of a cell, and of a row of the head, that are shown. */
const cellLength = 200
const headLength = 80

type Detail = Pick<
  ImportSheet,
  'by' | 'layout' | 'columns' | 'head' | 'problemCounts' | 'remarkCounts' | 'cellTexts' | 'samples'
>
/** Gathers what is worth telling while the rows of a sheet go by. */
export type SheetDetail = {
  /** A row as it stands in the sheet, and as it was read. */
  readonly see: (row: GridRow, read: SheetRow) => void
  /** Rows as they are decided, after their problems were noted. */
  readonly keep: (rows: readonly PlannedRow[]) => void
  readonly tell: () => Detail
}
type Found = DecidedSheet & { readonly reader: SheetReader; readonly names: Names }

export function openDetail({ head, decided, reader, names }: Found): SheetDetail {
  const { header, problems, remarks } = reader
  const cellTexts = new Map<string, string>()
  const noteText = (address: string, text: string) => cellTexts.set(address, text.slice(0, cellLength))
  const sampler = openSampler(reader.kind, names)
  let told = 0
  return {
    see(row, read) {
      for (const { field } of [...read.problems, ...read.remarks]) {
        const column = reader.columnOf(field)
        noteText(`${column}${row.number}`, textOf(row.cells[columnIndex(column)] ?? null))
      }
    },
    keep(rows) {
      sampler.keep(rows)
      // A cell that could be read but breaks a rule of its record is shown as it was read.
      for (; told < problems.length; told += 1) {
        const { row, column, code } = problems[told] ?? {}
        if (code !== 'FIELD_INVALID' || cellTexts.has(`${column}${row}`)) continue
        const found = header.columns.find(({ index }) => columnName(index + 1) === column)
        const fields = rows.find((one) => one.row === row)?.fields
        if (found && fields) noteText(`${column}${row}`, sampler.textOf(fields, found.column))
      }
    },
    tell: () => ({
      by: decided.by,
      layout: decided.layout,
      columns: columnsWithExamples(head, header),
      head: headTexts(head),
      problemCounts: countCodes(problems),
      remarkCounts: countCodes(remarks),
      cellTexts: Object.fromEntries(cellTexts),
      samples: sampler.samples.toSorted((one, other) => one.row - other.row),
    }),
  }
}

/** A sheet of which nothing is read: told as a remark, for a workbook may hold more than registers. */
export function silentSheet({ head, decided }: DecidedSheet): ImportSheet {
  const { by, layout, isLeftOut } = decided
  const remark: ImportRemark = {
    row: 1,
    column: 'A',
    ...(isLeftOut ? leftOut(by) : isFormSheet(head) ? formSheet : unknown),
  }
  return {
    name: head.name,
    kind: null,
    header: null,
    by,
    layout,
    columns: [],
    head: headTexts(head),
    rows: 0,
    new: 0,
    changed: 0,
    same: 0,
    wrong: 0,
    problems: [],
    remarks: [remark],
    problemCounts: {},
    remarkCounts: countCodes([remark]),
    cellTexts: {},
    samples: [],
  }
}

const unknown = {
  code: 'SHEET_UNKNOWN',
  message: '没有找到台账或名册的表头，没有读入；可用导入模板中的表头',
} as const
const formSheet = {
  code: 'SHEET_UNKNOWN',
  message: '这张表左边是项目、右边是内容，没有读入；导入的表要一行一条、第一行是表头，请把内容抄进“导出模板”中的表',
} as const
const leftOut = (by: MappingSource) =>
  ({
    code: 'SHEET_LEFT_OUT',
    message: by === 'remembered' ? '按上次的选择，这张表不读入' : '按您的选择，这张表不读入',
  }) as const

/** The sheet with the first problems and remarks of each code, and no texts of other cells. */
export function withinLimit(sheet: ImportSheet, limit: number | undefined): ImportSheet {
  if (limit === undefined) return sheet
  const problems = firstOfEach(sheet.problems, limit)
  const remarks = firstOfEach(sheet.remarks, limit)
  const cellTexts: Record<string, string> = {}
  for (const { row, column } of [...problems, ...remarks]) {
    const text = sheet.cellTexts[`${column}${row}`]
    if (text !== undefined) cellTexts[`${column}${row}`] = text
  }
  return { ...sheet, problems, remarks, cellTexts }
}

function firstOfEach<Told extends { readonly code: string }>(told: readonly Told[], limit: number): Told[] {
  const seen = new Map<string, number>()
  return told.filter(({ code }) => {
    const count = (seen.get(code) ?? 0) + 1
    seen.set(code, count)
    return count <= limit
  })
}

function countCodes<Code extends string>(told: readonly { readonly code: Code }[]): Partial<Record<Code, number>> {
  const counts: Partial<Record<Code, number>> = {}
  for (const { code } of told) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

function headTexts({ rows }: Grid): ImportSheet['head'] {
  return rows.slice(0, searched).flatMap(({ number, cells, merged }) => {
    const texts = cells.map((cell, index) => (merged.has(index) ? '' : textOf(cell))).filter((text) => text !== '')
    return texts.length === 0 ? [] : [{ row: number, text: texts.join('、').slice(0, headLength) }]
  })
}

/** Columns with a word in the header, or with something below it. */
function columnsWithExamples({ rows }: Grid, header: Header): PreviewColumn[] {
  const below = rows.filter(({ number }) => number > header.row)
  const widths = below.map(({ cells }) => cells.length)
  const width = Math.max(0, ...widths, ...header.shown.map(({ column }) => columnIndex(column) + 1))
  return Array.from({ length: width }, (_, index): PreviewColumn => {
    const column = columnName(index + 1)
    const texts = below.map(({ cells, merged }) => (merged.has(index) ? '' : textOf(cells[index] ?? null)))
    const examples = [...new Set(texts)].filter((text) => text !== '').slice(0, examplesShown)
    const shown = header.shown.find((one) => one.column === column)
    return { header: '', field: null, ...shown, column, examples: examples.map((text) => text.slice(0, cellLength)) }
  }).filter((one) => one.header !== '' || one.field !== null || one.examples.length > 0)
}
