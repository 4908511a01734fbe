/** Bundles that went out (已导出), each with what the level above has said about it. */
import type { Kysely } from 'kysely'
import type { CarriedCounts, Manifest } from '../../src-shared/bundle-manifest.ts'
import type { WrittenFile } from '../../src-shared/delivery.ts'
import type { Receipt } from '../../src-shared/receipts.ts'
import type { ExportedReport, ReportReceipt } from '../../src-shared/reports.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import { settleUnfinished } from './unfinished-export.ts'

/** Newest first. */
export async function listReports({ db }: Pick<CoreContext, 'db'>): Promise<readonly ExportedReport[]> {
  await settleUnfinished(db)
  const rows = await db
    .selectFrom('exportedBundle')
    .leftJoin('peer', 'peer.officeId', 'exportedBundle.recipientId')
    .selectAll('exportedBundle')
    .select('peer.name as recipient')
    .where('kind', '=', 'report')
    .orderBy('createdAt', 'desc')
    .orderBy('seq', 'desc')
    .execute()
  const receipts = await receiptsByBundle(db)
  return rows.map((row): ExportedReport => {
    const manifest = row.manifest === '' ? null : (JSON.parse(row.manifest) as Manifest)
    return {
      bundleId: row.bundleId,
      seq: row.seq,
      recipient: manifest?.recipient.name ?? row.recipient ?? '',
      recipientId: row.recipientId,
      period: { from: row.periodFrom, to: row.periodTo },
      notice: manifest?.notice ?? null,
      rows: countsOf(row.counts),
      isFull: manifest === null || manifest.base === null,
      files: filesOf(row),
      attachments: manifest?.attachments.count ?? 0,
      bytes: row.bytes,
      declaredEmpty: manifest?.declaredEmpty ?? [],
      correction: manifest?.correction ?? '',
      hasCover: manifest !== null,
      receipt: receipts.get(row.bundleId) ?? '未收到回执',
      createdAt: row.createdAt,
    }
  })
}

async function receiptsByBundle(db: Kysely<Tables>): Promise<ReadonlyMap<string, ReportReceipt>> {
  const rows = await db.selectFrom('acceptedReceipt').select(['bundleId', 'content']).execute()
  const best = new Map<string, ReportReceipt>()
  for (const { bundleId, content } of rows)
    if (best.get(bundleId) !== '业务回执')
      best.set(bundleId, (JSON.parse(content) as Receipt).business === null ? '技术回执' : '业务回执')
  return best
}

/** Format 1 counted present rows only. */
function countsOf(text: string): CarriedCounts {
  const counts = JSON.parse(text) as Record<string, number | CarriedCounts[string]>
  return Object.fromEntries(
    Object.entries(counts).map(([table, count]) => [
      table,
      typeof count === 'number' ? { present: count, removed: 0 } : count,
    ]),
  )
}

function filesOf(row: { volumes: string; fileName: string; bytes: number; sha256: string }): readonly WrittenFile[] {
  const files = JSON.parse(row.volumes) as WrittenFile[]
  if (files.length > 0) return files
  return [{ name: row.fileName, path: '', bytes: row.bytes, sha256: row.sha256 }]
}
