/** What taking bundles in would do (预览): done in full and rolled back. */
import type { Kysely, Transaction } from 'kysely'
import { type BundlePreview, type IntakePreview, namedRows } from '../../src-shared/intake.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import type { Job } from '../jobs.ts'
import { applyBundle } from './apply-bundle.ts'
import type { ArchivedBundle } from './archive.ts'
import { inOrder, lackOf, sentenceOf, watchTotals } from './asked-bundles.ts'
import { catchUp } from './catch-up.ts'
import { showBundle } from './list-bundles.ts'
import { inTurn } from './received-turn.ts'

/** Nothing is written. @throws Problem NOT_FOUND, KEY_LOCKED, CANCELLED */
export async function previewBundles(context: CoreContext, ids: readonly string[], job: Job): Promise<IntakePreview> {
  const bundles = await inOrder(context, ids)
  return await inTurn(context, async (db) => {
    await catchUp(db, context)
    const totals = await db.transaction().execute((trx) => watchTotals(trx, bundles, job))
    return await rolledBack(db, async (trx) => {
      const previews: BundlePreview[] = []
      for (const [index, bundle] of bundles.entries()) {
        await job.step(index, bundles.length)
        previews.push(await previewOne(trx, context, bundle))
      }
      return { bundles: previews, totals: await totals(trx) }
    })
  })
}

async function previewOne(
  trx: Transaction<Tables>,
  context: CoreContext,
  bundle: ArchivedBundle,
): Promise<BundlePreview> {
  const shown = { bundle: await showBundle(context.db, bundle.bundleId), held: [], disputes: [] }
  const lacking = await lackOf(context, bundle)
  if (lacking !== null) return { ...shown, effect: null, words: lacking.words }
  try {
    const { effect, held, disputes } = await applyBundle(trx, context, bundle)
    return { ...shown, effect, words: '', held: held.slice(0, namedRows), disputes: disputes.slice(0, namedRows) }
  } catch (error) {
    return { ...shown, effect: null, words: sentenceOf(error) }
  }
}

async function rolledBack<Value>(
  db: Kysely<Tables>,
  work: (trx: Transaction<Tables>) => Promise<Value>,
): Promise<Value> {
  const result: { value?: Value } = {}
  const enough = new Error('rolled back on purpose')
  await db
    .transaction()
    .execute(async (trx) => {
      result.value = await work(trx)
      throw enough
    })
    .catch((error) => {
      if (error !== enough) throw error
    })
  return result.value as Value
}
