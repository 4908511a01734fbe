/**
 * Who this installation is (安装标识): office, replica and epoch. The keys lie beside the database.
 *
 * The key file decides. A database whose public key is neither that of the key beside it nor one which that replaced was
 * copied or restored here, or has lost its key: it goes on as a new replica that counts its bundles from 1, under the
 * key that is here. To refuse instead would lock a clerk out of her own ledger; to go on under the old number would send
 * two different bundles with one number. The level above sees a new fingerprint and asks.
 */
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'

type Maker = { readonly now: () => string; readonly newId: () => string }
/** Public keys in hex: the present one, and those that it replaced. */
type Keys = { readonly publicKey: string; readonly former: readonly string[] }
export type Identity = { readonly officeId: string; readonly replica: string; readonly epoch: number }

export async function openIdentity(db: Kysely<Tables>, keys: Keys, make: Maker): Promise<Identity> {
  const { officeId, replica, epoch } = await installationOf(db, keys, make)
  return { officeId, replica, epoch }
}

async function installationOf(db: Kysely<Tables>, { publicKey, former }: Keys, { now, newId }: Maker) {
  const known = await db.selectFrom('installation').selectAll().executeTakeFirst()
  if (known?.publicKey === publicKey) return known
  if (known && former.includes(known.publicKey)) {
    await db.updateTable('installation').set({ publicKey }).execute()
    return known
  }
  const officeId = known?.officeId ?? newId()
  const installation = {
    id: 1 as const,
    officeId,
    replica: newId(),
    epoch: 1,
    publicKey,
    machine: '',
    createdAt: now(),
  }
  await db
    .insertInto('installation')
    .values(installation)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(installation))
    .execute()
  return installation
}
