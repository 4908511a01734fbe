/**
 * Rows that both PCs made for the same thing (同一事项): a setting, an answer, the office itself. They are one row from
 * now on, under the lower of the two ids, whichever PC sees it first, and merge like any other row.
 */
import { sql, type Transaction } from 'kysely'
import type { StampedTable, Tables } from '../database/tables.ts'
import type { RowState, Values } from './row-state.ts'

/** What makes the row the same thing; no column: there is only one such row. Nothing refers to these rows by their id. */
const keys: Partial<Record<StampedTable, readonly string[]>> = {
  office: [],
  setting: ['key'],
  answer: ['requirementId', 'recordKind', 'recordId'],
  explanation: ['noticeId', 'rule', 'subject'],
  numberSeries: ['code', 'year'],
  noticeDocument: ['documentId'],
}

/** Whether rows of the table can become one. */
export const isSameThing = (table: StampedTable): boolean => keys[table] !== undefined

/** Equal for rows that are the same thing; null for rows that never become one. */
export function thingOf(table: StampedTable, values: Values): string | null {
  const columns = keys[table]
  return columns ? JSON.stringify([table, ...columns.map((column) => values[column])]) : null
}

/** The states under the ids that they have here; own rows take the id of the other side where that is the lower one. */
export async function underOneId(trx: Transaction<Tables>, states: readonly RowState[]): Promise<RowState[]> {
  const own = new Map<string, string>()
  for (const table of Object.keys(keys) as StampedTable[]) {
    const { rows } = await sql<Values & { id: string }>`SELECT * FROM ${sql.table(table)} ORDER BY id DESC`.execute(trx)
    for (const row of rows) own.set(thingOf(table, row) ?? '', row.id)
  }
  const ids = new Map(own)
  for (const { table, id, values } of states) {
    const thing = thingOf(table, values)
    if (thing === null) continue
    const known = ids.get(thing)
    if (known === undefined || id < known) ids.set(thing, id)
  }
  const renamed: RowState[] = []
  for (const state of states) {
    const thing = thingOf(state.table, state.values)
    const id = (thing !== null && ids.get(thing)) || state.id
    const ownId = thing === null ? undefined : own.get(thing)
    if (thing !== null && ownId !== undefined && ownId !== id) {
      await giveId(trx, state.table, ownId, id)
      own.set(thing, id)
    }
    renamed.push(id === state.id ? state : { ...state, id })
  }
  return renamed
}

async function giveId(trx: Transaction<Tables>, table: StampedTable, from: string, to: string): Promise<void> {
  await sql`UPDATE ${sql.table(table)} SET id = ${to} WHERE id = ${from}`.execute(trx)
  for (const holder of ['change', 'conflict', 'unknownField'])
    await sql`UPDATE ${sql.table(holder)} SET rowId = ${to} WHERE tableName = ${table} AND rowId = ${from}`.execute(trx)
}
