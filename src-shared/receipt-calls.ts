/** Calls of receipts (回执): at the office that reports, at the one that receives, and in between. */
import { z } from 'zod'
import { byId, call, id, jobId, returns, version } from './calls.ts'
import type { SetDelivery } from './delivery.ts'
import { form, requiredText } from './fields.ts'
import type {
  AcceptedReceipt,
  DueReceipt,
  IssuedReceipts,
  PassableBundle,
  PassedDown,
  PulledBack,
  ReceivedReceipt,
  ReceivedReceiptDetail,
  ReturnedCounts,
  RowReturn,
  UpperRemark,
  WaitingReceipt,
} from './receipts.ts'
import { recordKinds } from './record-kinds.ts'

const recordKind = z.enum(recordKinds, { error: '不在可选范围内' })
const table = z.string().regex(/^[A-Za-z]{1,40}$/, '应为登记表的名称')
const isAll = z.boolean().default(false)

export const receiptCalls = {
  /** Files of receipts, for us or for an office below us. */
  accept: call.input(form({ file: z.file({ error: '应为文件' }) })).output(returns<AcceptedReceipt>()),
  /** Received ones, the newest first. */
  list: call.output(returns<readonly ReceivedReceipt[]>()),
  get: call.input(byId).output(returns<ReceivedReceiptDetail>()),
  /** Whether the code that was read out is that of the receipt. */
  compare: call
    .input(form({ id, code: z.string({ error: '应为校验码' }).max(40) }))
    .output(returns<{ isSame: boolean }>()),
  /** Rows that the issuer holds and this ledger lacks are merged into it. */
  pullBack: call.input(byId).output(returns<PulledBack>()),
  /** What the level above has said about records; those of which it has not spoken are left out. */
  marks: call
    .input(form({ recordKind, recordIds: z.array(id).max(1000) }))
    .output(returns<Readonly<Record<string, UpperRemark>>>()),
  /** Everything that is to be answered in one record. */
  remarks: call.input(form({ recordKind, recordId: id })).output(returns<readonly UpperRemark[]>()),
  /** Records that are returned and not changed since. */
  returned: call.output(returns<ReturnedCounts>()),

  /** Bundles for which a receipt is due: none was issued, or something has changed since. */
  due: call.output(returns<readonly DueReceipt[]>()),
  /** A receipt and its paper for these bundles, or for all for which one is due. */
  issue: call.input(form({ bundleIds: z.array(id).max(10_000).optional(), jobId })).output(returns<IssuedReceipts>()),
  /** For a bundle of a later format: that we cannot read it until we are upgraded. */
  answerUnread: call.input(form({ file: z.file({ error: '应为文件' }) })).output(returns<IssuedReceipts>()),
  /** 退回; `version` is that of the row as the clerk saw it, without it the present one. */
  returnRow: call
    .input(
      form({
        officeId: id,
        table,
        rowId: id,
        version: version.optional(),
        field: z.string().max(100).default(''),
        words: requiredText(500),
      }),
    )
    .output(returns<RowReturn>()),
  withdrawReturn: call.input(byId).output(returns<RowReturn>()),
  /** Of one office, or of all; the newest first. */
  returns: call.input(form({ officeId: id.optional() })).output(returns<readonly RowReturn[]>()),

  /** Bundles of offices below us for the one above. */
  passable: call.input(form({ to: id, all: isAll })).output(returns<readonly PassableBundle[]>()),
  passOn: call.input(form({ to: id, all: isAll, jobId })).output(returns<SetDelivery>()),
  /** Receipts from above that wait for the offices below us. */
  waiting: call.output(returns<readonly WaitingReceipt[]>()),
  passDown: call.input(form({ again: isAll, jobId })).output(returns<PassedDown>()),
}
