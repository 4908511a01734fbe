/**
 * Two PCs used one name or number for two rows (重名、重号): both rows stay. The one with the greater id steps aside, on
 * both PCs the same, by a change like any other; a person then decides.
 */
import { sql, type Transaction } from 'kysely'
import { type NewRow, updateRow, type Writer } from '../database/changes.ts'
import type { StampedTable, Tables } from '../database/tables.ts'
import type { FoundConflict } from './conflicts.ts'
import { lastChange, type RowChange, type RowState, rowVersion, type SqlValue, stampOf } from './row-state.ts'

/** `free`: which rows do not take up a name. The last column is the one that changes. */
type Place = { readonly columns: readonly string[]; readonly taken: string }
const present = 'removedAt IS NULL'
const byName: readonly Place[] = [{ columns: ['name'], taken: present }]
const places: Partial<Record<StampedTable, readonly Place[]>> = {
  grassrootsUnion: [
    { columns: ['name'], taken: `${present} AND endedOn IS NULL` },
    { columns: ['statisticsCode'], taken: `${present} AND statisticsCode <> ''` },
  ],
  cadre: byName,
  lecturer: byName,
  lectureTeam: byName,
  studyGroup: byName,
  venue: byName,
  material: byName,
  savedView: [{ columns: ['page', 'name'], taken: present }],
  incoming: [{ columns: ['year', 'serial'], taken: 'true' }],
}

/** A state that was refused, with room made for it; null when no name or number stands in its way. */
export async function makeRoom(
  trx: Transaction<Tables>,
  writer: Writer,
  state: RowState,
): Promise<{ readonly state: RowState; readonly found: FoundConflict } | null> {
  for (const place of places[state.table] ?? []) {
    const rival = await rivalOf(trx, state, place)
    if (!rival) continue
    const field = place.columns.at(-1) as string
    const was = state.values[field] as SqlValue
    const value = await freeValue(trx, state, place)
    if (rival.id < state.id) {
      const moved = withChange(state, writer, { field, value })
      return { state: moved, found: conflictOf(moved, { field, was, rivalId: rival.id }) }
    }
    await updateRow(trx, writer, state.table, rival, { [field]: value } as Partial<NewRow<StampedTable>>)
    const stamp = { version: rival.version + 1, replica: writer.replica, epoch: writer.epoch, at: await lastAt(trx) }
    const found = { table: state.table, rowId: rival.id, field, kept: value, other: was }
    return {
      state,
      found: { ...found, keptStamp: stamp, otherStamp: stampOf(lastChange(state)), rivalId: state.id },
    }
  }
  return null
}

async function rivalOf(trx: Transaction<Tables>, { table, id, values }: RowState, { columns, taken }: Place) {
  const same = columns.map((column) => sql`${sql.ref(column)} = ${values[column]}`)
  const { rows } = await sql<{ id: string; version: number }>`
    SELECT id, version FROM ${sql.table(table)}
    WHERE id <> ${id} AND ${sql.raw(taken)} AND ${sql.join(same, sql` AND `)} LIMIT 1
  `.execute(trx)
  return rows[0]
}

/** The same on both PCs once they know the same rows, so that they do not contradict each other. */
async function freeValue(trx: Transaction<Tables>, { table, values }: RowState, { columns }: Place): Promise<SqlValue> {
  const field = columns.at(-1) as string
  if (field === 'statisticsCode') return ''
  const { rows } = await sql<Record<string, SqlValue>>`SELECT * FROM ${sql.table(table)}`.execute(trx)
  if (field === 'serial')
    return 1 + Math.max(...rows.flatMap(({ year, serial }) => (year === values.year ? [Number(serial)] : [])))
  const known = new Set(rows.map((row) => row[field]))
  for (let number = 1; ; number += 1) {
    const name = `${values[field]}（重名${number > 1 ? number : ''}）`
    if (!known.has(name)) return name
  }
}

function withChange(state: RowState, writer: Writer, { field, value }: { field: string; value: SqlValue }): RowState {
  const { replica, epoch } = writer
  const old = { [field]: state.values[field] ?? null }
  const change: RowChange = { op: 'update', version: rowVersion(state) + 1, replica, epoch, at: writer.now(), old }
  return { ...state, values: { ...state.values, [field]: value }, changes: [...state.changes, change] }
}

function conflictOf(
  moved: RowState,
  { field, was, rivalId }: { field: string; was: SqlValue; rivalId: string },
): FoundConflict {
  const before = moved.changes.at(-2) as RowChange
  const kept = moved.values[field] as SqlValue
  const stamps = { keptStamp: stampOf(lastChange(moved)), otherStamp: stampOf(before) }
  return { table: moved.table, rowId: moved.id, field, kept, other: was, ...stamps, rivalId }
}

async function lastAt(trx: Transaction<Tables>): Promise<string> {
  const { at } = await trx.selectFrom('change').select('at').orderBy('seq', 'desc').limit(1).executeTakeFirstOrThrow()
  return at
}
