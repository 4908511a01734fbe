/**
 * Takes the office id back where data, keys and backups were lost together (找回单位编号): from the last card that the
 * level above has kept. The office then is the one that reported before, with new keys that must be enrolled again; what
 * it had reported comes back with the next receipt.
 */
import type { DeliveredFile, Delivery } from '../../src-shared/delivery.ts'
import type { Reclaimed } from '../../src-shared/peers.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import { deliver } from '../files/deliver.ts'
import { safeFileName } from '../files/file-name.ts'
import { requireOffice } from '../office.ts'
import { refuseOtherOffice } from './hand-over.ts'
import { maxCardBytes, readCard } from './key-card.ts'
import { findPeer } from './peers.ts'
import { keyFileType } from './rotate-keys.ts'

/** The card of another office as it was accepted last. @throws Problem NOT_FOUND, DISK_FULL, FILE_UNWRITABLE */
export async function deliverPeerCard({ db, host }: CoreContext, officeId: string): Promise<Delivery> {
  const peer = await findPeer(db, officeId)
  const key = await db
    .selectFrom('peerKey')
    .select('card')
    .where('officeId', '=', officeId)
    .orderBy('acceptedAt', 'desc')
    .executeTakeFirst()
  if (!peer || !key) throw new Problem('NOT_FOUND', '没有登记过这个单位，请刷新后再试。')
  const name = safeFileName(`${peer.name}_找回单位编号`, 'ghk')
  return await deliver(host, { name, type: keyFileType }, async () => Buffer.from(key.card, 'utf8'))
}

/**
 * The keys stay those of this PC: whoever holds the old ones could still sign with them until the level above enrols the
 * new card, which ends them there.
 * @throws Problem KEY_REFUSED for a file that is no card or another office's, OFFICE_MISSING, CONFLICT when this ledger
 *   has reported or enrolled offices already
 */
export async function reclaimOffice(context: CoreContext, { file }: { file: DeliveredFile }): Promise<Reclaimed> {
  if (file.size > maxCardBytes) throw new Problem('KEY_REFUSED', '这个文件不是密钥名片，请选上级导出的“.ghk”文件。')
  const { card } = readCard(new Uint8Array(await file.arrayBuffer()))
  const { officeId, name } = card.office
  const own = await requireOffice(context.db)
  if (officeId === context.officeId) return { officeId, isNew: false }
  if (name !== own.name)
    throw new Problem(
      'KEY_REFUSED',
      `这份名片是“${name}”的，本机登记的是“${own.name}”，不能找回别的单位的编号；单位改过名的，先把本单位全称改成“${name}”，找回以后再改。`,
    )
  await refuseOtherOffice(context, officeId)
  await context.db.updateTable('installation').set({ officeId }).execute()
  await context.replaceLedger(
    async () => undefined,
    async () => undefined,
  )
  return { officeId, isNew: true }
}
