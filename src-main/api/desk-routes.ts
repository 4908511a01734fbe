/** Answers of the upper level's desk (下级上报). */
import type { DeliveredFile } from '../../src-shared/delivery.ts'
import { sheetKinds } from '../../src-shared/statistics.ts'
import { approve, withdrawApproval } from '../desk/approvals.ts'
import { draftCircular } from '../desk/circular.ts'
import { draftCollected } from '../desk/collected-report.ts'
import { deskStatus } from '../desk/office-status.ts'
import { listOffices } from '../desk/offices.ts'
import { draftReminders } from '../desk/reminders.ts'
import { sendDown } from '../desk/send-down.ts'
import { previewTasks, takeTasks } from '../desk/take-tasks.ts'
import { deskTotals, officeRecords, recordOrigin } from '../desk/totals.ts'
import { deliverSheets } from '../statistics/write-sheets.ts'
import { os } from './implementer.ts'

export const deskRoutes = {
  offices: os.upper.offices.handler(({ context }) => listOffices(context.db)),
  status: os.upper.status.handler(({ context, input: { jobId, ...asked } }) =>
    context.jobs.run(jobId, '正在统计下级上报', (job) => deskStatus(context, asked, job.step)),
  ),
  approve: os.upper.approve.handler(({ context, input }) => approve(context, input)),
  totals: os.upper.totals.handler(({ context, input: { jobId, ...query } }) =>
    context.jobs.run(jobId, '正在汇总', (job) => deskTotals(context, query, job.step)),
  ),
  records: os.upper.records.handler(({ context, input }) => officeRecords(context, input)),
  record: os.upper.record.handler(({ context, input }) => recordOrigin(context, input)),
  sheet: os.upper.sheet.handler(({ context, input }) =>
    deliverSheets(context, { ...input, kinds: ['offices', ...sheetKinds], scope: 'received' }),
  ),
  report: os.upper.report.handler(({ context, input }) => draftCollected(context, input.period)),
  circular: os.upper.circular.handler(({ context, input }) => draftCircular(context, input)),
  remind: os.upper.remind.handler(({ context, input }) => draftReminders(context, input)),
  sendDown: os.upper.sendDown.handler(({ context, input }) => sendDown(context, input)),
  withdrawApproval: os.upper.withdrawApproval.handler(({ context, input }) => withdrawApproval(context, input)),
}

const bytesOf = async (file: DeliveredFile) => new Uint8Array(await file.arrayBuffer())

export const taskRoutes = {
  preview: os.tasks.preview.handler(async ({ context, input }) =>
    previewTasks(context, await bytesOf(input.file), input.matches),
  ),
  take: os.tasks.take.handler(async ({ context, input }) =>
    takeTasks(context, await bytesOf(input.file), input.matches),
  ),
}
