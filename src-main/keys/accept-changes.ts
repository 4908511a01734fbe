/** Takes signed changes of keys (接收密钥变更): without a fingerprint, because keys that are known vouch for them. */
import type { Kysely, Transaction } from 'kysely'
import type { AcceptedChange } from '../../src-shared/peers.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import { enrol } from './accept-card.ts'
import { keyIdOf } from './office-keys.ts'
import { findPeer, keysOf, peerOfKey } from './peers.ts'
import { acceptRoster } from './roster.ts'
import type { Revocation, Rotation, SignedChange } from './signed-change.ts'

/**
 * All of them or none. One that is known already changes nothing.
 * @throws Problem KEY_REFUSED with the reason
 */
export async function acceptChanges(
  context: CoreContext,
  changes: readonly SignedChange[],
): Promise<readonly AcceptedChange[]> {
  const ofOwn: Revocation[] = []
  const accepted = await context.db.transaction().execute(async (trx) => {
    const results: AcceptedChange[] = []
    for (const { statement } of changes) {
      if (statement.change === 'roster') results.push(await acceptRoster(trx, context, statement))
      else if (statement.change === 'rotation') results.push(await acceptRotation(trx, context, statement))
      else if (context.keys.isOwn(statement.keyId)) {
        results.push(await acceptOwnRevocation(trx, context, statement))
        ofOwn.push(statement)
      } else results.push(await acceptRevocation(trx, context, statement))
    }
    return results
  })
  for (const { keyId, at, by, reason } of ofOwn)
    if (keyId === context.keys.keyId) await context.keys.noteRevocation({ at, by: by.name, reason })
  return accepted
}

async function acceptRotation(trx: Transaction<Tables>, context: CoreContext, rotation: Rotation) {
  const { officeId, card, reason, oldKey } = rotation
  if (officeId === context.officeId)
    throw refused('这是本单位自己的密钥变更，交给往来单位即可；本单位的另一台电脑请用“移交密钥”的文件。')
  if (card.card.office.officeId !== officeId) throw refused('密钥变更中的名片不是同一个单位的，不能采用。')
  const done = { change: 'rotation', officeName: card.card.office.name, isOwn: false } as const
  const known = await peerOfKey(trx, keyIdOf(card.card.signingKey))
  if (known?.peer.officeId === officeId && known.key.state !== '已吊销') return { ...done, isNew: false }
  if (known) throw refused('密钥变更中的新密钥已被吊销，或属于别的单位，不能采用，请与对方核对。')
  const peer = await findPeer(trx, officeId)
  const old = (await peerOfKey(trx, keyIdOf(oldKey)))?.key
  if (!peer || peer.removedAt !== null || old?.officeId !== officeId)
    throw refused(`“${card.card.office.name}”还没有登记，请先用名片登记它，再接收密钥变更。`)
  if (old.state !== '使用中')
    throw refused(`“${peer.name}”签这份变更的旧密钥${old.state}，不能凭它更换，请对方导出新名片重新登记。`)
  const { role, parentId } = peer
  await enrol(trx, card, { role, parentId, at: context.now(), reason: reason || '按计划更换' })
  return { ...done, isNew: true }
}

async function acceptRevocation(trx: Transaction<Tables>, context: CoreContext, revocation: Revocation) {
  const target = await peerOfKey(trx, revocation.keyId)
  if (!target) throw refused(`要吊销的密钥没有登记过，“${revocation.office.name}”不是本单位的往来单位。`)
  const { key, peer } = target
  const done = { change: 'revocation', officeName: peer.name, isOwn: false } as const
  if (!(await mayRevoke(trx, context, revocation.byKey, peer.officeId)))
    throw refused(`吊销“${peer.name}”密钥的文件不是它自己或它的上级签的，不能采用。`)
  if (key.state === '已吊销') return { ...done, isNew: false }
  await revoke(trx, key.keyId, { at: context.now(), reason: revocation.reason })
  return { ...done, isNew: true }
}

async function acceptOwnRevocation(trx: Transaction<Tables>, context: CoreContext, { byKey }: Revocation) {
  const by = await peerOfKey(trx, keyIdOf(byKey))
  const isAbove = by?.peer.role === '上级' && by.key.state === '使用中'
  if (!isAbove && !context.keys.isOwn(keyIdOf(byKey)))
    throw refused('吊销本单位密钥的文件不是上级或本单位签的，不能采用。')
  return { change: 'revocation', officeName: '本单位', isOwn: true, isNew: true } as const
}

/** Ends a key for good, also one that was replaced already. */
export async function revoke(
  trx: Kysely<Tables>,
  keyId: string,
  { at, reason }: { readonly at: string; readonly reason: string },
): Promise<void> {
  await trx.updateTable('peerKey').set({ state: '已吊销', endedAt: at, reason }).where('keyId', '=', keyId).execute()
}

/** The office itself with any key of its own, an office between it and us, we, or one above us. */
async function mayRevoke(trx: Kysely<Tables>, { keys }: CoreContext, byKey: string, officeId: string) {
  const byId = keyIdOf(byKey)
  if ((await keysOf(trx, officeId)).some((key) => key.keyId === byId)) return true
  if (keys.isOwn(byId)) return true
  const by = await peerOfKey(trx, byId)
  if (by?.key.state !== '使用中' || by.peer.removedAt !== null) return false
  const target = await findPeer(trx, officeId)
  if (by.peer.role === '上级') return target?.role === '下级'
  return (await officesAbove(trx, officeId)).includes(by.peer.officeId)
}

async function officesAbove(trx: Kysely<Tables>, officeId: string): Promise<readonly string[]> {
  const parentId = (await findPeer(trx, officeId))?.parentId
  return parentId ? [parentId, ...(await officesAbove(trx, parentId))] : []
}

function refused(sentence: string): Problem {
  return new Problem('KEY_REFUSED', sentence)
}
