/**
 * Brings the received database to what the ledger has decided (补齐接收库): after an undo, a crash between the two, a
 * restored backup or a new schema. Bundles that no longer count go with their whole office, whose others come anew.
 */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import type { Job } from '../jobs.ts'
import { reportedTables } from '../sync/reported-tables.ts'
import { type AppliedBundle, applyBundle } from './apply-bundle.ts'
import { type ArchivedBundle, archivedBundle } from './archive.ts'
import { ofReceived } from './received-database.ts'

const unseen: Job = { step: async () => undefined }

/** @throws Problem KEY_LOCKED when something is to be opened; FILE_UNREADABLE, NOT_FOUND for a volume that is gone */
export async function catchUp(db: Kysely<Tables>, context: CoreContext, job: Job = unseen): Promise<void> {
  const { rows: stale } = await sql<{ officeId: string }>`
    select distinct officeId from main.appliedBundle as applied where not exists (
      select 1 from ledger.archivedBundle where bundleId = applied.bundleId and importedAt is not null and undoneAt is null)
  `.execute(db)
  for (const { officeId } of stale) await wipeOffice(db, officeId)
  const { rows: missing } = await sql<{ bundleId: string }>`
    select bundleId from ledger.archivedBundle as counted
    where importedAt is not null and undoneAt is null and kind = 'report'
      and not exists (select 1 from main.appliedBundle where bundleId = counted.bundleId)
    order by position
  `.execute(db)
  for (const [index, { bundleId }] of missing.entries()) {
    await job.step(index, missing.length)
    const bundle = await archivedBundle(context.db, bundleId)
    await db.transaction().execute(async (trx) => {
      await noteApplied(trx, context, bundle, await applyBundle(trx, context, bundle))
    })
  }
}

export async function noteApplied(
  trx: Transaction<Tables>,
  { now }: Pick<CoreContext, 'now'>,
  { bundleId, officeId, position }: Pick<ArchivedBundle, 'bundleId' | 'officeId' | 'position'>,
  { effect }: AppliedBundle,
): Promise<void> {
  await ofReceived(trx)
    .insertInto('appliedBundle')
    .values({ bundleId, officeId, position: position ?? 0, appliedAt: now(), effect: JSON.stringify(effect) })
    .execute()
}

/** All of an office: rows, changes, what was held back and found. */
async function wipeOffice(db: Kysely<Tables>, officeId: string): Promise<void> {
  // Every row goes that could refer to one that goes; looking for them one by one would take minutes.
  await sql`PRAGMA foreign_keys = OFF`.execute(db)
  await db.transaction().execute(async (trx) => {
    for (const table of reportedTables) {
      const gone = sql`(select id from main.${sql.table(table)} where officeId = ${officeId})`
      for (const place of ['change', 'unknownField', 'conflict'])
        await sql`delete from main.${sql.table(place)} where tableName = ${table} and rowId in ${gone}`.execute(trx)
    }
    for (const table of ['lectureUnion', ...reportedTables.toReversed(), 'heldRow', 'appliedBundle', 'officeFigures'])
      await sql`delete from main.${sql.table(table)} where officeId = ${officeId}`.execute(trx)
  })
  await sql`PRAGMA foreign_keys = ON`.execute(db)
}
