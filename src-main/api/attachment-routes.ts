/** Answers of the evidence of records (佐证材料). */
import { addAttachments } from '../attachments/add-attachments.ts'
import * as attachments from '../attachments/attachments.ts'
import { checkStore, cleanStore, mendViews } from '../attachments/check-store.ts'
import { findEvidenceSetting, setEvidenceSetting } from '../attachments/evidence-setting.ts'
import { getAttachedFile, saveAttachment } from '../attachments/hand-out.ts'
import { matchFiles, photosOfPeriod } from '../attachments/match-files.ts'
import { deliverForm } from '../session-forms/deliver-form.ts'
import { os } from './implementer.ts'

const on = os.attachments

export const attachmentRoutes = {
  list: on.list.handler(({ context, input }) => attachments.listAttachments(context.db, input)),
  counts: on.counts.handler(({ context, input }) => attachments.countAttachments(context.db, input)),
  add: on.add.handler(({ context, input }) => addAttachments(context, input)),
  update: on.update.handler(({ context, input }) => attachments.updateAttachment(context.db, context, input)),
  reorder: on.reorder.handler(({ context, input }) => attachments.reorderAttachments(context.db, context, input)),
  rotate: on.rotate.handler(({ context, input }) => attachments.rotateAttachment(context, input)),
  remove: on.remove.handler(({ context, input }) => attachments.removeAttachment(context.db, context, input.id)),
  restore: on.restore.handler(({ context, input }) => attachments.restoreAttachment(context, input.id)),
  get: on.get.handler(({ context, input }) => getAttachedFile(context, input)),
  save: on.save.handler(({ context, input }) => saveAttachment(context, input.id)),
  match: on.match.handler(({ context, input }) => matchFiles(context.db, input.files)),
  photos: on.photos.handler(({ context, input }) => photosOfPeriod(context.db, input)),
  form: on.form.handler(({ context, input }) => deliverForm(context, input)),
  verify: on.verify.handler(({ context, input }) => checkStore(context, input.jobId)),
  clean: on.clean.handler(({ context }) => cleanStore(context)),
  mendViews: on.mendViews.handler(async ({ context }) => ({ mended: await mendViews(context) })),
  setting: {
    show: on.setting.show.handler(({ context }) => findEvidenceSetting(context.db)),
    set: on.setting.set.handler(({ context, input }) => setEvidenceSetting(context.db, context, input)),
  },
}
