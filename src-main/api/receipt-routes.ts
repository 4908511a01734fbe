/** Answers of receipts (回执). */
import { countMarked } from '../database/upper-mark.ts'
import { acceptReceipt } from '../receipts/accept-receipt.ts'
import { answerUnread } from '../receipts/answer-unread.ts'
import { dueReceipts } from '../receipts/due-receipts.ts'
import { issueReceipts } from '../receipts/issue-receipts.ts'
import { passDown, waitingReceipts } from '../receipts/pass-down.ts'
import { listPassable, passOn } from '../receipts/pass-on.ts'
import { pullBack } from '../receipts/pull-back.ts'
import { compareCode, getReceived, listReceived } from '../receipts/received-receipts.ts'
import { marksOf, remarksOf } from '../receipts/record-marks.ts'
import { listReturns, returnRow, withdrawReturn } from '../receipts/returns.ts'
import { os } from './implementer.ts'

const { receipts } = os

export const receiptRoutes = {
  accept: receipts.accept.handler(async ({ context, input }) =>
    acceptReceipt(context, new Uint8Array(await input.file.arrayBuffer())),
  ),
  list: receipts.list.handler(({ context }) => listReceived(context.db)),
  get: receipts.get.handler(({ context, input }) => getReceived(context.db, input.id)),
  compare: receipts.compare.handler(({ context, input }) => compareCode(context.db, input.id, input.code)),
  marks: receipts.marks.handler(({ context, input }) => marksOf(context.db, input.recordKind, input.recordIds)),
  remarks: receipts.remarks.handler(({ context, input }) => remarksOf(context.db, input.recordKind, input.recordId)),
  pullBack: receipts.pullBack.handler(({ context, input }) => pullBack(context, input.id)),
  returned: receipts.returned.handler(({ context }) => countMarked(context.db, '退回')),
  due: receipts.due.handler(({ context }) => dueReceipts(context.db)),
  issue: receipts.issue.handler(({ context, input }) =>
    context.jobs.run(input.jobId, '正在签发回执', (job) => issueReceipts(context, input, job)),
  ),
  answerUnread: receipts.answerUnread.handler(async ({ context, input }) =>
    answerUnread(context, new Uint8Array(await input.file.arrayBuffer())),
  ),
  returnRow: receipts.returnRow.handler(({ context, input }) => returnRow(context, input)),
  withdrawReturn: receipts.withdrawReturn.handler(({ context, input }) => withdrawReturn(context, input.id)),
  returns: receipts.returns.handler(({ context, input }) => listReturns(context.db, input.officeId)),
  passable: receipts.passable.handler(({ context, input }) => listPassable(context, input)),
  passOn: receipts.passOn.handler(({ context, input }) =>
    context.jobs.run(input.jobId, '正在转报', (job) => passOn(context, input, job)),
  ),
  waiting: receipts.waiting.handler(({ context }) => waitingReceipts(context)),
  passDown: receipts.passDown.handler(({ context, input }) =>
    context.jobs.run(input.jobId, '正在转交回执', (job) => passDown(context, input, job)),
  ),
}
