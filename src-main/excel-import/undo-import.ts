/** Past imports (导入批次) and taking one back as a whole. */
import { type Kysely, sql, type Transaction } from 'kysely'
import { type ImportRun, importKindNames, importKinds } from '../../src-shared/excel-import.ts'
import { Problem } from '../../src-shared/problems.ts'
import { notFound, removeRow, updateRow, type Writer } from '../database/changes.ts'
import type { Tables } from '../database/tables.ts'
import { refuseLinkedStay } from '../records/records.ts'
import { isUsed } from '../unions/uses.ts'
import type { ImportedRow } from './apply-import.ts'

/** Newest first. */
export async function listImports(db: Kysely<Tables>): Promise<readonly ImportRun[]> {
  const runs = await db.selectFrom('importRun').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').execute()
  return runs.map(({ added, ...run }) => ({ ...run, new: added }))
}

/**
 * Removes what the import added and gives what it changed its old values, or does nothing.
 * @throws Problem NOT_FOUND, CONFLICT when it was undone already or its records were changed since, IN_USE
 */
export async function undoImport(db: Kysely<Tables>, writer: Writer, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const run = await trx.selectFrom('importRun').selectAll().where('id', '=', id).executeTakeFirst()
    if (!run) throw notFound(id)
    if (run.undoneAt !== null) throw new Problem('CONFLICT', '这次导入已经撤销过了，不用再撤销。')
    const rows = await trx.selectFrom('importedRow').selectAll().where('runId', '=', id).execute()
    await refuseTouched(trx, id)
    // What others refer to goes last.
    for (const kind of importKinds.toReversed())
      for (const row of rows) if (row.tableName === kind) await takeBack(trx, writer, row)
    await trx.updateTable('importRun').set({ undoneAt: writer.now() }).where('id', '=', id).execute()
  })
}

async function refuseTouched(trx: Transaction<Tables>, runId: string): Promise<void> {
  for (const kind of importKinds) {
    // The table's name is a value here, which Kysely's types cannot follow.
    const found = await sql<{ count: number }>`
      select count(*) as count from importedRow join ${sql.table(kind)} as present on present.id = importedRow.rowId
      where importedRow.runId = ${runId} and importedRow.tableName = ${kind}
        and (present.version <> importedRow.version or present.removedAt is not null)
    `.execute(trx)
    const count = found.rows[0]?.count ?? 0
    if (count > 0)
      throw new Problem(
        'CONFLICT',
        `这次导入的“${importKindNames[kind]}”中有${count}条在导入后又改过或删过，整批不能撤销；请逐条删除或修改。`,
      )
  }
}

async function takeBack(trx: Transaction<Tables>, writer: Writer, row: ImportedRow): Promise<void> {
  const { tableName, rowId, op, version } = row
  if (op === 'update') {
    const change = await trx
      .selectFrom('change')
      .select('old')
      .where('tableName', '=', tableName)
      .where('rowId', '=', rowId)
      .where('version', '=', version)
      .executeTakeFirstOrThrow()
    await updateRow(trx, writer, tableName, { id: rowId, version }, JSON.parse(change.old ?? '{}'))
    return
  }
  if (tableName === 'stay') await refuseLinkedStay(trx, rowId)
  if (tableName === 'grassrootsUnion' && (await isUsed(trx, rowId)))
    throw new Problem('IN_USE', '这次导入的单位已被后来的记录用到，整批不能撤销；请先在那些记录中换成别的单位。')
  await removeRow(trx, writer, tableName, rowId)
}
