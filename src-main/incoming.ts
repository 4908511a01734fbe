/** The register of incoming documents (来文登记): numbered by the year in which they were received. */
import type { Kysely, Transaction } from 'kysely'
import type { Page } from '../src-shared/calls.ts'
import type { Incoming, IncomingFields } from '../src-shared/incoming.ts'
import { Problem } from '../src-shared/problems.ts'
import { insertRows, removeRow, restoreRow, updateRow, type Writer } from './database/changes.ts'
import { getRow, listRows, type RowQuery } from './database/list-rows.ts'
import type { Tables } from './database/tables.ts'

/** Newest number first. */
export function listIncoming(db: Kysely<Tables>, query: RowQuery): Promise<Page<Incoming>> {
  return listRows(db, 'incoming', query)
}

/** @throws Problem NOT_FOUND */
export function getIncoming(db: Kysely<Tables>, id: string): Promise<Incoming> {
  return getRow(db, 'incoming', id)
}

/** Gives each the next number of its year, in the order given. */
export async function addIncoming(
  db: Kysely<Tables>,
  writer: Writer,
  letters: readonly IncomingFields[],
): Promise<{ ids: string[] }> {
  return { ids: await db.transaction().execute((trx) => insertIncoming(trx, writer, letters)) }
}

/** The same within a transaction of the caller's. */
export async function insertIncoming(
  trx: Transaction<Tables>,
  writer: Writer,
  letters: readonly IncomingFields[],
): Promise<string[]> {
  const lastOf = new Map<number, number>()
  const rows = []
  for (const letter of letters) {
    const year = yearOf(letter)
    const serial = (lastOf.get(year) ?? (await lastSerial(trx, year))) + 1
    lastOf.set(year, serial)
    rows.push({ ...letter, year, serial })
  }
  return await insertRows(trx, writer, 'incoming', rows)
}

/** @throws Problem NOT_FOUND, CONFLICT, INVALID_INPUT when the day moves to another year, whose number it would need */
export async function updateIncoming(
  db: Kysely<Tables>,
  writer: Writer,
  edit: { readonly id: string; readonly version: number; readonly fields: IncomingFields },
): Promise<Incoming> {
  await db.transaction().execute(async (trx) => {
    const { year, serial } = await getIncoming(trx, edit.id)
    if (yearOf(edit.fields) !== year)
      throw new Problem(
        'INVALID_INPUT',
        `这件来文已编为${year}年第${serial}号，收文日期不能改到别的年份；登错年份的请删除后重新登记。`,
        { data: { issues: [{ path: ['fields', 'receivedOn'], message: `应在${year}年内` }] } },
      )
    await updateRow(trx, writer, 'incoming', edit, edit.fields)
  })
  return await getIncoming(db, edit.id)
}

/** The number stays taken, so that the row can come back under it. @throws Problem NOT_FOUND */
export async function removeIncoming(db: Kysely<Tables>, writer: Writer, id: string): Promise<void> {
  await db.transaction().execute((trx) => removeRow(trx, writer, 'incoming', id))
}

/** @throws Problem NOT_FOUND */
export async function restoreIncoming(db: Kysely<Tables>, writer: Writer, id: string): Promise<void> {
  await db.transaction().execute((trx) => restoreRow(trx, writer, 'incoming', id))
}

const yearOf = ({ receivedOn }: IncomingFields) => Number(receivedOn.slice(0, 4))

/** Also of removed rows. */
async function lastSerial(trx: Transaction<Tables>, year: number): Promise<number> {
  const row = await trx
    .selectFrom('incoming')
    .select(({ fn }) => fn.max<number | null>('serial').as('last'))
    .where('year', '=', year)
    .executeTakeFirst()
  return row?.last ?? 0
}
