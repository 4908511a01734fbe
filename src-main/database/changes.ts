/**
 * Every write to a stamped table goes through here: it gives id, version, time and replica, and notes the change in
 * the same transaction, which is what sync needs to tell who changed what on which version.
 */
import type { CompiledQuery, Insertable, Kysely, Transaction } from 'kysely'
import { Problem } from '../../src-shared/problems.ts'
import type { StampedTable, StampedTables, Tables } from './tables.ts'

/** Who writes, when, and where new ids come from. */
export type Writer = {
  readonly now: () => string
  readonly newId: () => string
  readonly replica: string
  readonly epoch: number
}

type StampedRow = {
  readonly id: string
  readonly version: number
  readonly removedAt: string | null
  readonly [column: string]: unknown
}
type Stamped = 'id' | 'version' | 'replica' | 'createdAt' | 'updatedAt' | 'removedAt'
export type NewRow<Table extends StampedTable> = Omit<Insertable<StampedTables[Table]>, Stamped>

/** Rows per INSERT: enough to make the cost of a statement vanish, few enough to stay below SQLite's 32,766 values. */
const chunk = 100

/** Adds rows and returns their ids in order. */
export async function insertRows<Table extends StampedTable>(
  trx: Transaction<Tables>,
  writer: Writer,
  table: Table,
  rows: readonly NewRow<Table>[],
): Promise<string[]> {
  const at = writer.now()
  const stamp = { version: 1, replica: writer.replica, createdAt: at, updatedAt: at, removedAt: null }
  const stamped = rows.map((row) => ({ id: writer.newId(), ...stamp, ...row }))
  for (let start = 0; start < stamped.length; start += chunk) {
    const part = stamped.slice(start, start + chunk)
    await insertMany(trx, table, part)
    await insertMany(
      trx,
      'change',
      part.map((row) => noteOf(writer, table, row.id, 'insert', 1, at, null)),
    )
  }
  return stamped.map((row) => row.id)
}

/**
 * Changes a row that was read at `version`; columns that already hold the value are left alone.
 * @throws Problem NOT_FOUND, CONFLICT when somebody else changed it since
 */
export async function updateRow<Table extends StampedTable>(
  trx: Transaction<Tables>,
  writer: Writer,
  table: Table,
  target: { readonly id: string; readonly version: number },
  fields: Partial<NewRow<Table>>,
): Promise<void> {
  const row = await presentRow(trx, table, target.id)
  if (row.version !== target.version)
    throw new Problem('CONFLICT', '这条内容已在别的窗口改过，本次修改未保存，请重新打开后再改。')
  const changed = Object.entries(fields).filter(([column, value]) => row[column] !== value)
  if (changed.length === 0) return
  const old = Object.fromEntries(changed.map(([column]) => [column, row[column]]))
  await writeVersion(trx, writer, table, row, 'update', Object.fromEntries(changed), JSON.stringify(old))
}

/** Marks a row as removed; it can be restored. @throws Problem NOT_FOUND */
export async function removeRow(trx: Transaction<Tables>, writer: Writer, table: StampedTable, id: string) {
  const row = await presentRow(trx, table, id)
  await writeVersion(trx, writer, table, row, 'remove', { removedAt: writer.now() }, null)
}

/** Takes a removal back. A row that is present stays as it is. @throws Problem NOT_FOUND */
export async function restoreRow(trx: Transaction<Tables>, writer: Writer, table: StampedTable, id: string) {
  const row = await anyRow(trx, table, id)
  if (row.removedAt === null) return
  await writeVersion(trx, writer, table, row, 'restore', { removedAt: null }, null)
}

/**
 * Says anew what a row says already: a change without another value, which decides between two that did not know of each
 * other. `removedAt` confirms that the row is there. @throws Problem NOT_FOUND
 */
export async function confirmField(
  trx: Transaction<Tables>,
  writer: Writer,
  table: StampedTable,
  { id, field }: { readonly id: string; readonly field: string },
): Promise<void> {
  const row = await presentRow(trx, table, id)
  await writeVersion(trx, writer, table, row, 'update', {}, JSON.stringify({ [field]: row[field] }))
}

async function presentRow(db: Kysely<Tables>, table: StampedTable, id: string): Promise<StampedRow> {
  const row = await anyRow(db, table, id)
  if (row.removedAt !== null) throw notFound(id)
  return row
}

async function anyRow(db: Kysely<Tables>, table: string, id: string): Promise<StampedRow> {
  const row = await untyped(db).selectFrom(table).selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound(id)
  return row as StampedRow
}

export function notFound(id: string): Problem {
  return new Problem('NOT_FOUND', `没有找到编号为“${id}”的内容，可能已被删除，请刷新后再试。`)
}

async function writeVersion(
  trx: Transaction<Tables>,
  writer: Writer,
  table: StampedTable,
  row: StampedRow,
  op: 'update' | 'remove' | 'restore',
  values: Record<string, unknown>,
  old: string | null,
): Promise<void> {
  const at = writer.now()
  const version = row.version + 1
  await untyped(trx)
    .updateTable(table as string)
    .set({ ...values, version, updatedAt: at, replica: writer.replica })
    .where('id', '=', row.id)
    .execute()
  await trx
    .insertInto('change')
    .values(noteOf(writer, table, row.id, op, version, at, old))
    .execute()
}

function noteOf(
  writer: Writer,
  tableName: StampedTable,
  rowId: string,
  op: 'insert' | 'update' | 'remove' | 'restore',
  version: number,
  at: string,
  old: string | null,
) {
  return { tableName, rowId, op, version, replica: writer.replica, epoch: writer.epoch, at, old }
}

// The columns differ by table; a table name that is a type parameter is more than Kysely's types can follow.
type AnyTables = Record<string, Record<string, unknown>>
const untyped = (db: Kysely<Tables>) => db as unknown as Kysely<AnyTables>

const compiledInserts = new Map<string, CompiledQuery>()

/** One INSERT of many rows; its text is compiled once per table and number of rows. */
async function insertMany(trx: Transaction<Tables>, table: string, rows: readonly Record<string, unknown>[]) {
  const first = rows[0]
  if (!first) return
  const columns = Object.keys(first)
  const key = `${table} ${rows.length} ${columns.join()}`
  let compiled = compiledInserts.get(key)
  if (!compiled) {
    compiled = untyped(trx).insertInto(table).values(rows).compile()
    compiledInserts.set(key, compiled)
  }
  const parameters: unknown[] = []
  for (const row of rows) for (const column of columns) parameters.push(row[column])
  await trx.executeQuery({ ...compiled, parameters })
}
