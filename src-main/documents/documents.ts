import type { Kysely } from 'kysely'
import type { DocumentSummary, OfficialDocument, StoredDocument } from '../../src-shared/documents.ts'
import type { Writer } from '../database/changes.ts'
import type { Tables } from '../database/tables.ts'
export async function listDocuments(_db: Kysely<Tables>): Promise<readonly DocumentSummary[]> {
  throw new Error('later')
}
export async function getDocument(_db: Kysely<Tables>, _id: string): Promise<StoredDocument> {
  throw new Error('later')
}
export async function updateDocument(
  _db: Kysely<Tables>,
  _writer: Writer,
  _edit: { id: string; version: number; content: OfficialDocument },
): Promise<StoredDocument> {
  throw new Error('later')
}
export async function removeDocument(_db: Kysely<Tables>, _writer: Writer, _id: string): Promise<void> {
  throw new Error('later')
}
export async function restoreDocument(_db: Kysely<Tables>, _writer: Writer, _id: string): Promise<void> {
  throw new Error('later')
}
