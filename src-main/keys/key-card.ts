/** Key cards (密钥名片, `.ghk`): canonical JSON, signed by the key that it shows; true only when its fingerprint is compared. */
import { z } from 'zod'
import type { Party } from '../../src-shared/bundle-manifest.ts'
import type { KeyCard } from '../../src-shared/peers.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import { requireOffice } from '../office.ts'
import { isRecipient } from '../sync/age.ts'
import { canonicalJson, parseCanonicalJson } from '../sync/canonical-json.ts'
import { fingerprintOf, isSignatureFor } from '../sync/ed25519.ts'

export const cardPurpose = 'xuexuan key card 1\n'
/** Bytes of a file; a card has less than one thousand, a list of the cards of five thousand offices some four million. */
export const maxCardBytes = 8 * 1024 * 1024

/** Without characters that cannot be seen or that turn the direction of writing. */
const visible = z.string().refine((text) => !/[\p{C}\p{Zl}\p{Zp}]/u.test(text))
export const partySchema = z.looseObject({
  officeId: visible.min(1).max(64),
  name: visible.trim().min(1).max(40),
  divisionCode: visible.max(6),
})
export const hex32 = z.string().regex(/^[0-9a-f]{64}$/)
export const hex64 = z.string().regex(/^[0-9a-f]{128}$/)

const cardSchema = z.looseObject({
  format: z.looseObject({ major: z.literal(1), minor: z.number().int().min(0) }),
  kind: z.literal('keyCard'),
  office: partySchema,
  signingKey: hex32,
  recipient: z.string().refine(isRecipient),
  madeAt: z.iso.datetime(),
})

/** As it stands in a file or within a signed change of keys. */
export type SignedCard = { readonly card: KeyCard; readonly signature: string }
export const signedCardSchema = z.strictObject({ card: cardSchema, signature: hex64 })

/** The card of this office with its present keys. @throws Problem OFFICE_MISSING, KEY_LOCKED */
export async function makeCard(context: CoreContext): Promise<SignedCard> {
  const { keys } = context
  const publicKey = Buffer.from(keys.signingPublicKey).toString('hex')
  const halves = { publicKey, recipient: keys.recipient }
  return signCard(await ownParty(context), halves, {
    at: context.now(),
    sign: (bytes) => keys.sign(cardPurpose, bytes),
  })
}

/** This office as bundles name it. @throws Problem OFFICE_MISSING */
export async function ownParty({ db, officeId }: Pick<CoreContext, 'db' | 'officeId'>): Promise<Party> {
  const { name, divisionCode } = await requireOffice(db)
  return { officeId, name, divisionCode }
}

/** A card of keys that need not be in use yet. */
export function signCard(
  office: Party,
  { publicKey, recipient }: { readonly publicKey: string; readonly recipient: string },
  { at, sign }: { readonly at: string; readonly sign: (bytes: Uint8Array) => Uint8Array },
): SignedCard {
  const format = { major: 1, minor: 0 } as const
  const card: KeyCard = { format, kind: 'keyCard', office, signingKey: publicKey, recipient, madeAt: at }
  return { card, signature: Buffer.from(sign(encode(card))).toString('hex') }
}

/** The bytes of the file. */
export function encodeCard(signed: SignedCard): Buffer {
  return encode(signed)
}

/**
 * A card whose signature is that of the key it shows. Whose it is, only the fingerprint tells.
 * @throws Problem KEY_REFUSED
 */
export function readCard(bytes: Uint8Array): SignedCard {
  const value = readKeyFile(bytes)
  if (isNewer((value as { card?: unknown })?.card)) throw newerFile()
  const signed = signedCardSchema.safeParse(value)
  if (!signed.success) throw noCard()
  const read = signed.data as unknown as SignedCard
  if (!isCardSigned(read))
    throw new Problem('KEY_REFUSED', '名片已损坏或被改动，签名不符，不能采用，请对方重新导出名片。')
  return read
}

/** Whether the key that the card shows signed it. */
export function isCardSigned({ card, signature }: SignedCard): boolean {
  return isSignatureFor(cardPurpose, {
    bytes: encode(card),
    signature: Buffer.from(signature, 'hex'),
    publicKey: Buffer.from(card.signingKey, 'hex'),
  })
}

/** What both sides read to each other: over both keys and the office, in eight groups of four. */
export function cardFingerprint(card: Pick<KeyCard, 'signingKey' | 'recipient'> & { officeId: string }): string {
  const { signingKey, recipient, officeId } = card
  return fingerprintOf(Buffer.from(signingKey, 'hex'), Buffer.from(recipient, 'utf8'), Buffer.from(officeId, 'utf8'))
}

/** The value of a `.ghk` file. @throws Problem KEY_REFUSED */
export function readKeyFile(bytes: Uint8Array): unknown {
  if (bytes.length === 0 || bytes.length > maxCardBytes) throw noCard()
  try {
    return parseCanonicalJson(bytes)
  } catch {
    throw noCard()
  }
}

/** Whether a card or a change of keys is of a later major version. */
export function isNewer(value: unknown): boolean {
  const stated = z.looseObject({ format: z.looseObject({ major: z.number().int().min(2) }) })
  return stated.safeParse(value).success
}

export function newerFile(): Problem {
  return new Problem('KEY_REFUSED', '这个文件由更新版本的学宣台账导出，本程序还读不了，请先升级程序。')
}

export function encode(value: unknown): Buffer {
  return Buffer.from(canonicalJson(value), 'utf8')
}

function noCard(): Problem {
  return new Problem('KEY_REFUSED', '这个文件不是密钥名片（应为“.ghk”文件），或已经损坏，请对方重新导出名片。')
}
