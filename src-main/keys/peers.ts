/** The offices that we exchange bundles with (往来单位) and their keys, as they stand in the ledger. */
import { type Kysely, type Selectable, sql } from 'kysely'
import type { Peer, PeerKey } from '../../src-shared/peers.ts'
import type { Tables } from '../database/tables.ts'
import { cardFingerprint } from './key-card.ts'

/** Also one that was removed; null when it was never accepted. */
export async function findPeer(db: Kysely<Tables>, officeId: string): Promise<Peer | null> {
  return (await db.selectFrom('peer').selectAll().where('officeId', '=', officeId).executeTakeFirst()) ?? null
}

/** Present ones: superiors first, then by code and name. */
export async function listPeers(db: Kysely<Tables>): Promise<readonly Peer[]> {
  return await db
    .selectFrom('peer')
    .selectAll()
    .where('removedAt', 'is', null)
    .orderBy(sql`role = '下级'`)
    .orderBy('divisionCode')
    .orderBy('name')
    .execute()
}

/** Every key of an office, the one in use first, then the newest. */
export async function keysOf(db: Kysely<Tables>, officeId: string): Promise<readonly PeerKey[]> {
  const rows = await db
    .selectFrom('peerKey')
    .selectAll()
    .where('officeId', '=', officeId)
    .orderBy(sql`state <> '使用中'`)
    .orderBy('acceptedAt', 'desc')
    .execute()
  return rows.map(keyOf)
}

/** Whose key it is; null when nobody's that we know. The own key is known to `context.keys` alone. */
export async function peerOfKey(db: Kysely<Tables>, keyId: string): Promise<{ peer: Peer; key: PeerKey } | null> {
  const key = await db.selectFrom('peerKey').selectAll().where('keyId', '=', keyId).executeTakeFirst()
  const peer = key && (await findPeer(db, key.officeId))
  return key && peer ? { peer, key: keyOf(key) } : null
}

/**
 * Whether what was received at `at` may rely on the key. A key that was replaced or revoked vouches for nothing that
 * comes later, whatever date the file itself states; what was taken in before stays.
 */
export async function isKeyUsable(db: Kysely<Tables>, keyId: string, at: string): Promise<boolean> {
  const known = await peerOfKey(db, keyId)
  if (!known) return false
  const { peer, key } = known
  const end = [key.endedAt, peer.removedAt].filter((day) => day !== null).sort()[0]
  return end === undefined || at < end
}

/** Whether an office stands below us, directly or not. */
export async function isInScope(db: Kysely<Tables>, officeId: string): Promise<boolean> {
  const peer = await findPeer(db, officeId)
  return peer !== null && peer.role === '下级' && peer.removedAt === null
}

/** An office and all present ones below it, by id. */
export async function subtreeOf(db: Kysely<Tables>, officeId: string): Promise<readonly string[]> {
  const rows = await db
    .withRecursive('below', (recursive) =>
      recursive
        .selectFrom('peer')
        .select('peer.officeId')
        .where('peer.officeId', '=', officeId)
        .where('removedAt', 'is', null)
        // UNION, not UNION ALL: it ends even on a circle.
        .union(
          recursive
            .selectFrom('peer')
            .innerJoin('below', 'below.officeId', 'peer.parentId')
            .select('peer.officeId')
            .where('removedAt', 'is', null),
        ),
    )
    .selectFrom('below')
    .select('officeId')
    .orderBy('officeId')
    .execute()
  return rows.map((row) => row.officeId)
}

function keyOf({ card, ...key }: Selectable<Tables['peerKey']>): PeerKey {
  return { ...key, fingerprint: cardFingerprint(key) }
}
