/** Previews and takes in bundles that were archived (预览、导入): one or a hundred, each by itself, with one summary. */
import { type Kysely, sql, type Transaction } from 'kysely'
import {
  type BundleImport,
  type BundlePreview,
  type IntakePreview,
  type IntakeSummary,
  namedRows,
  type TotalsEffect,
} from '../../src-shared/intake.ts'
import type { FigureValues } from '../../src-shared/office-totals.ts'
import type { Period } from '../../src-shared/period.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import type { Job } from '../jobs.ts'
import { applyBundle } from './apply-bundle.ts'
import { type ArchivedBundle, archivedBundle, missingOf, volumesHere } from './archive.ts'
import { catchUp, noteApplied } from './catch-up.ts'
import { figureEffects } from './figure-effects.ts'
import { note } from './journal.ts'
import { showBundle } from './list-bundles.ts'
import { totalsOf } from './office-figures.ts'
import { inTurn } from './received-turn.ts'
import { takePhotosOf } from './take-photos.ts'

/** Periods whose totals are shown: a hundred counties mostly report one. */
const shownPeriods = 4
/** After so long an import commits what it has. */
const commitMilliseconds = 3000

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
  const done: BundleImport[] = []
  let totals: Awaited<ReturnType<typeof watchTotals>> | undefined
  const takeTurn = async (db: Kysely<Tables>, isAwaited: () => boolean) => {
    if (!totals) {
      await catchUp(db, context)
      totals = await db.transaction().execute((trx) => watchTotals(trx, bundles, job))
    }
    while (done.length < bundles.length) {
      const importing = { bundles, from: done.length, acceptRed, job, isAwaited }
      const { imports, stopped } = await db.transaction().execute((trx) => importSome(trx, context, importing))
      for (const one of imports) {
        const bundle = bundles[done.length] as ArchivedBundle
        done.push(one.outcome === '已导入' ? { ...one, words: await lackOfPhotos(context, bundle) } : one)
      }
      if (stopped) throw stopped
      if (isAwaited()) return undefined
    }
    return await db.transaction().execute(totals)
  }
  for (;;) {
    const after = await inTurn(context, takeTurn)
    if (after) return { bundles: done, totals: after }
  }
}

type Importing = {
  readonly bundles: readonly ArchivedBundle[]
  /** The first one whose turn it is. */
  readonly from: number
  readonly acceptRed: readonly string[] | 'all'
  readonly job: Job
  readonly isAwaited: () => boolean
}

/**
 * Bundles for some seconds in one transaction, less when somebody waits: what they write lies on the same pages, which
 * are then written once. `stopped` is why it ends before the last of them; what is in stays in.
 */
async function importSome(
  trx: Transaction<Tables>,
  context: CoreContext,
  { bundles, from, acceptRed, job, isAwaited }: Importing,
): Promise<{ imports: BundleImport[]; stopped: unknown }> {
  const imports: BundleImport[] = []
  const begun = performance.now()
  for (const bundle of bundles.slice(from)) {
    try {
      await job.step(from + imports.length, bundles.length)
    } catch (stopped) {
      return { imports, stopped }
    }
    const isAccepted = acceptRed === 'all' || acceptRed.includes(bundle.bundleId)
    imports.push(await importOne(trx, context, bundle, isAccepted))
    if (isAwaited() || performance.now() - begun > commitMilliseconds) break
  }
  return { imports, stopped: null }
}

async function importOne(
  trx: Transaction<Tables>,
  context: CoreContext,
  bundle: ArchivedBundle,
  isAccepted: boolean,
): Promise<BundleImport> {
  const { bundleId, seq, manifest } = bundle
  const shown = { bundleId, seq, officeName: manifest.sender.name, effect: null }
  const lacking = await lackOf(context, bundle)
  if (lacking !== null) return { ...shown, ...lacking }
  await sql`SAVEPOINT bundle`.execute(trx)
  try {
    const result = await applyBundle(trx, context, bundle)
    const red = result.effect.flags.filter(({ level }) => level === '红')
    if (red.length > 0 && !isAccepted) throw new Problem('CONFLICT', red.map(({ words }) => words).join(''))
    const position = await decide(context, bundle)
    await noteApplied(trx, context, { ...bundle, position }, result)
    await sql`RELEASE bundle`.execute(trx)
    return { ...shown, outcome: '已导入', words: '', effect: result.effect }
  } catch (error) {
    const words = sentenceOf(error)
    await sql`ROLLBACK TO bundle`.execute(trx)
    await sql`RELEASE bundle`.execute(trx)
    const isRed = error instanceof Problem && error.code === 'CONFLICT'
    return { ...shown, outcome: isRed ? '待确认' : '未导入', words }
  }
}

/** Its rows are in; what ails a photo is said beside that. */
async function lackOfPhotos(context: CoreContext, bundle: ArchivedBundle): Promise<string> {
  try {
    await takePhotosOf(context, bundle)
    return ''
  } catch (error) {
    return sentenceOf(error)
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
async function watchTotals(trx: Transaction<Tables>, bundles: readonly ArchivedBundle[], job: Job) {
  const periods = new Map(bundles.map(({ manifest: { period } }) => [`${period.from} ${period.to}`, period]))
  const shown = [...periods.values()].slice(0, shownPeriods)
  const others = bundles.map(({ officeId }) => officeId)
  const before = new Map<Period, FigureValues>()
  const step = () => job.step(0, bundles.length)
  for (const period of shown) before.set(period, await totalsOf(trx, { others, period, step }))
  return async (within: Transaction<Tables>): Promise<TotalsEffect[]> => {
    const effects: TotalsEffect[] = []
    for (const [period, values] of before) {
      const after = await totalsOf(within, { others, period, step: async () => undefined })
      effects.push({ period, figures: figureEffects(values, after) })
    }
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
