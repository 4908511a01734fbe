/** Every office and key that we know (往来单位), as it is handed to the office's second PC. */
import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import type { Tables } from '../database/tables.ts'
import { hex32, partySchema } from './key-card.ts'

const moment = z.string().max(40)
export const peerRowsSchema = z.object({
  peers: z.array(
    z.object({
      ...partySchema.shape,
      role: z.enum(['上级', '下级']),
      parentId: z.string().nullable(),
      addedAt: moment,
      removedAt: moment.nullable(),
    }),
  ),
  keys: z.array(
    z.object({
      keyId: hex32,
      officeId: z.string(),
      signingKey: hex32,
      recipient: z.string().max(100),
      card: z.string(),
      state: z.enum(['使用中', '已更换', '已吊销']),
      acceptedAt: moment,
      endedAt: moment.nullable(),
      reason: z.string(),
    }),
  ),
})
export type PeerRows = z.output<typeof peerRowsSchema>

export async function readPeerRows(db: Kysely<Tables>): Promise<PeerRows> {
  const peers = await db.selectFrom('peer').selectAll().orderBy('officeId').execute()
  const keys = await db.selectFrom('peerKey').selectAll().orderBy('keyId').execute()
  return { peers, keys }
}

/** What comes replaces what is known of the same office; a key that was revoked here stays so. */
export async function putPeers(trx: Kysely<Tables>, { peers, keys }: PeerRows): Promise<void> {
  // An office may come before the one above it.
  await sql`PRAGMA defer_foreign_keys = ON`.execute(trx)
  for (const peer of peers) {
    const { officeId, ...fields } = peer
    await trx
      .insertInto('peer')
      .values(peer)
      .onConflict((conflict) => conflict.column('officeId').doUpdateSet(fields))
      .execute()
  }
  for (const key of keys) {
    const { keyId, ...fields } = key
    await trx
      .insertInto('peerKey')
      .values(key)
      .onConflict((conflict) => conflict.column('keyId').doUpdateSet(fields).where('peerKey.state', '<>', '已吊销'))
      .execute()
  }
}
