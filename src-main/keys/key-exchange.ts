/** Cards and changes of keys as files (名片文件): handed out, looked at, taken in; and offices that we part from. */
import type { PeerRole } from '../../src-shared/bundle-manifest.ts'
import type { DeliveredFile, Delivery } from '../../src-shared/delivery.ts'
import type { AcceptedChange, KeyFilePreview, Peer, PeerWithKeys } from '../../src-shared/peers.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import { deliver } from '../files/deliver.ts'
import { safeFileName } from '../files/file-name.ts'
import { findOffice } from '../office.ts'
import { acceptCard, type Enrolment } from './accept-card.ts'
import { acceptChanges } from './accept-changes.ts'
import { isHandOver } from './hand-over.ts'
import { encodeCard, makeCard, maxCardBytes, readCard } from './key-card.ts'
import { keyIdOf } from './office-keys.ts'
import { findPeer, keysOf, listPeers, subtreeOf } from './peers.ts'
import { keyFileType } from './rotate-keys.ts'
import { holdsChanges, readChanges, type SignedChange } from './signed-change.ts'

/** @throws Problem OFFICE_MISSING, KEY_LOCKED, DISK_FULL, FILE_UNWRITABLE */
export async function deliverCard(context: CoreContext): Promise<Delivery> {
  const signed = await makeCard(context)
  const name = safeFileName(`${signed.card.office.name}_密钥名片`, 'ghk')
  return await deliver(context.host, { name, type: keyFileType }, async () => encodeCard(signed))
}

/** @throws Problem KEY_REFUSED when the file is damaged or no such file */
export async function previewKeyFile({ db }: CoreContext, { file }: { file: DeliveredFile }): Promise<KeyFilePreview> {
  const bytes = await bytesOf(file)
  if (holdsChanges(bytes)) {
    const changes = readChanges(bytes).map(({ statement }) => previewOf(statement))
    return { holds: 'changes', changes }
  }
  if (isHandOver(bytes))
    throw new Problem(
      'KEY_REFUSED',
      '这是密钥移交文件，不是名片；要接管密钥，请用“更多”里的“接管另一台电脑移交的密钥”。',
    )
  const { card } = readCard(bytes)
  const peer = await findPeer(db, card.office.officeId)
  const hasKey = (await keysOf(db, card.office.officeId)).some((key) => key.keyId === keyIdOf(card.signingKey))
  const superior = (await findOffice(db))?.superior
  const role: PeerRole = peer?.role ?? (superior === card.office.name ? '上级' : '下级')
  const isPresent = peer !== null && peer.removedAt === null
  const known = !isPresent ? '新单位' : hasKey ? '已登记' : '换新密钥'
  return { holds: 'card', office: card.office, madeAt: card.madeAt, role, known }
}

function previewOf(statement: SignedChange['statement']) {
  const { change, at } = statement
  if (change === 'roster') {
    const by = statement.by.name
    return { change, officeName: by, by, reason: '', at, offices: statement.offices.length }
  }
  const officeName = (change === 'rotation' ? statement.card.card : statement).office.name
  const by = change === 'rotation' ? officeName : statement.by.name
  return { change, officeName, by, reason: statement.reason, at, offices: 0 }
}

/** @throws Problem KEY_REFUSED, INVALID_INPUT, OFFICE_MISSING */
export async function acceptCardFile(
  context: CoreContext,
  { file, ...enrolment }: Enrolment & { file: DeliveredFile },
): Promise<Peer> {
  const bytes = await bytesOf(file)
  if (holdsChanges(bytes)) throw new Problem('KEY_REFUSED', '这是密钥变更文件，不是名片，请用“接收密钥变更”。')
  return await acceptCard(context, readCard(bytes), enrolment)
}

/** @throws Problem KEY_REFUSED */
export async function acceptChangeFile(
  context: CoreContext,
  { file }: { file: DeliveredFile },
): Promise<readonly AcceptedChange[]> {
  return await acceptChanges(context, readChanges(await bytesOf(file)))
}

export async function listPeersWithKeys({ db }: CoreContext): Promise<readonly PeerWithKeys[]> {
  const peers = await listPeers(db)
  return await Promise.all(peers.map(async (peer) => ({ ...peer, keys: await keysOf(db, peer.officeId) })))
}

/**
 * Ends the exchange with an office (停止往来); what it sent stays. Its card can be accepted again.
 * @throws Problem NOT_FOUND, IN_USE while others stand below it
 */
export async function partFrom({ db, now }: CoreContext, { officeId }: { officeId: string }): Promise<Peer> {
  const peer = await findPeer(db, officeId)
  if (!peer || peer.removedAt !== null) throw new Problem('NOT_FOUND', '没有这个往来单位，或已经停止往来。')
  const below = (await subtreeOf(db, officeId)).length - 1
  if (below > 0)
    throw new Problem('IN_USE', `“${peer.name}”之下还有${below}个单位，请先把它们放到别的单位之下，或停止往来。`)
  const removedAt = now()
  await db.updateTable('peer').set({ removedAt }).where('officeId', '=', officeId).execute()
  return { ...peer, removedAt }
}

async function bytesOf(file: DeliveredFile): Promise<Uint8Array> {
  if (file.size > maxCardBytes)
    throw new Problem('KEY_REFUSED', '这个文件太大，不是密钥名片（应为“.ghk”文件），请核对所选的文件。')
  return new Uint8Array(await file.arrayBuffer())
}
