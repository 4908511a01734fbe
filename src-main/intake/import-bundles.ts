/** Previews and takes in bundles that were archived (预览、导入): one or a hundred, each by itself, with one summary. */
import type { Kysely, Transaction } from 'kysely'
import {
  type BundleImport,
  type BundlePreview,
  type IntakePreview,
  type IntakeSummary,
  namedRows,
  type TotalsEffect,
} from '../../src-shared/intake.ts'
import type { Period } from '../../src-shared/period.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import type { Job } from '../jobs.ts'
import { applyBundle, figuresOf } from './apply-bundle.ts'
import { type ArchivedBundle, archivedBundle, missingOf, volumesHere } from './archive.ts'
import { catchUp, noteApplied } from './catch-up.ts'
import { figureEffects } from './figure-effects.ts'
import { note } from './journal.ts'
import { showBundle } from './list-bundles.ts'
import { inTurn } from './received-turn.ts'
import { takePhotosOf } from './take-photos.ts'

/** Periods whose totals are shown: a hundred counties mostly report one. */
const shownPeriods = 4
/** After so long an import lets the desk have its turn. */
const turnMilliseconds = 1000

/** Nothing is written. @throws Problem NOT_FOUND, KEY_LOCKED, CANCELLED */
export async function previewBundles(context: CoreContext, ids: readonly string[], job: Job): Promise<IntakePreview> {
  const bundles = await inOrder(context, ids)
  return await inTurn(context, async (db) => {
    await catchUp(db, context)
    return await rolledBack(db, async (trx) => {
      const totals = await watchTotals(trx, context, bundles)
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

/**
 * Takes in those that can be: without `acceptRed` not those with a red flag. A crash between the ledger's decision and
 * the received database's commit is made good at the next opening.
 * @throws Problem NOT_FOUND, KEY_LOCKED, DISK_FULL; CANCELLED between two bundles, what is in stays in
 */
export async function importBundles(
  context: CoreContext,
  { bundleIds, acceptRed }: { readonly bundleIds: readonly string[]; readonly acceptRed: readonly string[] | 'all' },
  job: Job,
): Promise<IntakeSummary> {
  const bundles = await inOrder(context, bundleIds)
  const totals = await inTurn(context, async (db) => {
    await catchUp(db, context)
    return await db.transaction().execute((trx) => watchTotals(trx, context, bundles))
  })
  const done: BundleImport[] = []
  while (done.length < bundles.length)
    await inTurn(context, async (db) => {
      const begun = performance.now()
      for (const bundle of bundles.slice(done.length)) {
        await job.step(done.length, bundles.length)
        const isAccepted = acceptRed === 'all' || acceptRed.includes(bundle.bundleId)
        done.push(await importOne(db, context, bundle, isAccepted))
        if (performance.now() - begun > turnMilliseconds) return
      }
    })
  const after = await inTurn(context, (db) => db.transaction().execute(totals))
  return { bundles: done, totals: after }
}

async function importOne(
  db: Kysely<Tables>,
  context: CoreContext,
  bundle: ArchivedBundle,
  isAccepted: boolean,
): Promise<BundleImport> {
  const { bundleId, seq, manifest } = bundle
  const shown = { bundleId, seq, officeName: manifest.sender.name, effect: null }
  const lacking = await lackOf(context, bundle)
  if (lacking !== null) return { ...shown, ...lacking }
  try {
    const { effect } = await db.transaction().execute(async (trx) => {
      const result = await applyBundle(trx, context, bundle)
      const red = result.effect.flags.filter(({ level }) => level === '红')
      if (red.length > 0 && !isAccepted) throw new Problem('CONFLICT', red.map(({ words }) => words).join(''))
      const position = await decide(context, bundle)
      await noteApplied(trx, context, { ...bundle, position }, result)
      return result
    })
    await takePhotosOf(context, bundle)
    return { ...shown, outcome: '已导入', words: '', effect }
  } catch (error) {
    const isRed = error instanceof Problem && error.code === 'CONFLICT'
    return { ...shown, outcome: isRed ? '待确认' : '未导入', words: sentenceOf(error) }
  }
}

/** Why it cannot be taken in now; null when it can. */
async function lackOf({ db }: CoreContext, { bundleId, manifest, importedAt, undoneAt }: ArchivedBundle) {
  if (importedAt !== null && undoneAt === null)
    return { outcome: '已在库' as const, words: '已经导入过，没有重复导入。' }
  const { volumes, isUsable } = missingOf(
    manifest,
    (await volumesHere(db, bundleId)).map(({ number }) => number),
  )
  if (isUsable) return null
  return { outcome: '缺分卷' as const, words: `还缺第${volumes.join('、')}卷，收齐数据分卷后才能导入。` }
}

/** From now on it counts, whatever happens to the received database. @returns its place in the order of imports */
async function decide(context: CoreContext, { bundleId, officeId }: ArchivedBundle): Promise<number> {
  return await context.db.transaction().execute(async (trx) => {
    const last = await trx
      .selectFrom('archivedBundle')
      .select(({ fn }) => fn.max('position').as('position'))
      .executeTakeFirst()
    const position = (last?.position ?? 0) + 1
    const { now, operator } = context
    await trx
      .updateTable('archivedBundle')
      .set({ importedAt: now(), importedBy: operator, position, undoneAt: null })
      .where('bundleId', '=', bundleId)
      .execute()
    await note({ ...context, db: trx }, { action: '导入', bundleId, officeId, words: '' })
    return position
  })
}

/** A sender's bundles in the order of their numbers: they then read as what they are, though any order gives the same. */
async function inOrder({ db }: CoreContext, ids: readonly string[]): Promise<ArchivedBundle[]> {
  const bundles: ArchivedBundle[] = []
  for (const id of new Set(ids)) bundles.push(await archivedBundle(db, id))
  return bundles.toSorted((one, other) =>
    one.officeId !== other.officeId
      ? one.officeId < other.officeId
        ? -1
        : 1
      : one.epoch - other.epoch || one.seq - other.seq,
  )
}

/** Counts now, and gives what counts again and tells the difference. */
async function watchTotals(trx: Transaction<Tables>, { officeId }: CoreContext, bundles: readonly ArchivedBundle[]) {
  const periods = new Map(bundles.map(({ manifest: { period } }) => [`${period.from} ${period.to}`, period]))
  const shown = [...periods.values()].slice(0, shownPeriods)
  const count = (within: Transaction<Tables>, period: Period) => figuresOf(within, { but: [officeId] }, period)
  const before = new Map<Period, Awaited<ReturnType<typeof count>>>()
  for (const period of shown) before.set(period, await count(trx, period))
  return async (within: Transaction<Tables>): Promise<TotalsEffect[]> => {
    const effects: TotalsEffect[] = []
    for (const [period, figures] of before)
      effects.push({ period, figures: figureEffects(figures, await count(within, period)) })
    return effects
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

/** The disk's and the key's failures are not the bundle's: the next one would fare no better. */
const stopping = new Set(['DISK_FULL', 'FILE_UNWRITABLE', 'KEY_LOCKED', 'CANCELLED'])

function sentenceOf(error: unknown): string {
  if (error instanceof Problem && !stopping.has(error.code)) return error.message
  throw error
}
