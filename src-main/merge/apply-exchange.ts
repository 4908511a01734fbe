/**
 * Merges the rows of this office's other PC, or those that the level above has kept of a lost one, into the ledger
 * (并入另一台电脑的数据), in the caller's transaction. Nothing is overwritten in silence: both values of a conflict are
 * noted, a row that was edited on one PC and removed on the other stays, one whose name is taken steps aside, and what
 * cannot go in is kept with the reason.
 */
import type { Transaction } from 'kysely'
import { restoreRow, type Writer } from '../database/changes.ts'
import { constraintOf } from '../database/open-database.ts'
import type { StampedTable, Tables } from '../database/tables.ts'
import { applyRowStates, type RowOutcome } from './apply-rows.ts'
import { type FoundConflict, noteConflicts, settleParked } from './conflicts.ts'
import { makeRoom } from './make-room.ts'
import type { FieldConflict } from './merge-row.ts'
import { lastChange, type RowState, rowLine, type SqlValue, stampOf } from './row-state.ts'
import { underOneId } from './same-thing.ts'
import { type AllColumns, readColumns } from './table-columns.ts'

export type AppliedExchange = {
  readonly outcomes: readonly RowOutcome[]
  /** Of the conflicts that this found, or found again. */
  readonly conflictIds: readonly string[]
}

export async function applyExchange(
  trx: Transaction<Tables>,
  writer: Writer,
  { states, bundleId }: { readonly states: readonly RowState[]; readonly bundleId: string },
): Promise<AppliedExchange> {
  const columns = await readColumns(trx)
  const found: FoundConflict[] = []
  const outcomes = await applyMakingRoom(trx, writer, await underOneId(trx, states), found)
  for (const outcome of outcomes) {
    if (outcome.outcome === 'refused') found.push(parked(outcome))
    for (const conflict of outcome.conflicts) found.push(await decided(trx, writer, { outcome, conflict, columns }))
  }
  const at = writer.now()
  await settleParked(
    trx,
    at,
    outcomes.flatMap(({ id, outcome }) => (outcome === 'refused' ? [] : [id])),
  )
  return { outcomes, conflictIds: await noteConflicts(trx, { bundleId, at }, found) }
}

/** Again and again, as long as making room for one row lets others in that refer to it. */
async function applyMakingRoom(
  trx: Transaction<Tables>,
  writer: Writer,
  states: readonly RowState[],
  found: FoundConflict[],
): Promise<RowOutcome[]> {
  const latest = new Map<string, RowOutcome>()
  let waiting = states
  for (;;) {
    const outcomes = await applyRowStates(trx, waiting)
    for (const outcome of outcomes) latest.set(`${outcome.table} ${outcome.id}`, outcome)
    const refused = outcomes.filter(({ outcome }) => outcome === 'refused')
    let isRoomMade = false
    const next: RowState[] = []
    for (const { state, refusal } of refused) {
      if (!state) continue
      const room = refusal?.rule === '重复' ? await makeRoom(trx, writer, state) : null
      next.push(room?.state ?? state)
      if (!room) continue
      found.push(room.found)
      isRoomMade = true
    }
    if (!isRoomMade) return [...latest.values()]
    waiting = next
  }
}

/** A removal loses against an edit that did not know of it: the row is there again, and a person decides. */
async function decided(
  trx: Transaction<Tables>,
  writer: Writer,
  { outcome, conflict, columns }: { outcome: RowOutcome; conflict: FieldConflict; columns: AllColumns },
): Promise<FoundConflict> {
  const { table, id: rowId } = outcome
  const { field, keptStamp, otherStamp } = conflict
  const orDefault = (value: SqlValue | undefined) => value ?? columns.get(table)?.defaults.get(field) ?? null
  const told = { table, rowId, field, kept: orDefault(conflict.kept), other: orDefault(conflict.other) }
  if (field !== 'removedAt' || told.kept === null) return { ...told, keptStamp, otherStamp }
  const stamp = await presentAgain(trx, writer, table, rowId)
  if (!stamp) return { ...told, keptStamp, otherStamp }
  return { ...told, kept: null, other: told.kept, keptStamp: stamp, otherStamp: keptStamp }
}

/** The stamp of the change; null when its name was given to another row meanwhile. */
async function presentAgain(trx: Transaction<Tables>, writer: Writer, table: StampedTable, id: string) {
  try {
    await restoreRow(trx, writer, table, id)
  } catch (error) {
    if (constraintOf(error)) return null
    throw error
  }
  return await trx
    .selectFrom('change')
    .select(['version', 'replica', 'epoch', 'at'])
    .where('rowId', '=', id)
    .where('tableName', '=', table)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}

function parked({ table, id, state, refusal }: RowOutcome): FoundConflict {
  const came = state as RowState
  const words = refusal?.words.replace(/[。；]$/, '') ?? ''
  const otherStamp = { ...stampOf(lastChange(came)), words }
  return { table, rowId: id, field: '', kept: null, other: rowLine(came), keptStamp: null, otherStamp }
}
