/** Receipts that were received (收到的回执), for their list and for looking into one. */
import { type Kysely, sql } from 'kysely'
import {
  type Receipt,
  type ReceivedReceipt,
  type ReceivedReceiptDetail,
  type RowRemark,
  returnedRecords,
  type UpperMark,
} from '../../src-shared/receipts.ts'
import { notFound } from '../database/changes.ts'
import type { Tables } from '../database/tables.ts'
import { upperMarkOf } from '../database/upper-mark.ts'
import { newestOf, type ReceiptPlace } from '../sync/receipt-order.ts'
import { isCheckCode } from './check-code.ts'
import { receivedRows } from './receipt-sentence.ts'

type Row = ReceiptPlace &
  Pick<ReceivedReceipt, 'acceptedAt' | 'checkCode' | 'pulledAt'> & {
    readonly officeId: string
    readonly content: string
  }

/** The last that came first. */
export async function listReceived(db: Kysely<Tables>): Promise<ReceivedReceipt[]> {
  const rows = await readRows(db)
  return rows.map((row) => summaryOf(row, rows))
}

/** @throws Problem NOT_FOUND */
export async function getReceived(db: Kysely<Tables>, receiptId: string): Promise<ReceivedReceiptDetail> {
  const rows = await readRows(db)
  const row = rows.find((one) => one.receiptId === receiptId)
  if (!row) throw notFound(receiptId)
  const receipt = JSON.parse(row.content) as Receipt
  const remarks = await withMarks(db, receipt.business?.remarks ?? [])
  return { ...summaryOf(row, rows), receipt, remarks }
}

/** @throws Problem NOT_FOUND */
export async function compareCode(db: Kysely<Tables>, receiptId: string, code: string): Promise<{ isSame: boolean }> {
  const row = await db
    .selectFrom('acceptedReceipt')
    .select('checkCode')
    .where('receiptId', '=', receiptId)
    .executeTakeFirst()
  if (!row) throw notFound(receiptId)
  return { isSame: isCheckCode(code, row.checkCode) }
}

async function readRows(db: Kysely<Tables>): Promise<Row[]> {
  return await db
    .selectFrom('acceptedReceipt')
    .select(['receiptId', 'officeId', 'issuerReplica', 'issuerEpoch', 'number', 'issuedAt'])
    .select(['acceptedAt', 'checkCode', 'pulledAt', 'content'])
    .orderBy('acceptedAt', 'desc')
    .orderBy('receiptId', 'desc')
    .execute()
}

function summaryOf(row: Row, all: readonly Row[]): ReceivedReceipt {
  const { issuer, bundle, technical, business } = JSON.parse(row.content) as Receipt
  const count = (result: RowRemark['result']) =>
    (business?.remarks ?? []).filter((remark) => remark.result === result).length
  return {
    receiptId: row.receiptId,
    issuer: issuer.name,
    seq: bundle.seq,
    issuedAt: row.issuedAt,
    acceptedAt: row.acceptedAt,
    checkCode: row.checkCode,
    state: technical.state,
    received: receivedRows(business),
    returned: returnedRecords(business?.remarks ?? []),
    conflict: count('冲突'),
    parked: count('暂存'),
    held: business?.held.rows ?? 0,
    isLate: business?.due.isLate ?? false,
    isNewest: newestOf(all.filter(({ officeId }) => officeId === row.officeId))?.receiptId === row.receiptId,
    pulledAt: row.pulledAt,
  }
}

/** Tables whose rows a clerk can open. */
const openable = ['study', 'lecture', 'stay', 'activity', 'grassrootsUnion'] as const

async function withMarks(db: Kysely<Tables>, remarks: readonly RowRemark[]) {
  const marks = new Map<string, UpperMark>()
  for (const table of openable) {
    const ids = JSON.stringify(remarks.filter((remark) => remark.table === table).map(({ id }) => id))
    const { rows } = await sql<{ id: string; mark: UpperMark }>`
      select id, ${upperMarkOf(table)} as mark from ${sql.table(table)}
      where removedAt is null and id in (select value from json_each(${ids}))
    `.execute(db)
    for (const { id, mark } of rows) marks.set(`${table} ${id}`, mark)
  }
  return remarks.map((remark) => ({ ...remark, mark: marks.get(`${remark.table} ${remark.id}`) ?? null }))
}
