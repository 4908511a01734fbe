/** Answers of taking in what the offices below us report (接收). */
import { importBundles } from '../intake/import-bundles.ts'
import { listEntries } from '../intake/journal.ts'
import { listBundles } from '../intake/list-bundles.ts'
import { previewBundles } from '../intake/preview-bundles.ts'
import { effectOfBundle, heldRows } from '../intake/read-received.ts'
import { rebuildReceived } from '../intake/rebuild.ts'
import { stageFiles } from '../intake/stage-files.ts'
import { discardBundle, undoBundle } from '../intake/undo-bundle.ts'
import { acceptReceipt } from '../receipts/accept-receipt.ts'
import { os } from './implementer.ts'

const on = os.intake

export const intakeRoutes = {
  stage: on.stage.handler(({ context, input }) =>
    context.jobs.run(input.jobId, '正在收下上报包', (job) =>
      stageFiles(context, input.files, job, { receipt: acceptReceipt }),
    ),
  ),
  list: on.list.handler(({ context, input }) => listBundles(context.db, input)),
  preview: on.preview.handler(({ context, input }) =>
    context.jobs.run(input.jobId, '正在预览上报包', (job) => previewBundles(context, input.bundleIds, job)),
  ),
  import: on.import.handler(({ context, input }) =>
    context.jobs.run(input.jobId, '正在导入上报包', (job) => importBundles(context, input, job)),
  ),
  effect: on.effect.handler(({ context, input }) => effectOfBundle(context, input.bundleId)),
  undo: on.undo.handler(({ context, input }) => undoBundle(context, input.bundleId)),
  discard: on.discard.handler(({ context, input }) => discardBundle(context, input.bundleId)),
  held: on.held.handler(({ context, input }) => heldRows(context, input)),
  journal: on.journal.handler(({ context, input }) => listEntries(context.db, input.limit)),
  rebuild: on.rebuild.handler(({ context, input }) =>
    context.jobs.run(input.jobId, '正在从存档重建', (job) => rebuildReceived(context, input, job)),
  ),
}
