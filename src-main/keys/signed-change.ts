/**
 * Signed changes of keys (密钥变更, `.ghk`): a rotation is signed by the old and the new key, a revocation by the office
 * itself or one above it; with a roster (下级名单) an office vouches for those below it. A file holds every rotation in
 * order, so that whoever missed one can follow.
 */
import { z } from 'zod'
import type { Party } from '../../src-shared/bundle-manifest.ts'
import { Problem } from '../../src-shared/problems.ts'
import { isSignatureFor } from '../sync/ed25519.ts'
import {
  encode,
  hex32,
  hex64,
  isCardSigned,
  isNewer,
  newerFile,
  partySchema,
  readKeyFile,
  type SignedCard,
  signedCardSchema,
} from './key-card.ts'

export const changePurpose = 'xuexuan key change 1\n'
/** Rotations in one file: more than an office makes in ten years, and still a small file. */
export const maxChanges = 40
const maxOffices = 5000

const statedAt = {
  format: z.looseObject({ major: z.literal(1), minor: z.number().int().min(0) }),
  at: z.iso.datetime(),
}
const reason = z.string().max(200)
const rotationSchema = z.looseObject({
  ...statedAt,
  change: z.literal('rotation'),
  officeId: z.string().min(1).max(64),
  /** Signing keys, hex. */
  oldKey: hex32,
  card: signedCardSchema,
  reason,
})
const revocationSchema = z.looseObject({
  ...statedAt,
  change: z.literal('revocation'),
  office: partySchema,
  keyId: hex32,
  by: partySchema,
  /** Signing key of who revokes, hex. */
  byKey: hex32,
  reason,
})
const rosterSchema = z.looseObject({
  ...statedAt,
  change: z.literal('roster'),
  by: partySchema,
  byKey: hex32,
  offices: z.array(z.looseObject({ card: signedCardSchema, parentId: z.string().min(1).max(64) })).max(maxOffices),
})
export const signedChangeSchema = z.strictObject({
  statement: z.discriminatedUnion('change', [rotationSchema, revocationSchema, rosterSchema]),
  signatures: z.array(hex64).min(1).max(2),
})
const fileSchema = z.strictObject({
  format: z.looseObject({ major: z.literal(1), minor: z.number().int().min(0) }),
  kind: z.literal('keyChanges'),
  changes: z.array(signedChangeSchema).min(1).max(maxChanges),
})

type Format = { readonly major: 1; readonly minor: number }
export type Rotation = {
  readonly format: Format
  readonly change: 'rotation'
  readonly officeId: string
  readonly oldKey: string
  readonly card: SignedCard
  readonly reason: string
  readonly at: string
}
export type Revocation = {
  readonly format: Format
  readonly change: 'revocation'
  readonly office: Party
  readonly keyId: string
  readonly by: Party
  readonly byKey: string
  readonly reason: string
  readonly at: string
}
/** 下级名单: cards that an office accepted, each with the office above it, an upper one before those below it. */
export type Roster = {
  readonly format: Format
  readonly change: 'roster'
  readonly by: Party
  readonly byKey: string
  readonly offices: readonly { readonly card: SignedCard; readonly parentId: string }[]
  readonly at: string
}
/** Signatures in the order old key, new key; or that of `byKey` alone. */
export type SignedChange = {
  readonly statement: Rotation | Revocation | Roster
  readonly signatures: readonly string[]
}

/** The bytes of the file. */
export function encodeChanges(changes: readonly SignedChange[]): Buffer {
  return encode({ format: { major: 1, minor: 0 }, kind: 'keyChanges', changes })
}

/** Whether a `.ghk` file holds changes and not a card. */
export function holdsChanges(bytes: Uint8Array): boolean {
  return z.looseObject({ kind: z.literal('keyChanges') }).safeParse(readKeyFile(bytes)).success
}

/**
 * Changes whose signatures are those of the keys that they name. Whether these keys may say so is for the reader's ledger.
 * @throws Problem KEY_REFUSED
 */
export function readChanges(bytes: Uint8Array): readonly SignedChange[] {
  const value = readKeyFile(bytes)
  if (isNewer(value)) throw newerFile()
  const file = fileSchema.safeParse(value)
  if (!file.success)
    throw new Problem('KEY_REFUSED', '这个文件不是密钥变更文件，或已经损坏，请核对所选的文件，或请对方重新导出。')
  const changes = file.data.changes as unknown as readonly SignedChange[]
  if (!changes.every(isSigned))
    throw new Problem('KEY_REFUSED', '密钥变更文件已损坏或被改动，签名不符，不能采用，请对方重新导出。')
  return changes
}

function isSigned({ statement, signatures }: SignedChange): boolean {
  const keys = statement.change === 'rotation' ? [statement.oldKey, statement.card.card.signingKey] : [statement.byKey]
  const bytes = encode(statement)
  const isWhole = cardsOf(statement).every(isCardSigned)
  return isWhole && keys.length === signatures.length && keys.every((key, index) => fits(key, signatures[index] ?? ''))

  function fits(key: string, signature: string): boolean {
    return isSignatureFor(changePurpose, {
      bytes,
      signature: Buffer.from(signature, 'hex'),
      publicKey: Buffer.from(key, 'hex'),
    })
  }
}

function cardsOf(statement: SignedChange['statement']): readonly SignedCard[] {
  if (statement.change === 'rotation') return [statement.card]
  return statement.change === 'roster' ? statement.offices.map(({ card }) => card) : []
}
