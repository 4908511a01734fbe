/** Whose lecture it is (宣讲层级): of the level above, the county, a township or a grassroots union. */
import { type Kysely, sql } from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's table types
export async function up(trx: Kysely<any>): Promise<void> {
  // Empty: not stated, as in every lecture entered before.
  await sql.raw(`ALTER TABLE lecture ADD COLUMN level TEXT NOT NULL DEFAULT ''`).execute(trx)
}
