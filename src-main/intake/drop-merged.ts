/**
 * Rows of an office that became one (同一事项) after both had been reported: two PCs, or a lost one and the one in its
 * place, each made the office's own row. The row that is left has all changes of the other; no bundle says that the
 * other is gone, because to its sender there was never more than one.
 */
import { type Kysely, sql } from 'kysely'
import type { StampedTable, Tables } from '../database/tables.ts'
import { readRowStates } from '../merge/read-rows.ts'
import { type RowState, stampKey } from '../merge/row-state.ts'
import { isSameThing, thingOf } from '../merge/same-thing.ts'
import { reportedTables } from '../sync/reported-tables.ts'

/** Nothing is lost: every change that goes stands in the history of the row that stays. */
export async function dropMergedRows(trx: Kysely<Tables>, officeId: string): Promise<void> {
  for (const table of reportedTables.filter(isSameThing)) {
    const things = new Map<string, RowState[]>()
    for await (const state of readRowStates(trx, [table], { officeId })) {
      const thing = thingOf(table, state.values) ?? ''
      things.set(thing, [...(things.get(thing) ?? []), state])
    }
    for (const states of things.values()) await dropContained(trx, table, states)
  }
}

/** In order of ids: of two rows with the same changes the lower id stays, as at the sender. */
async function dropContained(trx: Kysely<Tables>, table: StampedTable, states: readonly RowState[]): Promise<void> {
  const gone = new Set<string>()
  for (const kept of states)
    for (const other of states) {
      if (kept === other || gone.has(kept.id) || gone.has(other.id) || !holdsAll(kept, other)) continue
      gone.add(other.id)
      await dropRow(trx, table, { from: other.id, to: kept.id })
    }
}

function holdsAll(kept: RowState, { changes }: RowState): boolean {
  const stamps = new Set(kept.changes.map(stampKey))
  return changes.every((change) => stamps.has(stampKey(change)))
}

/** What was found of the row is said of the one that stays. */
async function dropRow(trx: Kysely<Tables>, table: StampedTable, { from, to }: { from: string; to: string }) {
  await sql`update main.conflict set rowId = ${to} where tableName = ${table} and rowId = ${from}`.execute(trx)
  for (const holder of ['change', 'unknownField'])
    await sql`delete from main.${sql.table(holder)} where tableName = ${table} and rowId = ${from}`.execute(trx)
  await sql`delete from main.${sql.table(table)} where id = ${from}`.execute(trx)
}
