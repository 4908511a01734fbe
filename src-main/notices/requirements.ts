/** The requirements (要求) of a notice as the clerk works on them: added, changed, confirmed, set aside, removed. */
import type { Kysely, Transaction } from 'kysely'
import type { Requirement, RequirementFields } from '../../src-shared/notices.ts'
import {
  insertRows,
  type NewRow,
  notFound,
  removeRow,
  restoreRow,
  updateRow,
  type Writer,
} from '../database/changes.ts'
import { fromRow, toRow } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'
import { getNotice } from './notices.ts'

/** Adds them behind the present ones. @throws Problem NOT_FOUND for an unknown notice */
export async function addRequirements(
  db: Kysely<Tables>,
  writer: Writer,
  { noticeId, fields }: { readonly noticeId: string; readonly fields: readonly RequirementFields[] },
): Promise<{ ids: string[] }> {
  const ids = await db.transaction().execute(async (trx) => {
    await getNotice(trx, noticeId)
    return await insertRequirements(trx, writer, { noticeId, fields, position: await nextPosition(trx, noticeId) })
  })
  return { ids }
}

/** Rows for `fields`, numbered from `position`. */
export async function insertRequirements(
  trx: Transaction<Tables>,
  writer: Writer,
  {
    noticeId,
    fields,
    position,
  }: { readonly noticeId: string; readonly fields: readonly RequirementFields[]; readonly position: number },
): Promise<string[]> {
  const rows = fields.map((one, index) => requirementRow(one, noticeId, position + index))
  return await insertRows(trx, writer, 'requirement', rows)
}

/** Removed ones too: what the clerk has removed is not proposed again. */
export async function knownRequirements(trx: Transaction<Tables>, noticeId: string): Promise<Requirement[]> {
  const rows = await trx
    .selectFrom('requirement')
    .selectAll()
    .where('noticeId', '=', noticeId)
    .orderBy('position')
    .execute()
  return rows.map((row) => fromRow<Requirement>('requirement', row))
}

/** Also behind removed ones, which may come back. */
export async function nextPosition(trx: Transaction<Tables>, noticeId: string): Promise<number> {
  const row = await trx
    .selectFrom('requirement')
    .where('noticeId', '=', noticeId)
    .select(({ fn }) => fn.max<number | null>('position').as('last'))
    .executeTakeFirst()
  return (row?.last ?? -1) + 1
}

function requirementRow(fields: RequirementFields, noticeId: string, position: number): NewRow<'requirement'> {
  return { ...toRow<NewRow<'requirement'>>('requirement', fields), noticeId, position }
}

/** @throws Problem NOT_FOUND, also for a removed one */
export async function getRequirement(db: Kysely<Tables>, id: string): Promise<Requirement> {
  const row = await db
    .selectFrom('requirement')
    .selectAll()
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw notFound(id)
  return fromRow<Requirement>('requirement', row)
}

/** @throws Problem NOT_FOUND, CONFLICT */
export async function updateRequirement(
  db: Kysely<Tables>,
  writer: Writer,
  edit: { readonly id: string; readonly version: number; readonly fields: RequirementFields },
): Promise<Requirement> {
  const row = toRow<Partial<NewRow<'requirement'>>>('requirement', edit.fields)
  await db.transaction().execute((trx) => updateRow(trx, writer, 'requirement', edit, row))
  return await getRequirement(db, edit.id)
}

/** All or none. @throws Problem NOT_FOUND */
export async function setRequirementState(
  db: Kysely<Tables>,
  writer: Writer,
  ids: readonly string[],
  state: Requirement['state'],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const id of ids) await updateRow(trx, writer, 'requirement', await getRequirement(trx, id), { state })
  })
}

/** @throws Problem NOT_FOUND */
export async function removeRequirement(db: Kysely<Tables>, writer: Writer, id: string): Promise<void> {
  await db.transaction().execute((trx) => removeRow(trx, writer, 'requirement', id))
}

/** @throws Problem NOT_FOUND */
export async function restoreRequirement(db: Kysely<Tables>, writer: Writer, id: string): Promise<void> {
  await db.transaction().execute((trx) => restoreRow(trx, writer, 'requirement', id))
}
