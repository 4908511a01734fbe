/**
 * Whether a bundle continues the chain that we know of its sender (分叉): a restored backup or a cloned PC gives one
 * number twice, or goes on behind something that we never saw. What was undone is part of the chain all the same.
 */
import { type Kysely, sql } from 'kysely'
import type { Manifest } from '../../src-shared/bundle-manifest.ts'
import type { Tables } from '../database/tables.ts'

export async function isFork(
  db: Kysely<Tables>,
  { sender, replica, epoch, seq, previousHash, bundleId }: Manifest,
  manifestHash: string,
): Promise<boolean> {
  const near = await db
    .selectFrom('archivedBundle')
    .select(['seq', 'manifestHash', sql<string | null>`manifest ->> 'previousHash'`.as('previousHash')])
    .where('officeId', '=', sender.officeId)
    .where('replica', '=', replica)
    .where('epoch', '=', epoch)
    .where('seq', 'in', [seq - 1, seq, seq + 1])
    .where('bundleId', '<>', bundleId)
    .execute()
  return near.some((other) => {
    if (other.seq === seq) return true
    return other.seq < seq ? other.manifestHash !== previousHash : other.previousHash !== manifestHash
  })
}
