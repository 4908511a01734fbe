/**
 * When a receipt shows that this ledger does not go on where the upper level last saw it (恢复、复制的发现): who it is
 * from then on. Nothing is lost by it: the next bundle carries everything.
 */
import type { Transaction } from 'kysely'
import type { Receipt } from '../../src-shared/receipts.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'

export type NewIdentity = { readonly replica: string; readonly epoch: number }

/**
 * Known above with a higher number than ours: restored from a backup, the next epoch. Two bundles with one number: this
 * ledger or a copy of it; both get that receipt, so each becomes another replica, not both the same next epoch.
 * null when all is as it should be, or has been put right since.
 */
export async function newIdentityFor(
  trx: Transaction<Tables>,
  context: CoreContext,
  { bundle, technical }: Receipt,
): Promise<NewIdentity | null> {
  const { replica, epoch } = context
  if (bundle.replica !== replica) return null
  if (technical.newEpoch && bundle.epoch === epoch) return { replica: context.newId(), epoch: 1 }
  const { known } = technical
  if (known.epoch > epoch) return { replica, epoch: known.epoch + 1 }
  if (known.epoch < epoch || known.seq <= (await lastSeq(trx, { replica, epoch }))) return null
  return { replica, epoch: epoch + 1 }
}

export async function takeIdentity(trx: Transaction<Tables>, identity: NewIdentity): Promise<void> {
  await trx.updateTable('installation').set(identity).execute()
}

async function lastSeq(trx: Transaction<Tables>, { replica, epoch }: NewIdentity): Promise<number> {
  const last = await trx
    .selectFrom('exportedBundle')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .where('replica', '=', replica)
    .where('epoch', '=', epoch)
    .executeTakeFirstOrThrow()
  return Number(last.seq ?? 0)
}
