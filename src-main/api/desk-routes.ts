/** Answers of the upper level's desk (下级上报). */
import { approve, withdrawApproval } from '../desk/approvals.ts'
import { deskStatus } from '../desk/office-status.ts'
import { listOffices } from '../desk/offices.ts'
import { os } from './implementer.ts'

export const deskRoutes = {
  offices: os.upper.offices.handler(({ context }) => listOffices(context.db)),
  status: os.upper.status.handler(({ context, input: { jobId, ...asked } }) =>
    context.jobs.run(jobId, '正在统计下级上报', (job) => deskStatus(context, asked, job.step)),
  ),
  approve: os.upper.approve.handler(({ context, input }) => approve(context, input)),
  withdrawApproval: os.upper.withdrawApproval.handler(({ context, input }) => withdrawApproval(context, input)),
}
