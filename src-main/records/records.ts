/** The four kinds of record (学习, 宣讲, 蹲点, 宣传文化): the same five verbs for each. */
import type { Kysely, Transaction } from 'kysely'
import type { Page } from '../../src-shared/calls.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { RecordFields, RecordKind, Records } from '../../src-shared/record-kinds.ts'
import { insertRows, type NewRow, removeRow, restoreRow, updateRow, type Writer } from '../database/changes.ts'
import { getRow, listRows, type RowQuery } from '../database/list-rows.ts'
import { toRow } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'
import { requireUnions } from '../unions/unions.ts'

export function listRecords<Kind extends RecordKind>(
  db: Kysely<Tables>,
  kind: Kind,
  query: RowQuery,
): Promise<Page<Records[Kind]>> {
  return listRows(db, kind, query)
}

/** @throws Problem NOT_FOUND */
export function getRecord<Kind extends RecordKind>(db: Kysely<Tables>, kind: Kind, id: string): Promise<Records[Kind]> {
  return getRow(db, kind, id)
}

/** Stores all records or none. @throws Problem INVALID_INPUT for an unknown union or stay */
export async function addRecords<Kind extends RecordKind>(
  db: Kysely<Tables>,
  writer: Writer,
  kind: Kind,
  records: readonly RecordFields[Kind][],
): Promise<{ ids: string[] }> {
  const ids = await db.transaction().execute(async (trx) => {
    await requireReferences(trx, kind, records)
    return await insertRows(
      trx,
      writer,
      kind,
      records.map((record) => toRow<NewRow<Kind>>(kind, record)),
    )
  })
  return { ids }
}

/** @throws Problem NOT_FOUND, CONFLICT, INVALID_INPUT */
export async function updateRecord<Kind extends RecordKind>(
  db: Kysely<Tables>,
  writer: Writer,
  kind: Kind,
  edit: { readonly id: string; readonly version: number; readonly fields: RecordFields[Kind] },
): Promise<Records[Kind]> {
  await db.transaction().execute(async (trx) => {
    await requireReferences(trx, kind, [edit.fields])
    await updateRow(trx, writer, kind, edit, toRow<NewRow<Kind>>(kind, edit.fields))
  })
  return await getRecord(db, kind, edit.id)
}

/** @throws Problem NOT_FOUND, IN_USE for a stay that lectures are linked to */
export async function removeRecord(db: Kysely<Tables>, writer: Writer, kind: RecordKind, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (kind === 'stay') await refuseLinkedStay(trx, id)
    await removeRow(trx, writer, kind, id)
  })
}

/** Takes the last removal back. @throws Problem NOT_FOUND */
export async function restoreRecord(db: Kysely<Tables>, writer: Writer, kind: RecordKind, id: string): Promise<void> {
  await db.transaction().execute((trx) => restoreRow(trx, writer, kind, id))
}

async function requireReferences(
  trx: Transaction<Tables>,
  kind: RecordKind,
  records: readonly RecordFields[RecordKind][],
): Promise<void> {
  if (kind === 'study') return
  const unionIds = new Set<string>()
  const stayIds = new Set<string>()
  for (const record of records) {
    if ('unionIds' in record) for (const id of record.unionIds) unionIds.add(id)
    if ('unionId' in record && record.unionId !== null) unionIds.add(record.unionId)
    if ('stayId' in record && record.stayId !== null) stayIds.add(record.stayId)
  }
  await requireUnions(trx, unionIds)
  for (const id of stayIds) {
    const stay = await trx
      .selectFrom('stay')
      .select('id')
      .where('id', '=', id)
      .where('removedAt', 'is', null)
      .executeTakeFirst()
    if (!stay) throw new Problem('INVALID_INPUT', `没有编号为“${id}”的蹲点记录，请先登记蹲点，再把宣讲关联上去。`)
  }
}

/** @throws Problem IN_USE for a stay that lectures are linked to */
export async function refuseLinkedStay(trx: Transaction<Tables>, stayId: string): Promise<void> {
  const linked = await trx
    .selectFrom('lecture')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('stayId', '=', stayId)
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (linked.count > 0)
    throw new Problem('IN_USE', `有${linked.count}场宣讲关联了这次蹲点，不能删除；请先在那些宣讲中取消关联。`)
}
