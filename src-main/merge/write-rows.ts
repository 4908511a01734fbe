/**
 * Writes merged states in bulk (批量写入): the rows, and the changes that are new here. The one other place beside
 * database/changes.ts that writes stamped tables: its changes were made elsewhere and keep their stamps.
 */
import { CompiledQuery, type Transaction } from 'kysely'
import { constraintOf } from '../database/open-database.ts'
import type { Tables } from '../database/tables.ts'
import { lastChange, type RowChange, type RowState, rowVersion, type SqlValue } from './row-state.ts'
import { type AllColumns, localValues, type TableColumns } from './table-columns.ts'

/** A state as it shall stand here; `added` are its changes that this database does not have yet. */
export type Write = { readonly state: RowState; readonly added: readonly RowChange[]; readonly isNew: boolean }
/** `reason`: SQLite's code of the constraint. */
export type Failed = { readonly state: RowState; readonly reason: string; readonly message: string }

export type Target = {
  readonly trx: Transaction<Tables>
  readonly columns: AllColumns
  /** Of a received database: whose rows these are. */
  readonly officeId: string | undefined
}

/** SQLite takes 32,766 values in one statement; beyond some hundred rows more of them gain nothing. */
const maxValues = 32_000
const maxRows = 500

/** All states are of one table. What a constraint refuses is returned; everything else is written. */
export async function writeStates(target: Target, writes: readonly Write[]): Promise<Failed[]> {
  const failed: Failed[] = []
  for (const isNew of [true, false]) {
    const part = writes.filter((write) => write.isNew === isNew)
    const width = (part[0] && target.columns.get(part[0].state.table)?.names.length) || 1
    const size = Math.min(maxRows, Math.floor(maxValues / (width + 7)))
    for (let start = 0; start < part.length; start += size)
      failed.push(...(await writeChunk(target, part.slice(start, start + size))))
  }
  return failed
}

/** One statement for all; where one row is refused, halves of it until that row stands alone. */
async function writeChunk(target: Target, writes: readonly Write[]): Promise<Failed[]> {
  const first = writes[0]
  if (!first) return []
  try {
    await target.trx.executeQuery(rowsQuery(target, writes))
  } catch (error) {
    const constraint = constraintOf(error)
    if (!constraint) throw error
    if (writes.length === 1) return [{ state: first.state, ...constraint }]
    const middle = writes.length >> 1
    return [...(await writeChunk(target, writes.slice(0, middle))), ...(await writeChunk(target, writes.slice(middle)))]
  }
  await noteChanges(target, writes)
  await keepUnknownFields(target, writes)
  return []
}

function rowsQuery({ columns, officeId }: Target, writes: readonly Write[]): CompiledQuery {
  const { state, isNew } = writes[0] as Write
  const known = columns.get(state.table) as TableColumns
  const local = isNew ? Object.entries(localValues(state.table)) : []
  const office = officeId === undefined ? [] : ['officeId']
  const names = ['id', 'version', 'replica', 'updatedAt', ...office, ...known.names, ...local.map(([name]) => name)]
  const parameters: unknown[] = []
  for (const { state } of writes) {
    const last = lastChange(state)
    parameters.push(state.id, rowVersion(state), last.replica, last.at)
    if (officeId !== undefined) parameters.push(officeId)
    for (const name of known.names) parameters.push(state.values[name] ?? known.defaults.get(name) ?? null)
    for (const [, value] of local) parameters.push(value)
  }
  const key = `${state.table} ${isNew} ${writes.length} ${names.length}`
  let text = texts.get(key)
  if (!text) {
    text = isNew ? insertOf(state.table, names, writes.length) : updateOf(state.table, names, writes.length)
    texts.set(key, text)
  }
  return CompiledQuery.raw(text, parameters)
}

/** Statements by table and number of rows: putting one of 500 rows together costs as much as running it. */
const texts = new Map<string, string>()

function insertOf(table: string, names: readonly string[], rows: number): string {
  return `INSERT INTO main."${table}" (${names.map(quoted).join()}) VALUES ${marks(names.length, rows)}`
}

/** No upsert: the triggers of an insert would look at rows that are there already. */
function updateOf(table: string, names: readonly string[], rows: number): string {
  const sets = names.slice(1).map((name, index) => `${quoted(name)} = given.column${index + 2}`)
  return `UPDATE main."${table}" SET ${sets.join()} FROM (VALUES ${marks(names.length, rows)}) AS given WHERE id = given.column1`
}

async function noteChanges({ trx }: Target, writes: readonly Write[]): Promise<void> {
  const parameters: (SqlValue | undefined)[] = []
  for (const { state, added } of writes)
    for (const { op, version, replica, epoch, at, old } of added)
      parameters.push(state.table, state.id, op, version, replica, epoch, at, old && JSON.stringify(old))
  const width = 8
  const size = width * maxRows
  for (let start = 0; start < parameters.length; start += size) {
    const part = parameters.slice(start, start + size)
    const names = ['tableName', 'rowId', 'op', 'version', 'replica', 'epoch', 'at', 'old']
    const key = `change ${part.length}`
    const text = texts.get(key) ?? insertOf('change', names, part.length / width)
    if (part.length === size) texts.set(key, text)
    await trx.executeQuery(CompiledQuery.raw(text, part))
  }
}

/** What this program has no column for, so that it is sent on and found by a later one. */
async function keepUnknownFields({ trx, columns }: Target, writes: readonly Write[]): Promise<void> {
  for (const { state } of writes) {
    const known = columns.get(state.table) as TableColumns
    const strange = Object.entries(state.values).filter(([name]) => !known.names.includes(name))
    if (strange.length === 0 && !state.more) continue
    const fields = JSON.stringify({ values: Object.fromEntries(strange), more: state.more })
    await trx
      .insertInto('unknownField')
      .values({ tableName: state.table, rowId: state.id, fields })
      .onConflict((conflict) => conflict.doUpdateSet({ fields }))
      .execute()
  }
}

function marks(width: number, rows: number): string {
  return Array(rows)
    .fill(`(${Array(width).fill('?').join()})`)
    .join()
}

function quoted(name: string): string {
  return `"${name}"`
}
