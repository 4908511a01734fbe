/** 更正: a finished period that the level above has confirmed is changed only with a reason. */
import type { Kysely } from 'kysely'
import type { Manifest } from '../../src-shared/bundle-manifest.ts'
import type { Period } from '../../src-shared/period.ts'
import { Problem } from '../../src-shared/problems.ts'
import { type RecordKind, recordKinds } from '../../src-shared/record-kinds.ts'
import type { ReportBase } from '../../src-shared/reports.ts'
import type { Tables } from '../database/tables.ts'

/**
 * The bundle whose records of the same period were confirmed and are no longer what they were. One that was made
 * before the period had ended reported what there was so far: more records are then no correction.
 * @param fingerprint of the period's records now
 */
export async function confirmedOtherwise(
  db: Kysely<Tables>,
  recipientId: string,
  { period, fingerprint }: { readonly period: Period; readonly fingerprint: string },
): Promise<ReportBase | null> {
  const confirmed = await db
    .selectFrom('exportedBundle')
    .innerJoin('acceptedReceipt', 'acceptedReceipt.bundleId', 'exportedBundle.bundleId')
    .select(['seq', 'exportedBundle.toChange', 'manifest', 'createdAt', 'acceptedAt'])
    .where('kind', '=', 'report')
    .where('recipientId', '=', recipientId)
    .where('periodFrom', '=', period.from)
    .where('periodTo', '=', period.to)
    .where('manifest', '<>', '')
    .where((eb) => eb(eb.fn('json_type', ['content', eb.val('$.business')]), '=', 'object'))
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!confirmed || Date.parse(confirmed.createdAt) <= endOf(period)) return null
  if ((JSON.parse(confirmed.manifest) as Manifest).fingerprint === fingerprint) return null
  return (await haveChanged(db, confirmed.toChange)) ? { seq: confirmed.seq, acceptedAt: confirmed.acceptedAt } : null
}

/** @throws Problem INVALID_INPUT */
export function refuseSilentCorrection(before: ReportBase | null, reason: string): void {
  if (before === null || reason !== '') return
  throw new Problem(
    'INVALID_INPUT',
    `这一期已经报过（第${before.seq}号），上级也回执确认了，现在的记录与当时不同，请写明更正原因后再导出。`,
    { data: { issues: [{ path: ['correction'], message: '必填' }] } },
  )
}

/** The register of unions has a fingerprint's part too, but its changes correct no record. */
async function haveChanged(db: Kysely<Tables>, after: number): Promise<boolean> {
  const change = await db
    .selectFrom('change')
    .select('seq')
    .where('seq', '>', after)
    .where('tableName', 'in', [...recordKinds] satisfies RecordKind[])
    .limit(1)
    .executeTakeFirst()
  return change !== undefined
}

/** The last moment of the period on the office's wall clock, in milliseconds. */
function endOf({ to }: Period): number {
  return new Date(`${to}T23:59:59.999`).getTime()
}
