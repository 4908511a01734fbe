/** Rows of bundles that did not go in (隔离与暂存): kept as they came, with the rule and the words that hold them back. */
import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { HeldRow } from '../../src-shared/intake.ts'
import type { Tables } from '../database/tables.ts'
import { rowVersion } from '../merge/row-state.ts'
import type { Rejected } from './bundle-rows.ts'
import { ofReceived } from './received-database.ts'

/** What is missing may still come; anything else is for the sender to put right. */
const waiting = new Set(['引用'])

export type Holding = { readonly bundleId: string; readonly officeId: string }

/** Rows of one bundle; what was held back of them before is settled by it, whichever way. */
export async function holdRows(
  trx: Kysely<Tables>,
  { bundleId, officeId }: Holding,
  rejected: readonly Rejected[],
): Promise<readonly HeldRow[]> {
  const rows = rejected.map(({ state, line, refusal }) => ({
    bundleId,
    officeId,
    tableName: state?.table ?? 'study',
    // A line that cannot be read has no id; its hash names it.
    rowId: state?.id ?? `line-${createHash('sha256').update(line).digest('hex').slice(0, 32)}`,
    version: state ? rowVersion(state) : 0,
    result: waiting.has(refusal.rule) ? ('暂存' as const) : ('退回' as const),
    ...refusal,
    line: JSON.stringify(line),
    settledBy: null,
  }))
  for (const row of rows)
    await ofReceived(trx)
      .insertInto('heldRow')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  return rows.map(asHeldRow)
}

/** Rows that this bundle brought in, or brings again: whatever of them was held back is so no longer. */
export async function settleRows(
  trx: Kysely<Tables>,
  { bundleId, officeId }: Holding,
  ids: readonly string[],
): Promise<void> {
  await ofReceived(trx)
    .updateTable('heldRow')
    .set({ settledBy: bundleId })
    .where('officeId', '=', officeId)
    .where('settledBy', 'is', null)
    .where('rowId', 'in', sql<string>`(select value from json_each(${JSON.stringify(ids)}))`)
    .execute()
}

/** 暂存: to be tried again with whatever comes next of the office. */
export async function waitingLines(trx: Kysely<Tables>, officeId: string): Promise<readonly string[]> {
  const rows = await ofReceived(trx)
    .selectFrom('heldRow')
    .select('line')
    .where('officeId', '=', officeId)
    .where('settledBy', 'is', null)
    .where('result', '=', '暂存')
    .orderBy('tableName')
    .orderBy('rowId')
    .execute()
  return rows.map(({ line }) => JSON.parse(line) as string)
}

export type HeldQuery = {
  readonly officeId?: string | undefined
  readonly bundleId?: string | undefined
  readonly limit: number
}

/** Open ones, of one office or one bundle or all; the newest bundles first. */
export async function listHeldRows(
  db: Kysely<Tables>,
  { officeId, bundleId, limit }: HeldQuery,
): Promise<readonly HeldRow[]> {
  let query = ofReceived(db).selectFrom('heldRow').selectAll()
  if (officeId !== undefined) query = query.where('officeId', '=', officeId)
  query = bundleId === undefined ? query.where('settledBy', 'is', null) : query.where('bundleId', '=', bundleId)
  const rows = await query.orderBy('bundleId', 'desc').orderBy('tableName').orderBy('rowId').limit(limit).execute()
  return rows.map(asHeldRow)
}

type Row = Omit<HeldRow, 'table' | 'title'> & { readonly tableName: string; readonly line: string }

function asHeldRow({ tableName, line, ...row }: Row): HeldRow {
  return { ...row, table: tableName, title: titleOf(JSON.parse(line) as string) }
}

/** Columns that name a row, the first that is there; of records with their day. */
const names = ['topic', 'unitName', 'title', 'name', 'fileName', 'sentence'] as const

/** From the line itself: nothing of it may be sound but this. */
function titleOf(line: string): string {
  try {
    const values = (JSON.parse(line) as { v?: Record<string, unknown> }).v ?? {}
    const name = names.map((key) => values[key]).find((value) => typeof value === 'string' && value !== '')
    const day = [values.date, values.to].find((value) => typeof value === 'string')
    return [day, name].filter((part) => part !== undefined).join(' ')
  } catch {
    return ''
  }
}
