/** Who this installation is (安装标识): office id, replica, epoch and the Ed25519 signing key made at the first run. */
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'

export async function openIdentity(
  db: Kysely<Tables>,
  _dataFolder: string,
  make: { now: () => string; newId: () => string },
) {
  const row = await db.selectFrom('installation').selectAll().executeTakeFirst()
  const it = row ?? {
    id: 1 as const,
    officeId: make.newId(),
    replica: make.newId(),
    epoch: 1,
    publicKey: '',
    createdAt: make.now(),
  }
  if (!row) await db.insertInto('installation').values(it).execute()
  return { officeId: it.officeId, replica: it.replica, epoch: it.epoch }
}
export async function keyFingerprint(_db: Kysely<Tables>): Promise<{ fingerprint: string }> {
  throw new Error('later')
}
