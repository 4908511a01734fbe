/**
 * Merges states that came from elsewhere into a database (并入): a ledger or a received one, in the caller's transaction.
 * One bad row never stops the others: it is refused with its rule, and everything else goes in.
 */
import { sql, type Transaction } from 'kysely'
import type { StampedTable, Tables } from '../database/tables.ts'
import { type FieldConflict, type MergeOutcome, mergeRow } from './merge-row.ts'
import { readRowStates } from './read-rows.ts'
import { refusalOf } from './refusal.ts'
import { type RowChange, type RowState, rowVersion, stampKey } from './row-state.ts'
import { readColumns } from './table-columns.ts'
import { type Failed, type Target, type Write, writeStates } from './write-rows.ts'

/** Why a row was not taken in: `rule` is short and stays the same, `words` are for the clerk. */
export type Refusal = { readonly rule: string; readonly field: string; readonly words: string }

export type RowOutcome = {
  readonly table: StampedTable
  readonly id: string
  readonly outcome: MergeOutcome | 'refused'
  /** Of the row as it stands here now; of the row as it came when it was refused. */
  readonly version: number
  readonly conflicts: readonly FieldConflict[]
  readonly refusal: Refusal | null
  /** As it came, when it was refused or is in conflict: nothing of it is lost. */
  readonly state: RowState | null
}

export type ApplyOptions = {
  /** Of a received database: the rows belong to this office, and nobody else may change them. */
  readonly columns?: { readonly officeId: string }
  readonly refuse?: (state: RowState) => Refusal | null
}

/** Rows at once; half a thousand make the cost of a statement vanish. */
const batchSize = 500

/**
 * States may come in any order; those of one table next to each other are fast. Outcomes come in no certain order.
 * Rows whose references are missing, or whose place is taken, are tried again when all others are in.
 */
export async function applyRowStates(
  trx: Transaction<Tables>,
  states: Iterable<RowState> | AsyncIterable<RowState>,
  { columns, refuse }: ApplyOptions = {},
): Promise<RowOutcome[]> {
  const target = { trx, columns: await readColumns(trx), officeId: columns?.officeId }
  const outcomes: RowOutcome[] = []
  let waiting: Failed[] = []
  for await (const batch of batchesOf(states)) {
    const admitted = batch.filter((state) => {
      const refusal = refuse?.(state) ?? null
      if (refusal) outcomes.push(refused(state, refusal))
      return refusal === null
    })
    waiting.push(...(await applyBatch(target, admitted, outcomes)))
  }
  waiting = await tryAgain(target, waiting, outcomes)
  waiting = await tryTogether(target, waiting, outcomes)
  for (const failed of waiting) outcomes.push(refused(failed.state, refusalOf(failed)))
  return outcomes
}

/** All of one table, each row once. Returns what could not be written. */
async function applyBatch(target: Target, batch: readonly RowState[], outcomes: RowOutcome[]): Promise<Failed[]> {
  const table = batch[0]?.table
  if (!table) return []
  const ids = batch.map(({ id }) => id)
  const known = await stampsOf(target, table, ids)
  const foreign = known.size > 0 ? await foreignRows(target, table, ids) : new Set()
  const writes = new Map<string, Write>()
  const pending = new Map<string, RowOutcome>()
  const branched: RowState[] = []
  for (const state of batch) {
    const stamps = known.get(state.id)
    if (foreign.has(state.id)) outcomes.push(refused(state, ofAnotherOffice))
    else if (!stamps) {
      writes.set(state.id, { state, added: state.changes, isNew: true })
      pending.set(state.id, outcomeOf(state, 'new'))
    } else if (state.changes.every((change) => stamps.has(stampKey(change))))
      outcomes.push(outcomeOf(state, stamps.size === state.changes.length ? 'same' : 'older', stamps.size))
    else branched.push(state)
  }
  for (const [state, own] of await withOwn(target, table, branched)) {
    const merged = mergeRow(own, state)
    writes.set(state.id, { state: merged.state, added: newChanges(known.get(state.id), state), isNew: !own })
    pending.set(state.id, {
      ...outcomeOf(merged.state, merged.outcome),
      conflicts: merged.conflicts,
      state: merged.conflicts.length > 0 ? state : null,
    })
  }
  const came = new Map(batch.map((state) => [state.id, state]))
  const failed = await writeStates(target, [...writes.values()])
  for (const { state } of failed) pending.delete(state.id)
  outcomes.push(...pending.values())
  return failed.map((failure) => ({ ...failure, state: came.get(failure.state.id) ?? failure.state }))
}

/** As long as it helps: what a row refers to, or what stood in its place, may have come after it. */
async function tryAgain(target: Target, waiting: Failed[], outcomes: RowOutcome[]): Promise<Failed[]> {
  let left = waiting
  for (;;) {
    const failed: Failed[] = []
    for await (const batch of batchesOf(left.map(({ state }) => state)))
      failed.push(...(await applyBatch(target, batch, outcomes)))
    if (failed.length === 0 || failed.length === left.length) return failed
    left = failed
  }
}

/**
 * Unions that refer to each other can only go in together: those of which something is missing are left out, the
 * references of the rest are looked at when all are in. Whoever waited for them is tried again.
 */
async function tryTogether(target: Target, waiting: Failed[], outcomes: RowOutcome[]): Promise<Failed[]> {
  const { trx } = target
  const circle = await wholeCircle(trx, waiting)
  if (circle.length === 0) return waiting
  const made: RowOutcome[] = []
  const failed: Failed[] = []
  await sql`SAVEPOINT together`.execute(trx)
  await sql`PRAGMA defer_foreign_keys = ON`.execute(trx)
  for await (const batch of batchesOf(circle.map(({ state }) => state)))
    failed.push(...(await applyBatch(target, batch, made)))
  if (failed.length > 0) await sql`ROLLBACK TO together`.execute(trx)
  await sql`RELEASE together`.execute(trx)
  await sql`PRAGMA defer_foreign_keys = OFF`.execute(trx)
  const done = new Set((failed.length > 0 ? failed : circle).map(({ state }) => state.id))
  const rest = waiting.filter(({ state }) => !done.has(state.id))
  if (failed.length > 0) return [...failed, ...(await tryTogether(target, rest, outcomes))]
  outcomes.push(...made)
  return await tryAgain(target, rest, outcomes)
}

const unionReferences = ['parentId', 'successorId', 'originId'] as const

/** The waiting unions whose references are all here or among themselves. */
async function wholeCircle(trx: Transaction<Tables>, waiting: readonly Failed[]): Promise<Failed[]> {
  const references = ({ state }: Failed) => unionReferences.flatMap((name) => state.values[name] ?? [])
  let circle = waiting.filter(({ state, reason }) => state.table === 'grassrootsUnion' && reason.endsWith('FOREIGNKEY'))
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM main.grassrootsUnion
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(circle.flatMap(references))}))
  `.execute(trx)
  const present = new Set<unknown>(rows.map(({ id }) => id))
  for (;;) {
    const together = new Set<unknown>(circle.map(({ state }) => state.id))
    const whole = circle.filter((one) => references(one).every((id) => present.has(id) || together.has(id)))
    if (whole.length === circle.length) return whole
    circle = whole
  }
}

/** The stamps of the rows that are known here. */
async function stampsOf(
  { trx }: Target,
  table: StampedTable,
  ids: readonly string[],
): Promise<Map<string, Set<string>>> {
  const { rows } = await sql<{ rowId: string; stamp: string }>`
    SELECT rowId, version || ' ' || replica || ' ' || epoch || ' ' || at AS stamp FROM change
    WHERE rowId IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND tableName = ${table}
  `.execute(trx)
  const known = new Map<string, Set<string>>()
  for (const { rowId, stamp } of rows) {
    const stamps = known.get(rowId)
    if (stamps) stamps.add(stamp)
    else known.set(rowId, new Set([stamp]))
  }
  return known
}

const ofAnotherOffice: Refusal = {
  rule: '归属',
  field: '',
  words: '这条记录属于另一个单位，没有并入，请核对报送单位。',
}

async function foreignRows(
  { trx, officeId }: Target,
  table: StampedTable,
  ids: readonly string[],
): Promise<Set<string>> {
  if (officeId === undefined) return new Set()
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM main.${sql.table(table)}
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND officeId <> ${officeId}
  `.execute(trx)
  return new Set(rows.map(({ id }) => id))
}

async function withOwn(
  { trx }: Target,
  table: StampedTable,
  states: readonly RowState[],
): Promise<[RowState, RowState | undefined][]> {
  if (states.length === 0) return []
  const own = new Map<string, RowState>()
  for await (const state of readRowStates(trx, [table], { ids: states.map(({ id }) => id) })) own.set(state.id, state)
  return states.map((state) => [state, own.get(state.id)])
}

function newChanges(known: ReadonlySet<string> | undefined, { changes }: RowState): RowChange[] {
  return changes.filter((change) => !known?.has(stampKey(change)))
}

function outcomeOf(state: RowState, outcome: MergeOutcome, version = rowVersion(state)): RowOutcome {
  return { table: state.table, id: state.id, outcome, version, conflicts: [], refusal: null, state: null }
}

function refused(state: RowState, refusal: Refusal): RowOutcome {
  const { table, id } = state
  return { table, id, outcome: 'refused', version: rowVersion(state), conflicts: [], refusal, state }
}

/** Rows of one table, each id once. */
async function* batchesOf(states: Iterable<RowState> | AsyncIterable<RowState>): AsyncGenerator<RowState[]> {
  let batch: RowState[] = []
  let ids = new Set<string>()
  for await (const state of states) {
    if (batch.length === batchSize || (batch[0] && batch[0].table !== state.table) || ids.has(state.id)) {
      yield batch
      batch = []
      ids = new Set()
    }
    batch.push(state)
    ids.add(state.id)
  }
  if (batch.length > 0) yield batch
}
