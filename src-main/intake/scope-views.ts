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
  await sql`CREATE TEMP TABLE deskScope (officeId TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID`.execute(db)
  await narrowTo(db, ids)
  // Without a condition SQLite goes by the day alone, which over all offices is best.
  const chosen = '(SELECT officeId FROM temp.deskScope)'
  const where =
    'only' in offices ? `WHERE officeId IN ${chosen}` : ids.length > 0 ? `WHERE officeId NOT IN ${chosen}` : ''
  for (const table of [...tables, 'office'])
    await sql.raw(`CREATE TEMP VIEW ${viewOf(table)} AS SELECT * FROM main.${table} ${where}`).execute(db)
}

/**
 * Moves an open scope from one office to the next (换单位): laying one for each would cost more than counting it.
 * @param db whose scope was laid for a list of offices, not for all but some
 */
export async function narrowTo(db: Kysely<Tables>, officeIds: readonly string[]): Promise<void> {
  await sql`DELETE FROM temp.deskScope`.execute(db)
  await sql`INSERT OR IGNORE INTO temp.deskScope SELECT value FROM json_each(${JSON.stringify(officeIds)})`.execute(db)
}

/** The same of a connection on which no scope may have been laid yet. Its writers must name the tables with `main`. */
export async function scopeTo(db: Kysely<Tables>, officeId: string): Promise<void> {
  const { rows } = await sql`SELECT 1 FROM temp.sqlite_schema WHERE name = 'deskScope'`.execute(db)
  if (rows.length === 0) await layScope(db, { only: [officeId] })
  else await narrowTo(db, [officeId])
}

const viewOf = (table: string) => (table === 'office' ? 'reportingOffice' : table)
