/** 往来单位 as the rows of a tree: each office with those below it. */
import type { PeerWithKeys } from '../../src-shared/peers.ts'

export type PeerNode = PeerWithKeys & { readonly children?: PeerNode[] }

/** In the order given. An office whose parent is not among them stands at the top. */
export function peerTree(peers: readonly PeerWithKeys[]): PeerNode[] {
  const known = new Set(peers.map(({ officeId }) => officeId))
  const below = new Map<string | null, PeerWithKeys[]>()
  for (const peer of peers) {
    const parent = peer.parentId !== null && known.has(peer.parentId) ? peer.parentId : null
    below.set(parent, [...(below.get(parent) ?? []), peer])
  }
  const nodesUnder = (parent: string | null): PeerNode[] =>
    (below.get(parent) ?? []).map((peer) =>
      // A row with a list of nothing below it would offer to open.
      below.has(peer.officeId) ? { ...peer, children: nodesUnder(peer.officeId) } : peer,
    )
  return nodesUnder(null)
}
