/**
 * Rosters (下级名单): the signed list of cards with which an office vouches for those below it, so that the level above
 * need not compare the fingerprint of every county itself. It reaches no further than the office's own part of the tree.
 */
import type { Transaction } from 'kysely'
import type { Delivery } from '../../src-shared/delivery.ts'
import type { AcceptedChange, Peer } from '../../src-shared/peers.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import { deliver } from '../files/deliver.ts'
import { safeFileName } from '../files/file-name.ts'
import { parseCanonicalJson } from '../sync/canonical-json.ts'
import { enrol } from './accept-card.ts'
import { encode, ownParty, type SignedCard } from './key-card.ts'
import { keyIdOf } from './office-keys.ts'
import { checkPlace } from './peer-tree.ts'
import { findPeer, listPeers, peerOfKey, subtreeOf } from './peers.ts'
import { keyFileType } from './rotate-keys.ts'
import { changePurpose, encodeChanges, type Roster } from './signed-change.ts'

/** @throws Problem NOT_FOUND when there is nobody below us, KEY_LOCKED, OFFICE_MISSING, DISK_FULL, FILE_UNWRITABLE */
export async function deliverRoster(context: CoreContext): Promise<Delivery> {
  const { keys, now } = context
  const by = await ownParty(context)
  const offices = await officesBelow(context)
  if (offices.length === 0) throw new Problem('NOT_FOUND', '还没有登记下级单位，没有下级名单可以导出。')
  const byKey = Buffer.from(keys.signingPublicKey).toString('hex')
  const statement: Roster = { format: { major: 1, minor: 0 }, change: 'roster', by, byKey, offices, at: now() }
  const signature = Buffer.from(keys.sign(changePurpose, encode(statement))).toString('hex')
  const file = { name: safeFileName(`${by.name}_下级名单`, 'ghk'), type: keyFileType }
  return await deliver(context.host, file, async () => encodeChanges([{ statement, signatures: [signature] }]))
}

/**
 * Enrols those offices of the roster that are not known to us otherwise. One that we enrolled elsewhere in the tree, and
 * a key that has ended here, stay as they are: the roster is not to take them back.
 * @throws Problem KEY_REFUSED
 */
export async function acceptRoster(
  trx: Transaction<Tables>,
  context: CoreContext,
  { by, byKey, offices }: Roster,
): Promise<AcceptedChange> {
  const voucher = await peerOfKey(trx, keyIdOf(byKey))
  const isBelow = voucher?.peer.role === '下级' && voucher.peer.removedAt === null && voucher.key.state === '使用中'
  if (!isBelow) throw refused(`“${by.name}”不是已登记的下级单位，或它的密钥已更换、吊销，它的下级名单不能采用。`)
  const { officeId } = voucher.peer
  let added = 0
  for (const { card, parentId } of offices) {
    if (!(await mayEnrol(trx, context, card, officeId))) continue
    const within = await subtreeOf(trx, officeId)
    // Below one that stands elsewhere in our tree.
    if (!within.includes(parentId)) continue
    await checkPlace(trx, { officeId: card.card.office.officeId, role: '下级', parentId })
    await enrol(trx, card, { role: '下级', parentId, at: context.now(), reason: `由${voucher.peer.name}登记了新密钥` })
    added += 1
  }
  return { change: 'roster', officeName: voucher.peer.name, isOwn: false, isNew: added > 0, offices: added }
}

async function mayEnrol(
  trx: Transaction<Tables>,
  { officeId: ownId, keys }: CoreContext,
  { card }: SignedCard,
  voucherId: string,
): Promise<boolean> {
  const { officeId } = card.office
  const keyId = keyIdOf(card.signingKey)
  if (officeId === ownId || officeId === voucherId || keys.isOwn(keyId)) return false
  const peer = await findPeer(trx, officeId)
  const isElsewhere = peer !== null && !(await subtreeOf(trx, voucherId)).includes(officeId)
  // Whether we parted from it or it stands under another: that was decided here.
  if (isElsewhere) return false
  return (await peerOfKey(trx, keyId)) === null
}

/** Upper ones first, each with the card of the key that it uses. */
async function officesBelow({ db, officeId }: CoreContext): Promise<Roster['offices']> {
  const peers = (await listPeers(db)).filter(({ role }) => role === '下级')
  const rows = await db.selectFrom('peerKey').select(['officeId', 'card']).where('state', '=', '使用中').execute()
  const cards = new Map(rows.map((row) => [row.officeId, row.card]))
  const inOrder = (parentId: string | null): readonly Peer[] =>
    peers.filter((peer) => peer.parentId === parentId).flatMap((peer) => [peer, ...inOrder(peer.officeId)])
  return inOrder(null).flatMap((peer) => {
    const card = cards.get(peer.officeId)
    if (card === undefined) return []
    const signed = parseCanonicalJson(Buffer.from(card, 'utf8')) as SignedCard
    return [{ card: signed, parentId: peer.parentId ?? officeId }]
  })
}

function refused(sentence: string): Problem {
  return new Problem('KEY_REFUSED', sentence)
}
