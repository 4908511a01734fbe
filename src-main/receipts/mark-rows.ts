/**
 * Marks of the level above on our rows (上级已收、退回…): drawn anew from all of its receipts, so that the order in which
 * they came, one that came twice and one that never came make no difference.
 */
import { sql, type Transaction } from 'kysely'
import type { Receipt, RowRemark } from '../../src-shared/receipts.ts'
import type { Tables } from '../database/tables.ts'
import { confirmedBy } from '../sync/receipt-base.ts'
import { newestOf, type ReceiptPlace } from '../sync/receipt-order.ts'
import { reportedTables } from '../sync/reported-tables.ts'

/** Rows of one INSERT. */
const chunk = 500

type Known = ReceiptPlace & {
  /** 1: it speaks of rows. */
  readonly hasRemarks: number
  readonly acceptedAt: string
}

/** All rows of which the receipts of `officeId` speak, each with the last word on it. */
export async function redrawMarks(trx: Transaction<Tables>, officeId: string): Promise<void> {
  const receipts = await knownReceipts(trx, officeId)
  const newest = newestOf(receipts)
  await trx.deleteFrom('acknowledgement').where('officeId', '=', officeId).execute()
  if (newest === null) return
  // Changes stay confirmed when a new epoch begins.
  const reach = Math.max(0, ...(await confirmedBy(trx, officeId)).map(({ change }) => change))
  await markReceived(trx, officeId, { reach, newest })
  const speaking = newestOf(receipts.filter(({ hasRemarks }) => hasRemarks === 1))
  if (speaking !== null) await markRemarks(trx, officeId, speaking)
}

async function knownReceipts(trx: Transaction<Tables>, officeId: string): Promise<Known[]> {
  return await trx
    .selectFrom('acceptedReceipt')
    .select(['receiptId', 'issuerReplica', 'issuerEpoch', 'number', 'issuedAt', 'acceptedAt'])
    .select([sql<number>`content ->> 'business' is not null`.as('hasRemarks')])
    .where('officeId', '=', officeId)
    .execute()
}

/** The version of a row is the number of its changes. */
async function markReceived(
  trx: Transaction<Tables>,
  officeId: string,
  { reach, newest }: { readonly reach: number; readonly newest: Known },
): Promise<void> {
  await sql`
    insert into acknowledgement (officeId, tableName, rowId, version, result, rule, field, words, receiptId, at)
    select ${officeId}, tableName, rowId, count(*), '已收', '', '', '', ${newest.receiptId}, ${newest.acceptedAt}
    from change where seq <= ${reach} and tableName in (${sql.join(reportedTables)})
    group by tableName, rowId
  `.execute(trx)
}

async function markRemarks(trx: Transaction<Tables>, officeId: string, speaking: Known): Promise<void> {
  const { content } = await trx
    .selectFrom('acceptedReceipt')
    .select('content')
    .where('receiptId', '=', speaking.receiptId)
    .executeTakeFirstOrThrow()
  const remarks = strongest((JSON.parse(content) as Receipt).business?.remarks ?? [])
  for (let start = 0; start < remarks.length; start += chunk) {
    const part = JSON.stringify(remarks.slice(start, start + chunk))
    // Only of rows that are here: what we lack is offered to be pulled back.
    await sql`
      insert into acknowledgement (officeId, tableName, rowId, version, result, rule, field, words, receiptId, at)
      select ${officeId}, said.value ->> 'table', said.value ->> 'id', said.value ->> 'version', said.value ->> 'result',
        said.value ->> 'rule', said.value ->> 'field', said.value ->> 'words', ${speaking.receiptId},
        ${speaking.acceptedAt}
      from json_each(${part}) as said
      where exists (select 1 from change where rowId = said.value ->> 'id' and tableName = said.value ->> 'table')
      on conflict do update set version = excluded.version, result = excluded.result, rule = excluded.rule,
        field = excluded.field, words = excluded.words, receiptId = excluded.receiptId, at = excluded.at
    `.execute(trx)
  }
}

/** One remark for each row: what a person must answer comes before what waits. */
function strongest(remarks: readonly RowRemark[]): RowRemark[] {
  const ranks = { 退回: 2, 冲突: 1, 暂存: 0 } as const
  const best = new Map<string, RowRemark>()
  for (const remark of remarks) {
    const key = `${remark.table} ${remark.id}`
    const known = best.get(key)
    if (known === undefined || ranks[remark.result] > ranks[known.result]) best.set(key, remark)
  }
  return [...best.values()]
}
