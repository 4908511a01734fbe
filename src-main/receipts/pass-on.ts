/**
 * Passes the bundles of the offices below on to the level above (转报): sealed anew for it, inside them the manifest and
 * the signature of their senders. Until it has confirmed one, that one goes along each time.
 */
import type { SetDelivery } from '../../src-shared/delivery.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { PassableBundle } from '../../src-shared/receipts.ts'
import type { CoreContext } from '../core-context.ts'
import { getContent } from '../files/content-store.ts'
import { deliverSet } from '../files/deliver-set.ts'
import type { NamedBytes } from '../files/write-set.ts'
import type { Job } from '../jobs.ts'
import { findPeer } from '../keys/peers.ts'
import { openVolume } from '../sync/open-bundle.ts'
import { resealFor } from '../sync/reseal-bundle.ts'
import { partyWithKey } from './exchange-parties.ts'

type Passing = { readonly to: string; readonly all: boolean }

/**
 * Imported bundles of the offices below; without `all` those that `to` has not confirmed yet, or of which photos have
 * come since they were passed on: it confirms a bundle that lacks them, and waits.
 */
export async function listPassable({ db }: Pick<CoreContext, 'db'>, { to, all }: Passing): Promise<PassableBundle[]> {
  let query = db
    .selectFrom('archivedBundle as bundle')
    .leftJoin('peer', 'peer.officeId', 'bundle.officeId')
    .leftJoin('passedBundle as passed', (join) =>
      join.onRef('passed.bundleId', '=', 'bundle.bundleId').on('passed.recipientId', '=', to),
    )
    .select(['bundle.bundleId', 'bundle.officeId', 'bundle.seq', 'peer.name as officeName', 'passed.passedAt'])
    .where('bundle.kind', '=', 'report')
    .where('bundle.importedAt', 'is not', null)
    .where('bundle.undoneAt', 'is', null)
  if (!all)
    query = query.where(({ or, not, exists, selectFrom }) =>
      or([
        not(
          exists(
            selectFrom('passingReceipt as said')
              .select('said.receiptId')
              .whereRef('said.bundleId', '=', 'bundle.bundleId')
              .where('said.issuerId', '=', to)
              .where('said.state', '=', '已导入'),
          ),
        ),
        exists(
          selectFrom('archivedVolume as volume')
            .select('volume.sha256')
            .whereRef('volume.bundleId', '=', 'bundle.bundleId')
            .whereRef('volume.receivedAt', '>', 'passed.passedAt'),
        ),
      ]),
    )
  const rows = await query.orderBy('bundle.position').execute()
  return rows.map(({ officeName, ...row }) => ({ ...row, officeName: officeName ?? '' }))
}

/** @throws Problem NOT_FOUND when there is nothing to pass on, KEY_REFUSED, KEY_LOCKED, DISK_FULL, FILE_UNWRITABLE */
export async function passOn(context: CoreContext, passing: Passing, job: Job): Promise<SetDelivery> {
  const peer = await findPeer(context.db, passing.to)
  if (peer?.role !== '上级') throw new Problem('KEY_REFUSED', '只能转报给登记为上级的单位，请核对。')
  const bundles = await listPassable(context, passing)
  if (bundles.length === 0) throw new Problem('NOT_FOUND', `没有要转报给“${peer.name}”的上报包，它都已收到。`)
  return await deliverSet(context.host, {
    title: `转报给${peer.name}，选择文件夹`,
    make: async () => ({ files: resealed(context, { to: passing.to, bundles, job }), atLeast: 0 }),
    beforeNaming: () => notePassed(context, passing.to, bundles),
  })
}

type Resealing = { readonly to: string; readonly bundles: readonly PassableBundle[]; readonly job: Job }

async function* resealed(context: CoreContext, { to, bundles, job }: Resealing): AsyncGenerator<NamedBytes> {
  const { party, recipient } = await partyWithKey(context, to)
  for (const [index, { bundleId }] of bundles.entries()) {
    await job.step(index, bundles.length)
    for (const sha256 of await volumesOf(context, bundleId)) {
      const volume = await openVolume(await getContent(context.dataFolder, sha256), context.keys.identities())
      // As its sender addressed us: the name on our card may have changed since.
      const via = volume.envelope.recipient
      const sealed = await resealFor(volume, { keys: context.keys, recipients: [recipient], via, recipient: party })
      yield { name: sealed.fileName, bytes: sealed.bytes }
    }
  }
}

/** A volume that came twice, sealed differently, goes once. */
async function volumesOf({ db }: CoreContext, bundleId: string): Promise<string[]> {
  const volumes = await db
    .selectFrom('archivedVolume')
    .select(['number', 'sha256'])
    .where('bundleId', '=', bundleId)
    .orderBy('number')
    .orderBy('receivedAt')
    .execute()
  const first = new Map<number, string>()
  for (const { number, sha256 } of volumes) if (!first.has(number)) first.set(number, sha256)
  return [...first.values()]
}

async function notePassed(context: CoreContext, to: string, bundles: readonly PassableBundle[]): Promise<void> {
  const passedAt = context.now()
  await context.db.transaction().execute(async (trx) => {
    for (const { bundleId } of bundles)
      await trx
        .insertInto('passedBundle')
        .values({ bundleId, recipientId: to, passedAt })
        .onConflict((conflict) => conflict.doUpdateSet({ passedAt }))
        .execute()
  })
}
