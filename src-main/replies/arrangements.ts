/** What is planned for a notice (安排): its list is put as a whole, so that rows can be moved. */
import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { Arrangement, arrangementsSchema } from '../../src-shared/arrangements.ts'
import { Problem } from '../../src-shared/problems.ts'
import { insertRows, removeRow, updateRow, type Writer } from '../database/changes.ts'
import { fromRow } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'
import { getNotice } from '../notices/notices.ts'

/** In their order. */
export async function listArrangements(db: Kysely<Tables>, noticeId: string): Promise<Arrangement[]> {
  const rows = await db
    .selectFrom('arrangement')
    .selectAll()
    .where('noticeId', '=', noticeId)
    .where('removedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ requirementId: _requirementId, ...row }) => fromRow<Arrangement>('arrangement', row))
}

/**
 * Rows with an id keep it, those without are new, those not given are removed; all or nothing.
 * @throws Problem NOT_FOUND, CONFLICT when a row was removed elsewhere in the meantime
 */
export async function putArrangements(
  db: Kysely<Tables>,
  writer: Writer,
  { noticeId, rows }: z.output<typeof arrangementsSchema>,
): Promise<readonly Arrangement[]> {
  return await db.transaction().execute(async (trx) => {
    await getNotice(trx, noticeId)
    const before = new Map((await listArrangements(trx, noticeId)).map((row) => [row.id, row]))
    for (const [position, { id, ...fields }] of rows.entries()) {
      const known = id === undefined ? undefined : before.get(id)
      if (id !== undefined && !known)
        throw new Problem('CONFLICT', '这份安排已在别的窗口改过，本次修改未保存，请重新打开后再改。')
      if (known) await updateRow(trx, writer, 'arrangement', known, { ...fields, position })
      else await insertRows(trx, writer, 'arrangement', [{ ...fields, noticeId, requirementId: null, position }])
    }
    const kept = new Set(rows.map(({ id }) => id))
    for (const id of before.keys()) if (!kept.has(id)) await removeRow(trx, writer, 'arrangement', id)
    return await listArrangements(trx, noticeId)
  })
}
