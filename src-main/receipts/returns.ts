/** 退回: our clerk sends a record back to the office below, in words of her own; the next receipt carries it. */
import { type Kysely, type Selectable, sql } from 'kysely'
import { Problem } from '../../src-shared/problems.ts'
import type { RowReturn } from '../../src-shared/receipts.ts'
import type { CoreContext } from '../core-context.ts'
import { notFound } from '../database/changes.ts'
import type { Tables } from '../database/tables.ts'
import { inTurn } from '../intake/received-turn.ts'
import { isInScope } from '../keys/peers.ts'
import { type ReportedTable, reportedTables } from '../sync/reported-tables.ts'

type Returning = Pick<RowReturn, 'officeId' | 'table' | 'rowId' | 'field' | 'words'> & {
  /** Of the row as she saw it; without it the present one. */
  readonly version?: number | undefined
}

/**
 * An open return of the same field and version is replaced.
 * @throws Problem INVALID_INPUT, NOT_FOUND, CONFLICT when the office has reported a later version since
 */
export async function returnRow(context: CoreContext, returning: Returning): Promise<RowReturn> {
  const { officeId, rowId, field, words } = returning
  const table = reportedTables.find((known) => known === returning.table)
  if (table === undefined) throw new Problem('INVALID_INPUT', '这类内容不能退回，只能退回上报的记录。')
  const { db, now, newId, operator } = context
  if (!(await isInScope(db, officeId))) throw notFound(officeId)
  const version = await presentVersion(context, table, returning)
  const id = newId()
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('rowReturn')
      .set({ withdrawnAt: now() })
      .where('tableName', '=', table)
      .where('rowId', '=', rowId)
      .where('version', '=', version)
      .where('field', '=', field)
      .where('withdrawnAt', 'is', null)
      .execute()
    await trx
      .insertInto('rowReturn')
      .values({
        id,
        officeId,
        tableName: table,
        rowId,
        version,
        field,
        words,
        at: now(),
        by: operator,
        withdrawnAt: null,
      })
      .execute()
  })
  return await getReturn(db, id)
}

async function presentVersion(
  context: CoreContext,
  table: ReportedTable,
  { officeId, rowId, version }: Returning,
): Promise<number> {
  const { rows } = await inTurn(context, (received) =>
    sql<{ version: number }>`
      select version from main.${sql.table(table)} where id = ${rowId} and officeId = ${officeId} and removedAt is null
    `.execute(received),
  )
  const present = rows[0]?.version
  if (present === undefined) throw notFound(rowId)
  if (version !== undefined && version !== present)
    throw new Problem('CONFLICT', '这条记录下级已有新的上报，请看过新的内容再决定是否退回。')
  return present
}

/** @throws Problem NOT_FOUND */
export async function withdrawReturn({ db, now }: CoreContext, id: string): Promise<RowReturn> {
  const known = await getReturn(db, id)
  if (known.withdrawnAt === null)
    await db.updateTable('rowReturn').set({ withdrawnAt: now() }).where('id', '=', id).execute()
  return await getReturn(db, id)
}

/** The newest first. */
export async function listReturns(db: Kysely<Tables>, officeId?: string): Promise<RowReturn[]> {
  let query = returns(db).orderBy('at', 'desc').orderBy('id', 'desc')
  if (officeId !== undefined) query = query.where('said.officeId', '=', officeId)
  return (await query.execute()).map(returnOf)
}

async function getReturn(db: Kysely<Tables>, id: string): Promise<RowReturn> {
  const row = await returns(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound(id)
  return returnOf(row)
}

const returns = (db: Kysely<Tables>) =>
  db
    .selectFrom('rowReturn as said')
    .leftJoin('peer', 'peer.officeId', 'said.officeId')
    .selectAll('said')
    .select('peer.name as officeName')

function returnOf(row: Selectable<Tables['rowReturn']> & { readonly officeName: string | null }): RowReturn {
  const { tableName: table, officeName, ...rest } = row
  return { ...rest, table, officeName: officeName ?? '' }
}
