/** Where the next bundle begins (上次回执): behind the last change of ours that its recipient has confirmed. */
import type { Kysely } from 'kysely'
import type { Manifest } from '../../src-shared/bundle-manifest.ts'
import type { Receipt } from '../../src-shared/receipts.ts'
import type { Tables } from '../database/tables.ts'
import { newestOf } from './receipt-order.ts'

type Sender = { readonly replica: string; readonly epoch: number }

/**
 * From the newest receipt of the recipient for a bundle of this replica and epoch; null when it has confirmed nothing
 * of it: then everything is carried.
 */
export async function findReceiptBase(
  db: Kysely<Tables>,
  recipientId: string,
  sender: Sender,
): Promise<Manifest['base']> {
  const places = await db
    .selectFrom('acceptedReceipt')
    .select(['receiptId', 'issuerReplica', 'issuerEpoch', 'number', 'issuedAt', 'toChange'])
    .where('officeId', '=', recipientId)
    .where('replica', '=', sender.replica)
    .where('epoch', '=', sender.epoch)
    .execute()
  const newest = newestOf(places)
  if (newest === null || newest.toChange === 0) return null
  const { content } = await db
    .selectFrom('acceptedReceipt')
    .select('content')
    .where('receiptId', '=', newest.receiptId)
    .executeTakeFirstOrThrow()
  const root = (JSON.parse(content) as Receipt).business?.root.value ?? ''
  return { receiptId: newest.receiptId, change: newest.toChange, root }
}
