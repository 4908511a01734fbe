/** Exports a report (导出上报包): gathered at one moment, sealed for the recipient, delivered, and only then noted. */
import type { Transaction } from 'kysely'
import { isReport, type UnsealedManifest } from '../../src-shared/bundle-manifest.ts'
import type { WrittenFile } from '../../src-shared/delivery.ts'
import type { ReportExportInput } from '../../src-shared/report-calls.ts'
import type { ReportDone } from '../../src-shared/reports.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import { deliverSet } from '../files/deliver-set.ts'
import type { NamedBytes } from '../files/write-set.ts'
import type { Job } from '../jobs.ts'
import { requireOffice } from '../office.ts'
import { computeFigures } from '../statistics/figures.ts'
import { periodFingerprint } from '../statistics/record-set.ts'
import { chainRow, inTurn, lastReportTo, nextInChain } from '../sync/bundle-chain.ts'
import { repairFileName } from '../sync/bundle-file-name.ts'
import { sha256 } from '../sync/ed25519.ts'
import { writtenBy } from '../sync/manifest-fields.ts'
import { findReceiptBase } from '../sync/receipt-base.ts'
import { startRepairVolume } from '../sync/repair-volume.ts'
import { type SealedBundle, sealBundle } from '../sync/seal-bundle.ts'
import { confirmedOtherwise, refuseSilentCorrection } from './correction.ts'
import { coverFiles } from './cover-files.ts'
import { gatherRows } from './gather-rows.ts'
import { answeredNotice, boundPapers } from './papers.ts'
import { findRecipient, type Recipient } from './recipient.ts'
import { filesFor } from './report-files.ts'
import { announceExport, forgetExport, noteExport, settleUnfinished } from './unfinished-export.ts'
import { declareEmpty, emptyKinds } from './zero-report.ts'

type Sealed = { readonly bundle: SealedBundle; readonly missing: number }
type Making = { readonly input: ReportExportInput; readonly recipient: Recipient; readonly job: Job }

/**
 * @throws Problem OFFICE_MISSING, NOT_FOUND (recipient, notice), KEY_LOCKED, INVALID_INPUT (a reason is missing, too
 * large), CONFLICT while another bundle is made, CANCELLED, DISK_FULL, FILE_UNWRITABLE; nothing is then written or noted
 */
export async function exportReport(context: CoreContext, input: ReportExportInput): Promise<ReportDone> {
  const { db, jobs, keys } = context
  return await inTurn(db, async () => {
    await settleUnfinished(db)
    const recipient = await findRecipient(db, input.to)
    keys.identities() // a locked key is told before a folder is asked for
    return await jobs.run(input.jobId, '正在导出上报包', (job) => exportAlone(context, { input, recipient, job }))
  })
}

async function exportAlone(context: CoreContext, making: Making): Promise<ReportDone> {
  const { db, host, now } = context
  const bundleId = context.newId()
  // What can be refused is refused before a folder is asked for.
  await refuseUnready(context, making)
  let sealed: Sealed | undefined
  const volumeFiles = (files: readonly WrittenFile[]) => files.slice(0, sealed?.bundle.manifest.volumes)
  const rowOf = (files: readonly WrittenFile[]) =>
    chainRow({ ...present(sealed).bundle, files: volumeFiles(files), noticeId: making.input.noticeId ?? '' })
  const delivery = await deliverSet(host, {
    title: '选择存放上报包的U盘或文件夹',
    async make() {
      sealed = await db.transaction().execute((trx) => sealIn(trx, context, { ...making, bundleId }))
      const atLeast = sealed.bundle.manifest.attachments.bytes
      return { files: filesOf(context, sealed.bundle, making), atLeast }
    },
    beforeNaming: (files) => announceExport(db, now, { row: rowOf(files), files }),
  }).catch(async (error: unknown) => {
    await forgetExport(db)
    throw error
  })
  if (delivery.state !== 'cancelled') {
    await noteExport(db, rowOf(delivery.files))
    await context.keepMark()
  }
  return describe(making, bundleId, delivery, sealed)
}

/** One transaction, so that figures, rows and root are of the same moment. */
async function sealIn(
  trx: Transaction<Tables>,
  context: CoreContext,
  { input, recipient, job, bundleId }: Making & { readonly bundleId: string },
): Promise<Sealed> {
  const base = input.isFull ? null : await findReceiptBase(trx, recipient.officeId, context)
  const stated = await statements(trx, context, { input, recipient })
  const rows = gatherRows(trx, { changedAfter: base?.change ?? null, job })
  const { files, missing } = input.withPhotos
    ? await filesFor(context, trx, recipient.officeId)
    : { files: [], missing: 0 }
  const toChange = await lastChange(trx)
  const { officeId, name, divisionCode } = recipient
  const fixed = {
    bundleId,
    kind: 'report' as const,
    recipient: { officeId, name, divisionCode },
    replica: context.replica,
    epoch: context.epoch,
    ...(await nextInChain(trx, context)),
    previousReport: await lastReportTo(trx, context, officeId),
    base,
    toChange,
    ...writtenBy,
    createdAt: context.now(),
    period: input.period,
    ...stated,
  }
  const bundle = await sealBundle({
    manifest: (): UnsealedManifest => ({ ...fixed, ...rows.result() }),
    parts: rows.parts,
    attachments: files,
    keys: context.keys,
    recipients: recipient.keys,
    volumeBytes: input.volume === null ? Number.POSITIVE_INFINITY : input.volume * 1024 * 1024,
  })
  return { bundle, missing }
}

/** What the sender says beside the rows themselves. @throws Problem INVALID_INPUT, NOT_FOUND */
async function statements(
  trx: Transaction<Tables>,
  context: CoreContext,
  { input, recipient }: Pick<Making, 'input' | 'recipient'>,
) {
  const { period, noticeId, correction } = input
  const { name, divisionCode, contact, reviewer, phone } = await requireOffice(trx)
  const figures = await computeFigures(trx, period)
  const fingerprint = await periodFingerprint(trx, period)
  const before = await confirmedOtherwise(trx, recipient.officeId, { period, fingerprint, figures })
  refuseSilentCorrection(before, correction)
  return {
    sender: { officeId: context.officeId, name, divisionCode },
    figures,
    fingerprint,
    declaredEmpty: declareEmpty(await emptyKinds(trx, figures, noticeId), input.reasons),
    notice: await answeredNotice(trx, noticeId),
    papers: await boundPapers(trx, period, noticeId),
    people: { preparedBy: contact, reviewedBy: reviewer, phone },
    // A reason without anything to correct would be read as one.
    correction: before === null ? '' : correction,
  }
}

async function refuseUnready(context: CoreContext, { input, recipient, job }: Making): Promise<void> {
  await job.step(0, 0)
  await context.db.transaction().execute((trx) => statements(trx, context, { input, recipient }))
}

async function* filesOf(
  context: CoreContext,
  { manifest, volumes }: SealedBundle,
  { input, job }: Making,
): AsyncGenerator<NamedBytes> {
  const sizes: { bytes: number; sha256: string }[] = []
  const repair = input.withRepair && manifest.volumes > 1 ? startRepairVolume() : null
  for await (const { fileName, bytes } of volumes()) {
    await job.step(sizes.length, manifest.volumes)
    sizes.push({ bytes: bytes.length, sha256: sha256(bytes) })
    repair?.add(fileName, bytes)
    yield { name: fileName, bytes }
  }
  await job.step(manifest.volumes, manifest.volumes)
  if (repair) yield { name: repairFileName(manifest), bytes: repair.finish(manifest.bundleId) }
  // The browser takes files one by one; there the cover page is asked for by itself.
  if (context.host.pickFolder && isReport(manifest)) yield* await coverFiles(context, manifest, sizes)
}

function describe(
  { recipient, input }: Making,
  bundleId: string,
  delivery: ReportDone['delivery'],
  sealed: Sealed | undefined,
): ReportDone {
  const manifest = sealed?.bundle.manifest
  const { officeId, name, divisionCode } = recipient
  return {
    delivery,
    bundleId,
    seq: manifest?.seq ?? 0,
    recipient: { officeId, name, divisionCode },
    period: input.period,
    rows: manifest?.counts ?? {},
    fingerprint: manifest?.fingerprint ?? '',
    root: manifest?.state?.root ?? '',
    attachments: { ...(manifest?.attachments ?? { count: 0, bytes: 0 }), missing: sealed?.missing ?? 0 },
  }
}

async function lastChange(trx: Transaction<Tables>): Promise<number> {
  const { last } = await trx
    .selectFrom('change')
    .select((eb) => eb.fn.max('seq').as('last'))
    .executeTakeFirstOrThrow()
  return Number(last ?? 0)
}

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('files were delivered that were never made')
  return value
}
