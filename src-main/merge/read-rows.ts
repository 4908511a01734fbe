/** Reads the states of rows from a ledger or a received database (读取行状态), in order of tables, then of ids. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { ChangeRow, StampedTable, Tables } from '../database/tables.ts'
import { compareStamps, type RowChange, type RowState, type SqlValue } from './row-state.ts'
import { type AllColumns, readColumns, type TableColumns } from './table-columns.ts'

export type Which = {
  /** Rows that this database noted a change of behind this `seq`, also changes that came from elsewhere. */
  readonly changedAfter?: number
  /** In a received database: the rows of one office. */
  readonly officeId?: string
  readonly ids?: readonly string[]
}

/** Rows at once: enough for one statement to cost little, few enough to hold no great part of a ledger. */
const page = 500

/** Call it within a transaction when all rows must be of one moment. Tables come in the order that is given. */
export async function* readRowStates(
  db: Kysely<Tables>,
  tables: readonly StampedTable[],
  which: Which = {},
): AsyncIterableIterator<RowState> {
  const reading = { columns: await readColumns(db), hasUnknown: await holdsUnknownFields(db) }
  for (const table of tables) {
    // The ids first: which rows are meant is then found, and put in order, once and not for every page.
    const { rows } = await sql<{ id: string }>`
      SELECT id FROM main.${sql.table(table)} WHERE ${chosen(table, which)} ORDER BY id
    `.execute(db)
    for (let start = 0; start < rows.length; start += page)
      yield* await readPage(db, table, reading, JSON.stringify(rows.slice(start, start + page).map(({ id }) => id)))
  }
}

type Reading = { readonly columns: AllColumns; readonly hasUnknown: boolean }
type Row = { readonly id: string } & Readonly<Record<string, SqlValue>>

async function readPage(db: Kysely<Tables>, table: StampedTable, reading: Reading, ids: string): Promise<RowState[]> {
  const { rows } = await sql<Row>`
    SELECT * FROM main.${sql.table(table)} WHERE id IN (SELECT value FROM json_each(${ids})) ORDER BY id
  `.execute(db)
  const changes = await changesOf(db, table, ids)
  const unknown = reading.hasUnknown ? await unknownFieldsOf(db, table, ids) : new Map<string, Unknown>()
  const columns = reading.columns.get(table) as TableColumns
  return rows.map((row) => {
    const { values, more } = unknown.get(row.id) ?? {}
    const state = { table, id: row.id, values: valuesOf(columns, row, values), changes: changes.get(row.id) ?? [] }
    return more ? { ...state, more } : state
  })
}

function chosen(table: StampedTable, { changedAfter, officeId, ids }: Which): RawBuilder<unknown> {
  const conditions = [sql`true`]
  if (changedAfter !== undefined && changedAfter > 0)
    conditions.push(sql`id IN (SELECT rowId FROM change WHERE seq > ${changedAfter} AND tableName = ${table})`)
  if (officeId !== undefined) conditions.push(sql`officeId = ${officeId}`)
  if (ids) conditions.push(sql`id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
  return sql.join(conditions, sql` AND `)
}

function valuesOf({ names, defaults }: TableColumns, row: Row, unknown: Record<string, SqlValue> | undefined) {
  const values: Record<string, SqlValue> = {}
  for (const name of names) {
    const value = row[name] as SqlValue
    if (value !== defaults.get(name)) values[name] = value
  }
  return unknown ? { ...values, ...unknown } : values
}

async function changesOf(db: Kysely<Tables>, table: StampedTable, ids: string): Promise<Map<string, RowChange[]>> {
  const { rows } = await sql<Omit<ChangeRow, 'seq'>>`
    SELECT rowId, op, version, replica, epoch, at, old FROM change
    WHERE rowId IN (SELECT value FROM json_each(${ids})) AND tableName = ${table} ORDER BY rowId, version
  `.execute(db)
  const byRow = new Map<string, RowChange[]>()
  for (const { rowId, op, version, replica, epoch, at, old } of rows) {
    const change = { op, version, replica, epoch, at, old: old === null ? null : JSON.parse(old) }
    const known = byRow.get(rowId)
    if (known) known.push(change)
    else byRow.set(rowId, [change])
  }
  for (const changes of byRow.values()) if (changes.length > 1) changes.sort(compareStamps)
  return byRow
}

type Unknown = { readonly values?: Record<string, SqlValue>; readonly more?: Record<string, unknown> }

async function holdsUnknownFields(db: Kysely<Tables>): Promise<boolean> {
  return (await db.selectFrom('unknownField').select('rowId').limit(1).executeTakeFirst()) !== undefined
}

async function unknownFieldsOf(db: Kysely<Tables>, table: StampedTable, ids: string): Promise<Map<string, Unknown>> {
  const { rows } = await sql<{ rowId: string; fields: string }>`
    SELECT rowId, fields FROM unknownField
    WHERE tableName = ${table} AND rowId IN (SELECT value FROM json_each(${ids}))
  `.execute(db)
  return new Map(rows.map(({ rowId, fields }) => [rowId, JSON.parse(fields)]))
}
