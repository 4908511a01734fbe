/** The offices below us (下级单位) as a tree: each behind the one that it stands under, by division code and name. */
import type { Kysely } from 'kysely'
import type { DeskOffice } from '../../src-shared/desk.ts'
import type { Tables } from '../database/tables.ts'
import { officesBelow } from '../intake/offices-below.ts'

type Peer = Omit<DeskOffice, 'depth'>

/** An office whose superior was removed stands directly under us, so that nobody is forgotten. */
export async function listOffices(db: Kysely<Tables>): Promise<DeskOffice[]> {
  const peers = await officesBelow(db)
    .select(['officeId', 'name', 'divisionCode', 'parentId'])
    .orderBy('divisionCode')
    .orderBy('name')
    .orderBy('officeId')
    .execute()
  return inTreeOrder(peers)
}

function inTreeOrder(peers: readonly Peer[]): DeskOffice[] {
  const known = new Set(peers.map(({ officeId }) => officeId))
  const below = new Map<string | null, Peer[]>()
  for (const peer of peers) {
    const parent = peer.parentId !== null && known.has(peer.parentId) ? peer.parentId : null
    below.set(parent, [...(below.get(parent) ?? []), { ...peer, parentId: parent }])
  }
  const walk = (parent: string | null, depth: number): DeskOffice[] =>
    (below.get(parent) ?? []).flatMap((peer) => [{ ...peer, depth }, ...walk(peer.officeId, depth + 1)])
  return walk(null, 0)
}
