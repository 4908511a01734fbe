/** Opens the file of a receipt (打开回执) and makes sure whose it is; nothing is stored. */
import type { Envelope } from '../../src-shared/bundle-manifest.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { Receipt } from '../../src-shared/receipts.ts'
import type { CoreContext } from '../core-context.ts'
import { isKeyUsable, peerOfKey } from '../keys/peers.ts'
import { type OpenedVolume, openVolume } from '../sync/open-bundle.ts'
import { readEnvelope } from '../sync/read-envelope.ts'
import { contentPart, readReceipt } from './receipt-content.ts'

export type OpenedReceipt = { readonly volume: OpenedVolume; readonly receipt: Receipt }

/** @throws Problem BUNDLE_INVALID, KEY_REFUSED, KEY_LOCKED with what the clerk should do */
export async function openReceipt(context: CoreContext, file: Uint8Array): Promise<OpenedReceipt> {
  const { envelope } = readEnvelope(file)
  if (envelope.kind !== 'receipt') throw new Problem('BUNDLE_INVALID', '这个文件不是回执，请核对所选的文件。')
  await requireKnown(context, envelope.keyId, envelope.via.at(-1) ?? envelope.sender)
  const volume = await openVolume(file, context.keys.identities())
  const { manifest } = volume
  // Passed down to us: who passed it on is known, and so must be who wrote it.
  await requireKnown(context, manifest.keyId, manifest.sender)
  const part = volume.parts.find(({ entry }) => entry.name === contentPart)
  if (!part) throw new Problem('BUNDLE_INVALID', '这份回执没有内容，请上级重新导出。')
  const receipt = readReceipt(await part.read())
  refuseForeign(context, manifest.sender.officeId, receipt)
  return { volume, receipt }
}

/** Keys that were replaced or revoked vouch for nothing that arrives now. */
async function requireKnown(context: CoreContext, keyId: string, office: Envelope['sender']): Promise<void> {
  const known = await peerOfKey(context.db, keyId)
  if (known === null || known.peer.officeId !== office.officeId)
    throw new Problem(
      'KEY_REFUSED',
      `这份回执由“${office.name}”签发，它的密钥还没有登记，请先在“往来单位”登记它的密钥名片，再导入回执。`,
    )
  if (!(await isKeyUsable(context.db, keyId, context.now())))
    throw new Problem('KEY_REFUSED', `“${known.peer.name}”签发这份回执的密钥已停用，请它用现在的密钥重新导出回执。`)
}

function refuseForeign(context: CoreContext, signer: string, receipt: Receipt): void {
  if (receipt.issuer.officeId !== signer)
    throw new Problem('BUNDLE_INVALID', '这份回执的签发单位与签名不一致，可能被改动，不能采用，请与上级核对。')
  if (receipt.issuer.officeId === context.officeId)
    throw new Problem('BUNDLE_INVALID', '这是本单位自己签发的回执，请交给报送单位导入。')
}
