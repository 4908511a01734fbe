/**
 * Whether we take a file from whom it names (报送资格): addressed to us, sealed and signed with enrolled keys that still
 * hold, from an office below us, passed on only by those between it and us.
 */
import { bundleKindNames, type Envelope, type Manifest, type Party } from '../../src-shared/bundle-manifest.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import { isInScope, isKeyUsable, peerOfKey, subtreeOf } from '../keys/peers.ts'

type Judging = Pick<CoreContext, 'db' | 'officeId' | 'now'>

/** @throws Problem KEY_REFUSED, INVALID_INPUT with the reason in words */
export async function refuseEnvelope(context: Judging, envelope: Envelope): Promise<void> {
  const { kind, sender, recipient, via } = envelope
  if (kind !== 'report')
    throw new Problem(
      'INVALID_INPUT',
      `这是${bundleKindNames[kind]}，不是上报包，请在收取${bundleKindNames[kind]}的地方打开它。`,
    )
  if (recipient.officeId !== context.officeId)
    throw new Problem('INVALID_INPUT', `这个上报包是报给“${recipient.name}”的，不是报给本单位的，请转交该单位。`)
  if (sender.officeId === context.officeId) throw new Problem('INVALID_INPUT', '这是本单位自己报出的上报包，不用接收。')
  await refuseKey(context, envelope.keyId, via.at(-1) ?? sender)
  if (!(await isInScope(context.db, sender.officeId)))
    throw new Problem(
      'KEY_REFUSED',
      `“${sender.name}”不是本单位登记的下级单位，不能接收，请核对，或先收下它的密钥名片。`,
    )
  for (const [index, passer] of via.entries()) {
    const below = await subtreeOf(context.db, passer.officeId)
    const from = via[index - 1] ?? sender
    if (!(await isInScope(context.db, passer.officeId)) || !below.includes(from.officeId))
      throw new Problem('KEY_REFUSED', `“${passer.name}”无权转报“${from.name}”的上报包，请核对往来单位的上下级关系。`)
  }
}

/** Of a bundle that was passed on the envelope says nothing about the first sender's key. @throws Problem KEY_REFUSED */
export async function refuseManifest(context: Judging, { keyId, sender }: Manifest): Promise<void> {
  await refuseKey(context, keyId, sender)
}

async function refuseKey({ db, now }: Judging, keyId: string, claimed: Party): Promise<void> {
  const known = await peerOfKey(db, keyId)
  if (!known)
    throw new Problem(
      'KEY_REFUSED',
      `“${claimed.name}”的这个密钥没有登记过，请先收下它的密钥名片，在电话里核对指纹后再接收。`,
    )
  if (known.peer.officeId !== claimed.officeId)
    throw new Problem(
      'KEY_REFUSED',
      `这个文件自称来自“${claimed.name}”，密钥却是“${known.peer.name}”的，不能采用，请打电话核实。`,
    )
  if (await isKeyUsable(db, keyId, now())) return
  const what = known.peer.removedAt === null ? `它的密钥${known.key.state}` : '它已从往来单位中移出'
  throw new Problem('KEY_REFUSED', `不能接收“${claimed.name}”的这个文件：${what}，请它用现在的密钥重新导出。`)
}
