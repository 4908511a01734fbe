/** Revokes a key (吊销密钥) that is lost to us: our own, or one of an office below us. Others learn it from a signed file. */
import type { Delivery } from '../../src-shared/delivery.ts'
import type { Revoking } from '../../src-shared/peers.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import { deliver } from '../files/deliver.ts'
import { safeFileName } from '../files/file-name.ts'
import { revoke } from './accept-changes.ts'
import { encode, ownParty } from './key-card.ts'
import { findPeer, keysOf, peerOfKey } from './peers.ts'
import { keyFileType } from './rotate-keys.ts'
import { changePurpose, encodeChanges, type Revocation } from './signed-change.ts'

/**
 * @param input.id of a key, or of an office for the key that it uses
 * @throws Problem NOT_FOUND, KEY_LOCKED, KEY_REFUSED for a superior's key, OFFICE_MISSING, DISK_FULL, FILE_UNWRITABLE
 */
export async function revokeKey(context: CoreContext, { id, reason }: Revoking): Promise<Delivery> {
  const { db, keys, now } = context
  const by = await ownParty(context)
  const target =
    id === context.officeId || id === keys.keyId ? { office: by, keyId: keys.keyId } : await targetOf(db, id)
  const at = now()
  const byKey = Buffer.from(keys.signingPublicKey).toString('hex')
  const format = { major: 1, minor: 0 } as const
  const statement: Revocation = { format, change: 'revocation', ...target, by, byKey, reason, at }
  // Signed before anything is asked or written: locked keys say so first.
  const signature = Buffer.from(keys.sign(changePurpose, encode(statement))).toString('hex')
  const file = { name: safeFileName(`${target.office.name}_密钥吊销`, 'ghk'), type: keyFileType }
  return await deliver(context.host, file, async () => {
    if (target.keyId === keys.keyId) await keys.noteRevocation({ at, by: by.name, reason })
    else await revoke(db, target.keyId, { at, reason })
    return encodeChanges([{ statement, signatures: [signature] }])
  })
}

async function targetOf(db: CoreContext['db'], id: string) {
  const keyId = (await keysOf(db, id)).find((key) => key.state === '使用中')?.keyId ?? id
  const known = await peerOfKey(db, keyId)
  if (!known) {
    const peer = await findPeer(db, id)
    throw new Problem(
      'NOT_FOUND',
      peer ? `“${peer.name}”没有在用的密钥，不用吊销。` : '没有这个单位或密钥，请从往来单位中选。',
    )
  }
  const { officeId, name, divisionCode, role } = known.peer
  if (role === '上级') throw new Problem('KEY_REFUSED', '上级单位的密钥由上级自己吊销；不再与它往来的，请停止往来。')
  if (known.key.state === '已吊销') throw new Problem('KEY_REFUSED', `“${name}”的这个密钥已经吊销。`)
  return { office: { officeId, name, divisionCode }, keyId }
}
