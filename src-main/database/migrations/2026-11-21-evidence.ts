/** Evidence (佐证材料) of records: what each attached file is; the files themselves lie in the content store. */
import { type Kysely, sql } from 'kysely'

const statements = [
  `CREATE TABLE attachment (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    replica TEXT NOT NULL,
    createdAt TEXT NOT NULL,
    updatedAt TEXT NOT NULL,
    removedAt TEXT,
    recordKind TEXT NOT NULL,
    recordId TEXT NOT NULL,
    role TEXT NOT NULL,
    fileName TEXT NOT NULL,
    mediaType TEXT NOT NULL,
    bytes INTEGER NOT NULL CHECK (bytes >= 0),
    -- Of the original, with its place of taking removed.
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    -- Of the upright, smaller picture that is shown, printed and sent; null for what is no picture.
    viewSha256 TEXT CHECK (length(viewSha256) = 64),
    width INTEGER CHECK (width > 0),
    height INTEGER CHECK (height > 0),
    -- Quarters clockwise by hand, beside what the camera noted.
    turns INTEGER NOT NULL CHECK (turns BETWEEN 0 AND 3),
    takenOn TEXT,
    caption TEXT NOT NULL,
    position INTEGER NOT NULL
  ) STRICT`,
  `CREATE INDEX attachmentByRecord ON attachment (recordId, position) WHERE removedAt IS NULL`,
  `CREATE INDEX attachmentByContent ON attachment (sha256)`,
]

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's table types
export async function up(trx: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(trx)
}
