/** What a ledger holds (台账里有什么), in few numbers: to compare a copy with its original, and to show a person. */
import { type Kysely, sql } from 'kysely'
import { type BackupNote, type LedgerCounts, ledgerWords } from '../../src-shared/backups.ts'
import type { Tables } from '../database/tables.ts'
import { unloggedDigest } from './unlogged-rows.ts'

/** Rows that are present; a table that an older ledger has not is absent. */
export async function ledgerCounts(db: Kysely<Tables>): Promise<LedgerCounts> {
  const tables = new Set(await tableNames(db))
  const counts: Record<string, number> = {}
  for (const [table] of ledgerWords) {
    if (!tables.has(table)) continue
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(table)} where removedAt is null
    `.execute(db)
    counts[table] = rows[0]?.count ?? 0
  }
  return counts
}

/** How far a ledger has come; two of one installation with the same say the same. */
export type LedgerState = Pick<BackupNote, 'lastChange' | 'lastChangeAt' | 'unlogged'>

/** Number and time of the last change: after a restore the number is given anew. 0 and '' for an empty ledger. */
export async function ledgerState(db: Kysely<Tables>): Promise<LedgerState> {
  const row = await db.selectFrom('change').select(['seq', 'at']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return { lastChange: row?.seq ?? 0, lastChangeAt: row?.at ?? '', unlogged: await unloggedDigest(db) }
}

export function isSameState(one: LedgerState, other: LedgerState): boolean {
  return (
    one.lastChange === other.lastChange && one.lastChangeAt === other.lastChangeAt && one.unlogged === other.unlogged
  )
}

export async function officeNameOf(db: Kysely<Tables>): Promise<string> {
  const office = await db.selectFrom('office').select('name').where('removedAt', 'is', null).executeTakeFirst()
  return office?.name ?? ''
}

/** Every table with its number of rows, as one text: two ledgers of the same moment have the same. */
export async function rowCountsText(db: Kysely<Tables>): Promise<string> {
  const parts: string[] = []
  for (const table of await tableNames(db)) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db)
    parts.push(`${table} ${rows[0]?.count ?? 0}`)
  }
  return [...parts, `state ${JSON.stringify(await ledgerState(db))}`].join('\n')
}

/** Without those in which the full-text index keeps its own state. */
async function tableNames(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like 'searchIndex%'
    order by name
  `.execute(db)
  return rows.map(({ name }) => name)
}
