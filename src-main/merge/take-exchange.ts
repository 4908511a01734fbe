/**
 * Takes in bundles of this office's other PC (接收同步包): a preview first, which is the same transaction rolled back, then
 * all of them in one. Files of evidence come first: a row must not name what is not there.
 */
import type { Transaction } from 'kysely'
import type { DeliveredFile } from '../../src-shared/delivery.ts'
import { type ExchangeTaken, type ExchangeTally, tableNames } from '../../src-shared/exchange.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import { contentBytes, putContent } from '../files/content-store.ts'
import { applyExchange } from './apply-exchange.ts'
import type { RowOutcome } from './apply-rows.ts'
import { listConflicts } from './conflicts.ts'
import { contentsNamed, textsIn } from './exchange-parts.ts'
import { takeFrozen } from './frozen-documents.ts'
import { type OpenedExchange, openExchanges } from './open-exchange.ts'
import { parseRowLine, tableOrder } from './row-state.ts'

export type TakeInput = {
  readonly files: readonly DeliveredFile[]
  /** Without it everything is as before. */
  readonly apply: boolean
  readonly jobId?: string | undefined
}

/** @throws Problem BUNDLE_INVALID, KEY_LOCKED, DISK_FULL, FILE_UNWRITABLE; the ledger is then as it was */
export async function takeExchange(context: CoreContext, { files, apply, jobId }: TakeInput): Promise<ExchangeTaken> {
  return await context.jobs.run(jobId, apply ? '正在并入同步包' : '正在查看同步包', async (job) => {
    await job.step(0, 0)
    const bundles = await openExchanges(context, files)
    const contents = await countContents(context, bundles)
    if (apply) for (const { volumes } of bundles) await putContents(context, volumes)
    const { taken } = await context.db
      .transaction()
      .execute(async (trx) => {
        const taken = { ...(await takeAll(trx, context, bundles)), isApplied: apply, files: contents }
        if (apply) return { taken }
        throw { taken } satisfies RolledBack
      })
      .catch((error: unknown) => {
        if (isRolledBack(error)) return error
        throw error
      })
    return taken
  })
}

/** What a preview throws to leave nothing behind. */
type RolledBack = { readonly taken: ExchangeTaken }
const isRolledBack = (error: unknown): error is RolledBack =>
  typeof error === 'object' && error !== null && 'taken' in error

async function takeAll(trx: Transaction<Tables>, context: CoreContext, bundles: readonly OpenedExchange[]) {
  const latest = new Map<string, RowOutcome>()
  const conflictIds: string[] = []
  for (const { manifest, volumes } of bundles) {
    const states = (await textsIn(volumes, 'data')).map(parseRowLine)
    const applied = await applyExchange(trx, context, { states, bundleId: manifest.bundleId })
    for (const outcome of applied.outcomes) {
      const key = `${outcome.table} ${outcome.id}`
      // A row that the first bundle brought is not the same only because the second brings it again.
      if (wordOf(outcome) !== 'same' || !latest.has(key)) latest.set(key, outcome)
    }
    conflictIds.push(...applied.conflictIds)
    await takeFrozen(trx, await textsIn(volumes, 'frozen'), (sha256) => attachmentOf(volumes, sha256))
    await noteOtherPc(trx, context, { manifest, volumes })
  }
  const outcomes = [...latest.values()]
  const tables = tableOrder.flatMap((table) => {
    const tally = tallyOf(outcomes.filter((outcome) => outcome.table === table))
    const isTouched = Object.entries(tally).some(([word, count]) => word !== 'same' && count > 0)
    return isTouched ? [{ table, name: tableNames[table] ?? table, tally }] : []
  })
  return {
    bundles: bundles.map(({ manifest: { bundleId, createdAt, seq }, fileNames }) => ({
      bundleId,
      createdAt,
      seq,
      fileNames,
    })),
    tables,
    total: tallyOf(outcomes),
    conflicts: conflictIds.length === 0 ? [] : await listConflicts(trx, context.replica, { ids: conflictIds }),
  }
}

function tallyOf(outcomes: readonly RowOutcome[]): ExchangeTally {
  const tally = { added: 0, changed: 0, same: 0, merged: 0, conflict: 0, parked: 0 }
  for (const outcome of outcomes) tally[wordOf(outcome)] += 1
  return tally
}

function wordOf({ outcome }: RowOutcome): keyof ExchangeTally {
  return words[outcome]
}

const words = {
  new: 'added',
  changed: 'changed',
  same: 'same',
  older: 'same',
  merged: 'merged',
  conflict: 'conflict',
  refused: 'parked',
} as const satisfies Record<RowOutcome['outcome'], keyof ExchangeTally>

async function noteOtherPc(
  trx: Transaction<Tables>,
  { now }: Pick<CoreContext, 'now'>,
  { manifest, volumes }: Pick<OpenedExchange, 'manifest' | 'volumes'>,
): Promise<void> {
  const { replica, epoch, seq, bundleId, createdAt } = manifest
  const contents = JSON.stringify(contentsNamed(await textsIn(volumes, 'contents')))
  const known = await trx.selectFrom('otherPc').select('createdAt').where('replica', '=', replica).executeTakeFirst()
  if (known && known.createdAt > createdAt) return
  const seen = { epoch, seq, bundleId, createdAt, takenAt: now(), contents }
  await trx
    .insertInto('otherPc')
    .values({ replica, ...seen })
    .onConflict((conflict) => conflict.doUpdateSet(seen))
    .execute()
}

async function attachmentOf(volumes: OpenedExchange['volumes'], sha256: string): Promise<Uint8Array | undefined> {
  for (const { attachments } of volumes)
    for (const { entry, read } of attachments) if (entry.sha256 === sha256) return await read()
  return undefined
}

/** Of what the other PC names: how much comes with the bundles, and how much is in neither place. */
async function countContents({ dataFolder }: CoreContext, bundles: readonly OpenedExchange[]) {
  let [added, missing] = [0, 0]
  const seen = new Set<string>()
  for (const { volumes } of bundles) {
    const carried = new Set(volumes.flatMap(({ attachments }) => attachments.map(({ entry }) => entry.sha256)))
    for (const sha256 of contentsNamed(await textsIn(volumes, 'contents'))) {
      if (seen.has(sha256) || (await contentBytes(dataFolder, sha256)) !== null) continue
      seen.add(sha256)
      if (carried.has(sha256)) added += 1
      else missing += 1
    }
  }
  return { added, missing }
}

async function putContents({ dataFolder }: CoreContext, volumes: OpenedExchange['volumes']): Promise<void> {
  const named = new Set(contentsNamed(await textsIn(volumes, 'contents')))
  for (const { attachments } of volumes)
    for (const { entry, read } of attachments) if (named.has(entry.sha256)) await putContent(dataFolder, await read())
}
