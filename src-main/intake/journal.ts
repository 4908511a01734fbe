/** The journal of what was taken in, refused and undone (接收日志). */
import type { Kysely } from 'kysely'
import type { IntakeEntry } from '../../src-shared/intake.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'

/** Within a transaction when `db` is one. */
export async function note(
  { db, now, newId, operator }: Pick<CoreContext, 'now' | 'newId' | 'operator'> & { readonly db: Kysely<Tables> },
  entry: Pick<IntakeEntry, 'action' | 'words'> & Partial<IntakeEntry>,
): Promise<void> {
  const stamp = { id: newId(), at: now(), by: operator, officeId: '', bundleId: '', fileName: '' }
  await db
    .insertInto('intakeEntry')
    .values({ ...stamp, ...entry })
    .execute()
}

/** The newest first. */
export async function listEntries(db: Kysely<Tables>, limit: number): Promise<readonly IntakeEntry[]> {
  return await db.selectFrom('intakeEntry').selectAll().orderBy('id', 'desc').limit(limit).execute()
}
