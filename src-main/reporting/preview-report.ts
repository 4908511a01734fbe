/** What an export would carry now (导出前预览), counted without making it. */
import { type Kysely, sql } from 'kysely'
import type { CarriedCounts } from '../../src-shared/bundle-manifest.ts'
import { recordKinds } from '../../src-shared/record-kinds.ts'
import type { ReportInput } from '../../src-shared/report-calls.ts'
import type { ReportBase, ReportPreview, Unreported } from '../../src-shared/reports.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import { computeFigures } from '../statistics/figures.ts'
import { periodFingerprint } from '../statistics/record-set.ts'
import { findReceiptBase } from '../sync/receipt-base.ts'
import { type ReportedTable, reportedTables } from '../sync/reported-tables.ts'
import { confirmedOtherwise } from './correction.ts'
import { answeredNotice } from './papers.ts'
import { findRecipient, listRecipients } from './recipient.ts'
import { filesFor } from './report-files.ts'
import { emptyKinds } from './zero-report.ts'

/** Bytes that a row takes in a bundle, about: a record with its history, deflated. */
const rowBytes = 300

/** @throws Problem OFFICE_MISSING, NOT_FOUND, INVALID_INPUT */
export async function previewReport(context: CoreContext, input: ReportInput): Promise<ReportPreview> {
  return await context.db.transaction().execute(async (trx) => {
    const { keys: _, ...recipient } = await findRecipient(trx, input.to)
    await answeredNotice(trx, input.noticeId)
    const { period } = input
    const base = input.isFull ? null : await findReceiptBase(trx, recipient.officeId, context)
    const rows = await countChanged(trx, reportedTables, base?.change ?? 0)
    const { files, missing } = input.withPhotos
      ? await filesFor(context, trx, recipient.officeId)
      : { files: [], missing: 0 }
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    const figures = await computeFigures(trx, period)
    const empty = await emptyKinds(trx, figures, input.noticeId)
    const fingerprint = await periodFingerprint(trx, period)
    return {
      recipient,
      base: base === null ? null : await describeBase(trx, base.receiptId),
      rows,
      files: { count: files.length, bytes, missing },
      volumes: volumesFor(bytes + sumOf(rows) * rowBytes, input.volume),
      emptyKinds: empty,
      isZero: empty.length === recordKinds.length,
      correctionOf: await confirmedOtherwise(trx, recipient.officeId, { period, fingerprint, figures }),
    }
  })
}

/** For the workbench. With several superiors it is the one that the office names as its own, else nobody. */
export async function countUnreported(context: CoreContext): Promise<Unreported> {
  const { db } = context
  const [first, ...others] = await listRecipients(db)
  if (first === undefined) return null
  const recipient = others.length === 0 ? first : await findRecipient(db, '').catch(() => undefined)
  if (recipient === undefined) return null
  const base = await findReceiptBase(db, recipient.officeId, context)
  const rows = await countChanged(db, recordKinds, base?.change ?? 0)
  return { rows: sumOf(rows), recipient: recipient.name }
}

async function countChanged(
  db: Kysely<Tables>,
  tables: readonly ReportedTable[],
  after: number,
): Promise<CarriedCounts> {
  const counts: Record<string, { present: number; removed: number }> = {}
  for (const table of tables) {
    const changed =
      after > 0 ? sql`id in (select rowId from change where seq > ${after} and tableName = ${table})` : sql`true`
    const { rows } = await sql<{ present: number; removed: number }>`
      select count(*) filter (where removedAt is null) as present, count(*) filter (where removedAt is not null) as removed
      from ${sql.table(table)} where ${changed}
    `.execute(db)
    const [row] = rows
    if (row && row.present + row.removed > 0) counts[table] = row
  }
  return counts
}

async function describeBase(trx: Kysely<Tables>, receiptId: string): Promise<ReportBase | null> {
  const row = await trx
    .selectFrom('acceptedReceipt')
    .leftJoin('exportedBundle', 'exportedBundle.bundleId', 'acceptedReceipt.bundleId')
    .select(['exportedBundle.seq', 'acceptedReceipt.acceptedAt'])
    .where('receiptId', '=', receiptId)
    .executeTakeFirst()
  return row ? { seq: row.seq ?? 0, acceptedAt: row.acceptedAt } : null
}

function volumesFor(bytes: number, volume: ReportInput['volume']): number {
  return Math.max(1, Math.ceil(bytes / ((volume ?? 100) * 1024 * 1024)))
}

function sumOf(rows: CarriedCounts): number {
  return Object.values(rows).reduce((sum, { present, removed }) => sum + present + removed, 0)
}
