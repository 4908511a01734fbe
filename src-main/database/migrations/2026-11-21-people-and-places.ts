/**
 * The small registers (名册): cadres, lecturers and their teams, Party branches and study groups, venues, materials.
 * Records name them by their words, so that an imported or received record needs no register to be complete.
 */
import { type Kysely, sql } from 'kysely'

const stamp = `
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  replica TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  removedAt TEXT`

const statements = [
  `CREATE TABLE cadre (${stamp},
    name TEXT NOT NULL,
    post TEXT NOT NULL,
    department TEXT NOT NULL,
    standing TEXT NOT NULL,
    phone TEXT NOT NULL,
    note TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE lectureTeam (${stamp},
    name TEXT NOT NULL,
    leader TEXT NOT NULL,
    foundedOn TEXT,
    note TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE lecturer (${stamp},
    name TEXT NOT NULL,
    post TEXT NOT NULL,
    kind TEXT NOT NULL,
    team TEXT NOT NULL,
    topics TEXT NOT NULL,
    phone TEXT NOT NULL,
    note TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE studyGroup (${stamp},
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    leader TEXT NOT NULL,
    members INTEGER CHECK (members >= 0),
    duties TEXT NOT NULL CHECK (json_valid(duties)),
    note TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE venue (${stamp},
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    venueType TEXT NOT NULL,
    township TEXT NOT NULL,
    address TEXT NOT NULL,
    capacity INTEGER CHECK (capacity >= 0),
    contact TEXT NOT NULL,
    note TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE material (${stamp},
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    publishedOn TEXT,
    note TEXT NOT NULL
  ) STRICT`,
  // A name stands once in its register: it is what a record names.
  ...['cadre', 'lectureTeam', 'lecturer', 'studyGroup', 'venue', 'material'].map(
    (table) => `CREATE UNIQUE INDEX ${table}ByName ON ${table} (name) WHERE removedAt IS NULL`,
  ),
]

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's table types
export async function up(trx: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(trx)
}
