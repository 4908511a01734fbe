/**
 * Takes a bundle's rows into the received database (并入一个上报包) within the caller's transaction, and tells what that
 * does: a preview is the same transaction rolled back.
 */
import { sql, type Transaction } from 'kysely'
import {
  type BundleEffect,
  type CoverDifference,
  type FieldDispute,
  type HeldRow,
  type RowFate,
  type RowTally,
  rowFates,
} from '../../src-shared/intake.ts'
import { valuesOf } from '../../src-shared/office-totals.ts'
import type { PeriodFigures } from '../../src-shared/statistics.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import { applyRowStates, type RowOutcome } from '../merge/apply-rows.ts'
import { rowLine } from '../merge/row-state.ts'
import { stateRoot } from '../merge/state-root.ts'
import { wholeTables } from '../sync/reported-tables.ts'
import { type ArchivedBundle, missingOf, volumesHere } from './archive.ts'
import { flagsOf } from './bundle-flags.ts'
import { admitted, isKnownBetter, linesOfVolumes, type Rejected, volumesWithData } from './bundle-rows.ts'
import { dropMergedRows } from './drop-merged.ts'
import { figureEffects } from './figure-effects.ts'
import { holdRows, settleRows, waitingLines } from './hold-rows.ts'
import { noteDisputes } from './note-disputes.ts'
import { figuresOfOffice, forgetFigures } from './office-figures.ts'
import { ofReceived } from './received-database.ts'
import { senderChain } from './sender-chain.ts'

export type AppliedBundle = {
  readonly effect: BundleEffect
  readonly held: readonly HeldRow[]
  readonly disputes: readonly FieldDispute[]
}

type Applying = Pick<CoreContext, 'db' | 'dataFolder' | 'keys' | 'now' | 'newId'>

/** @throws Problem BUNDLE_INVALID, FILE_UNREADABLE, NOT_FOUND for a volume that does not hold what it did, KEY_LOCKED */
export async function applyBundle(
  trx: Transaction<Tables>,
  context: Applying,
  bundle: ArchivedBundle,
  volumes = volumesWithData(context, bundle),
): Promise<AppliedBundle> {
  const { bundleId, officeId, manifest } = bundle
  const before = await figuresOfOffice(trx, officeId, manifest.period)
  const rejected: Rejected[] = []
  const lines = bothOf(linesOfVolumes(volumes), await waitingLines(trx, officeId))
  const states = admitted(trx, lines, (one) => rejected.push(one))
  const outcomes = await applyRowStates(trx, states, { columns: { officeId } })
  const fates = await fatesOf(trx, officeId, outcomes, rejected)
  await settleRows(trx, bundle, [...fates.touched])
  const held = await holdRows(trx, bundle, fates.refused)
  const disputes = await noteDisputes(trx, context, bundleId, outcomes)
  await dropMergedRows(trx, officeId)
  await forgetFigures(trx, officeId)
  const after = await figuresOfOffice(trx, officeId, manifest.period)
  const root = await stateRoot(trx, wholeTables, { officeId })
  const rows = tallyOf(fates.all)
  const found = {
    rows,
    cover: coverDifferences(manifest.figures, after),
    root: { value: root.root, stated: manifest.state.root, isSame: root.root === manifest.state.root },
    differences: wholeTables.flatMap((table) => {
      const [stated = 0, here = 0] = [manifest.state.tables[table]?.rows, root.tables[table]?.rows]
      return stated === here ? [] : [{ table, stated, found: here }]
    }),
  }
  const flags = flagsOf({
    ...found,
    ...(await senderChain(context.db, manifest)),
    manifest,
    receivedAt: bundle.receivedAt,
    isFork: bundle.isFork === 1,
    held: await heldCount(trx, officeId),
    missingPhotos: missingOf(
      manifest,
      (await volumesHere(context.db, bundleId)).map(({ number }) => number),
    ).photos,
  })
  const tables = Object.fromEntries(
    [...new Set(fates.all.map(({ table }) => table))].map((table) => [
      table,
      tallyOf(fates.all.filter((one) => one.table === table)),
    ]),
  )
  return {
    effect: { ...found, tables, figures: figureEffects(valuesOf(before), valuesOf(after)), flags },
    held,
    disputes,
  }
}

async function* bothOf(first: AsyncIterable<string>, then: Iterable<string>): AsyncGenerator<string> {
  yield* first
  yield* then
}

type Fate = { readonly table: string; readonly fate: RowFate }

/** A row that waited and comes again in the bundle is told once, as the bundle has it. */
async function fatesOf(
  trx: Transaction<Tables>,
  officeId: string,
  outcomes: readonly RowOutcome[],
  rejected: readonly Rejected[],
) {
  const all = new Map<string, Fate>()
  const touched = new Set<string>()
  const refused: Rejected[] = []
  const refuse = async (one: Rejected) => {
    const { state, line, refusal } = one
    const table = state?.table ?? ''
    if (state) touched.add(state.id)
    if (state && (await isKnownBetter(trx, state, officeId))) all.set(state.id, { table, fate: '旧' })
    else {
      all.set(state?.id ?? line, { table, fate: refusal.rule === '引用' ? '暂存' : '拒收' })
      refused.push(one)
    }
  }
  for (const { table, id, outcome, refusal, state } of outcomes) {
    if (outcome === 'refused') {
      if (state && refusal) await refuse({ state, line: rowLine(state), refusal })
      continue
    }
    touched.add(id)
    all.set(id, { table, fate: words[outcome] })
  }
  for (const one of rejected) await refuse(one)
  return { all: [...all.values()], touched, refused }
}

const words = {
  new: '新增',
  changed: '修改',
  same: '未变',
  older: '旧',
  merged: '合并',
  conflict: '冲突',
} as const satisfies Record<Exclude<RowOutcome['outcome'], 'refused'>, RowFate>

function tallyOf(fates: readonly Fate[]): RowTally {
  const tally: Record<RowFate, number> = { ...noRows }
  for (const { fate } of fates) tally[fate] += 1
  return tally
}

const noRows = Object.fromEntries(rowFates.map((fate) => [fate, 0])) as RowTally

/** The cover may know fewer figures than we do, or more: what both know is compared. */
function coverDifferences(stated: PeriodFigures, found: PeriodFigures): CoverDifference[] {
  return figureEffects(valuesOf(stated), valuesOf(found)).flatMap(({ key, before, after }) => {
    const [group = '', name = ''] = key.split('.')
    const isStated = Object.hasOwn((stated as unknown as Record<string, object>)[group] ?? {}, name)
    return isStated ? [{ key, stated: before, found: after }] : []
  })
}

async function heldCount(trx: Transaction<Tables>, officeId: string): Promise<number> {
  const row = await ofReceived(trx)
    .selectFrom('heldRow')
    .select(sql<number>`count(*)`.as('count'))
    .where('officeId', '=', officeId)
    .where('settledBy', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}
