/** Stored official documents (公文): the model as JSON, title and number in columns of their own for the list. */
import type { Kysely, Transaction } from 'kysely'
import type { DocumentSummary, OfficialDocument, StoredDocument } from '../../src-shared/documents.ts'
import type { Period } from '../../src-shared/period.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { Stamp } from '../../src-shared/stamp.ts'
import { insertRows, type NewRow, removeRow, restoreRow, updateRow, type Writer } from '../database/changes.ts'
import { getRow } from '../database/list-rows.ts'
import { toRow } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'

/** Newest first. */
export async function listDocuments(db: Kysely<Tables>): Promise<readonly DocumentSummary[]> {
  const rows = await db
    .selectFrom('document')
    .select(['id', 'version', 'createdAt', 'updatedAt', 'title', 'number', 'periodFrom', 'periodTo'])
    .where('removedAt', 'is', null)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ periodFrom, periodTo, ...row }) => ({ ...row, period: { from: periodFrom, to: periodTo } }))
}

/** @throws Problem NOT_FOUND */
export async function getDocument(db: Kysely<Tables>, id: string): Promise<StoredDocument> {
  const { periodFrom, periodTo, content, ...row } = await getRow<DocumentItem>(db, 'document', id)
  const { version, createdAt, updatedAt } = row
  return { id, version, createdAt, updatedAt, period: { from: periodFrom, to: periodTo }, content }
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

/** @throws Problem NOT_FOUND, CONFLICT when it was changed since, or when another document has the number */
export async function updateDocument(
  db: Kysely<Tables>,
  writer: Writer,
  edit: { readonly id: string; readonly version: number; readonly content: OfficialDocument },
): Promise<StoredDocument> {
  await db.transaction().execute(async (trx) => {
    const { period } = await getDocument(trx, edit.id)
    await refuseKnownNumber(trx, edit.content.number, edit.id)
    await updateRow(trx, writer, 'document', edit, rowOf(period, edit.content))
  })
  return await getDocument(db, edit.id)
}

/** @throws Problem NOT_FOUND */
export async function removeDocument(db: Kysely<Tables>, writer: Writer, id: string): Promise<void> {
  await db.transaction().execute((trx) => removeRow(trx, writer, 'document', id))
}

/** @throws Problem NOT_FOUND, CONFLICT when its number has been given to another document since */
export async function restoreDocument(db: Kysely<Tables>, writer: Writer, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const row = await trx.selectFrom('document').select('number').where('id', '=', id).executeTakeFirst()
    if (row) await refuseKnownNumber(trx, row.number, id)
    await restoreRow(trx, writer, 'document', id)
  })
}

/** 发文字号 to propose: one more than the highest serial of that code and year among the documents present. */
export async function nextNumber(trx: Transaction<Tables>, code: string, year: string): Promise<string> {
  const prefix = `${code}〔${year}〕`
  const rows = await trx.selectFrom('document').select('number').where('removedAt', 'is', null).execute()
  const serials = rows
    .filter(({ number }) => number.startsWith(prefix))
    .map(({ number }) => Number.parseInt(number.slice(prefix.length), 10))
  return `${prefix}${Math.max(0, ...serials) + 1}号`
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
