/** The office's own particulars (本单位信息): one row. */
import type { Kysely } from 'kysely'
import type { Office } from '../src-shared/office.ts'
import { Problem } from '../src-shared/problems.ts'
import { insertRows, updateRow, type Writer } from './database/changes.ts'
import type { OfficeRow, Tables } from './database/tables.ts'

export async function findOffice(db: Kysely<Tables>): Promise<Office | null> {
  const row = await officeRow(db)
  return row ? fieldsOf(row) : null
}

/** @throws Problem OFFICE_MISSING: nothing can be signed before the office has a name */
export async function requireOffice(db: Kysely<Tables>): Promise<Office> {
  const office = await findOffice(db)
  if (!office)
    throw new Problem('OFFICE_MISSING', '还没有填写本单位信息，请先到“设置”中填写单位名称、发文代字和上级工会。')
  return office
}

export async function setOffice(db: Kysely<Tables>, writer: Writer, office: Office): Promise<Office> {
  await db.transaction().execute(async (trx) => {
    const row = await officeRow(trx)
    if (row) await updateRow(trx, writer, 'office', row, office)
    else await insertRows(trx, writer, 'office', [office])
  })
  return office
}

function officeRow(db: Kysely<Tables>): Promise<OfficeRow | undefined> {
  return db.selectFrom('office').selectAll().where('removedAt', 'is', null).orderBy('id').limit(1).executeTakeFirst()
}

function fieldsOf({ id, version, replica, createdAt, updatedAt, removedAt, ...office }: OfficeRow): Office {
  return office
}
