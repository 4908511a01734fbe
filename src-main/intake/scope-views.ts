/** Views over the rows of some offices (汇总范围) under the tables' own names: a temporary name goes before a table's. */
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { reportedTables } from '../sync/reported-tables.ts'

/** Offices whose rows are seen, or those whose rows are not. */
export type OfficeSet = { readonly only: readonly string[] } | { readonly but: readonly string[] }

const tables = [...reportedTables.filter((table) => table !== 'office'), 'lectureUnion']

/** `office` is left to the caller. One connection holds one set at a time. */
export async function layScope(db: Kysely<Tables>, offices: OfficeSet): Promise<void> {
  const ids = 'only' in offices ? offices.only : offices.but
  await sql`CREATE TEMP TABLE IF NOT EXISTS deskScope (officeId TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID`.execute(
    db,
  )
  await sql`DELETE FROM temp.deskScope`.execute(db)
  await sql`INSERT OR IGNORE INTO temp.deskScope SELECT value FROM json_each(${JSON.stringify(ids)})`.execute(db)
  // Without a condition SQLite goes by the day alone, which over all offices is best.
  const chosen = '(SELECT officeId FROM temp.deskScope)'
  const where =
    'only' in offices ? `WHERE officeId IN ${chosen}` : ids.length > 0 ? `WHERE officeId NOT IN ${chosen}` : ''
  for (const table of [...tables, 'office'])
    await sql.raw(`CREATE TEMP VIEW ${viewOf(table)} AS SELECT * FROM main.${table} ${where}`).execute(db)
}

/** The tables are themselves again. */
export async function liftScope(db: Kysely<Tables>): Promise<void> {
  for (const table of [...tables, 'office']) await sql.raw(`DROP VIEW temp.${viewOf(table)}`).execute(db)
}

const viewOf = (table: string) => (table === 'office' ? 'reportingOffice' : table)
