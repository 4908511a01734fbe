/** Stored official documents (公文): the model as JSON, title and number in columns of their own for the list. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { DocumentKind, OfficialDocument } from '../../src-shared/documents.ts'
import { documentDraftKey } from '../../src-shared/editing/draft-key.ts'
import type { ListedDocument, RegisteredDocument } from '../../src-shared/outgoing.ts'
import type { Period } from '../../src-shared/period.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { RecordScope } from '../../src-shared/record-scope.ts'
import type { Stamp } from '../../src-shared/stamp.ts'
import { insertRows, type NewRow, removeRow, restoreRow, updateRow, type Writer } from '../database/changes.ts'
import { getRow } from '../database/list-rows.ts'
import { toRow } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'
import { nextSerial } from './number-series.ts'
import { refuseFinalised, registrationOf } from './outgoing-register.ts'

/** Newest first. */
export async function listDocuments(db: Kysely<Tables>): Promise<readonly ListedDocument[]> {
  const rows = await db
    .selectFrom('document')
    .leftJoin('outgoing', 'outgoing.documentId', 'document.id')
    .select(['document.id', 'document.version', 'document.createdAt', 'document.updatedAt'])
    .select(['document.title', 'number', 'periodFrom', 'periodTo', 'state'])
    // kysely has no word for one field of a JSON column.
    .select(sql<DocumentKind>`document.content ->> 'kind'`.as('kind'))
    .where('document.removedAt', 'is', null)
    .orderBy('document.id', 'desc')
    .execute()
  return rows.map(({ periodFrom, periodTo, state, ...row }) => ({
    ...row,
    period: { from: periodFrom, to: periodTo },
    state: state ?? '草稿',
  }))
}

/** @throws Problem NOT_FOUND */
export async function getDocument(db: Kysely<Tables>, id: string): Promise<RegisteredDocument> {
  const { periodFrom, periodTo, content, ...row } = await getRow<DocumentItem>(db, 'document', id)
  const { version, createdAt, updatedAt } = row
  const stored = { id, version, createdAt, updatedAt, period: { from: periodFrom, to: periodTo }, content }
  return { ...stored, registration: await registrationOf(db, id) }
}

/** Whose records a document counts; that never changes. @throws Problem NOT_FOUND */
export async function scopeOf(db: Kysely<Tables>, id: string): Promise<RecordScope> {
  return (await getDocument(db, id)).content.scope
}

export async function addDocument(
  trx: Transaction<Tables>,
  writer: Writer,
  document: { readonly period: Period; readonly content: OfficialDocument },
): Promise<string> {
  const [id] = await insertRows(trx, writer, 'document', [rowOf(document.period, document.content)])
  if (id === undefined) throw new Error('a document was added without an id')
  return id
}

/** @throws Problem NOT_FOUND, FINALISED, CONFLICT when it was changed since, or the new number is another document's */
export async function updateDocument(
  db: Kysely<Tables>,
  writer: Writer,
  edit: { readonly id: string; readonly version: number; readonly content: OfficialDocument },
): Promise<RegisteredDocument> {
  await db.transaction().execute(async (trx) => {
    await refuseFinalised(trx, edit.id)
    const { period, content } = await getDocument(trx, edit.id)
    // A proposal that another document was finalised under in the meantime must not keep the text from being saved.
    if (edit.content.number !== content.number) await refuseKnownNumber(trx, edit.content.number, edit.id)
    await updateRow(trx, writer, 'document', edit, rowOf(period, edit.content))
    // In the same moment: a draft of the old version would be refused as somebody else's change after a crash.
    await trx.deleteFrom('draft').where('key', '=', documentDraftKey(edit.id)).execute()
  })
  return await getDocument(db, edit.id)
}

/** @throws Problem NOT_FOUND, FINALISED */
export async function removeDocument(db: Kysely<Tables>, writer: Writer, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await refuseFinalised(trx, id)
    await removeRow(trx, writer, 'document', id)
  })
}

/** Its number is a proposal, so it comes back even when another document has been given it. @throws Problem NOT_FOUND */
export async function restoreDocument(db: Kysely<Tables>, writer: Writer, id: string): Promise<void> {
  await db.transaction().execute((trx) => restoreRow(trx, writer, 'document', id))
}

/** A new draft with the words of a document, e.g. of a withdrawn one. @throws Problem NOT_FOUND */
export async function copyDocument(db: Kysely<Tables>, writer: Writer, id: string): Promise<{ documentId: string }> {
  const documentId = await db.transaction().execute(async (trx) => {
    const { period, content } = await getDocument(trx, id)
    const [, code, year] = /^([^〔]+)〔(\d{4})〕/u.exec(content.number) ?? []
    const number = code && year ? await nextNumber(trx, code, year) : content.number
    return await addDocument(trx, writer, { period, content: { ...content, number } })
  })
  return { documentId }
}

/**
 * 发文字号 to propose: one more than the highest serial of that code and year among drafts, in the register, and among
 * notices that were taken in: those of this office itself were issued before.
 */
export async function nextNumber(trx: Transaction<Tables>, code: string, year: string): Promise<string> {
  const prefix = `${code}〔${year}〕`
  const drafts = await trx.selectFrom('document').select('number').where('removedAt', 'is', null).execute()
  const notices = await trx.selectFrom('notice').select('number').where('removedAt', 'is', null).execute()
  const serials = [...drafts, ...notices]
    .filter(({ number }) => number.startsWith(prefix))
    .map(({ number }) => Number.parseInt(number.slice(prefix.length), 10))
  const next = await nextSerial(trx, { code, year: Number(year) })
  return `${prefix}${Math.max(next - 1, ...serials) + 1}号`
}

type DocumentItem = Stamp & {
  readonly periodFrom: string
  readonly periodTo: string
  readonly content: OfficialDocument
}

function rowOf(period: Period, content: OfficialDocument): NewRow<'document'> {
  return toRow<NewRow<'document'>>('document', {
    title: content.title,
    number: content.number,
    periodFrom: period.from,
    periodTo: period.to,
    content,
  })
}

async function refuseKnownNumber(trx: Transaction<Tables>, number: string, exceptId: string): Promise<void> {
  if (number === '') return
  const known = await trx
    .selectFrom('document')
    .select('title')
    .where('number', '=', number)
    .where('id', '<>', exceptId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (known) throw new Problem('CONFLICT', `文号“${number}”已用于《${known.title}》，请换一个文号。`)
}
