/** Batch entry (批量录入): the rows of a grid are read, judged, stored and undone as rows of an imported table. */
import { type AddedBatch, type BatchCheck, type BatchKind, batchColumns } from '../../src-shared/batch.ts'
import type { ImportCounts, ImportSheet } from '../../src-shared/excel-import.ts'
import { recordKindNames } from '../../src-shared/record-kinds.ts'
import type { CoreContext } from '../core-context.ts'
import { type SheetSource, sourceOf } from '../files/grid.ts'
import { columnName } from '../files/xlsx.ts'
import { applySheets } from './apply-import.ts'
import { columnsOf } from './columns.ts'
import { planImport } from './plan-import.ts'

export type Batch = { readonly kind: BatchKind; readonly rows: readonly (readonly string[])[] }

/** The header stands above the rows given. */
const headerRows = 1

export async function checkBatch(context: CoreContext, batch: Batch): Promise<BatchCheck> {
  const { sheets } = await planImport(context.db, [gridOf(batch)], { fileName: '' })
  const [sheet] = sheets
  return sheet ? { counts: countsOf(sheet), findings: findingsOf(batch, sheet) } : noRows
}

/** All rows or none. @throws Problem INVALID_INPUT */
export async function addBatch(
  context: CoreContext,
  input: { readonly batch: Batch; readonly jobId?: string | undefined },
): Promise<AddedBatch> {
  const { batch, jobId } = input
  const name = `批量录入${recordKindNames[batch.kind]}`
  return await context.jobs.run(jobId, name, async () => {
    const { id, sheets } = await applySheets(context, { sources: [gridOf(batch)], name, goodOnly: false })
    return { id, counts: sheets[0] ? countsOf(sheets[0]) : noRows.counts }
  })
}

const noRows: BatchCheck = { counts: { rows: 0, new: 0, changed: 0, same: 0, wrong: 0 }, findings: [] }

/** Under the headers of the template, so that every column is known for what it is. */
function gridOf({ kind, rows }: Batch): SheetSource {
  const headers = batchColumns[kind].map(({ field }) => {
    const column = columnsOf[kind].find((one) => one.field === field && !one.isForeign)
    if (!column) throw new Error(`the import knows no column ${kind}.${field}`)
    return column.header
  })
  const merged = new Map<number, 'across' | 'down'>()
  const lines = [headers, ...rows].map((cells, index) => ({
    number: index + headerRows,
    cells: cells.map((text) => (text.trim() === '' ? null : text)),
    merged,
    isHidden: false,
  }))
  return sourceOf({ name: recordKindNames[kind], rows: lines })
}

const countsOf = ({ rows, new: added, changed, same, wrong }: ImportSheet): ImportCounts => ({
  rows,
  new: added,
  changed,
  same,
  wrong,
})

function findingsOf({ kind }: Batch, { problems, remarks }: ImportSheet): BatchCheck['findings'] {
  const fieldAt = new Map(batchColumns[kind].map(({ field }, index) => [columnName(index + 1), field]))
  const told = (isRemark: boolean) => (one: { row: number; column: string; message: string }) => ({
    row: one.row - headerRows - 1,
    field: fieldAt.get(one.column) ?? '',
    message: one.message,
    isRemark,
  })
  return [...problems.map(told(false)), ...remarks.map(told(true))]
}
