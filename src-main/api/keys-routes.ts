/** Answers of the office's keys and its 往来单位. */
import { deliverCardPage } from '../keys/card-page.ts'
import { handOverKeys, takeOverKeys } from '../keys/hand-over.ts'
import * as exchange from '../keys/key-exchange.ts'
import { setPassphrase, showKeys, unlockKeys } from '../keys/own-keys.ts'
import { deliverPeerCard, reclaimOffice } from '../keys/reclaim-office.ts'
import { revokeKey } from '../keys/revoke-key.ts'
import { deliverRoster } from '../keys/roster.ts'
import { deliverChanges, renewKeys, rotateKeys } from '../keys/rotate-keys.ts'
import { os } from './implementer.ts'

export const keysRoutes = {
  show: os.keys.show.handler(({ context }) => showKeys(context)),
  unlock: os.keys.unlock.handler(({ context, input }) => unlockKeys(context, input)),
  setPassphrase: os.keys.setPassphrase.handler(({ context, input }) => setPassphrase(context, input)),
  card: os.keys.card.handler(({ context, input }) =>
    input.as === 'file' ? exchange.deliverCard(context) : deliverCardPage(context),
  ),
  rotate: os.keys.rotate.handler(({ context, input }) => rotateKeys(context, input)),
  changes: os.keys.changes.handler(({ context }) => deliverChanges(context)),
  roster: os.keys.roster.handler(({ context }) => deliverRoster(context)),
  renew: os.keys.renew.handler(({ context, input }) => renewKeys(context, input)),
  revoke: os.keys.revoke.handler(({ context, input }) => revokeKey(context, input)),
  handOver: os.keys.handOver.handler(({ context, input }) => handOverKeys(context, input)),
  takeOver: os.keys.takeOver.handler(({ context, input }) => takeOverKeys(context, input)),
  peerCard: os.keys.peerCard.handler(({ context, input }) => deliverPeerCard(context, input.officeId)),
  reclaim: os.keys.reclaim.handler(({ context, input }) => reclaimOffice(context, input)),
  preview: os.keys.preview.handler(({ context, input }) => exchange.previewKeyFile(context, input)),
  accept: os.keys.accept.handler(({ context, input }) => exchange.acceptCardFile(context, input)),
  acceptChanges: os.keys.acceptChanges.handler(({ context, input }) => exchange.acceptChangeFile(context, input)),
  peers: os.keys.peers.handler(({ context }) => exchange.listPeersWithKeys(context)),
  part: os.keys.part.handler(({ context, input }) => exchange.partFrom(context, input)),
}
