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

/** The states under the ids that they have here; own rows take the id of the other PC where that is the lower one. */
export async function underOneId(trx: Transaction<Tables>, states: readonly RowState[]): Promise<RowState[]> {
  const own = new Map<string, string>()
  for (const [table, columns] of Object.entries(keys)) {
    const { rows } = await sql<Values & { id: string }>`SELECT * FROM ${sql.table(table)}`.execute(trx)
    for (const row of rows) own.set(keyOf(table, columns, row), row.id)
  }
  const renamed: RowState[] = []
  for (const state of states) {
    const columns = keys[state.table]
    const ownId = columns && own.get(keyOf(state.table, columns, state.values))
    if (ownId === undefined || ownId === state.id) renamed.push(state)
    else if (ownId < state.id) renamed.push({ ...state, id: ownId })
    else {
      await giveId(trx, state.table, ownId, state.id)
      renamed.push(state)
    }
  }
  return renamed
}

function keyOf(table: string, columns: readonly string[], values: Values): string {
  return JSON.stringify([table, ...columns.map((column) => values[column])])
}

async function giveId(trx: Transaction<Tables>, table: StampedTable, from: string, to: string): Promise<void> {
  await sql`UPDATE ${sql.table(table)} SET id = ${to} WHERE id = ${from}`.execute(trx)
  for (const holder of ['change', 'conflict', 'unknownField'])
    await sql`UPDATE ${sql.table(holder)} SET rowId = ${to} WHERE tableName = ${table} AND rowId = ${from}`.execute(trx)
}
