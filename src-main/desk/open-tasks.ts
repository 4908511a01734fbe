/** Opens the file of a 下发包 and makes sure that it comes from our superior and is meant for us; nothing is stored. */
import type { Manifest } from '../../src-shared/bundle-manifest.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import { isKeyUsable, peerOfKey } from '../keys/peers.ts'
import { openVolume } from '../sync/open-bundle.ts'
import { readEnvelope } from '../sync/read-envelope.ts'
import { readPackage, type TaskPackage, taskPart } from './task-package.ts'

export type OpenedTasks = { readonly manifest: Manifest; readonly tasks: TaskPackage }

/** @throws Problem BUNDLE_INVALID, KEY_REFUSED, KEY_LOCKED with what the clerk should do */
export async function openTasks(context: CoreContext, file: Uint8Array): Promise<OpenedTasks> {
  const { envelope } = readEnvelope(file)
  if (envelope.kind !== 'down') throw new Problem('BUNDLE_INVALID', '这个文件不是下发包，请核对所选的文件。')
  const { sender } = envelope
  if (sender.officeId === context.officeId)
    throw new Problem('BUNDLE_INVALID', '这是本单位自己下发的包，请交给下级单位收取。')
  const known = await peerOfKey(context.db, envelope.keyId)
  if (known === null || known.peer.officeId !== sender.officeId)
    throw new Problem('KEY_REFUSED', `这个下发包由“${sender.name}”签发，它的密钥还没有登记，请先登记它的密钥名片。`)
  if (known.peer.role !== '上级')
    throw new Problem('KEY_REFUSED', `“${known.peer.name}”不是本单位登记的上级，它下发的内容不采用。`)
  if (!(await isKeyUsable(context.db, envelope.keyId, context.now())))
    throw new Problem('KEY_REFUSED', `“${known.peer.name}”签发这个包的密钥已停用，请它用现在的密钥重新下发。`)
  const volume = await openVolume(file, context.keys.identities())
  const { manifest } = volume
  if (manifest.keyId !== envelope.keyId || manifest.kind !== 'down')
    throw new Problem('BUNDLE_INVALID', '下发包的内外签名不一致，可能被改动，没有采用，请与上级核对。')
  const { officeId } = manifest.recipient
  if (officeId !== context.officeId && officeId !== sender.officeId)
    throw new Problem('BUNDLE_INVALID', `这个下发包是给“${manifest.recipient.name}”的，请转交该单位。`)
  const part = volume.parts.find(({ entry }) => entry.name === taskPart)
  if (!part) throw new Problem('BUNDLE_INVALID', '这个下发包没有内容，请上级重新下发。')
  return { manifest, tasks: readPackage(await part.read()) }
}
