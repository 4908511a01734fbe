/** Takes bundles in that were archived (导入): one or a hundred, each by itself, with one summary. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { BundleImport, IntakeSummary } from '../../src-shared/intake.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import type { Job } from '../jobs.ts'
import { applyBundle } from './apply-bundle.ts'
import type { ArchivedBundle } from './archive.ts'
import { inOrder, lackOf, sentenceOf, watchTotals } from './asked-bundles.ts'
import { catchUp, noteApplied } from './catch-up.ts'
import { note } from './journal.ts'
import { inTurn } from './received-turn.ts'
import { takePhotosOf } from './take-photos.ts'

/** After so long an import commits what it has. */
const commitMilliseconds = 3000

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
