/** Who holds what in the content store (内容引用): evidence, receipts, pictures in documents, frozen documents, drafts, bundles. */
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../database/tables.ts'

/** Days for which a removed attachment, or a former version of a document, may still be wanted back. */
const wantedBack = 30

/**
 * Every SHA-256 that something in the ledger names.
 * @param now ISO 8601
 */
export async function heldContents(db: Kysely<Tables>, now: string): Promise<ReadonlySet<string>> {
  const since = new Date(Date.parse(now) - wantedBack * 86_400_000).toISOString()
  const held = new Set<string>()
  const evidence = await db
    .selectFrom('attachment')
    .select(['sha256', 'viewSha256'])
    .where((eb) => eb.or([eb('removedAt', 'is', null), eb('removedAt', '>=', since)]))
    .execute()
  for (const { sha256, viewSha256 } of evidence) for (const one of [sha256, viewSha256]) if (one !== null) held.add(one)
  for (const table of ['acceptedReceipt', 'passingReceipt'] as const)
    for (const { file } of await db.selectFrom(table).select('file').execute()) held.add(file)
  // Texts in which a picture may be named: every column that holds a document as JSON. A text names it by 64 hexadecimal
  // digits; one that only looks like it keeps a file too many, never one too few.
  const texts = await sql<{ text: string }>`
    select content as text from document where content like '%sha256%'
    union all select content from frozenDocument where content like '%sha256%'
    union all select document from notice where document like '%sha256%'
    union all select value from draft where value like '%sha256%'
    union all select sha256 from archivedVolume
    union all select manifest from archivedBundle
    union all select old from "change" where at >= ${since} and tableName in ('document', 'attachment')
      and old like '%sha256%'
  `.execute(db)
  for (const { text } of texts.rows) for (const sha256 of text.match(hashes) ?? []) held.add(sha256)
  return held
}

/** The titles of the documents in which each picture stands now. */
export async function picturesInDocuments(db: Kysely<Tables>): Promise<ReadonlyMap<string, readonly string[]>> {
  const documents = await db
    .selectFrom('document')
    .select(['title', 'content'])
    .where('removedAt', 'is', null)
    .where('content', 'like', '%sha256%')
    .execute()
  const titles = new Map<string, string[]>()
  for (const { title, content } of documents)
    for (const sha256 of new Set(content.match(hashes))) titles.set(sha256, [...(titles.get(sha256) ?? []), title])
  return titles
}

const hashes = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/gu
