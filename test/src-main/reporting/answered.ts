/** A receipt of the superior for a bundle that it opened, taken into the ledger of the sender. */
import { noteReceipt } from '../../../src-main/receipts/note-receipt.ts'
import type { ReportManifest } from '../../../src-shared/bundle-manifest.ts'
import type { Receipt, ReceiptState } from '../../../src-shared/receipts.ts'
import type { TestOffice } from '../../open-offices.ts'
import { receiptFor } from '../receipts/sample-receipt.ts'

type Answer = {
  /** Numbers of the volumes that have come; all if not said. */
  readonly here?: readonly number[]
  /** 技术回执: the content has not been judged. */
  readonly isTechnical?: boolean
  /** Of the receipt; that of the bundle if not said. */
  readonly number?: number
  /** Whatever it is but 已导入 goes without a judgement of the content. */
  readonly state?: ReceiptState
}

export async function acceptReceiptFor(
  { context }: TestOffice,
  manifest: ReportManifest,
  { here, number = manifest.seq, state = '已导入', isTechnical = state !== '已导入' }: Answer = {},
): Promise<void> {
  const all = Array.from({ length: manifest.volumes }, (_, index) => index + 1)
  const volumes = {
    of: manifest.volumes,
    here: (here ?? all).map((number) => ({ number, sha256: 'b'.repeat(64), bytes: 1 })),
    missing: here ? all.filter((number) => !here.includes(number)) : [],
  }
  const receipt: Receipt = {
    ...receiptFor(context, manifest, { number, technical: { volumes, state } }),
    issuer: manifest.recipient,
    ...(isTechnical && { business: null }),
  }
  await noteReceipt(context, receipt, 'f'.repeat(64))
}
