/**
 * Takes a receipt whose sender has been made sure of into the ledger (登记回执): what it means for the next bundle, for
 * the marks on our records and for who this installation is. In whatever order receipts come, the newest one holds.
 */
import type { Transaction } from 'kysely'
import { type AcceptedReceipt, type Receipt, returnedRecords } from '../../src-shared/receipts.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import { isNewer, newestOf, type ReceiptPlace } from '../sync/receipt-order.ts'
import { checkCodeOf } from './check-code.ts'
import { redrawMarks } from './mark-rows.ts'
import { type NewIdentity, newIdentityFor, takeIdentity } from './new-identity.ts'
import { receivedRows, sentenceOf } from './receipt-sentence.ts'

/** @param file SHA-256 under which the receipt's file lies in the content store */
export async function noteReceipt(context: CoreContext, receipt: Receipt, file: string): Promise<AcceptedReceipt> {
  const { standing, identity } = await context.db.transaction().execute(async (trx) => {
    const standing = await standingOf(trx, context.replica, receipt)
    if (standing === '已在册') return { standing, identity: null }
    const identity = await newIdentityFor(trx, context, receipt)
    await keep(trx, context, { receipt, file })
    await redrawMarks(trx, receipt.issuer.officeId)
    if (identity) await takeIdentity(trx, identity)
    return { standing, identity }
  })
  // Only now: a transaction that fails must leave the context as it was.
  if (identity) await context.goOnAs(identity)
  return describeReceipt(receipt, standing, identity)
}

async function standingOf(
  trx: Transaction<Tables>,
  replica: string,
  receipt: Receipt,
): Promise<AcceptedReceipt['standing']> {
  const known = await trx
    .selectFrom('acceptedReceipt')
    .select(['receiptId', 'issuerReplica', 'issuerEpoch', 'number', 'issuedAt'])
    .where('officeId', '=', receipt.issuer.officeId)
    .execute()
  if (known.some(({ receiptId }) => receiptId === receipt.receiptId)) return '已在册'
  if (!(await isOfThisLedger(trx, receipt))) return receipt.bundle.replica === replica ? '不识' : '别机'
  const newest = newestOf(known)
  return newest === null || isNewer(placeOf(receipt), newest) ? '新收' : '较旧'
}

/** What could not be read says of itself only which bundle it is. */
async function isOfThisLedger(trx: Transaction<Tables>, { bundle, technical }: Receipt): Promise<boolean> {
  const exported = await trx
    .selectFrom('exportedBundle')
    .select(['replica', 'epoch'])
    .where('bundleId', '=', bundle.bundleId)
    .executeTakeFirst()
  if (exported === undefined) return false
  return technical.state === '读不了' || (exported.replica === bundle.replica && exported.epoch === bundle.epoch)
}

type Kept = { readonly receipt: Receipt; readonly file: string }

async function keep(trx: Transaction<Tables>, context: CoreContext, { receipt, file }: Kept): Promise<void> {
  const { bundle, issuer } = receipt
  await trx
    .insertInto('acceptedReceipt')
    .values({
      receiptId: receipt.receiptId,
      officeId: issuer.officeId,
      bundleId: bundle.bundleId,
      replica: bundle.replica,
      epoch: bundle.epoch,
      toChange: receipt.technical.toChange,
      issuerReplica: receipt.replica,
      issuerEpoch: receipt.epoch,
      number: receipt.number,
      content: JSON.stringify(receipt),
      checkCode: checkCodeOf(receipt),
      file,
      issuedAt: receipt.issuedAt,
      acceptedAt: context.now(),
      pulledAt: null,
    })
    .execute()
}

function placeOf(receipt: Receipt): ReceiptPlace {
  const { receiptId, replica, epoch, number, issuedAt } = receipt
  return { receiptId, issuerReplica: replica, issuerEpoch: epoch, number, issuedAt }
}

/** Counts and the sentence for the clerk. */
export function describeReceipt(
  receipt: Receipt,
  standing: AcceptedReceipt['standing'],
  identity: NewIdentity | null,
): AcceptedReceipt {
  const { business, bundle, technical } = receipt
  const remarks = business?.remarks ?? []
  const count = (result: string) => remarks.filter((remark) => remark.result === result).length
  const facts = {
    receiptId: receipt.receiptId,
    issuer: receipt.issuer.name,
    bundleId: bundle.bundleId,
    seq: bundle.seq,
    checkCode: checkCodeOf(receipt),
    standing,
    state: technical.state,
    received: receivedRows(business),
    returned: returnedRecords(remarks),
    conflict: count('冲突'),
    parked: count('暂存'),
    held: business?.held.rows ?? 0,
    epochRaised: identity !== null,
  }
  return { ...facts, sentence: sentenceOf(facts, receipt) }
}
