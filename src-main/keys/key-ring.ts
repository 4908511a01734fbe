/** What the keys of this office (本单位密钥) can do, as the context of every call holds them. */
import type { SignedChange } from './signed-change.ts'

export type KeySecrets = {
  /** Ed25519 secret, hex. */
  readonly signing: string
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string
  /** Of keys that were replaced: what was sent to them may still arrive. */
  readonly formerIdentities: readonly string[]
}

/** What the key file says in clear beside the public halves. */
export type KeyHistory = {
  /** Public signing keys in hex that the present one replaced. */
  readonly former: readonly string[]
  /** Rotations that lead to the present key, signed; the office hands them on until everybody has them. */
  readonly changes: readonly SignedChange[]
  /** The present key was revoked: bundles that it signs are refused. */
  readonly revocation: { readonly at: string; readonly by: string; readonly reason: string } | null
  readonly createdAt: string
}

/** Keys to be kept. */
export type NextKeys = KeyHistory & { readonly secrets: KeySecrets }

/** By the computer's own store of secrets, where there is one, and to a passphrase, where one is set. */
export type Sealing = { readonly system: boolean; readonly passphrase: string | null }

/** What any part of the core may do with the keys; who the office is stands in the ledger. */
export type OfficeKeys = {
  /** SHA-256 of the signing key, hex. */
  readonly keyId: string
  /** Ed25519, 32 bytes. */
  readonly signingPublicKey: Uint8Array
  /** age recipient, `age1…`. */
  readonly recipient: string
  /** Whether a key id is that of the present key or of one that it replaced. */
  readonly isOwn: (keyId: string) => boolean
  /** Secrets are at hand only after `unlock`, or when nothing but the person's account protects them. */
  readonly isLocked: boolean
  /** For the life of the process. @throws Problem KEY_LOCKED when it is another passphrase */
  readonly unlock: (passphrase: string) => Promise<void>
  /** @param purpose says what is signed (sync/ed25519.ts) @throws Problem KEY_LOCKED */
  readonly sign: (purpose: string, bytes: Uint8Array) => Uint8Array
  /** Secrets with which what was sent to us is opened, the present one first. @throws Problem KEY_LOCKED */
  readonly identities: () => readonly string[]
}

/** With what only keeping the keys needs. */
export type KeyRing = OfficeKeys & {
  /** In which ways the secrets may be opened; in neither when they stand in the file as they are. */
  readonly protection: { readonly system: boolean; readonly passphrase: boolean }
  readonly history: KeyHistory
  /** @throws Problem KEY_LOCKED */
  readonly secrets: () => KeySecrets
  /** Seals the secrets in another way. @throws Problem KEY_LOCKED, DISK_FULL, FILE_UNWRITABLE */
  readonly protect: (sealing: Sealing) => Promise<void>
  /** Notes that the present key was revoked. @throws Problem DISK_FULL, FILE_UNWRITABLE */
  readonly noteRevocation: (revocation: NonNullable<KeyHistory['revocation']>) => Promise<void>
  /** Other keys take the place of these, even of locked ones. @throws Problem DISK_FULL, FILE_UNWRITABLE */
  readonly replace: (next: NextKeys, sealing: Sealing) => Promise<void>
}
