/** Takes a workbook in (导入): all rows or the good ones, in one transaction, so that it can be undone as one. */
import type { Transaction } from 'kysely'
import type { AppliedImport, ImportKind } from '../../src-shared/excel-import.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import { insertRows, type NewRow, updateRow } from '../database/changes.ts'
import { toRow } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'
import type { Grid } from '../files/xlsx-read.ts'
import { openWorkbook, type WorkbookFile } from './open-workbook.ts'
import { type Fields, type ImportPlan, placeholder, planImport } from './plan-import.ts'
import { stayName } from './read-row.ts'

export type ImportedRow = {
  readonly tableName: ImportKind
  readonly rowId: string
  readonly op: 'insert' | 'update'
  /** The version that the import made. */
  readonly version: number
}

/** Rows of `importedRow` in one statement, four values each. */
const chunk = 500

/**
 * @param input.goodOnly takes the rows without a wrong cell; else one wrong cell keeps everything out
 * @throws Problem FILE_UNREADABLE, INVALID_INPUT
 */
export async function applyImport(
  context: CoreContext,
  input: { readonly file: WorkbookFile; readonly goodOnly: boolean; readonly jobId?: string | undefined },
): Promise<AppliedImport> {
  return await context.jobs.run(input.jobId, '导入表格', async (job) => {
    const { grids } = await openWorkbook(input.file)
    await job.step(1, 2)
    return await applyGrids(context, { grids, name: input.file.name, goodOnly: input.goodOnly })
  })
}

/** The same for tables that are read already; `name` is what the import is remembered by. */
export async function applyGrids(
  context: CoreContext,
  { grids, name, goodOnly }: { readonly grids: readonly Grid[]; readonly name: string; readonly goodOnly: boolean },
): Promise<AppliedImport> {
  return await context.db.transaction().execute(async (trx) => {
    const plan = await planImport(trx, grids, name)
    refuse(plan, goodOnly)
    const rows = await write(trx, context, plan)
    const id = rows.length === 0 ? null : await note(trx, context, name, rows)
    return { id, sheets: plan.sheets }
  })
}

function refuse({ sheets }: ImportPlan, goodOnly: boolean): void {
  if (sheets.every(({ kind }) => kind === null))
    throw new Problem(
      'INVALID_INPUT',
      '没有找到学习、宣讲、蹲点、宣传文化或单位名册的表头，没有导入；请核对表头，或把内容贴进导入模板。',
    )
  const wrong = sheets.reduce((sum, sheet) => sum + sheet.wrong, 0)
  if (wrong > 0 && !goodOnly)
    throw new Problem('INVALID_INPUT', `有${wrong}行填写有误，一行也没有导入；请改好后再导入，或只导入无误的行。`)
}

async function write(trx: Transaction<Tables>, context: CoreContext, { plans }: ImportPlan): Promise<ImportedRow[]> {
  const written: ImportedRow[] = []
  const ids = new Map<string, string>()
  for (const { kind, rows } of plans) {
    const added = rows.filter(({ state }) => state === 'new').map(({ fields }) => fields)
    const toNew = (fields: Fields) => toRow<NewRow<ImportKind>>(kind, withIds(fields, ids))
    const newIds = await insertRows(trx, context, kind, added.map(toNew))
    for (const [index, rowId] of newIds.entries()) {
      const name = nameOf(kind, added[index] ?? {})
      if (name !== undefined) ids.set(placeholder(name), rowId)
      written.push({ tableName: kind, rowId, op: 'insert', version: 1 })
    }
    for (const row of rows) {
      if (row.state !== 'changed') continue
      await updateRow(trx, context, kind, row.target, toNew(row.fields))
      written.push({ tableName: kind, rowId: row.target.id, op: 'update', version: row.target.version + 1 })
    }
  }
  return written
}

/** Ids of what this import added, in the place of their names. */
function withIds(fields: Fields, ids: ReadonlyMap<string, string>): Fields {
  const idOf = (given: unknown) => ids.get(String(given)) ?? given
  return {
    ...fields,
    ...(Array.isArray(fields.unionIds) ? { unionIds: fields.unionIds.map(idOf) } : {}),
    ...(fields.unionId ? { unionId: idOf(fields.unionId) } : {}),
    ...(fields.stayId ? { stayId: idOf(fields.stayId) } : {}),
  }
}

function nameOf(kind: ImportKind, fields: Fields): string | undefined {
  if (kind === 'grassrootsUnion') return String(fields.name)
  return kind === 'stay' ? stayName(fields as Parameters<typeof stayName>[0]) : undefined
}

async function note(
  trx: Transaction<Tables>,
  { newId, now }: CoreContext,
  fileName: string,
  rows: readonly ImportedRow[],
): Promise<string> {
  const id = newId()
  const added = rows.filter(({ op }) => op === 'insert').length
  const run = { id, fileName, at: now(), added, changed: rows.length - added, undoneAt: null }
  await trx.insertInto('importRun').values(run).execute()
  for (let start = 0; start < rows.length; start += chunk)
    await trx
      .insertInto('importedRow')
      .values(rows.slice(start, start + chunk).map((row) => ({ runId: id, ...row })))
      .execute()
  return id
}
