/** Reads the envelope of a volume (读信封): who sealed what for whom, without any key of ours. */
import { bundleKindNames, type Envelope } from '../../src-shared/bundle-manifest.ts'
import { parseEnvelope } from './bundle-schemas.ts'
import { isSignatureFor, sha256 } from './ed25519.ts'
import { isWholeFile } from './file-frame.ts'
import { damaged, forged, newer } from './invalid-bundle.ts'
import { envelopePurpose } from './seal-bundle.ts'
import { readVolumeHead, type VolumeHead } from './volume.ts'

export type ReadEnvelope = {
  readonly envelope: Envelope
  /** Of who sealed the file; whether it is that office's is for the register of peers to say. */
  readonly publicKey: Buffer
  /** How sentences call this file: 上报包, 回执第2卷 … */
  readonly what: string
  readonly head: VolumeHead
}

/** As many bytes of a file as an envelope can take up. */
export const envelopeReach = 16 + 65_536 + 96

/**
 * @param file the whole file, or its first `envelopeReach` bytes when `isStart`
 * @throws Problem BUNDLE_INVALID when the envelope is not what its sealer signed, or of a later version
 */
export function readEnvelope(file: Uint8Array, { isStart = false } = {}): ReadEnvelope {
  const head = readVolumeHead(file)
  // A flipped bit must not send the clerk looking for a newer program, nor for a forger: only a whole file is believed.
  const isBelieved = isStart || isWholeFile(file)
  if (head.containerVersion > 2) throw isBelieved ? newer(`${head.containerVersion}`) : damaged('文件头')
  const { signed, publicKey, signature } = head
  if (!isSignatureFor(envelopePurpose, { signature, bytes: signed, publicKey }))
    throw isBelieved && !isStart ? forged() : damaged('文件头')
  const envelope = parseEnvelope(head.envelope)
  if (envelope.keyId !== sha256(publicKey)) throw forged()
  return { envelope, publicKey, what: nameOf(envelope), head }
}

function nameOf({ kind, volume }: Envelope): string {
  return `${bundleKindNames[kind]}${volume.of > 1 ? `第${volume.number}卷` : ''}`
}
