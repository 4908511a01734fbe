/** All migrations in order. The position is the schema version kept in `PRAGMA user_version`. */
import type { Kysely } from 'kysely'
import * as evidence from './2026-11-21-evidence.ts'
import * as exchange from './2026-11-21-exchange.ts'
import * as firstTables from './2026-11-21-first-tables.ts'
import * as importMappings from './2026-11-21-import-mappings.ts'
import * as lectureLevel from './2026-11-21-lecture-level.ts'
import * as notices from './2026-11-21-notices.ts'
import * as peopleAndPlaces from './2026-11-21-people-and-places.ts'
import * as registers from './2026-11-21-registers.ts'
import * as search from './2026-11-21-search.ts'
import * as unionLives from './2026-11-21-union-lives.ts'
import * as views from './2026-11-21-views.ts'

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
  { name: '2026-11-21-union-lives', up: unionLives.up },
  { name: '2026-11-21-people-and-places', up: peopleAndPlaces.up },
  { name: '2026-11-21-evidence', up: evidence.up },
  { name: '2026-11-21-import-mappings', up: importMappings.up },
  { name: '2026-11-21-views', up: views.up },
  { name: '2026-11-21-lecture-level', up: lectureLevel.up },
  { name: '2026-11-21-exchange', up: exchange.up },
]
