/**
 * One file of a bundle (上报包的一卷, `.ghb`), container version 2: every byte outside of the encryption. A bundle is
 * one such file or several (分卷). Integers are unsigned and big-endian.
 *
 *   offset  size
 *   0       8     magic 89 47 48 42 0D 0A 1A 0A
 *   8       2     container version, 2
 *   10      2     suite, 1 = SHA-256, Ed25519 (RFC 8032), age v1 with X25519 recipients, raw DEFLATE (RFC 1951)
 *   12      4     H, length of the envelope, at most 65,536
 *   16      H     envelope: canonical JSON (src-shared/bundle-manifest.ts), readable without a key
 *   16+H    32    public key of who sealed the file; its SHA-256 is the envelope's `keyId`
 *   48+H    64    signature over "xuexuan bundle envelope 2\n" and the lower-case hex SHA-256 of bytes 0 to 16+H
 *   112+H   N     payload: one binary age file; N and its SHA-256 stand in the envelope (inside: payload-sections.ts)
 *   L-48    8     end mark 47 48 42 45 4E 44 0D 0A
 *   L-40    8     L, length of the whole file
 *   L-32    32    SHA-256 of everything before it
 *
 * Magic, the places of version, envelope and footer, and the envelope's `format`, `bundleId`, `sender` and `recipient`
 * stay what they are in every later container version: damage can be told from news, and news can be answered.
 */
import { sha256, signatureBytes } from './ed25519.ts'
import { asBuffer, footerBytes, isWholeFile, magic, preambleBytes, withFooter } from './file-frame.ts'
import { damaged, incomplete, invalid } from './invalid-bundle.ts'

const version = 2
const suite = 1
const keyBytes = 32

/** What a file may claim; everything beyond is refused before it is unpacked. Sizes in bytes. */
export const volumeLimits = {
  file: 100 * 1024 * 1024,
  envelope: 64 * 1024,
  manifest: 4 * 1024 * 1024,
  volumes: 999,
  /** Of all volumes together. */
  parts: 20_000,
  /** One segment of data when unpacked. */
  segment: 16 * 1024 * 1024,
  line: 4 * 1024 * 1024,
} as const

/** The first bytes, as far as they say what the file is. */
export type VolumeHead = {
  readonly containerVersion: number
  /** Preamble and envelope: what its signature is over. */
  readonly signed: Buffer
  readonly envelope: Buffer
  readonly publicKey: Buffer
  readonly signature: Buffer
}

/** How many bytes stand around a payload behind an envelope of this length. */
export const frameBytes = (envelopeBytes: number) =>
  preambleBytes + envelopeBytes + keyBytes + signatureBytes + footerBytes

/** Preamble and envelope, to be signed. */
export function signedPartOf(envelope: Uint8Array): Buffer {
  const preamble = Buffer.alloc(preambleBytes)
  magic.copy(preamble)
  preamble.writeUInt16BE(version, 8)
  preamble.writeUInt16BE(suite, 10)
  preamble.writeUInt32BE(envelope.length, 12)
  return Buffer.concat([preamble, envelope])
}

/** The whole file. */
export function writeVolume(parts: {
  readonly signed: Uint8Array
  readonly publicKey: Uint8Array
  readonly signature: Uint8Array
  readonly payload: Uint8Array
}): Buffer {
  const { signed, publicKey, signature, payload } = parts
  return withFooter(signed, publicKey, signature, payload)
}

/** 1 or 2, or what a later program writes; 0 for a file that is no bundle. */
export function containerVersionOf(start: Uint8Array): number {
  const bytes = asBuffer(start)
  return bytes.length >= preambleBytes && bytes.subarray(0, 8).equals(magic) ? bytes.readUInt16BE(8) : 0
}

/**
 * Takes the beginning of a file apart: its first 65,648 bytes suffice.
 * @throws Problem BUNDLE_INVALID when it is no bundle, is cut off, or of another suite
 */
export function readVolumeHead(start: Uint8Array): VolumeHead {
  const bytes = asBuffer(start)
  if (bytes.length === 0) throw invalid('这个文件是空的，不是上报包，请核对所选的文件。')
  if (!bytes.subarray(0, 8).equals(magic.subarray(0, bytes.length)))
    throw invalid('这个文件不是上报包（应为“.ghb”文件），请核对所选的文件。')
  if (bytes.length < preambleBytes) throw incomplete('文件头')
  const containerVersion = bytes.readUInt16BE(8)
  if (containerVersion === 1) throw invalid('这是第1版格式的上报包，只能查验，不能接收，请报送单位升级后重新导出。')
  // A suite that nobody wrote is damage or a try to weaken it; a later one comes with a later container.
  if (containerVersion < version || (containerVersion === version && bytes.readUInt16BE(10) !== suite))
    throw damaged('文件头')
  const envelopeEnd = preambleBytes + bytes.readUInt32BE(12)
  if (envelopeEnd - preambleBytes > volumeLimits.envelope) throw damaged('文件头')
  const headEnd = envelopeEnd + keyBytes + signatureBytes
  if (headEnd > bytes.length) throw incomplete('文件头')
  return {
    containerVersion,
    signed: bytes.subarray(0, envelopeEnd),
    envelope: bytes.subarray(preambleBytes, envelopeEnd),
    publicKey: bytes.subarray(envelopeEnd, envelopeEnd + keyBytes),
    signature: bytes.subarray(envelopeEnd + keyBytes, headEnd),
  }
}

/**
 * The encrypted bytes of a whole file, held against what its envelope says of them.
 * @throws Problem BUNDLE_INVALID naming what is missing or changed
 */
export function readPayload(
  file: Uint8Array,
  { signed }: VolumeHead,
  payload: { readonly bytes: number; readonly sha256: string },
  what: string,
): Buffer {
  const bytes = asBuffer(file)
  if (bytes.length > volumeLimits.file) throw invalid(`${what}超过100MB，不能打开，请报送单位分卷后重新导出。`)
  const start = signed.length + keyBytes + signatureBytes
  const end = start + payload.bytes
  if (bytes.length < end) throw incomplete('内容', what)
  if (bytes.length < end + footerBytes) throw incomplete('文件尾', what)
  const found = bytes.subarray(start, end)
  if (sha256(found) !== payload.sha256) throw damaged('内容', what)
  if (bytes.length > end + footerBytes || !isWholeFile(bytes)) throw damaged('文件尾', what)
  return found
}
