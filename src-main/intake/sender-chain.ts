/** What we know of a sender before a bundle of its (报送链): numbers, how far its changes have come, name, approval. */
import { type Kysely, sql } from 'kysely'
import type { ReportManifest } from '../../src-shared/bundle-manifest.ts'
import { migrations } from '../database/migrations/index.ts'
import type { Tables } from '../database/tables.ts'
import { findPeer } from '../keys/peers.ts'
import type { Findings } from './bundle-flags.ts'

type Chain = Pick<Findings, 'highestSeq' | 'hasPrevious' | 'reach' | 'peerName' | 'isApproved' | 'isKnownSchema'>

/** From the ledger. */
export async function senderChain(db: Kysely<Tables>, manifest: ReportManifest): Promise<Chain> {
  const { sender, replica, epoch, seq, bundleId, period } = manifest
  const others = await db
    .selectFrom('archivedBundle')
    .leftJoin('peerKey', 'peerKey.keyId', 'archivedBundle.keyId')
    .select(['seq', 'importedAt', 'undoneAt', 'peerKey.state'])
    .select([
      sql<number | null>`manifest ->> '$.base.change'`.as('base'),
      sql<number>`manifest ->> 'toChange'`.as('toChange'),
    ])
    .where('archivedBundle.officeId', '=', sender.officeId)
    .where('archivedBundle.replica', '=', replica)
    .where('archivedBundle.epoch', '=', epoch)
    .where('archivedBundle.bundleId', '<>', bundleId)
    .execute()
  const approved = await db
    .selectFrom('approval')
    .select('officeId')
    .where('officeId', '=', sender.officeId)
    .where('periodFrom', '<=', period.to)
    .where('periodTo', '>=', period.from)
    .executeTakeFirst()
  return {
    // What a revoked key claimed does not stand against the key that took its place.
    highestSeq: Math.max(0, ...others.filter(({ state }) => state !== '已吊销').map((other) => other.seq)),
    hasPrevious: others.some((other) => other.seq === seq - 1),
    reach: reachOf(others.filter(({ importedAt, undoneAt }) => importedAt !== null && undoneAt === null)),
    peerName: (await findPeer(db, sender.officeId))?.name ?? '',
    isApproved: approved !== undefined,
    isKnownSchema: migrations.some(({ name }) => name === manifest.schema),
  }
}

/** The end of the unbroken run of ranges from the first change on. */
function reachOf(bundles: readonly { readonly base: number | null; readonly toChange: number }[]): number {
  let reach = 0
  for (const { base, toChange } of bundles.toSorted((one, other) => (one.base ?? 0) - (other.base ?? 0)))
    if ((base ?? 0) <= reach) reach = Math.max(reach, toChange)
  return reach
}
