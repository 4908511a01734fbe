/** What stands first and last in a bundle file of every container version (外框): how damage is told from news. */
import { sha256 } from './ed25519.ts'

/** "GHB" between bytes that a transfer as text would change. */
export const magic: Readonly<Buffer> = Buffer.from('894748420d0a1a0a', 'hex')
/** "GHBEND". */
export const endMark: Readonly<Buffer> = Buffer.from('474842454e440d0a', 'hex')
/** Magic, container version, suite, length of what follows. */
export const preambleBytes = 16
/** End mark, length of the file, SHA-256 of everything before that. */
export const footerBytes = 48

/** Whether the footer's length and hash are those of the file. */
export function isWholeFile(file: Uint8Array): boolean {
  const bytes = asBuffer(file)
  if (bytes.length < preambleBytes + footerBytes) return false
  const footer = bytes.subarray(-footerBytes)
  return (
    footer.subarray(0, 8).equals(endMark) &&
    footer.readBigUInt64BE(8) === BigInt(bytes.length) &&
    sha256(bytes.subarray(0, -32)) === footer.subarray(16).toString('hex')
  )
}

/** The whole file: these parts and its footer. */
export function withFooter(...parts: readonly Uint8Array[]): Buffer {
  const bytes = parts.reduce((sum, { length }) => sum + length, footerBytes)
  const file = Buffer.concat([...parts, endMark], bytes)
  file.writeBigUInt64BE(BigInt(bytes), bytes - 40)
  Buffer.from(sha256(file.subarray(0, -32)), 'hex').copy(file, bytes - 32)
  return file
}

/** The same bytes, not a copy. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
