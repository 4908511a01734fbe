/**
 * Conflicts between two PCs (冲突): noted with both values, listed while nobody has decided, settled by a change like any
 * other. A field that was changed since has been decided by that.
 */
import { createHash } from 'node:crypto'
import type { Kysely, Selectable } from 'kysely'
import type { Conflict, ConflictKind } from '../../src-shared/exchange.ts'
import type { ExchangeTables } from '../database/exchange-tables.ts'
import type { Tables } from '../database/tables.ts'
import { conflictSides, hintOf, labelOf, namesIn, titleOf } from './conflict-words.ts'
import { readRowStates } from './read-rows.ts'
import { type ChangeStamp, type RowState, type SqlValue, setterOf, stampKey, stampOf } from './row-state.ts'

export type ConflictRow = Selectable<ExchangeTables['conflict']>

/** `field` is empty for a row that could not go in; `other` is then its line. */
export type FoundConflict = {
  readonly table: RowState['table']
  readonly rowId: string
  readonly field: string
  readonly kept: SqlValue
  readonly other: SqlValue
  readonly keptStamp: ChangeStamp | null
  /** `words`: why a row could not go in. */
  readonly otherStamp: ChangeStamp & { readonly words?: string }
  readonly rivalId?: string
}

/** The same conflict found again is the one that is there. Returns the ids. */
export async function noteConflicts(
  trx: Kysely<Tables>,
  { bundleId, at }: { readonly bundleId: string; readonly at: string },
  found: readonly FoundConflict[],
): Promise<string[]> {
  const ids: string[] = []
  for (const { table, rowId, field, kept, other, keptStamp, otherStamp, rivalId = '' } of found) {
    const stamps = [keptStamp, otherStamp].map((stamp) => (stamp ? stampKey(stamp) : ''))
    const id = createHash('sha256')
      .update([table, rowId, field, rivalId, ...stamps].join('\n'))
      .digest('hex')
      .slice(0, 32)
    ids.push(id)
    await trx
      .insertInto('conflict')
      .values({
        id,
        tableName: table,
        rowId,
        field,
        kept: JSON.stringify(kept),
        other: JSON.stringify(other),
        keptStamp: JSON.stringify(keptStamp),
        otherStamp: JSON.stringify(otherStamp),
        bundleId,
        foundAt: at,
        settledAt: null,
        settledBy: '',
        rivalId,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  return ids
}

/** Rows that could not go in and now did. */
export async function settleParked(trx: Kysely<Tables>, at: string, rowIds: readonly string[]): Promise<void> {
  if (rowIds.length === 0) return
  const parked = await trx
    .selectFrom('conflict')
    .select(['id', 'rowId'])
    .where('field', '=', '')
    .where('settledAt', 'is', null)
    .execute()
  const inside = new Set(rowIds)
  for (const { id, rowId } of parked)
    if (inside.has(rowId)) await trx.updateTable('conflict').set({ settledAt: at }).where('id', '=', id).execute()
}

/** Open ones, newest first; with `withSettled` the others after them. */
export async function listConflicts(
  db: Kysely<Tables>,
  replica: string,
  { withSettled = false, ids }: { readonly withSettled?: boolean; readonly ids?: readonly string[] } = {},
): Promise<readonly Conflict[]> {
  const rows = await db
    .selectFrom('conflict')
    .selectAll()
    .$if(!withSettled, (query) => query.where('settledAt', 'is', null))
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
    .orderBy('foundAt', 'desc')
    .orderBy('id')
    .execute()
  const states = await statesOf(db, rows)
  const names = await namesIn(db, rows)
  const listed: Conflict[] = []
  for (const row of rows) {
    const state = states.get(row.rowId)
    const isOpen = row.settledAt === null && isUndecided(row, state)
    if (!isOpen && !withSettled) continue
    const kind = kindOf(row)
    const { kept, other } = conflictSides(row, { kind, state, names, replica })
    listed.push({
      id: row.id,
      kind,
      table: row.tableName,
      rowId: row.rowId,
      title: titleOf(row, state),
      field: row.field,
      label: labelOf(row),
      kept,
      other,
      hint: hintOf(kind, row),
      foundAt: row.foundAt,
      settledAt: isOpen ? null : (row.settledAt ?? laterChange(row, state)),
      settledBy: row.settledBy,
    })
  }
  return listed.sort((one, two) => Number(one.settledAt !== null) - Number(two.settledAt !== null))
}

export async function countOpenConflicts(db: Kysely<Tables>): Promise<number> {
  const rows = await db.selectFrom('conflict').selectAll().where('settledAt', 'is', null).execute()
  if (rows.length === 0) return 0
  const states = await statesOf(db, rows)
  return rows.filter((row) => isUndecided(row, states.get(row.rowId))).length
}

export function kindOf({ field, rivalId }: Pick<ConflictRow, 'field' | 'rivalId'>): ConflictKind {
  return rivalId !== '' ? '重名' : field === '' ? '未并入' : field === 'removedAt' ? '删改' : '字段'
}

/**
 * Nobody has changed the field since: what gave its value is one of the two. What the PCs do by themselves, each its own
 * way round, is no decision: that a removed row is there again, or that it has another name.
 */
export function isUndecided(row: ConflictRow, state: RowState | undefined): boolean {
  if (row.field === '') return true
  if (!state || (row.field !== 'removedAt' && (state.values.removedAt ?? null) !== null)) return false
  const setter = setterOf(state.changes, row.field)
  if (!setter) return false
  const value = state.values[row.field]
  if (row.rivalId !== '') return value === JSON.parse(row.kept) && setter.old?.[row.field] !== value
  return setter.op === 'restore' || branchesOf(row).has(stampKey(setter))
}

export async function statesOf(db: Kysely<Tables>, rows: readonly ConflictRow[]): Promise<Map<string, RowState>> {
  const states = new Map<string, RowState>()
  for (const table of new Set(rows.map(({ tableName }) => tableName))) {
    const ids = rows.flatMap((row) => (row.tableName === table ? [row.rowId] : []))
    for await (const state of readRowStates(db, [table], { ids })) states.set(state.id, state)
  }
  return states
}

function branchesOf({ keptStamp, otherStamp }: ConflictRow): ReadonlySet<string> {
  const stamps = [keptStamp, otherStamp].map((stamp) => JSON.parse(stamp) as ChangeStamp | null)
  return new Set(stamps.flatMap((stamp) => (stamp ? [stampKey(stamp)] : [])))
}

function laterChange({ field, foundAt }: ConflictRow, state: RowState | undefined): string {
  const setter = state && setterOf(state.changes, field)
  return setter ? stampOf(setter).at : foundAt
}
