/**
 * What a recipient has confirmed of our changes (上次回执): the next bundle begins behind it. Drawn from all of its
 * receipts, so that the order in which they came makes no difference.
 */
import type { Kysely } from 'kysely'
import type { Manifest } from '../../src-shared/bundle-manifest.ts'
import type { Receipt } from '../../src-shared/receipts.ts'
import type { Tables } from '../database/tables.ts'
import { newestOf, type ReceiptPlace } from './receipt-order.ts'

type Sender = { readonly replica: string; readonly epoch: number }

/** `change`: the last change of this ledger up to which everything is confirmed. */
type Confirmed = ReceiptPlace & Sender & { readonly change: number }

/** null when nothing of this replica and epoch is confirmed: then everything is carried. */
export async function findReceiptBase(
  db: Kysely<Tables>,
  recipientId: string,
  sender: Sender,
): Promise<Manifest['base']> {
  const all = await confirmedBy(db, recipientId)
  const newest = all.find(({ replica, epoch }) => replica === sender.replica && epoch === sender.epoch)
  if (newest === undefined || newest.change === 0) return null
  const { content } = await db
    .selectFrom('acceptedReceipt')
    .select('content')
    .where('receiptId', '=', newest.receiptId)
    .executeTakeFirstOrThrow()
  const root = (JSON.parse(content) as Receipt).business?.root.value ?? ''
  return { receiptId: newest.receiptId, change: newest.change, root }
}

/**
 * By each replica and epoch of ours the newest receipt of `officeId`. It never confirms beyond the last bundle that
 * this ledger knows to have sent and has a receipt for: after a restore, changes behind it are others than the issuer's.
 */
export async function confirmedBy(db: Kysely<Tables>, officeId: string): Promise<Confirmed[]> {
  const receipts = await db
    .selectFrom('acceptedReceipt as receipt')
    .leftJoin('exportedBundle as sent', (join) =>
      join
        .onRef('sent.bundleId', '=', 'receipt.bundleId')
        .onRef('sent.replica', '=', 'receipt.replica')
        .onRef('sent.epoch', '=', 'receipt.epoch'),
    )
    .select(['receiptId', 'issuerReplica', 'issuerEpoch', 'number', 'issuedAt', 'receipt.replica', 'receipt.epoch'])
    .select(['receipt.toChange as confirmed', 'sent.toChange as sent'])
    .where('officeId', '=', officeId)
    .execute()
  const bySender = new Map<string, (typeof receipts)[number][]>()
  for (const one of receipts) {
    const key = `${one.replica} ${one.epoch}`
    bySender.set(key, [...(bySender.get(key) ?? []), one])
  }
  return [...bySender.values()].flatMap((some) => {
    const newest = newestOf(some)
    if (newest === null) return []
    const sent = Math.max(...some.map((one) => one.sent ?? 0))
    return [{ ...newest, change: Math.min(newest.confirmed, sent) }]
  })
}
