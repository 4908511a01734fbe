/** The offices that we exchange bundles with (往来单位), their keys and the cards by which they are known. */
import type { Party, PeerKeyState, PeerRole } from './bundle-manifest.ts'
import type { DeliveredFile } from './delivery.ts'

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

/** 往来单位 with all its keys, the one in use first. */
export type PeerWithKeys = Peer & { readonly keys: readonly PeerKey[] }

/** 本单位密钥 as the person sees them. */
export type OwnKeys = {
  readonly officeId: string
  readonly officeName: string
  readonly keyId: string
  readonly fingerprint: string
  readonly createdAt: string
  readonly isLocked: boolean
  readonly protection: { readonly system: boolean; readonly passphrase: boolean }
  /** Whether this shell can reach the computer's own store of secrets. */
  readonly hasSystemStore: boolean
  /** Rotations that others may still have to follow. */
  readonly rotations: number
  readonly revocation: { readonly at: string; readonly by: string; readonly reason: string } | null
}

/** What a `.ghk` file holds, before anything is taken in. The fingerprint of a card is for the other side to say. */
export type KeyFilePreview =
  | {
      readonly holds: 'card'
      readonly office: Party
      readonly madeAt: string
      readonly role: PeerRole
      /** A known office with this key, with another key, or one that is not known. */
      readonly known: '已登记' | '换新密钥' | '新单位'
    }
  | {
      readonly holds: 'changes'
      readonly changes: readonly {
        readonly change: KeyChangeKind
        readonly officeName: string
        readonly by: string
        readonly reason: string
        /** Of a roster: how many it vouches for. */
        readonly offices: number
        readonly at: string
      }[]
    }

/** 更换, 吊销, 下级名单 */
export type KeyChangeKind = 'rotation' | 'revocation' | 'roster'

export type AcceptedChange = {
  readonly change: KeyChangeKind
  readonly officeName: string
  /** Whether it is about our own key. */
  readonly isOwn: boolean
  readonly isNew: boolean
  /** Of a roster: offices that were enrolled, or got another key. */
  readonly offices?: number
}

export type Passphrases = {
  readonly current?: string | undefined
  readonly next: string | null
  /** Also where the computer could open the keys by itself; true when left out. */
  readonly alwaysAsk?: boolean | undefined
}
export type Rotating = { readonly passphrase?: string | undefined; readonly reason: string }
export type NewKeys = { readonly passphrase?: string | undefined; readonly alwaysAsk?: boolean | undefined }
export type Revoking = { readonly id: string; readonly reason: string }
export type HandOver = { readonly passphrase: string }
export type TakeOver = { readonly file: DeliveredFile; readonly passphrase: string }
/** `isNew`: whether this PC bore another id before. */
export type Reclaimed = { readonly officeId: string; readonly isNew: boolean }
export type TakenOver = { readonly officeId: string; readonly peers: number }
