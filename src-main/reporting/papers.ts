/** The papers that go with a bundle (随包文书): the notice that it answers, finalised replies of the same records. */
import type { Kysely } from 'kysely'
import type { AnsweredNotice, BoundPaper } from '../../src-shared/bundle-manifest.ts'
import type { Period } from '../../src-shared/period.ts'
import type { Tables } from '../database/tables.ts'
import { getNotice } from '../notices/notices.ts'
import { shortCode } from '../statistics/record-set.ts'

/** @throws Problem NOT_FOUND */
export async function answeredNotice(db: Kysely<Tables>, noticeId: string | null): Promise<AnsweredNotice | null> {
  if (noticeId === null) return null
  const { id, number, title, issuer } = await getNotice(db, noticeId)
  return { id, number, title, issuer }
}

/** Reports of the period and replies to the notice that are finalised and not withdrawn, oldest first. */
export async function boundPapers(db: Kysely<Tables>, period: Period, noticeId: string | null): Promise<BoundPaper[]> {
  const rows = await db
    .selectFrom('outgoing')
    .innerJoin('frozenDocument', 'frozenDocument.outgoingId', 'outgoing.id')
    .innerJoin('document', 'document.id', 'outgoing.documentId')
    .leftJoin('noticeDocument', (join) =>
      join.onRef('noticeDocument.documentId', '=', 'document.id').on('noticeDocument.removedAt', 'is', null),
    )
    .select(['document.title', 'document.number', 'frozenDocument.sha256', 'frozenDocument.fingerprint'])
    .distinct()
    .where('outgoing.state', '=', '已定稿')
    .where('outgoing.removedAt', 'is', null)
    .where(({ and, or, eb }) =>
      or([
        and([
          eb('document.periodFrom', '=', period.from),
          eb('document.periodTo', '=', period.to),
          eb('outgoing.kind', '=', '报告'),
        ]),
        ...(noticeId === null
          ? []
          : [and([eb('noticeDocument.noticeId', '=', noticeId), eb('noticeDocument.role', '=', '情况报告')])]),
      ]),
    )
    .orderBy('outgoing.id')
    .execute()
  return rows.map((row) => ({ ...row, fingerprint: shortCode(row.fingerprint) }))
}
