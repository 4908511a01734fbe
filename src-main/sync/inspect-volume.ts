/** Inspects one volume of format 2 (查验一卷): without our key what its envelope says, with it everything in it. */
import type { Envelope, Manifest, PeerKeyState } from '../../src-shared/bundle-manifest.ts'
import type { VolumeInspection } from '../../src-shared/bundles.ts'
import { Problem } from '../../src-shared/problems.ts'
import { linesOf } from './data-lines.ts'
import { fingerprintOf } from './ed25519.ts'
import { damaged } from './invalid-bundle.ts'
import { type OpenedPart, openIfOurs } from './open-bundle.ts'
import { type ReadEnvelope, readEnvelope } from './read-envelope.ts'
import { parseStrictLine } from './strict-json.ts'

/** What inspecting needs to know of who does it. */
export type Inspector = {
  /** Whether a key is this office's own. */
  readonly isOwn: (keyId: string) => boolean
  /** age secrets of this office. @throws Problem KEY_LOCKED */
  readonly identities: () => readonly string[]
  /** Whose key it is by the register of peers; null where no register is at hand. */
  readonly ownerOf: ((keyId: string) => Promise<KeyOwner | null>) | null
}
export type KeyOwner = { readonly officeId: string; readonly name: string; readonly state: PeerKeyState }

/** @throws Problem BUNDLE_INVALID naming what is wrong */
export async function inspectVolume(file: Uint8Array, inspector: Inspector): Promise<VolumeInspection> {
  const read = readEnvelope(file)
  const { envelope, publicKey } = read
  const content = await contentOf(file, read, inspector)
  const sealer = (await inspector.ownerOf?.(envelope.keyId)) ?? null
  return {
    envelope,
    ...content,
    fingerprint: fingerprintOf(publicKey),
    sealedBy: sealer?.name ?? '',
    doubt: await doubtOf(envelope, content.manifest, inspector),
    isOwnKey: inspector.isOwn(envelope.keyId),
    bytes: file.length,
  }
}

/** Why a valid signature need not be that of the office that it names; empty when the register says it is. */
async function doubtOf(envelope: Envelope, manifest: Manifest | null, { isOwn, ownerOf }: Inspector): Promise<string> {
  const signers = [{ keyId: envelope.keyId, office: envelope.via.at(-1) ?? envelope.sender }]
  if (manifest) signers.push({ keyId: manifest.keyId, office: manifest.sender })
  for (const { keyId, office } of signers) {
    if (!ownerOf || isOwn(keyId)) continue
    const owner = await ownerOf(keyId)
    if (!owner)
      return `签名的密钥没有登记过，还不能确认就是“${office.name}”：请打电话与对方核对指纹，或先登记对方的名片。`
    if (owner.officeId !== office.officeId)
      return `签名的密钥是“${owner.name}”的，不是“${office.name}”的，请不要采用，先打电话核实。`
    if (owner.state === '已吊销') return `“${owner.name}”的这把密钥已经吊销，请不要采用，先打电话核实。`
  }
  return ''
}

/** Whether the file is whole is said also when it cannot be opened. */
async function contentOf(file: Uint8Array, read: ReadEnvelope, { identities, isOwn }: Inspector) {
  const secrets = secretsOrReason(identities)
  const opened = await openIfOurs(file, read, typeof secrets === 'string' ? [] : secrets)
  if (!opened) {
    const { keyId, recipient } = read.envelope
    const closed = isOwn(keyId)
      ? `由本单位加密给“${recipient.name}”，内容只有对方打得开。`
      : `加密给“${recipient.name}”，本机的密钥打不开内容。`
    return { manifest: null, closedReason: typeof secrets === 'string' && !isOwn(keyId) ? secrets : closed }
  }
  for (const part of opened.parts) await checkPart(part, read.what)
  for (const attachment of opened.attachments) await attachment.read()
  return { manifest: opened.manifest, closedReason: '' }
}

function secretsOrReason(identities: () => readonly string[]): readonly string[] | string {
  try {
    return identities()
  } catch (error) {
    if (error instanceof Problem) return error.message
    throw error
  }
}

async function checkPart(part: OpenedPart, what: string): Promise<void> {
  const { name } = part.entry
  if (!name.endsWith('.ndjson')) {
    await part.read()
    return
  }
  for (const line of await linesOf(part)) {
    try {
      parseStrictLine(line)
    } catch {
      throw damaged(`数据“${name}”`, what)
    }
  }
}
