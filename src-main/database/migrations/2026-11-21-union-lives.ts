/**
 * What becomes of grassroots unions (单位沿革): names they had, when they began and ended, what they became, and the
 * code that statistics know them by for life. Coverage of a year counts the unions of that year.
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
  `ALTER TABLE grassrootsUnion ADD COLUMN statisticsCode TEXT NOT NULL DEFAULT ''`,
  // 上级工会 within the register: a township's or a zone's union above its grassroots unions.
  `ALTER TABLE grassrootsUnion ADD COLUMN parentId TEXT REFERENCES grassrootsUnion (id)`,
  `ALTER TABLE grassrootsUnion ADD COLUMN chair TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE grassrootsUnion ADD COLUMN phone TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE grassrootsUnion ADD COLUMN foundedOn TEXT`,
  // From this day on it is no longer a union of its own.
  `ALTER TABLE grassrootsUnion ADD COLUMN endedOn TEXT`,
  `ALTER TABLE grassrootsUnion ADD COLUMN ending TEXT NOT NULL DEFAULT ''
    CHECK ((ending = '') = (endedOn IS NULL) AND ending IN ('', '撤销', '合并', '分设'))`,
  `ALTER TABLE grassrootsUnion ADD COLUMN successorId TEXT REFERENCES grassrootsUnion (id)`,
  // The union that it was split from.
  `ALTER TABLE grassrootsUnion ADD COLUMN originId TEXT REFERENCES grassrootsUnion (id)`,
  `ALTER TABLE grassrootsUnion ADD COLUMN formerNames TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(formerNames))`,
  // A union may take the name of one that has been merged into it.
  `DROP INDEX grassrootsUnionByName`,
  `CREATE UNIQUE INDEX grassrootsUnionByName ON grassrootsUnion (name) WHERE removedAt IS NULL AND endedOn IS NULL`,
  `CREATE UNIQUE INDEX grassrootsUnionByStatisticsCode ON grassrootsUnion (statisticsCode)
    WHERE removedAt IS NULL AND statisticsCode <> ''`,
  `CREATE INDEX grassrootsUnionByParent ON grassrootsUnion (parentId) WHERE parentId IS NOT NULL`,

  // What was done to unions, and which rows of the change log it made: that is what taking it back undoes.
  `CREATE TABLE unionAct (${stamp},
    kind TEXT NOT NULL,
    day TEXT,
    sentence TEXT NOT NULL,
    unionIds TEXT NOT NULL CHECK (json_valid(unionIds)),
    firstChange INTEGER NOT NULL,
    lastChange INTEGER NOT NULL CHECK (lastChange >= firstChange)
  ) STRICT`,
]

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's table types
export async function up(trx: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(trx)
}
