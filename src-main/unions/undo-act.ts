/** Takes back what was done to unions (撤销此项变更): the rows it changed get their values of before, or nothing does. */
import type { Selectable, Transaction } from 'kysely'
import { Problem } from '../../src-shared/problems.ts'
import { notFound, removeRow, restoreRow, updateRow } from '../database/changes.ts'
import type { ChangeRow, Tables } from '../database/tables.ts'
import { refuseKnownNames } from './names.ts'
import type { UnionContext } from './unions.ts'
import { isUsed } from './uses.ts'

/**
 * @throws Problem NOT_FOUND; CONFLICT when what it changed was changed again, or a name is taken since; IN_USE when
 * records name a union that came of it
 */
export async function undoAct({ db, ...writer }: UnionContext, id: string): Promise<{ readonly sentence: string }> {
  return await db.transaction().execute(async (trx) => {
    const act = await trx
      .selectFrom('unionAct')
      .selectAll()
      .where('id', '=', id)
      .where('removedAt', 'is', null)
      .executeTakeFirst()
    if (!act) throw notFound(id)
    // Which changes it made is known only to the ledger in which it was done.
    if (act.lastChange === 0)
      throw new Problem('CONFLICT', '这项变更是在本单位的另一台电脑上登记的，请在那台电脑上撤销，再同步过来。')
    const changes = await trx
      .selectFrom('change')
      .selectAll()
      .where('seq', '>=', act.firstChange)
      .where('seq', '<=', act.lastChange)
      .orderBy('seq', 'desc')
      .execute()
    for (const change of changes) await refuseTouched(trx, change, act.lastChange)
    for (const change of changes) await takeBack(trx, writer, change)
    await removeRow(trx, writer, 'unionAct', id)
    return { sentence: act.sentence }
  })
}

/** Later changes of other columns may stay, and so may those that were taken back themselves. */
async function refuseTouched(trx: Transaction<Tables>, change: Selectable<ChangeRow>, last: number): Promise<void> {
  if (change.op !== 'update') return
  const now = await rowOf(trx, change)
  const later = await trx
    .selectFrom('change')
    .select('old')
    .where('tableName', '=', change.tableName)
    .where('rowId', '=', change.rowId)
    .where('seq', '>', last)
    .where('op', '=', 'update')
    .orderBy('seq')
    .execute()
  const olds = later.map(({ old }) => JSON.parse(old ?? '{}'))
  for (const column of Object.keys(JSON.parse(change.old ?? '{}'))) {
    const changed = olds.find((old) => column in old)
    if (changed && changed[column] !== now[column])
      throw new Problem('CONFLICT', '这项变更涉及的单位或记录后来又改过，不能直接撤销；请先撤销后面的变更或改回原样。')
  }
}

async function rowOf(trx: Transaction<Tables>, { tableName, rowId }: Selectable<ChangeRow>) {
  const row = await trx
    .selectFrom(tableName as 'grassrootsUnion')
    .selectAll()
    .where('id', '=', rowId)
    .executeTakeFirst()
  if (!row) throw notFound(rowId)
  return row as typeof row & Readonly<Record<string, unknown>>
}

type Writer = Omit<UnionContext, 'db'>

async function takeBack(trx: Transaction<Tables>, writer: Writer, change: Selectable<ChangeRow>): Promise<void> {
  const { tableName, rowId, op } = change
  const row = await rowOf(trx, change)
  const old = JSON.parse(change.old ?? '{}')
  // A union that goes on again may find its name taken.
  if (tableName === 'grassrootsUnion' && op !== 'insert') {
    const { name, endedOn } = { ...row, ...old }
    if (endedOn === null) await refuseKnownNames(trx, [name], [rowId])
  }
  if (op === 'remove') return await restoreRow(trx, writer, tableName, rowId)
  // What has been removed since needs nothing.
  if (row.removedAt !== null) return
  if (op === 'update') return await updateRow(trx, writer, tableName, { id: rowId, version: row.version }, old)
  if (await isUsed(trx, rowId))
    throw new Problem('IN_USE', '这项变更新设的单位已被记录或别的单位用到，不能撤销；请先在那些地方换成别的单位。')
  await removeRow(trx, writer, tableName, rowId)
}
