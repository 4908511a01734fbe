/**
 * Encryption (加密) as age v1 files: X25519 recipients for bundles, a passphrase (scrypt) for key files. What is
 * encrypted says nothing about who did it; who signed stands inside.
 */
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'

/** Room for some fifty recipients. Trying one costs a curve multiplication, so a hostile header must not hold more. */
const maxHeaderBytes = 6 * 1024

/** A new secret, `AGE-SECRET-KEY-1…`. */
export function makeAgeIdentity(): Promise<string> {
  return generateX25519Identity()
}

/** The public half of a secret, `age1…`. @throws Error when it is none */
export function recipientOf(identity: string): Promise<string> {
  return identityToRecipient(identity)
}

/** Whether `text` is an X25519 recipient, checksum and all. */
export function isRecipient(text: string): boolean {
  try {
    new Encrypter().addRecipient(text)
    // The library knows other kinds too, which a reader of ours could not open.
    return /^age1[02-9ac-hj-np-z]{58}$/.test(text)
  } catch {
    return false // the library says no by throwing
  }
}

/** @throws Error when a recipient is not well formed, or there is none */
export async function encryptFor(plain: Uint8Array, recipients: readonly string[]): Promise<Buffer> {
  if (recipients.length === 0) throw new RangeError('nobody to encrypt for')
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return asBuffer(await encrypter.encrypt(plain))
}

/** The plain bytes; 'foreign' when it is for none of these identities, 'damaged' when it is not as it was written. */
export async function decryptWith(
  sealed: Uint8Array,
  identities: readonly string[],
): Promise<Buffer | 'foreign' | 'damaged'> {
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  return await decrypted(decrypter, sealed)
}

/** @param workFactor base-2 logarithm of scrypt's cost; 18 takes about a second */
export async function encryptWithPassphrase(plain: Uint8Array, passphrase: string, workFactor = 18): Promise<Buffer> {
  const encrypter = new Encrypter()
  encrypter.setScryptWorkFactor(workFactor)
  encrypter.setPassphrase(passphrase)
  return asBuffer(await encrypter.encrypt(plain))
}

/** 'foreign' means another passphrase. */
export async function decryptWithPassphrase(
  sealed: Uint8Array,
  passphrase: string,
): Promise<Buffer | 'foreign' | 'damaged'> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  return await decrypted(decrypter, sealed)
}

async function decrypted(decrypter: Decrypter, sealed: Uint8Array): Promise<Buffer | 'foreign' | 'damaged'> {
  if (!asBuffer(sealed.subarray(0, maxHeaderBytes)).includes('\n--- ')) return 'damaged'
  let isForeign = false
  // Asked last, and only when none of the others fits.
  decrypter.addIdentity({
    unwrapFileKey: () => {
      isForeign = true
      return null
    },
  })
  try {
    return asBuffer(await decrypter.decrypt(sealed))
  } catch {
    return isForeign ? 'foreign' : 'damaged' // every other failure of reading is one of the bytes
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
