/**
 * Opens a volume of a bundle (打开上报包的一卷): from the outside in, each layer held against the one before it, so that
 * nothing is unpacked that nobody has vouched for. Whose keys these are is for the register of peers to say: `publicKey`
 * must be the sender's, `sealerKey` that of the last office in `via`, or the sender's when there is none.
 */
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import type { Envelope, Manifest, ManifestPart, Party } from '../../src-shared/bundle-manifest.ts'
import { decryptWith } from './age.ts'
import { isAttachment, parseManifest } from './bundle-schemas.ts'
import { isSignatureFor, sha256, signatureBytes } from './ed25519.ts'
import { damaged, forged, incomplete, invalid } from './invalid-bundle.ts'
import { type ReadSection, readSections } from './payload-sections.ts'
import { type ReadEnvelope, readEnvelope } from './read-envelope.ts'
import { manifestPurpose } from './seal-bundle.ts'
import { readPayload } from './volume.ts'

const inflate = promisify(inflateRaw)

export type OpenedPart = {
  readonly entry: ManifestPart
  /**
   * Unpacked within its declared size and held against its hash; every call does it anew.
   * @throws Problem BUNDLE_INVALID naming the part
   */
  readonly read: () => Promise<Buffer>
}

export type OpenedVolume = {
  readonly envelope: Envelope
  readonly manifest: Manifest
  /** As its sender signed it. */
  readonly manifestBytes: Buffer
  /** Two bundles of one id and another hash are two bundles. */
  readonly manifestHash: string
  readonly signature: Buffer
  /** Of the sender, also when the bundle was passed on. */
  readonly publicKey: Buffer
  /** Of who sealed this file: the sender, or the last office that passed it on. */
  readonly sealerKey: Buffer
  /** What this volume holds. */
  readonly parts: readonly OpenedPart[]
  readonly attachments: readonly OpenedPart[]
  /** The sections as they stood in the encryption, for sealing them again. */
  readonly plain: Buffer
}

/**
 * @param identities age secrets of this office, former ones too
 * @throws Problem BUNDLE_INVALID naming what is missing, changed, or not for us
 */
export async function openVolume(file: Uint8Array, identities: readonly string[]): Promise<OpenedVolume> {
  const read = readEnvelope(file)
  const opened = await openIfOurs(file, read, identities)
  if (opened) return opened
  throw invalid(
    `${read.what}是加密给“${read.envelope.recipient.name}”的，本机的密钥打不开，请转交该单位；若就是本单位，请把现在的密钥名片交给报送单位后重新导出。`,
  )
}

/**
 * The same of a file whose envelope is read; null when none of these identities opens it.
 * @throws Problem BUNDLE_INVALID naming what is missing or changed
 */
export async function openIfOurs(
  file: Uint8Array,
  { envelope, publicKey: sealerKey, what, head }: ReadEnvelope,
  identities: readonly string[],
): Promise<OpenedVolume | null> {
  const plain = await decryptWith(readPayload(file, head, envelope.payload, what), identities)
  if (plain === 'foreign') return null
  if (plain === 'damaged') throw damaged('内容', what)
  const [manifestSection, signer, ...sections] = readSections(plain, what)
  if (!manifestSection || signer?.stored.length !== 32 + signatureBytes) throw damaged('签名', what)
  const manifestBytes = manifestSection.stored
  const publicKey = signer.stored.subarray(0, 32)
  const signature = signer.stored.subarray(32)
  if (!isSignatureFor(manifestPurpose, { signature, bytes: manifestBytes, publicKey })) throw forged(what)
  const manifest = parseManifest(manifestBytes, what)
  if (manifest.keyId !== sha256(publicKey)) throw forged(what)
  if (!isSameBundle(envelope, manifest))
    throw invalid(`${what}的文件头与清单不一致，可能被改动，不能采用，请报送单位重新导出。`)
  const parts = partsOf(manifest, envelope.volume.number, sections, what)
  return {
    envelope,
    manifest,
    manifestBytes,
    manifestHash: sha256(manifestBytes),
    signature,
    publicKey,
    sealerKey,
    parts: parts.filter(({ entry }) => !isAttachment(entry)),
    attachments: parts.filter(({ entry }) => isAttachment(entry)),
    plain,
  }
}

/**
 * The envelope is another file's or another's when it differs. Whoever passes a bundle on must be who it was for:
 * the first of `via` is the manifest's recipient.
 */
function isSameBundle(envelope: Envelope, manifest: Manifest): boolean {
  const addressee = envelope.via[0] ?? envelope.recipient
  return (
    envelope.bundleId === manifest.bundleId &&
    envelope.kind === manifest.kind &&
    envelope.seq === manifest.seq &&
    envelope.createdAt === manifest.createdAt &&
    envelope.volume.of === manifest.volumes &&
    isSameParty(envelope.sender, manifest.sender) &&
    isSameParty(addressee, manifest.recipient) &&
    (envelope.via.length > 0 || envelope.keyId === manifest.keyId)
  )
}

function isSameParty(one: Party, other: Party): boolean {
  return one.officeId === other.officeId && one.name === other.name && one.divisionCode === other.divisionCode
}

function partsOf(manifest: Manifest, volume: number, sections: readonly ReadSection[], what: string): OpenedPart[] {
  const entries = manifest.parts.filter((part) => part.volume === volume)
  if (sections.length > entries.length) throw damaged('数据', what)
  return entries.map((entry, index) => {
    const section = sections[index]
    if (!section) throw incomplete(titleOf(entry), what)
    const kind = isAttachment(entry) ? 'attachment' : 'segment'
    if (section.kind !== kind || section.plainBytes !== entry.bytes) throw damaged(titleOf(entry), what)
    return { entry, read: () => readPart(section, entry, what) }
  })
}

async function readPart({ kind, stored }: ReadSection, entry: ManifestPart, what: string): Promise<Buffer> {
  // zlib wants a limit of at least one byte.
  const limit = { maxOutputLength: Math.max(entry.bytes, 1) }
  const bytes = kind === 'attachment' ? stored : await inflate(stored, limit).catch(() => null)
  if (bytes?.length !== entry.bytes || sha256(bytes) !== entry.sha256) throw damaged(titleOf(entry), what)
  return bytes
}

function titleOf(entry: ManifestPart): string {
  return isAttachment(entry) ? `佐证“${entry.sha256.slice(0, 8)}…”` : `数据“${entry.name}”`
}
