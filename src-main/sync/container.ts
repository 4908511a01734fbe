/**
 * The container of a sync bundle (上报包, `.ghb`), format 1: every byte of it. Integers are unsigned and big-endian.
 *
 *   offset  size
 *   0       8     magic 89 47 48 42 0D 0A 1A 0A ("GHB" between bytes that a transfer as text would change)
 *   8       2     container version, 1. A reader refuses a higher one; it means that the old reading would be wrong.
 *   10      2     suite, 1 = SHA-256, Ed25519 (RFC 8032), raw DEFLATE (RFC 1951)
 *   12      4     H, length of the routing header, at most 65,536
 *   16      H     routing header: canonical JSON, readable without a key (see manifest.ts). `encryption` is "none";
 *                 a later minor version states another word there and encrypts the sections as one stream.
 *   16+H    …     sections, one after another:
 *                   1  kind: 1 manifest, 2 signature, 3 segment
 *                   1  encoding: 0 as it is, 1 raw DEFLATE
 *                   2  zero
 *                   4  S, stored bytes
 *                   4  P, bytes after decoding (equal to S when stored as it is)
 *                   S  the bytes
 *                 First the manifest (encoding 0, canonical JSON, at most 1 MiB), then the signature (encoding 0,
 *                 96 bytes: public key 32, signature 64), then one segment for each entry of the manifest's
 *                 `segments`, in that order (P at most 32 MiB).
 *   L-48    8     end mark 47 48 42 45 4E 44 0D 0A ("GHBEND")
 *   L-40    8     L, length of the whole file
 *   L-32    32    SHA-256 of everything before it
 *
 * The signature is over "xuexuan bundle manifest 1\n" and the lower-case hex SHA-256 of the manifest's bytes. The
 * manifest holds the SHA-256 of bytes 0 to 16+H, the SHA-256 and size of every segment and the fingerprint of the key,
 * so that nothing but footer and encoding lies outside the signature. The footer is the same in every container
 * version: damage can be told from a newer version.
 */
import { signatureBytes } from './ed25519.ts'
import { asBuffer, endMark, footerBytes, isWholeFile, magic, preambleBytes } from './file-frame.ts'
import { damaged, incomplete, invalid } from './invalid-bundle.ts'

const version = 1
const suite = 1
const sectionHeadBytes = 12
const signerBytes = 32 + signatureBytes

export const limits = {
  file: 100 * 1024 * 1024,
  header: 64 * 1024,
  manifest: 1024 * 1024,
  segments: 1000,
  segment: 32 * 1024 * 1024,
} as const

const sectionKinds = { manifest: 1, signature: 2, segment: 3 } as const
type SectionKind = keyof typeof sectionKinds
const sectionNames: Readonly<Record<SectionKind, string>> = { manifest: '清单', signature: '签名', segment: '数据' }

/** Bytes as they are stored, and how many they are when decoded. */
export type Stored = { readonly stored: Uint8Array; readonly plainBytes: number }

export type Container = {
  /** Preamble and routing header: what the manifest's `routingHash` is over. */
  readonly routing: Uint8Array
  readonly header: Uint8Array
  readonly manifest: Uint8Array
  readonly publicKey: Uint8Array
  readonly signature: Uint8Array
  readonly segments: readonly Stored[]
}

/**
 * Takes the file apart; nothing is decoded and no hash but a newer version's is checked yet.
 * @throws Problem BUNDLE_INVALID naming the part that is missing or wrong
 */
export function readContainer(file: Uint8Array): Container {
  const bytes = asBuffer(file)
  refuseForeign(bytes)
  const headerEnd = preambleBytes + bytes.readUInt32BE(12)
  if (headerEnd - preambleBytes > limits.header) throw damaged('文件头')
  if (headerEnd > bytes.length - footerBytes) throw incomplete('文件头')
  let at = headerEnd
  const next = (kind: SectionKind) => {
    const found = readSection(bytes, at, kind)
    at += sectionHeadBytes + found.stored.length
    return found
  }
  const manifest = next('manifest').stored
  const signer = next('signature').stored
  if (signer.length !== signerBytes) throw damaged('签名')
  const segments: Stored[] = []
  while (at < bytes.length - footerBytes) {
    if (segments.length >= limits.segments) throw damaged('数据')
    segments.push(next('segment'))
  }
  if (!bytes.subarray(-footerBytes).subarray(0, 8).equals(endMark)) throw incomplete('文件尾')
  return {
    routing: bytes.subarray(0, headerEnd),
    header: bytes.subarray(preambleBytes, headerEnd),
    manifest,
    publicKey: signer.subarray(0, 32),
    signature: signer.subarray(32),
    segments,
  }
}

function refuseForeign(bytes: Buffer): void {
  if (bytes.length === 0) throw invalid('这个文件是空的，不是上报包，请核对所选的文件。')
  if (!bytes.subarray(0, 8).equals(magic.subarray(0, bytes.length)))
    throw invalid('这个文件不是上报包（应为“.ghb”文件），请核对所选的文件。')
  if (bytes.length > limits.file) throw invalid('这个上报包超过100MB，不能打开，请报送单位缩短期间后重新导出。')
  if (bytes.length < preambleBytes + footerBytes) throw incomplete('文件头')
  if (bytes.readUInt16BE(8) === version && bytes.readUInt16BE(10) === suite) return
  // A flipped bit in these four bytes must not send the clerk looking for a newer program.
  if (!isWholeFile(bytes)) throw damaged('文件头')
  throw invalid('这个上报包由更新版本的学宣台账导出，本程序还读不了，请先升级程序。')
}

function readSection(bytes: Buffer, at: number, kind: SectionKind): Stored {
  const end = bytes.length - footerBytes
  const name = sectionNames[kind]
  if (at + sectionHeadBytes > end) throw incomplete(name)
  const encoding = kind === 'segment' ? 1 : 0
  if (bytes.readUInt32BE(at) !== ((sectionKinds[kind] << 24) | (encoding << 16)) >>> 0) throw damaged(name)
  const storedBytes = bytes.readUInt32BE(at + 4)
  const plainBytes = bytes.readUInt32BE(at + 8)
  if (plainBytes > (kind === 'segment' ? limits.segment : limits.manifest)) throw damaged(name)
  if (encoding === 0 && plainBytes !== storedBytes) throw damaged(name)
  const start = at + sectionHeadBytes
  if (start + storedBytes > end) throw incomplete(name)
  return { stored: bytes.subarray(start, start + storedBytes), plainBytes }
}
