/** Brings a database to today's schema, each step in a transaction of its own; refuses one from a newer program. */
import { type Kysely, sql } from 'kysely'
import { Problem } from '../../src-shared/problems.ts'
import { migrations } from './migrations/index.ts'

// biome-ignore lint/suspicious/noExplicitAny: before migrating, the tables are not yet those of Tables
export async function migrate(db: Kysely<any>, steps = migrations): Promise<void> {
  const stored = await schemaVersion(db)
  refuseNewer(stored, steps)
  for (const [index, step] of steps.entries()) {
    if (index < stored) continue
    await db.transaction().execute(async (trx) => {
      await step.up(trx)
      // PRAGMA takes no parameters; the number is ours.
      await sql.raw(`PRAGMA user_version = ${index + 1}`).execute(trx)
    })
  }
}

/** @throws Problem DATABASE_NEWER when a newer program has stored this version */
export function refuseNewer(stored: number, steps = migrations): void {
  if (stored > steps.length)
    throw new Problem(
      'DATABASE_NEWER',
      `数据由更新版本的学宣台账保存（数据第${stored}版，本程序支持到第${steps.length}版），请升级程序后再打开。`,
    )
}

/** The name of the newest migration: what a bundle states as its schema. */
export const schemaName = migrations.at(-1)?.name ?? 'empty'

// biome-ignore lint/suspicious/noExplicitAny: as above
async function schemaVersion(db: Kysely<any>): Promise<number> {
  const result = await sql<{ user_version: number }>`PRAGMA user_version`.execute(db)
  return result.rows[0]?.user_version ?? 0
}
