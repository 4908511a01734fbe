/** 更正: a finished period that the level above has confirmed is changed only with a reason. */
import { type Kysely, sql } from 'kysely'
import type { Manifest } from '../../src-shared/bundle-manifest.ts'
import { periodFigures } from '../../src-shared/figure-meanings.ts'
import { valuesOf } from '../../src-shared/office-totals.ts'
import type { Period } from '../../src-shared/period.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { Receipt } from '../../src-shared/receipts.ts'
import { type Corrected, correctionCauses } from '../../src-shared/reports.ts'
import type { PeriodFigures } from '../../src-shared/statistics.ts'
import type { Tables } from '../database/tables.ts'
import { newestOf } from '../sync/receipt-order.ts'
import { haveRecordsChanged } from './changed-since.ts'

type Now = {
  readonly period: Period
  /** Of the period's records as they are. */
  readonly fingerprint: string
  readonly figures: PeriodFigures
}

/**
 * The bundle whose records of the same period were confirmed and are no longer what they were. One that was made
 * before the period had ended reported what there was so far: more records are then no correction.
 */
export async function confirmedOtherwise(
  db: Kysely<Tables>,
  recipientId: string,
  { period, fingerprint, figures }: Now,
): Promise<Corrected | null> {
  const confirmed = await lastConfirmed(db, recipientId, period)
  if (!confirmed || Date.parse(confirmed.createdAt) <= endOf(period)) return null
  const manifest = JSON.parse(confirmed.manifest) as Manifest
  if (manifest.fingerprint === fingerprint) return null
  const { seq, acceptedAt, toChange } = confirmed
  if (await haveRecordsChanged(db, period, toChange)) return { seq, acceptedAt, cause: '记录' }
  // A union that was entered since is in every fingerprint; it corrects only a period whose figures it changes.
  const isOfUnions = await haveUnionsChanged(db, toChange)
  return isOfUnions && haveFiguresChanged(manifest.figures, figures) ? { seq, acceptedAt, cause: '名册' } : null
}

/** @throws Problem INVALID_INPUT */
export function refuseSilentCorrection(before: Corrected | null, reason: string): void {
  if (before === null || reason !== '') return
  throw new Problem(
    'INVALID_INPUT',
    `这一期已经报过（第${before.seq}号），上级也回执确认了，${correctionCauses[before.cause]}，请写明更正原因后再导出。`,
    { data: { issues: [{ path: ['correction'], message: '必填' }] } },
  )
}

/** The newest bundle of the period whose newest receipt says that it was taken in: a later one may have taken that back. */
async function lastConfirmed(db: Kysely<Tables>, recipientId: string, { from, to }: Period) {
  const answered = await db
    .selectFrom('exportedBundle as sent')
    .innerJoin('acceptedReceipt as receipt', 'receipt.bundleId', 'sent.bundleId')
    .select(['sent.bundleId', 'seq', 'sent.toChange', 'manifest', 'createdAt', 'acceptedAt', 'content'])
    .select(['receiptId', 'issuerReplica', 'issuerEpoch', 'number', 'issuedAt'])
    .where('kind', '=', 'report')
    .where('recipientId', '=', recipientId)
    .where('officeId', '=', recipientId)
    .where('periodFrom', '=', from)
    .where('periodTo', '=', to)
    .where('manifest', '<>', '')
    .orderBy('createdAt', 'desc')
    .orderBy('seq', 'desc')
    .execute()
  for (const bundleId of new Set(answered.map((one) => one.bundleId))) {
    const newest = newestOf(answered.filter((one) => one.bundleId === bundleId))
    if (newest && (JSON.parse(newest.content) as Receipt).business !== null) return newest
  }
  return null
}

async function haveUnionsChanged(db: Kysely<Tables>, after: number): Promise<boolean> {
  const { rows } = await sql`
    select 1 from change where seq > ${after} and tableName in ('grassrootsUnion', 'unionAct') limit 1
  `.execute(db)
  return rows.length > 0
}

/** Quotients may differ in the last bit; what the manifest does not state is not compared. */
function haveFiguresChanged(stated: PeriodFigures | null, now: PeriodFigures): boolean {
  if (stated === null) return false
  const [before, after] = [valuesOf(stated), valuesOf(now)]
  return periodFigures.some((key) => {
    const [one, other] = [before[key], after[key]]
    if (one === null) return false
    return other === null || Math.abs(one - other) > 1e-9
  })
}

/** The last moment of the period on the office's wall clock, in milliseconds. */
function endOf({ to }: Period): number {
  return new Date(`${to}T23:59:59.999`).getTime()
}
