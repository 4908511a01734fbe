/** The offices that we exchange bundles with (往来单位), their keys and the cards by which they are known. */
import type { Party, PeerKeyState, PeerRole } from './bundle-manifest.ts'

/** Key card (密钥名片): what another office must know to open our bundles' envelope and to seal its own for us. */
export type KeyCard = {
  readonly format: { readonly major: 1; readonly minor: number }
  readonly kind: 'keyCard'
  readonly office: Party
  /** Ed25519 public key, hex. */
  readonly signingKey: string
  /** age recipient, `age1…`. */
  readonly recipient: string
  readonly madeAt: string
}

/** Days after which a card is no longer accepted: it may be of a key that has gone since. */
export const cardDays = 365

/** Levels of offices below ours: 市级, 县级, 乡镇（街道）. */
export const levelsBelow = 3

export type Peer = Party & {
  readonly role: PeerRole
  /** The office between it and us; null when it stands directly under us, and for a superior. */
  readonly parentId: string | null
  readonly addedAt: string
  readonly removedAt: string | null
}

export type PeerKey = {
  readonly keyId: string
  readonly officeId: string
  readonly signingKey: string
  readonly recipient: string
  readonly fingerprint: string
  readonly state: PeerKeyState
  readonly acceptedAt: string
  readonly endedAt: string | null
  readonly reason: string
}
