/** Which documents were drawn up for a notice (办理文书): its reply, plans, the office's own notice. */
import type { Kysely, Transaction } from 'kysely'
import type { NoticeDocumentRole } from '../../src-shared/notice-words.ts'
import type { NoticeDocument } from '../../src-shared/replies.ts'
import { insertRows, type Writer } from '../database/changes.ts'
import type { Tables } from '../database/tables.ts'

export type NoticeLink = {
  readonly noticeId: string
  readonly role: NoticeDocumentRole
  /** 零报告的原因; empty otherwise. */
  readonly zeroReason: string
}

/** Newest first; those of removed documents are left out. */
export async function listNoticeDocuments(db: Kysely<Tables>, noticeId: string): Promise<NoticeDocument[]> {
  const rows = await db
    .selectFrom('noticeDocument')
    .innerJoin('document', 'document.id', 'noticeDocument.documentId')
    .leftJoin('outgoing', 'outgoing.documentId', 'document.id')
    .select(['document.id as documentId', 'noticeDocument.role', 'document.title', 'document.number', 'outgoing.state'])
    .where('noticeDocument.noticeId', '=', noticeId)
    .where('noticeDocument.removedAt', 'is', null)
    .where('document.removedAt', 'is', null)
    .orderBy('document.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, state: row.state ?? '草稿' }))
}

/** The notice that a document answers; undefined for one that stands by itself. */
export async function noticeOf(db: Kysely<Tables>, documentId: string): Promise<NoticeLink | undefined> {
  return await db
    .selectFrom('noticeDocument')
    .select(['noticeId', 'role', 'zeroReason'])
    .where('documentId', '=', documentId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
}

export async function linkDocument(
  trx: Transaction<Tables>,
  writer: Writer,
  link: NoticeLink & { readonly documentId: string },
): Promise<void> {
  await insertRows(trx, writer, 'noticeDocument', [link])
}
