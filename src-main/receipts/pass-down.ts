/** Receipts of the level above on their way down (回执转交): kept until they are passed on to the office that they are for. */
import { sql } from 'kysely'
import { Problem } from '../../src-shared/problems.ts'
import {
  type AcceptedReceipt,
  type LeftOut,
  leftOutWords,
  type PassedDown,
  type WaitingReceipt,
} from '../../src-shared/receipts.ts'
import type { CoreContext } from '../core-context.ts'
import { getContent, putContent } from '../files/content-store.ts'
import { deliverSet } from '../files/deliver-set.ts'
import type { NamedBytes } from '../files/write-set.ts'
import type { Job } from '../jobs.ts'
import { openVolume } from '../sync/open-bundle.ts'
import { resealFor } from '../sync/reseal-bundle.ts'
import { checkCodeOf } from './check-code.ts'
import { firstUnreachable, partyWithKey } from './exchange-parties.ts'
import { describeReceipt } from './note-receipt.ts'
import type { OpenedReceipt } from './open-receipt.ts'
import { receiptFileName } from './receipt-file-name.ts'

/** The same receipt again is kept once, and is not passed down again by itself. */
export async function keepForPassing(
  context: CoreContext,
  { receipt }: OpenedReceipt,
  file: Uint8Array,
): Promise<AcceptedReceipt> {
  const { receiptId, issuer, to, bundle, technical } = receipt
  const row = {
    receiptId,
    issuerId: issuer.officeId,
    toOfficeId: to.officeId,
    bundleId: bundle.bundleId,
    state: technical.state,
    checkCode: checkCodeOf(receipt),
    file: await putContent(context.dataFolder, file),
    arrivedAt: context.now(),
    passedAt: null,
  }
  const { numInsertedOrUpdatedRows = 0n } = await context.db
    .insertInto('passingReceipt')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return describeReceipt(receipt, numInsertedOrUpdatedRows > 0n ? '待转' : '已在册', null)
}

/** How many receipts wait to be passed down, by office; one that has parted waits for nothing. */
export async function waitingReceipts({ db }: Pick<CoreContext, 'db'>): Promise<WaitingReceipt[]> {
  const rows = await db
    .selectFrom('passingReceipt')
    .leftJoin('peer', 'peer.officeId', 'passingReceipt.toOfficeId')
    .select(['toOfficeId as officeId', 'peer.name'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('passedAt', 'is', null)
    .where('peer.removedAt', 'is', null)
    .groupBy('toOfficeId')
    .orderBy('peer.name')
    .execute()
  return rows.map(({ officeId, name, count }) => ({ officeId, officeName: name ?? '', count }))
}

/**
 * One file for each receipt that waits and whose office can be reached; `again`: also those that were passed down before.
 * @throws Problem NOT_FOUND when none waits, KEY_REFUSED when none can be passed down
 */
export async function passDown(
  context: CoreContext,
  { again }: { readonly again: boolean },
  job: Job,
): Promise<PassedDown> {
  let query = context.db.selectFrom('passingReceipt').selectAll().orderBy('arrivedAt').orderBy('receiptId')
  if (!again) query = query.where('passedAt', 'is', null)
  const all = await query.execute()
  if (all.length === 0) throw new Problem('NOT_FOUND', '没有等待转交的上级回执。')
  const { waiting, leftOut } = await reachable(context, all)
  const delivery = await deliverSet(context.host, {
    title: '上级回执转交下级，选择文件夹',
    make: async () => ({ files: passedDown(context, waiting, job), atLeast: 0 }),
    beforeNaming: async () => {
      const passed = JSON.stringify(waiting.map(({ receiptId }) => receiptId))
      await context.db
        .updateTable('passingReceipt')
        .set({ passedAt: context.now() })
        .where('receiptId', 'in', sql<string>`(select value from json_each(${passed}))`)
        .execute()
    },
  })
  return { delivery, leftOut }
}

/** What waits for an office that cannot be reached stays, and keeps nothing of the others back. */
async function reachable<One extends { readonly toOfficeId: string }>(context: CoreContext, all: readonly One[]) {
  const leftOut = new Map<string, LeftOut | null>()
  for (const { toOfficeId: officeId } of all)
    if (!leftOut.has(officeId))
      leftOut.set(officeId, await firstUnreachable(context, [{ officeId, name: '未登记的单位', divisionCode: '' }]))
  const left = [...leftOut.values()].filter((one) => one !== null)
  const waiting = all.filter(({ toOfficeId }) => leftOut.get(toOfficeId) === null)
  if (waiting.length === 0) throw new Problem('KEY_REFUSED', `等待转交的回执现在都转不出去：${leftOutWords(left)}。`)
  return { waiting, leftOut: left }
}

type Waiting = { readonly file: string; readonly toOfficeId: string; readonly checkCode: string }

async function* passedDown(context: CoreContext, waiting: readonly Waiting[], job: Job): AsyncGenerator<NamedBytes> {
  for (const [index, { file, toOfficeId, checkCode }] of waiting.entries()) {
    await job.step(index, waiting.length)
    const volume = await openVolume(await getContent(context.dataFolder, file), context.keys.identities())
    const { party, recipient } = await partyWithKey(context, toOfficeId)
    // As the issuer addressed us: the name on our card may have changed since.
    const via = volume.envelope.recipient
    const sealed = await resealFor(volume, { keys: context.keys, recipients: [recipient], via, recipient: party })
    yield { name: receiptFileName(volume.manifest.sender.name, party.name, checkCode), bytes: sealed.bytes }
  }
}
