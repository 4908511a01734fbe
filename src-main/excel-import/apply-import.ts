/** Takes a workbook in (导入): all rows or the good ones, in one transaction, so that it can be undone as one. */
import { sql, type Transaction } from 'kysely'
import type { AppliedImport, ImportKind, ImportSheet } from '../../src-shared/excel-import.ts'
import type { SheetMapping } from '../../src-shared/import-mapping.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import { insertRows, type NewRow, updateRow } from '../database/changes.ts'
import { toRow } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'
import type { SheetSource } from '../files/grid.ts'
import type { PlannedRow } from './judge-rows.ts'
import { rememberMapping } from './mapping-memory.ts'
import { openWorkbook, type WorkbookFile } from './open-workbook.ts'
import { type PlanOptions, planImport, type TakeRows } from './plan-import.ts'
import { withinLimit } from './preview-detail.ts'

export type ImportedRow = {
  readonly tableName: ImportKind
  readonly rowId: string
  readonly op: 'insert' | 'update'
  /** The version that the import made. */
  readonly version: number
}

/**
 * What the clerk said about columns is remembered with it.
 * @param input.goodOnly takes the rows without a wrong cell; else one wrong cell keeps everything out
 * @param input.limit of problems and remarks that are told, as in a preview
 * @throws Problem FILE_UNREADABLE, INVALID_INPUT
 */
export async function applyImport(
  context: CoreContext,
  input: {
    readonly file: WorkbookFile
    readonly goodOnly: boolean
    readonly mappings: readonly SheetMapping[]
    readonly limit?: number | undefined
    readonly jobId?: string | undefined
  },
): Promise<AppliedImport> {
  const { file, mappings, goodOnly, limit } = input
  return await context.jobs.run(input.jobId, '导入表格', async ({ step }) => {
    const { sources } = await openWorkbook(file)
    const applied = await applySheets(context, { sources, name: file.name, mappings, goodOnly, step })
    return { ...applied, sheets: applied.sheets.map((sheet) => withinLimit(sheet, limit)) }
  })
}

type Input = {
  readonly sources: readonly SheetSource[]
  /** By what the import is remembered. */
  readonly name: string
  readonly mappings?: readonly SheetMapping[]
  readonly goodOnly: boolean
  readonly step?: PlanOptions['step']
}

/** The same for tables that are open already. */
export async function applySheets(
  context: CoreContext,
  { sources, name, mappings = [], goodOnly, step }: Input,
): Promise<AppliedImport> {
  return await context.db.transaction().execute(async (trx) => {
    const run = await beginRun(trx, context, name)
    let isRefused = false
    const take: TakeRows = async (kind, rows) => {
      isRefused ||= !goodOnly && rows.some(({ state }) => state === 'wrong')
      // What is refused is still judged to its end, so that the sentence can say how many rows are wrong.
      return isRefused ? [] : await run.write(kind, rows)
    }
    const options = { fileName: name, mappings, take, ...(step ? { step } : {}) }
    const { sheets, decided } = await planImport(trx, sources, options)
    refuse(sheets, goodOnly)
    for (const sheet of decided) await rememberMapping(trx, context.now(), { ...sheet, fileName: name })
    return { id: await run.end(), sheets }
  })
}

function refuse(sheets: readonly ImportSheet[], goodOnly: boolean): void {
  if (sheets.every(({ kind }) => kind === null))
    throw new Problem('INVALID_INPUT', '没有找到台账或名册的表头，没有导入；请核对表头，或把内容贴进导入模板。')
  const wrong = sheets.reduce((sum, sheet) => sum + sheet.wrong, 0)
  if (wrong > 0 && !goodOnly)
    throw new Problem('INVALID_INPUT', `有${wrong}行填写有误，一行也没有导入；请改好后再导入，或只导入无误的行。`)
}

type Run = {
  /** Answers the ids of the new rows. */
  readonly write: (kind: ImportKind, rows: readonly PlannedRow[]) => Promise<readonly string[]>
  /** Its id; null, and nothing kept, when nothing was new or changed. */
  readonly end: () => Promise<string | null>
}

async function beginRun(trx: Transaction<Tables>, context: CoreContext, fileName: string): Promise<Run> {
  const id = context.newId()
  const counts = { added: 0, changed: 0 }
  await trx
    .insertInto('importRun')
    .values({ id, fileName, at: context.now(), ...counts, undoneAt: null })
    .execute()
  return {
    async write(kind, rows) {
      const added = rows
        .filter(({ state }) => state === 'new')
        .map(({ fields }) => toRow<NewRow<ImportKind>>(kind, fields))
      const ids = await insertRows(trx, context, kind, added)
      const noted = ids.map((rowId): ImportedRow => ({ tableName: kind, rowId, op: 'insert', version: 1 }))
      counts.added += ids.length
      for (const row of rows) {
        if (row.state !== 'changed') continue
        await updateRow(trx, context, kind, row.target, toRow<NewRow<ImportKind>>(kind, row.fields))
        noted.push({ tableName: kind, rowId: row.target.id, op: 'update', version: row.target.version + 1 })
        counts.changed += 1
      }
      if (noted.length > 0) await note(trx, id, noted)
      return ids
    },
    async end() {
      const isEmpty = counts.added + counts.changed === 0
      if (isEmpty) await trx.deleteFrom('importRun').where('id', '=', id).execute()
      else await trx.updateTable('importRun').set(counts).where('id', '=', id).execute()
      return isEmpty ? null : id
    },
  }
}

/** One statement for any number of rows, so that its text is prepared once. */
async function note(trx: Transaction<Tables>, runId: string, rows: readonly ImportedRow[]): Promise<void> {
  await sql`
    insert into importedRow (runId, tableName, rowId, op, version)
    select ${runId}, value ->> 'tableName', value ->> 'rowId', value ->> 'op', value ->> 'version'
    from json_each(${JSON.stringify(rows)})
  `.execute(trx)
}
