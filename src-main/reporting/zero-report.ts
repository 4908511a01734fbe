/** 零报告: kinds of record that the period has none of, and why. */
import type { Kysely } from 'kysely'
import type { DeclaredEmpty } from '../../src-shared/bundle-manifest.ts'
import { recordsOfKind } from '../../src-shared/declared-empty.ts'
import { Problem } from '../../src-shared/problems.ts'
import { type RecordKind, recordKindNames, recordKinds } from '../../src-shared/record-kinds.ts'
import type { EmptyKind } from '../../src-shared/reports.ts'
import type { PeriodFigures } from '../../src-shared/statistics.ts'
import type { Tables } from '../database/tables.ts'

/** With the reason that the reply to the notice states, so that the clerk need not write it twice. */
export async function emptyKinds(
  db: Kysely<Tables>,
  figures: PeriodFigures,
  noticeId: string | null,
): Promise<EmptyKind[]> {
  const empty = recordKinds.filter((kind) => recordsOfKind(figures, kind) === 0)
  if (empty.length === 0) return []
  const reason = noticeId === null ? '' : await statedReason(db, noticeId)
  return empty.map((kind) => ({ kind, reason }))
}

/** @throws Problem INVALID_INPUT when nothing at all is reported and nobody says why */
export function declareEmpty(
  empty: readonly EmptyKind[],
  given: readonly { readonly kind: RecordKind; readonly reason: string }[],
): DeclaredEmpty[] {
  const declared = empty.flatMap(({ kind, reason }) => {
    const words = given.find((one) => one.kind === kind)?.reason || reason
    return words === '' ? [] : [{ what: recordKindNames[kind], reason: words }]
  })
  if (empty.length === recordKinds.length && declared.length === 0)
    throw new Problem('INVALID_INPUT', '这一期没有任何记录，报零报告应写明原因；日期选错了的，请改选统计期。', {
      data: { issues: [{ path: ['reasons'], message: '必填' }] },
    })
  return declared
}

async function statedReason(db: Kysely<Tables>, noticeId: string): Promise<string> {
  const row = await db
    .selectFrom('noticeDocument')
    .select('zeroReason')
    .where('noticeId', '=', noticeId)
    .where('removedAt', 'is', null)
    .where('zeroReason', '<>', '')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.zeroReason ?? ''
}
