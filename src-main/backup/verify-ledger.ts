/** The check of the whole ledger (数据校验): SQLite's own, references, lists kept by triggers, files, frozen documents. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { LedgerVerification } from '../../src-shared/backups.ts'
import { checkStore } from '../attachments/check-store.ts'
import type { CoreContext } from '../core-context.ts'
import { ledgerCounts } from './ledger-counts.ts'

/** Reads everything once. @throws Problem CANCELLED, FILE_UNREADABLE */
export async function verifyLedger(
  context: CoreContext,
  input: { readonly jobId?: string | undefined },
): Promise<LedgerVerification> {
  const { db } = context
  const faults: string[] = []
  const integrity = await sql<{ integrity_check: string }>`PRAGMA integrity_check(20)`.execute(db)
  for (const { integrity_check: found } of integrity.rows)
    if (found !== 'ok') faults.push(`数据库：${found}；请先备份，再从最近的备份恢复。`)
  const dangling = await sql<{ table: string; rowid: number }>`PRAGMA foreign_key_check`.execute(db)
  if (dangling.rows.length > 0)
    faults.push(`有${dangling.rows.length}处引用的记录不存在（${dangling.rows[0]?.table}），请从最近的备份恢复。`)
  if (await hasStrayCoverage(context))
    faults.push('宣讲所覆盖的单位与覆盖明细不一致，覆盖率可能不对，请从最近的备份恢复。')
  faults.push(...(await alteredDocuments(context)))
  const store = await checkStore(context, input.jobId)
  const lost = store.missing.length + store.altered.length
  if (lost > 0) faults.push(`佐证和图片有${lost}个文件缺失或被改动，请到“佐证检查”中处理。`)
  const counts = Object.values(await ledgerCounts(db))
  const rows = counts.reduce((sum, count) => sum + count, 0)
  return { faults, tables: counts.length, rows, contents: store.files }
}

/** `lectureUnion` is kept by triggers from the lists in the lectures. */
async function hasStrayCoverage({ db }: CoreContext): Promise<boolean> {
  const { rows } = await sql<{ stray: number }>`
    select count(*) as stray from (
      select lecture.id as lectureId, item.value as unionId from lecture, json_each(lecture.unionIds) as item
      except select lectureId, unionId from lectureUnion
    )`.execute(db)
  const { rows: surplus } = await sql<{ stray: number }>`
    select count(*) as stray from (
      select lectureId, unionId from lectureUnion
      except select lecture.id, item.value from lecture, json_each(lecture.unionIds) as item
    )`.execute(db)
  return (rows[0]?.stray ?? 0) + (surplus[0]?.stray ?? 0) > 0
}

async function alteredDocuments({ db }: CoreContext): Promise<string[]> {
  const found: string[] = []
  const frozen = db
    .selectFrom('frozenDocument')
    .innerJoin('outgoing', 'outgoing.id', 'frozenDocument.outgoingId')
    .select(['outgoing.title', 'frozenDocument.docx', 'frozenDocument.sha256'])
  for await (const { title, docx, sha256 } of frozen.stream())
    if (createHash('sha256').update(docx).digest('hex') !== sha256)
      found.push(`已定稿的公文“${title}”的文件被改动过，请从最近的备份恢复。`)
  return found
}
