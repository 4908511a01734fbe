/** What the stories of receipts do over and over: a county reports, its upper office takes it in and answers. */
import { issueReceipts } from '../../../src-main/receipts/issue-receipts.ts'
import type { SetDelivery } from '../../../src-shared/delivery.ts'
import type { TestOffice } from '../../open-offices.ts'
import { type MadeReport, makeReport, type ReportOptions } from '../intake/make-report.ts'
import { takeIn } from '../intake/take-in.ts'

export const unseen = { step: async () => undefined }

/** Seals a report as the county's program does, and notes it as exported there. */
export async function report(from: TestOffice, to: TestOffice, options: ReportOptions = {}): Promise<MadeReport> {
  const { db, replica, epoch } = from.context
  const last = await db
    .selectFrom('exportedBundle')
    .select(['seq', 'sha256'])
    .where('replica', '=', replica)
    .where('epoch', '=', epoch)
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  const place = { seq: (last?.seq ?? 0) + 1, previousHash: last?.sha256 ?? null }
  const made = await makeReport(from, to, { ...place, ...options })
  const { bundleId, recipient, seq, toChange, createdAt, base } = made.manifest
  await db
    .insertInto('exportedBundle')
    .values({
      bundleId,
      recipientId: recipient.officeId,
      replica,
      epoch,
      seq,
      fileName: made.files[0]?.name ?? '',
      periodFrom: '2026-11-01',
      periodTo: '2026-11-30',
      counts: '{}',
      bytes: 1,
      sha256: made.manifestHash,
      fromChange: base?.change ?? 0,
      toChange,
      createdAt,
    })
    .execute()
  return made
}

export async function reportAndTakeIn(from: TestOffice, to: TestOffice, options: ReportOptions = {}) {
  const made = await report(from, to, options)
  await takeIn(to, [made], true)
  return made
}

/** The bundle files among what was delivered. */
export function bundlesIn(delivery: SetDelivery): readonly File[] {
  if (delivery.state !== 'download') throw new Error(`delivered as ${delivery.state}`)
  return delivery.downloads.filter(({ name }) => name.endsWith('.ghb')) as unknown as File[]
}

/** Receipts for all for which one is due, or for these. */
export async function answer(upper: TestOffice, ...bundleIds: readonly string[]) {
  const input = bundleIds.length > 0 ? { bundleIds } : {}
  const { delivery, receipts } = await issueReceipts(upper.context, input, unseen)
  return { receipts, files: bundlesIn(delivery), delivery }
}

/** Takes the files of receipts in. */
export async function acceptAll(office: TestOffice, files: readonly File[]) {
  const accepted = []
  for (const file of files) accepted.push(await office.api.receipts.accept({ file }))
  return accepted
}
