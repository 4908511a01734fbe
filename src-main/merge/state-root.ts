/**
 * The root of a state (状态根): one hash over rows and their histories, computed from what is stored, by which two
 * databases see that they hold the same. Sender and receiver each compute their own; nobody takes over the other's.
 */
import { createHash, type Hash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { StateRoot } from '../../src-shared/bundle-manifest.ts'
import type { StampedTable, Tables } from '../database/tables.ts'
import { readRowStates, type Which } from './read-rows.ts'
import { rowHash, rowVersion } from './row-state.ts'

/** What a row is, for naming the rows in which two states differ. */
export type RowMark = {
  readonly table: StampedTable
  readonly id: string
  readonly version: number
  readonly hash: string
}

/** In order of the given tables, then of ids; removed rows too. */
export async function* readRowMarks(
  db: Kysely<Tables>,
  tables: readonly StampedTable[],
  which: Which = {},
): AsyncIterableIterator<RowMark> {
  for await (const state of readRowStates(db, tables, which))
    yield { table: state.table, id: state.id, version: rowVersion(state), hash: rowHash(state) }
}

/** Tables without rows have no part in it. */
export async function stateRoot(
  db: Kysely<Tables>,
  tables: readonly StampedTable[],
  which: Which = {},
): Promise<StateRoot> {
  return await rootOfMarks(readRowMarks(db, tables, which))
}

/** Of marks that come in order, for a caller who keeps them too. */
export async function rootOfMarks(marks: Iterable<RowMark> | AsyncIterable<RowMark>): Promise<StateRoot> {
  const sums = new Map<string, { rows: number; hash: Hash }>()
  for await (const { table, id, hash } of marks) {
    const sum = sums.get(table) ?? { rows: 0, hash: createHash('sha256') }
    sum.rows += 1
    sum.hash.update(`${id} ${hash}\n`)
    sums.set(table, sum)
  }
  const tables = Object.fromEntries(
    [...sums].map(([table, { rows, hash }]) => [table, { rows, root: hash.digest('hex') }]),
  )
  const root = createHash('sha256')
  for (const table of Object.keys(tables).sort())
    root.update(`${table} ${tables[table]?.rows} ${tables[table]?.root}\n`)
  return { root: root.digest('hex'), tables }
}
