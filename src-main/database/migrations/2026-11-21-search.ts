/**
 * The index of the one search over everything (检索). Frozen like every released migration.
 *
 * No triggers: FTS5 writes its index out at the end of every statement that has them, which made inserting records four
 * times dearer. The change log says what to index; the next search does it.
 */
import { type Kysely, sql } from 'kysely'

const statements = [
  `CREATE TABLE searchEntry (
    seq INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    noticeId TEXT,
    day TEXT,
    title TEXT NOT NULL,
    text TEXT NOT NULL
  ) STRICT`,
  // Trigrams find any three characters of Chinese, which has no spaces between words. The text is kept in searchEntry.
  `CREATE VIRTUAL TABLE searchIndex
    USING fts5(text, content = '', contentless_delete = 1, tokenize = 'trigram')`,
  // How far the change log has been indexed, and by which list of sources.
  `CREATE TABLE searchState (
    id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
    indexedTo INTEGER NOT NULL,
    sources TEXT NOT NULL
  ) STRICT`,
]

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's table types
export async function up(trx: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(trx)
}
