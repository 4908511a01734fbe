/** Inspects one volume of format 2 (查验一卷): without our key what its envelope says, with it everything in it. */
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
  /** The office that a key was accepted from, empty when it is not known. */
  readonly officeOfKey: (keyId: string) => Promise<string>
}

/** @throws Problem BUNDLE_INVALID naming what is wrong */
export async function inspectVolume(file: Uint8Array, inspector: Inspector): Promise<VolumeInspection> {
  const read = readEnvelope(file)
  const { envelope, publicKey } = read
  return {
    envelope,
    ...(await contentOf(file, read, inspector)),
    fingerprint: fingerprintOf(publicKey),
    sealedBy: await inspector.officeOfKey(envelope.keyId),
    isOwnKey: inspector.isOwn(envelope.keyId),
    bytes: file.length,
  }
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
