/** Views over the rows of some offices (汇总范围) under the tables' own names: a temporary name goes before a table's. */
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { reportedTables } from '../sync/reported-tables.ts'
import { columnsWithOwner } from './owned-names.ts'

/** Offices whose rows are seen, or those whose rows are not. */
export type OfficeSet = { readonly only: readonly string[] } | { readonly but: readonly string[] }

const tables = [...reportedTables.filter((table) => table !== 'office'), 'lectureUnion']

/**
 * `office` is left to the caller. One connection holds one set at a time.
 * @param labels of the offices whose rows lie together: each name that only its office knows begins with its label
 */
export async function layScope(
  db: Kysely<Tables>,
  offices: OfficeSet,
  labels?: ReadonlyMap<string, string>,
): Promise<void> {
  const ids = 'only' in offices ? offices.only : offices.but
  await sql`CREATE TEMP TABLE deskScope (officeId TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID`.execute(db)
  await narrowTo(db, ids)
  // Without a condition SQLite goes by the day alone, which over all offices is best.
  const chosen = '(SELECT officeId FROM temp.deskScope)'
  const where =
    'only' in offices ? `WHERE officeId IN ${chosen}` : ids.length > 0 ? `WHERE officeId NOT IN ${chosen}` : ''
  if (labels) await nameOffices(db, labels)
  for (const table of [...tables, 'office']) {
    const columns = labels ? columnsWithOwner(table, await columnsOf(db, table)) : '*'
    await sql.raw(`CREATE TEMP VIEW ${viewOf(table)} AS SELECT ${columns} FROM main.${table} ${where}`).execute(db)
  }
}

async function nameOffices(db: Kysely<Tables>, labels: ReadonlyMap<string, string>): Promise<void> {
  await sql`CREATE TEMP TABLE deskOffice (id TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT, WITHOUT ROWID`.execute(
    db,
  )
  const rows = JSON.stringify([...labels])
  await sql`INSERT INTO temp.deskOffice SELECT value ->> 0, value ->> 1 FROM json_each(${rows})`.execute(db)
}

async function columnsOf(db: Kysely<Tables>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table}, 'main')`.execute(db)
  return rows.map(({ name }) => name)
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
