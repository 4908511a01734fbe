/** Saved views (常用查询) of lists and sheets, and which records are the sample's, so that it can be taken out again. */
import { type Kysely, sql } from 'kysely'

const statements = [
  `CREATE TABLE savedView (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    replica TEXT NOT NULL,
    createdAt TEXT NOT NULL,
    updatedAt TEXT NOT NULL,
    removedAt TEXT,
    page TEXT NOT NULL,
    name TEXT NOT NULL,
    -- The words of the address behind the page's name.
    query TEXT NOT NULL,
    -- The page opens with it.
    isDefault INTEGER NOT NULL DEFAULT 0 CHECK (isDefault IN (0, 1))
  ) STRICT`,
  `CREATE UNIQUE INDEX savedViewByName ON savedView (page, name) WHERE removedAt IS NULL`,
  `CREATE TABLE sampleRow (
    tableName TEXT NOT NULL,
    rowId TEXT NOT NULL,
    PRIMARY KEY (tableName, rowId)
  ) STRICT, WITHOUT ROWID`,
]

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's table types
export async function up(trx: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(trx)
}
