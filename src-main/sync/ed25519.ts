/** Ed25519 (RFC 8032) in every shell alike, because not every runtime we run in brings it: signing keys and their fingerprints (指纹). */
import { createHash } from 'node:crypto'
import { ed25519 } from '@noble/curves/ed25519.js'

export const signatureBytes = 64

/** Of format 1. */
export const manifest1Purpose = 'xuexuan bundle manifest 1\n'

export type KeyPair = { readonly secretKey: Uint8Array; readonly publicKey: Uint8Array }

export function makeKeyPair(): KeyPair {
  const { secretKey, publicKey } = ed25519.keygen()
  return { secretKey, publicKey }
}

/** @throws Error when the secret is not 32 bytes */
export function publicKeyOf(secretKey: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(secretKey)
}

export function isManifestSignature(signature: Uint8Array, manifest: Uint8Array, publicKey: Uint8Array): boolean {
  return isSignatureFor(manifest1Purpose, { signature, bytes: manifest, publicKey })
}

/**
 * Signs purpose and SHA-256 of the bytes.
 * @param purpose says what is signed, so that a signature made for something else cannot be passed off as this one
 */
export function signFor(purpose: string, bytes: Uint8Array, secretKey: Uint8Array): Uint8Array {
  return ed25519.sign(messageOf(purpose, bytes), secretKey)
}

export function isSignatureFor(
  purpose: string,
  { signature, bytes, publicKey }: { signature: Uint8Array; bytes: Uint8Array; publicKey: Uint8Array },
): boolean {
  try {
    return ed25519.verify(signature, messageOf(purpose, bytes), publicKey, { zip215: false })
  } catch {
    return false // bytes that are no point of the curve are no signature either
  }
}

/** SHA-256, lower-case hex. */
export function sha256(...parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/** The first 128 bits of a SHA-256 in groups of four: short enough to compare over the phone, too long to forge. */
export function fingerprintOf(...parts: readonly Uint8Array[]): string {
  return (
    sha256(...parts)
      .slice(0, 32)
      .toUpperCase()
      .match(/.{4}/g) ?? []
  ).join(' ')
}

function messageOf(purpose: string, bytes: Uint8Array): Uint8Array {
  return Buffer.from(purpose + sha256(bytes), 'utf8')
}
