/** What previewing and taking in have in common (所选上报包): their order, what they lack, the totals before and after. */
import type { Transaction } from 'kysely'
import type { TotalsEffect } from '../../src-shared/intake.ts'
import { inMadeOrder } from '../../src-shared/made-order.ts'
import type { FigureValues } from '../../src-shared/office-totals.ts'
import type { Period } from '../../src-shared/period.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import type { Job } from '../jobs.ts'
import { type ArchivedBundle, archivedBundle, missingOf, volumesHere } from './archive.ts'
import { figureEffects } from './figure-effects.ts'
import { totalsOf } from './office-figures.ts'

/** Periods whose totals are shown: a hundred counties mostly report one. */
const shownPeriods = 4

/** A sender's bundles as it made them: they then read as what they are, though any order gives the same rows. @throws Problem NOT_FOUND */
export async function inOrder({ db }: CoreContext, ids: readonly string[]): Promise<ArchivedBundle[]> {
  const bundles: ArchivedBundle[] = []
  for (const id of new Set(ids)) bundles.push(await archivedBundle(db, id))
  const made = inMadeOrder(bundles.map((bundle) => ({ ...bundle, createdAt: bundle.manifest.createdAt })))
  return made.toSorted((one, other) => (one.officeId === other.officeId ? 0 : one.officeId < other.officeId ? -1 : 1))
}

/** Why it cannot be taken in now; null when it can. */
export async function lackOf({ db }: CoreContext, { bundleId, manifest, importedAt, undoneAt }: ArchivedBundle) {
  if (importedAt !== null && undoneAt === null)
    return { outcome: '已在库' as const, words: '已经导入过，没有重复导入。' }
  const { volumes, isUsable } = missingOf(
    manifest,
    (await volumesHere(db, bundleId)).map(({ number }) => number),
  )
  if (isUsable) return null
  return { outcome: '缺分卷' as const, words: `还缺第${volumes.join('、')}卷，收齐数据分卷后才能导入。` }
}

/** Counts now, and gives what counts again and tells the difference. */
export async function watchTotals(trx: Transaction<Tables>, bundles: readonly ArchivedBundle[], job: Job) {
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

/** The disk's and the key's failures. */
const stopping = new Set(['DISK_FULL', 'FILE_UNWRITABLE', 'KEY_LOCKED', 'CANCELLED'])

/** What ails this bundle alone. @throws whatever ails the next one too */
export function sentenceOf(error: unknown): string {
  if (error instanceof Problem && !stopping.has(error.code)) return error.message
  throw error
}
