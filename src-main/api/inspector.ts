/** Who inspects a bundle (查验人): our own keys and the ones that we accepted, as a call has them at hand. */
import type { CoreContext } from '../core-context.ts'
import { peerOfKey } from '../keys/peers.ts'
import type { Inspector } from '../sync/inspect-volume.ts'

export function inspectorOf({ db, keys }: CoreContext): Inspector {
  return {
    isOwn: keys.isOwn,
    identities: keys.identities,
    async ownerOf(keyId) {
      const known = await peerOfKey(db, keyId)
      return known && { officeId: known.peer.officeId, name: known.peer.name, state: known.key.state }
    },
  }
}
