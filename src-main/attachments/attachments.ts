/** Evidence of a record (佐证材料): listed, described, put in order, turned, removed and restored. */
import type { Kysely, Transaction } from 'kysely'
import type { Attachment, AttachmentFields } from '../../src-shared/attachments.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import type { CoreContext } from '../core-context.ts'
import { notFound, removeRow, restoreRow, updateRow, type Writer } from '../database/changes.ts'
import { fromRow } from '../database/rows.ts'
import type { AttachmentRow, Tables } from '../database/tables.ts'
import { getContent, putContent } from '../files/content-store.ts'
import { makeView } from '../files/view-picture.ts'

export type OfRecord = { readonly recordKind: RecordKind; readonly recordId: string }

/** In the order of the clerk. */
export async function listAttachments(db: Kysely<Tables>, { recordKind, recordId }: OfRecord): Promise<Attachment[]> {
  const rows = await present(db)
    .where('recordKind', '=', recordKind)
    .where('recordId', '=', recordId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(asAttachment)
}

/** How many each record has, those without left out; one query for a whole page of a list. */
export async function countAttachments(
  db: Kysely<Tables>,
  { recordKind, recordIds }: { readonly recordKind: RecordKind; readonly recordIds: readonly string[] },
): Promise<Record<string, number>> {
  if (recordIds.length === 0) return {}
  const rows = await db
    .selectFrom('attachment')
    .select((eb) => ['recordId', eb.fn.countAll<number>().as('count')])
    .where('removedAt', 'is', null)
    .where('recordKind', '=', recordKind)
    .where('recordId', 'in', recordIds)
    .groupBy('recordId')
    .execute()
  return Object.fromEntries(rows.map(({ recordId, count }) => [recordId, count]))
}

/** @throws Problem NOT_FOUND, also for a removed one */
export async function getAttachment(db: Kysely<Tables>, id: string): Promise<Attachment> {
  const row = await present(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound(id)
  return asAttachment(row)
}

/** @throws Problem NOT_FOUND, CONFLICT */
export async function updateAttachment(
  db: Kysely<Tables>,
  writer: Writer,
  edit: { readonly id: string; readonly version: number; readonly fields: AttachmentFields },
): Promise<Attachment> {
  await db.transaction().execute((trx) => updateRow(trx, writer, 'attachment', edit, edit.fields))
  return await getAttachment(db, edit.id)
}

/**
 * Puts a record's evidence into this order.
 * @throws Problem CONFLICT when it is not exactly what the record has now
 */
export async function reorderAttachments(
  db: Kysely<Tables>,
  writer: Writer,
  { ids, ...record }: OfRecord & { readonly ids: readonly string[] },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const rows = await listAttachments(trx, record)
    const known = new Set(rows.map(({ id }) => id))
    if (ids.length !== rows.length || new Set(ids).size !== ids.length || !ids.every((id) => known.has(id)))
      throw new Problem('CONFLICT', '佐证材料刚才有增减，顺序没有保存，请按现在的内容再调整。')
    for (const row of rows) await updateRow(trx, writer, 'attachment', row, { position: ids.indexOf(row.id) + 1 })
  })
}

/**
 * Turns a picture clockwise by so many quarters more; the original stays, its view is made anew from it.
 * @throws Problem NOT_FOUND, CONFLICT, INVALID_INPUT for what is no picture, FILE_UNREADABLE, DISK_FULL
 */
export async function rotateAttachment(
  context: CoreContext,
  { id, version, quarters }: { readonly id: string; readonly version: number; readonly quarters: number },
): Promise<Attachment> {
  const kept = await getAttachment(context.db, id)
  if (kept.viewSha256 === null) throw new Problem('INVALID_INPUT', '只有图片可以旋转，没有改动。')
  const view = await renewView(context, { ...kept, turns: (kept.turns + quarters) % 4 })
  await context.db.transaction().execute((trx) => updateRow(trx, context, 'attachment', { id, version }, view))
  return await getAttachment(context.db, id)
}

/** The view of a picture made from its original, as large as the one before. @throws Problem NOT_FOUND, FILE_UNREADABLE */
export async function renewView({ dataFolder }: Pick<CoreContext, 'dataFolder'>, of: Attachment) {
  const longSide = Math.max(of.width ?? 0, of.height ?? 0) || null
  const { bytes, ...size } = await makeView(await getContent(dataFolder, of.sha256), { longSide, turns: of.turns })
  return { turns: of.turns, viewSha256: await putContent(dataFolder, bytes), ...size }
}

/** @throws Problem NOT_FOUND */
export async function removeAttachment(db: Kysely<Tables>, writer: Writer, id: string): Promise<void> {
  await db.transaction().execute((trx) => removeRow(trx, writer, 'attachment', id))
}

/** Takes a removal back. @throws Problem NOT_FOUND, also when its file was cleaned up since */
export async function restoreAttachment(context: CoreContext, id: string): Promise<void> {
  const row = await context.db.selectFrom('attachment').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound(id)
  await getContent(context.dataFolder, row.sha256)
  await context.db.transaction().execute((trx) => restoreRow(trx, context, 'attachment', id))
}

/** @returns the place behind the last */
export async function nextPosition(trx: Transaction<Tables>, record: OfRecord): Promise<number> {
  return ((await listAttachments(trx, record)).at(-1)?.position ?? 0) + 1
}

function present(db: Kysely<Tables>) {
  return db.selectFrom('attachment').selectAll().where('removedAt', 'is', null)
}

function asAttachment(row: AttachmentRow): Attachment {
  return fromRow<Attachment>('attachment', row)
}
