/** What we know of a sender before a bundle of its (报送链): numbers, how far its changes have come, name, approval. */
import { type Kysely, sql } from 'kysely'
import { previousReportOf, type ReportManifest } from '../../src-shared/bundle-manifest.ts'
import { migrations } from '../database/migrations/index.ts'
import type { Tables } from '../database/tables.ts'
import { findPeer } from '../keys/peers.ts'
import type { Findings } from './bundle-flags.ts'

type Chain = Pick<
  Findings,
  'highestSeq' | 'hasPrevious' | 'reach' | 'isBehind' | 'peerName' | 'isApproved' | 'isKnownSchema'
>

/** From the ledger. */
export async function senderChain(db: Kysely<Tables>, manifest: ReportManifest): Promise<Chain> {
  const { sender, replica, epoch, toChange, bundleId } = manifest
  const previous = previousReportOf(manifest)
  const all = await db
    .selectFrom('archivedBundle')
    .leftJoin('peerKey', 'peerKey.keyId', 'archivedBundle.keyId')
    .select(['archivedBundle.replica', 'epoch', 'seq', 'importedAt', 'undoneAt', 'peerKey.state'])
    .select([
      sql<number | null>`manifest ->> '$.base.change'`.as('base'),
      sql<number>`manifest ->> 'toChange'`.as('toChange'),
    ])
    .where('archivedBundle.officeId', '=', sender.officeId)
    .where('archivedBundle.bundleId', '<>', bundleId)
    .execute()
  const others = all.filter((other) => other.replica === replica && other.epoch === epoch)
  const isCounted = (other: (typeof all)[number]) => other.importedAt !== null && other.undoneAt === null
  return {
    // What a revoked key claimed does not stand against the key that took its place.
    highestSeq: Math.max(0, ...others.filter(({ state }) => state !== '已吊销').map((other) => other.seq)),
    hasPrevious: previous < 1 || others.some((other) => other.seq === previous),
    reach: reachOf(others.filter(isCounted)),
    isBehind: all.some(
      (other) =>
        isCounted(other) &&
        (other.replica !== replica || other.epoch > epoch || (other.epoch === epoch && other.toChange > toChange)),
    ),
    peerName: (await findPeer(db, sender.officeId))?.name ?? '',
    isApproved: await isApproved(db, manifest),
    isKnownSchema: migrations.some(({ name }) => name === manifest.schema),
  }
}

/** For days that the bundle touches, or for the notice that it answers: an approval by notice alone has no days of its own. */
async function isApproved(db: Kysely<Tables>, { sender, period, notice }: ReportManifest): Promise<boolean> {
  const answered = db
    .selectFrom('notice')
    .select('id')
    .where((eb) =>
      eb.or([
        eb('id', '=', notice?.id ?? ''),
        eb.and([eb('number', '<>', ''), eb('number', '=', notice?.number ?? '')]),
      ]),
    )
  const approval = await db
    .selectFrom('approval')
    .select('officeId')
    .where('officeId', '=', sender.officeId)
    .where((eb) =>
      eb.or([
        eb.and([eb('periodFrom', '<=', period.to), eb('periodTo', '>=', period.from)]),
        eb.and([eb('periodTo', '=', ''), eb('noticeId', 'in', answered)]),
      ]),
    )
    .executeTakeFirst()
  return approval !== undefined
}

/** The end of the unbroken run of ranges from the first change on. */
function reachOf(bundles: readonly { readonly base: number | null; readonly toChange: number }[]): number {
  let reach = 0
  for (const { base, toChange } of bundles.toSorted((one, other) => (one.base ?? 0) - (other.base ?? 0)))
    if ((base ?? 0) <= reach) reach = Math.max(reach, toChange)
  return reach
}
