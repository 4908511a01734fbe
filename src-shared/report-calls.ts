/** Calls of reporting upward (上报): what a bundle would carry, making it, its cover page, what went out before. */
import { z } from 'zod'
import type { Party } from './bundle-manifest.ts'
import type { Inspection, ScannedBundles } from './bundles.ts'
import { call, id, jobId, returns } from './calls.ts'
import type { Delivery } from './delivery.ts'
import { form, oneOf, optionalText } from './fields.ts'
import { periodSchema } from './period.ts'
import { recordKinds } from './record-kinds.ts'
import { type ExportedReport, type ReportDone, type ReportPreview, type Unreported, volumeSizes } from './reports.ts'

const yesNo = z.boolean({ error: '应为是或否' })

/** Name or id of an enrolled superior; may be left out where there is one. */
const to = optionalText(64)
export const reportSchema = form({
  to,
  period: periodSchema,
  /** The notice that is answered. */
  noticeId: id.nullable().default(null),
  /** MB */
  volume: z
    .union([z.literal(volumeSizes[0]), z.literal(volumeSizes[1]), z.literal(volumeSizes[2]), z.null()], {
      error: `应为${volumeSizes.join('、')}或无限`,
    })
    .default(15),
  isFull: yesNo.default(false),
  withPhotos: yesNo.default(true),
  /** 修复卷: one file more, where there are several volumes. */
  withRepair: yesNo.default(false),
})
export type ReportInput = z.output<typeof reportSchema>

export const reportExportSchema = form({
  ...reportSchema.shape,
  /** 零报告: why a kind of record has none in the period. */
  reasons: z
    .array(form({ kind: oneOf(recordKinds), reason: optionalText(500) }))
    .max(4)
    .default([]),
  /** 更正: why records of a period were changed that was confirmed above. */
  correction: optionalText(500),
  jobId,
})
export type ReportExportInput = z.output<typeof reportExportSchema>

export const reportCalls = {
  /** Whom we report to. */
  recipients: call.output(returns<readonly Party[]>()),
  preview: call.input(reportSchema).output(returns<ReportPreview>()),
  export: call.input(reportExportSchema).output(returns<ReportDone>()),
  /** Newest first. */
  list: call.output(returns<readonly ExportedReport[]>()),
  /** 封面 */
  cover: call.input(form({ bundleId: id, as: oneOf(['docx', 'xlsx']) })).output(returns<Delivery>()),
  unreported: call.output(returns<Unreported>()),
  /** Fingerprint of this office's signing key, in groups of four. */
  key: call.output(returns<{ fingerprint: string }>()),
  inspect: call.input(form({ file: z.file({ error: '应为文件' }) })).output(returns<Inspection>()),
  /** Bundles on a stick or in a folder, by their envelopes alone. */
  scan: call
    .input(form({ folder: z.string({ error: '应为文件夹' }).min(1, '必填').max(1000, '路径过长') }))
    .output(returns<ScannedBundles>()),
}
