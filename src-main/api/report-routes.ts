/** Answers of reporting upward (上报). */
import { ownFingerprint } from '../keys/own-keys.ts'
import { deliverCover } from '../reporting/cover-files.ts'
import { exportReport } from '../reporting/export-report.ts'
import { listReports } from '../reporting/exported-reports.ts'
import { countUnreported, previewReport } from '../reporting/preview-report.ts'
import { listRecipients } from '../reporting/recipient.ts'
import { inspectBundle } from '../sync/inspect-bundle.ts'
import { scanBundles } from '../sync/scan-bundles.ts'
import { os } from './implementer.ts'
import { inspectorOf } from './inspector.ts'

export const reportRoutes = {
  recipients: os.bundles.recipients.handler(({ context }) => listRecipients(context.db)),
  preview: os.bundles.preview.handler(({ context, input }) => previewReport(context, input)),
  export: os.bundles.export.handler(({ context, input }) => exportReport(context, input)),
  list: os.bundles.list.handler(({ context }) => listReports(context)),
  cover: os.bundles.cover.handler(({ context, input }) => deliverCover(context, input)),
  unreported: os.bundles.unreported.handler(({ context }) => countUnreported(context)),
  key: os.bundles.key.handler(({ context }) => ownFingerprint(context)),
  inspect: os.bundles.inspect.handler(({ context, input }) => inspectBundle(inspectorOf(context), input.file)),
  scan: os.bundles.scan.handler(({ context, input }) => scanBundles(context.officeId, input.folder)),
}
