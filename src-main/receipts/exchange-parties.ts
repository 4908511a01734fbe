/** Whom receipts and bundles go to, and who we are in them (收发双方). */
import type { Party } from '../../src-shared/bundle-manifest.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { LeftOut } from '../../src-shared/receipts.ts'
import type { CoreContext } from '../core-context.ts'
import { findPeer, keysOf } from '../keys/peers.ts'
import { requireOffice } from '../office.ts'

/** @throws Problem OFFICE_MISSING */
export async function ownParty({ db, officeId }: CoreContext): Promise<Party> {
  const { name, divisionCode } = await requireOffice(db)
  return { officeId, name, divisionCode }
}

/** An office that we know, and the key for which what goes to it is encrypted. @throws Problem KEY_REFUSED, NOT_FOUND */
export async function partyWithKey(
  { db }: CoreContext,
  officeId: string,
): Promise<{ readonly party: Party; readonly recipient: string }> {
  const peer = await findPeer(db, officeId)
  if (peer === null || peer.removedAt !== null)
    throw new Problem('NOT_FOUND', '这个单位没有登记为往来单位，请先登记它的密钥名片。')
  const key = (await keysOf(db, officeId)).find(({ state }) => state === '使用中')
  if (!key) throw new Problem('KEY_REFUSED', `“${peer.name}”现在没有可用的密钥，请先登记它的新名片。`)
  const { name, divisionCode } = peer
  return { party: { officeId, name, divisionCode }, recipient: key.recipient }
}

/** The first of these offices to which nothing can be sealed, and why; null when all can be reached. */
export async function firstUnreachable(
  { db }: Pick<CoreContext, 'db'>,
  parties: readonly Party[],
): Promise<LeftOut | null> {
  for (const { officeId, name } of parties) {
    const peer = await findPeer(db, officeId)
    if (peer === null) return { officeName: name, why: '没有登记为往来单位' }
    if (peer.removedAt !== null) return { officeName: peer.name, why: '已停止往来' }
    const hasKey = (await keysOf(db, officeId)).some(({ state }) => state === '使用中')
    if (!hasKey) return { officeName: peer.name, why: '没有可用的密钥，请先登记它的新名片' }
  }
  return null
}
