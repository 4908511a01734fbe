/** All migrations in order. The position is the schema version kept in `PRAGMA user_version`. */
import type { Kysely } from 'kysely'
import * as firstTables from './2026-11-21-first-tables.ts'
import * as notices from './2026-11-21-notices.ts'
import * as registers from './2026-11-21-registers.ts'
import * as search from './2026-11-21-search.ts'

export type Migration = {
  readonly name: string
  // biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's table types
  readonly up: (trx: Kysely<any>) => Promise<void>
}

export const migrations: readonly Migration[] = [
  { name: '2026-11-21-first-tables', up: firstTables.up },
  { name: '2026-11-21-registers', up: registers.up },
  { name: '2026-11-21-notices', up: notices.up },
  { name: '2026-11-21-search', up: search.up },
]
