/** Calls of the evidence of records (佐证材料). */
import { z } from 'zod'
import {
  type AddedAttachments,
  type Attachment,
  attachmentSchema,
  type EvidenceSetting,
  evidenceSettingSchema,
  type FileMatch,
  type PeriodPhoto,
  type StoreFindings,
} from './attachments.ts'
import { byId, call, id, jobId, returns, version } from './calls.ts'
import type { DeliveredFile, Delivery } from './delivery.ts'
import { form, oneOf, optionalText } from './fields.ts'
import { periodSchema } from './period.ts'
import { recordKinds } from './record-kinds.ts'
import { sessionFormSchema } from './session-forms.ts'
import { attachmentRoles } from './vocabulary.ts'

const recordKind = oneOf(recordKinds)
const ofRecord = form({ recordKind, recordId: id })
const file = z.file({ error: '应为文件' })
const manyIds = z.array(id).max(1000, '一次不能超过1000条')

export const attachmentCalls = {
  list: call.input(ofRecord).output(returns<readonly Attachment[]>()),
  /** How many each record has; a record without any is left out. */
  counts: call.input(form({ recordKind, recordIds: manyIds })).output(returns<Readonly<Record<string, number>>>()),
  /** All files or, with `goodOnly`, those that can be attached; the answer names the others. */
  add: call
    .input(
      form({
        ...ofRecord.shape,
        files: z.array(file).min(1, '没有可添加的文件').max(1000, '一次不能超过1000个文件'),
        role: oneOf(attachmentRoles).optional(),
        caption: optionalText(100),
        goodOnly: z.boolean({ error: '应为是或否' }).default(false),
        jobId,
      }),
    )
    .output(returns<AddedAttachments>()),
  update: call.input(form({ id, version, fields: attachmentSchema })).output(returns<Attachment>()),
  /** All of a record's, in their new order. */
  reorder: call.input(form({ ...ofRecord.shape, ids: manyIds })).output(returns<void>()),
  /** Quarters clockwise; the original stays as it is. */
  rotate: call
    .input(form({ id, version, quarters: z.number({ error: '应为数字' }).int().min(1, '至少为1').max(3, '不能超过3') }))
    .output(returns<Attachment>()),
  remove: call.input(byId).output(returns<void>()),
  restore: call.input(byId).output(returns<void>()),
  get: call
    .input(form({ id, as: z.enum(['original', 'view', 'thumbnail'], { error: '应为原件、显示图或缩略图' }) }))
    .output(returns<DeliveredFile>()),
  /** The original. */
  save: call.input(byId).output(returns<Delivery>()),
  /** Which record each file of a folder may belong to; `head` is the beginning of the file, where EXIF stands. */
  match: call
    .input(
      form({
        files: z
          .array(form({ path: z.string({ error: '应为文字' }).min(1, '必填').max(1000, '路径过长'), head: file }))
          .min(1, '文件夹里没有文件')
          .max(2000, '一次不能超过2000个文件'),
      }),
    )
    .output(returns<readonly FileMatch[]>()),
  /** The photos of the records that count in the period. */
  photos: call.input(periodSchema).output(returns<readonly PeriodPhoto[]>()),
  /** 空白的签到表 or 会议记录 of a study or lecture, held or planned. */
  form: call.input(sessionFormSchema).output(returns<Delivery>()),
  verify: call.input(form({ jobId })).output(returns<StoreFindings>()),
  /** Removes the files that nothing holds. */
  clean: call.output(returns<StoreFindings['unreferenced']>()),
  /** Makes lost views again from sound originals. */
  mendViews: call.output(returns<{ mended: number }>()),
  setting: {
    show: call.output(returns<EvidenceSetting>()),
    set: call.input(evidenceSettingSchema).output(returns<EvidenceSetting>()),
  },
}
