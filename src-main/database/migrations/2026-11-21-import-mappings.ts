/** How the clerk matched the columns of a workbook (列对应): remembered for every sheet laid out the same way. */
import { type Kysely, sql } from 'kysely'

const statements = [
  `CREATE TABLE importMapping (
    layout TEXT PRIMARY KEY NOT NULL,
    kind TEXT,
    source TEXT NOT NULL,
    columns TEXT NOT NULL CHECK (json_valid(columns)),
    updatedAt TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
]

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's table types
export async function up(trx: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(trx)
}
