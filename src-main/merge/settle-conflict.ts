/** Settles a conflict (处理冲突): what stands is confirmed, or the other value put in its place, by a change like any other. */
import { type Kysely, sql, type Transaction } from 'kysely'
import { Problem } from '../../src-shared/problems.ts'
import {
  confirmField,
  type NewRow,
  notFound,
  removeRow,
  restoreRow,
  updateRow,
  type Writer,
} from '../database/changes.ts'
import { constraintOf } from '../database/open-database.ts'
import type { StampedTable, Tables } from '../database/tables.ts'
import { type ConflictRow, isUndecided, kindOf, statesOf } from './conflicts.ts'

/** `name`: for two rows of one name or number, what this one is called from now on. */
export type Settlement = {
  readonly id: string
  readonly take: 'kept' | 'other' | 'name'
  readonly name?: string | undefined
}
type Settling = Writer & { readonly db: Kysely<Tables>; readonly operator: string }

/**
 * @throws Problem NOT_FOUND; CONFLICT when it is decided already or what she chose cannot stand; INVALID_INPUT for a
 * choice that this conflict does not have
 */
export async function settleConflict(context: Settling, settlement: Settlement): Promise<void> {
  await context.db.transaction().execute(async (trx) => {
    const row = await trx.selectFrom('conflict').selectAll().where('id', '=', settlement.id).executeTakeFirst()
    if (!row) throw notFound(settlement.id)
    const state = (await statesOf(trx, [row])).get(row.rowId)
    if (row.settledAt !== null || !isUndecided(row, state))
      throw new Problem('CONFLICT', '这处冲突已经处理过，或内容后来又改过，不用再处理；请刷新列表。')
    try {
      await decide(trx, context, row, settlement)
    } catch (error) {
      const constraint = constraintOf(error)
      if (!constraint) throw error
      throw new Problem(
        'CONFLICT',
        '选的内容与现有的记录冲突（同名、同号或已定稿），没有改动；请换一个名称，或先改另一条。',
        {
          cause: error,
        },
      )
    }
    await trx
      .updateTable('conflict')
      .set({ settledAt: context.now(), settledBy: context.operator })
      .where('id', '=', row.id)
      .execute()
  })
}

async function decide(
  trx: Transaction<Tables>,
  writer: Writer,
  row: ConflictRow,
  { take, name }: Settlement,
): Promise<void> {
  const { tableName: table, rowId: id, field } = row
  const kind = kindOf(row)
  if (kind === '重名' && take === 'name') {
    const words = name?.trim() ?? ''
    if (words === '') throw new Problem('INVALID_INPUT', '还没有写新的名称或编号，请写上再保存。')
    return await put(trx, writer, table, { id, field, value: field === 'serial' ? Number(words) : words })
  }
  if (take === 'name') throw new Problem('INVALID_INPUT', '这处冲突不用改名，请选留下哪一个。')
  if (kind === '未并入' || kind === '重名') {
    if (take === 'kept') return
    throw new Problem('INVALID_INPUT', '这处冲突不能改用另一个，请改名，或在另一台电脑上改好后再同步一次。')
  }
  if (take === 'kept') return await keep(trx, writer, row)
  if (field !== 'removedAt') return await put(trx, writer, table, { id, field, value: JSON.parse(row.other) })
  if (JSON.parse(row.other) === null) await restoreRow(trx, writer, table, id)
  else await removeRow(trx, writer, table, id)
}

/** The other PC hears of the decision, too: by a change that says the same again. A removal stays as it is. */
async function keep(
  trx: Transaction<Tables>,
  writer: Writer,
  { tableName, rowId, field, kept }: ConflictRow,
): Promise<void> {
  if (field === 'removedAt' && JSON.parse(kept) !== null) return
  await confirmField(trx, writer, tableName, { id: rowId, field })
}

async function put(
  trx: Transaction<Tables>,
  writer: Writer,
  table: StampedTable,
  { id, field, value }: { readonly id: string; readonly field: string; readonly value: unknown },
): Promise<void> {
  const { rows } = await sql<{ id: string; version: number }>`
    SELECT id, version FROM ${sql.table(table)} WHERE id = ${id}
  `.execute(trx)
  const row = rows[0]
  if (!row) throw notFound(id)
  // The column is a value here, which the types of a row cannot follow.
  await updateRow(trx, writer, table, row, { [field]: value } as Partial<NewRow<StampedTable>>)
}
