/** Fields that two branches of one office set to different values (冲突): noted with both until one change covers them. */
import { type Kysely, sql } from 'kysely'
import type { FieldDispute } from '../../src-shared/intake.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import type { RowOutcome } from '../merge/apply-rows.ts'
import { type ChangeStamp, compareStamps } from '../merge/row-state.ts'

export async function noteDisputes(
  trx: Kysely<Tables>,
  { now, newId }: Pick<CoreContext, 'now' | 'newId'>,
  bundleId: string,
  outcomes: readonly RowOutcome[],
): Promise<readonly FieldDispute[]> {
  await settleDisputes(trx, now(), outcomes)
  const rows = outcomes.flatMap(({ table, id, conflicts }) =>
    conflicts.map(({ field, kept, other, keptStamp, otherStamp }) => ({
      id: newId(),
      tableName: table,
      rowId: id,
      field,
      kept: JSON.stringify(kept ?? null),
      other: JSON.stringify(other ?? null),
      keptStamp: JSON.stringify(keptStamp),
      otherStamp: JSON.stringify(otherStamp),
      bundleId,
      foundAt: now(),
      settledAt: null,
      settledBy: '',
    })),
  )
  for (const row of rows) await trx.insertInto('conflict').values(row).execute()
  return rows.map(({ tableName: table, rowId, field, kept, other }) => ({
    table,
    rowId,
    field,
    kept: JSON.parse(kept),
    other: JSON.parse(other),
  }))
}

/** A later change of the field, made where both values were seen, has decided. */
async function settleDisputes(trx: Kysely<Tables>, at: string, outcomes: readonly RowOutcome[]): Promise<void> {
  const changed = outcomes.filter(({ outcome }) => outcome === 'changed').map(({ id }) => id)
  if (changed.length === 0) return
  const open = await trx
    .selectFrom('conflict')
    .select(['id', 'rowId', 'field', 'keptStamp', 'otherStamp'])
    .where('settledAt', 'is', null)
    .where('rowId', 'in', sql<string>`(select value from json_each(${JSON.stringify(changed)}))`)
    .execute()
  for (const { id, rowId, field, keptStamp, otherStamp } of open) {
    const setters = await trx
      .selectFrom('change')
      .select(['version', 'replica', 'epoch', 'at', 'op', 'old'])
      .where('rowId', '=', rowId)
      .execute()
    const branches = [keptStamp, otherStamp].map((stamp) => JSON.parse(stamp) as ChangeStamp)
    const isDecided = setters.some(
      (setter) =>
        (setter.op === 'update' ? Object.hasOwn(JSON.parse(setter.old ?? '{}'), field) : field === 'removedAt') &&
        branches.every((branch) => compareStamps(setter, branch) > 0 && setter.version > branch.version),
    )
    if (isDecided) await trx.updateTable('conflict').set({ settledAt: at }).where('id', '=', id).execute()
  }
}
