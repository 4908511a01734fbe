/** Seals a bundle (封装上报包): manifest signed, volumes encrypted for their recipients, each in a signed envelope. */
import { promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import type { Envelope, Manifest, ManifestPart, Party, UnsealedManifest } from '../../src-shared/bundle-manifest.ts'
import { Problem } from '../../src-shared/problems.ts'
import { encryptFor } from './age.ts'
import { volumeFileName } from './bundle-file-name.ts'
import { formatWritten, isAttachment, parseEnvelope, parseManifest, unprintable } from './bundle-schemas.ts'
import { sha256 } from './ed25519.ts'
import { type Section, sectionBytes, writeSections } from './payload-sections.ts'
import { planVolumes } from './plan-volumes.ts'
import { canonicalBytes } from './strict-json.ts'
import { frameBytes, signedPartOf, volumeLimits, writeVolume } from './volume.ts'

const deflate = promisify(deflateRaw)

export const envelopePurpose = 'xuexuan bundle envelope 2\n'
export const manifestPurpose = 'xuexuan bundle manifest 2\n'

/** As large as a segment of data should be written; a reader takes four times as much. */
export const segmentBytes = 4 * 1024 * 1024

/** Of the keys of an office, what sealing takes. */
export type SealingKeys = {
  readonly keyId: string
  readonly signingPublicKey: Uint8Array
  readonly sign: (purpose: string, bytes: Uint8Array) => Uint8Array
}

/** `data/001.ndjson` and the like; rows are lines of NDJSON, 1 for anything else. */
export type UnsealedPart = { readonly name: string; readonly rows: number; readonly bytes: Uint8Array }
/** Read when its volume is made, so that only one volume is in memory. */
export type UnsealedAttachment = {
  readonly sha256: string
  readonly bytes: number
  readonly read: () => Promise<Uint8Array>
}
export type SealedVolume = {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly number: number
  readonly of: number
}
export type SealedBundle = {
  readonly manifest: Manifest
  /** What the next bundle of this replica names as `previousHash`. */
  readonly manifestHash: string
  /** One after another, each made when it is asked for. */
  readonly volumes: () => AsyncGenerator<SealedVolume>
}

type Stored = {
  readonly entry: Omit<ManifestPart, 'volume'>
  readonly stored: () => Promise<Uint8Array>
  readonly storedBytes: number
}

/**
 * @param manifest a function is asked when all parts have been read: they may be drawn while it is counted what they hold
 * @param volumeBytes how large a file may become; Infinity for as few files as possible
 * @throws Problem INVALID_INPUT when the bundle is larger than any reader would take
 */
export async function sealBundle(content: {
  readonly manifest: UnsealedManifest | (() => UnsealedManifest)
  readonly parts: Iterable<UnsealedPart> | AsyncIterable<UnsealedPart>
  readonly attachments: Iterable<UnsealedAttachment> | AsyncIterable<UnsealedAttachment>
  readonly keys: SealingKeys
  readonly recipients: readonly string[]
  readonly volumeBytes: number
}): Promise<SealedBundle> {
  const { keys, recipients } = content
  const stored = [...(await compressed(content.parts)), ...(await listed(content.attachments))]
  const unsealed = typeof content.manifest === 'function' ? content.manifest() : content.manifest
  const manifest = numbered(unsealed, stored, { keyId: keys.keyId, volumeBytes: content.volumeBytes })
  const bytes = canonicalBytes(manifest)
  // What we would not read we must not write.
  parseManifest(bytes, '上报包')
  const signer = Buffer.concat([keys.signingPublicKey, keys.sign(manifestPurpose, bytes)])
  const head = [asIs('manifest', bytes), asIs('signature', signer)]
  async function* volumes() {
    for (let number = 1; number <= manifest.volumes; number += 1) {
      const sections = [...head]
      for (const [index, { name, volume, bytes }] of manifest.parts.entries()) {
        const part = stored[index]
        if (volume !== number || !part) continue
        const kind = isAttachment({ name }) ? 'attachment' : 'segment'
        sections.push({ kind, stored: await part.stored(), plainBytes: bytes })
      }
      const volume = { number, of: manifest.volumes }
      const file = await sealVolume(
        writeSections(sections),
        { ...envelopeOf(manifest), via: [], volume },
        { keys, recipients },
      )
      yield { fileName: volumeFileName(manifest, volume), bytes: file, ...volume }
    }
  }
  return { manifest, manifestHash: sha256(bytes), volumes }
}

/** What envelope and manifest share. */
export function envelopeOf({ format, bundleId, kind, sender, recipient, seq, createdAt }: Manifest) {
  return { format, bundleId, kind, sender, recipient, seq, createdAt }
}

/** Encrypts one volume's sections and puts the envelope of whoever holds these keys round them. */
export async function sealVolume(
  plain: Uint8Array,
  envelope: Omit<Envelope, 'keyId' | 'recipients' | 'encryption' | 'payload'>,
  { keys, recipients }: { keys: SealingKeys; recipients: readonly string[] },
): Promise<Buffer> {
  const payload = await encryptFor(plain, recipients)
  const whole: Envelope = {
    ...envelope,
    keyId: keys.keyId,
    recipients,
    encryption: 'age',
    payload: { bytes: payload.length, sha256: sha256(payload) },
  }
  const bytes = canonicalBytes(whole)
  parseEnvelope(bytes)
  const signed = signedPartOf(bytes)
  const signature = keys.sign(envelopePurpose, signed)
  return writeVolume({ signed, publicKey: keys.signingPublicKey, signature, payload })
}

function numbered(
  unsealed: UnsealedManifest,
  stored: readonly Stored[],
  { keyId, volumeBytes }: { keyId: string; volumeBytes: number },
): Manifest {
  const files = stored.filter(({ entry }) => isAttachment(entry))
  const manifestWith = (volumes: number, volumeOf: (index: number) => number): Manifest => ({
    ...unsealed,
    format: formatWritten,
    suite: 1,
    sender: printable(unsealed.sender),
    recipient: printable(unsealed.recipient),
    keyId,
    volumes,
    parts: stored.map(({ entry }, index) => ({ ...entry, volume: volumeOf(index) })),
    attachments: { count: files.length, bytes: files.reduce((sum, { entry }) => sum + entry.bytes, 0) },
  })
  const longest = canonicalBytes(manifestWith(volumeLimits.volumes, () => volumeLimits.volumes)).length
  if (longest > volumeLimits.manifest || stored.length > volumeLimits.parts)
    throw new Problem('INVALID_INPUT', '要报送的佐证文件太多，一个上报包装不下，请缩短期间或不带佐证导出。')
  const places = planVolumes(
    stored.map(({ storedBytes }) => storedBytes),
    {
      overheadBytes: frameBytes(volumeLimits.envelope / 8) + sectionBytes(longest) + sectionBytes(96),
      volumeBytes: Math.min(volumeBytes, volumeLimits.file),
    },
  )
  const volumes = places.at(-1) ?? 1
  if (volumes > volumeLimits.volumes)
    throw new Problem('INVALID_INPUT', `这样分卷会超过${volumeLimits.volumes}卷，请选大一些的分卷后再导出。`)
  return manifestWith(volumes, (index) => places[index] ?? 1)
}

async function compressed(parts: Iterable<UnsealedPart> | AsyncIterable<UnsealedPart>): Promise<Stored[]> {
  const stored: Stored[] = []
  for await (const { name, rows, bytes } of parts) {
    const deflated = await deflate(bytes)
    const entry = { name, rows, bytes: bytes.length, sha256: sha256(bytes) }
    stored.push({ entry, stored: async () => deflated, storedBytes: deflated.length })
  }
  return stored
}

async function listed(files: Iterable<UnsealedAttachment> | AsyncIterable<UnsealedAttachment>): Promise<Stored[]> {
  const stored: Stored[] = []
  const known = new Set<string>()
  for await (const file of files) {
    if (known.has(file.sha256)) continue
    known.add(file.sha256)
    const entry = { name: `att/${file.sha256}`, rows: 1, bytes: file.bytes, sha256: file.sha256 }
    stored.push({ entry, stored: () => readUnchanged(file), storedBytes: file.bytes })
  }
  return stored
}

async function readUnchanged(file: UnsealedAttachment): Promise<Uint8Array> {
  const bytes = await file.read()
  if (bytes.length === file.bytes && sha256(bytes) === file.sha256) return bytes
  throw new Problem('FILE_UNREADABLE', '有一份佐证文件与登记时不一致，不能报送，请在“备份”页检查数据后再导出。')
}

/** A name that a reader could not see all of would be refused there. */
function printable(party: Party): Party {
  return { ...party, name: party.name.replace(unprintable, '') }
}

function asIs(kind: 'manifest' | 'signature', bytes: Uint8Array): Section {
  return { kind, stored: bytes, plainBytes: bytes.length }
}
