/**
 * The key file (密钥文件) beside the ledger, so that a copy of the ledger alone can neither sign nor open. Format 2: the
 * public halves in clear, the secrets once per way in which they may be opened: as they are, sealed by the computer's
 * own store of secrets, encrypted to a passphrase. Format 1 held one Ed25519 secret as it is.
 */
import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Problem } from '../../src-shared/problems.ts'
import { writeFile } from '../files/write-file.ts'
import { isRecipient, makeAgeIdentity, recipientOf } from '../sync/age.ts'
import { makeKeyPair, publicKeyOf } from '../sync/ed25519.ts'
import { hex32 } from './key-card.ts'
import type { KeyHistory, KeySecrets } from './key-ring.ts'
import { signedChangeSchema } from './signed-change.ts'

const identity = z.string().startsWith('AGE-SECRET-KEY-1')
export const secretsSchema = z.object({ signing: hex32, identity, formerIdentities: z.array(identity).readonly() })

const keyFileSchema = z.object({
  format: z.literal(2),
  /** Ed25519, hex. */
  publicKey: hex32,
  recipient: z.string().refine(isRecipient),
  /** Public keys that this one replaced, hex. */
  former: z.array(hex32).readonly(),
  changes: z.array(signedChangeSchema).readonly(),
  revocation: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  createdAt: z.string(),
  /** At least one; `system` and `passphrase` are base64. */
  secrets: z.object({
    plain: secretsSchema.optional(),
    system: z.string().optional(),
    passphrase: z.string().optional(),
  }),
})
export type KeyFile = Omit<z.output<typeof keyFileSchema>, 'changes'> & KeyHistory

const format1Schema = z.object({ algorithm: z.literal('Ed25519'), secretKey: hex32 })

const keyFileName = 'signing-key.json'
/** Format 1 has no encryption key: whoever opens it makes one. */
export type FoundKeys = { readonly file: KeyFile } | { readonly signing: string } | null

/**
 * What the data folder holds. A file that cannot be understood is kept beside under another name.
 * @throws Problem FILE_UNREADABLE, DATABASE_NEWER
 */
export async function findKeyFile(dataFolder: string, now: () => string): Promise<FoundKeys> {
  const path = join(dataFolder, keyFileName)
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new Problem('FILE_UNREADABLE', `签名密钥文件“${path}”读不了，请检查文件权限后再打开。`, { cause })
  }
  const found = understood(text)
  if (found === null) await rename(path, `${path}.${now().replace(/\D/g, '')}.unreadable`)
  return found
}

/** @throws Problem DISK_FULL, FILE_UNWRITABLE */
export async function writeKeyFile(dataFolder: string, file: KeyFile): Promise<void> {
  // For this person's eyes only; on Windows the profile folder's own rights do the same.
  const bytes = Buffer.from(`${JSON.stringify(file, null, 2)}\n`, 'utf8')
  await writeFile(join(dataFolder, keyFileName), bytes, { mode: 0o600 })
}

/** The same of a data folder that need not be open; nothing there is changed. */
export async function keptKeyFile(dataFolder: string): Promise<FoundKeys> {
  return understood(await readFile(join(dataFolder, keyFileName), 'utf8').catch(() => ''))
}

/** New keys, or the missing half of old ones. */
export async function makeSecrets(signing = toHex(makeKeyPair().secretKey)): Promise<KeySecrets> {
  return { signing, identity: await makeAgeIdentity(), formerIdentities: [] }
}

/** The public halves. */
export async function publicHalves(secrets: KeySecrets): Promise<Pick<KeyFile, 'publicKey' | 'recipient'>> {
  return { publicKey: publicKeyOfSecret(secrets.signing), recipient: await recipientOf(secrets.identity) }
}

/** Secrets as they were before they were sealed; null when these are none. */
export function readSecrets(text: string): KeySecrets | null {
  const secrets = secretsSchema.safeParse(parsedOrNull(text))
  return secrets.success ? secrets.data : null
}

function understood(text: string): FoundKeys {
  const value = parsedOrNull(text)
  const stated = z.object({ format: z.number().int().min(3) }).safeParse(value)
  if (stated.success)
    throw new Problem('DATABASE_NEWER', '密钥文件由更新版本的学宣台账写成，本程序还读不了，请先升级程序。')
  const old = format1Schema.safeParse(value)
  if (old.success) return { signing: old.data.secretKey }
  const file = keyFileSchema.safeParse(value)
  return file.success && Object.keys(file.data.secrets).length > 0 ? { file: file.data as KeyFile } : null
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // not JSON: treated like any other text that cannot be understood
  }
}

/** Both in hex. */
export function publicKeyOfSecret(signing: string): string {
  return toHex(publicKeyOf(Buffer.from(signing, 'hex')))
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
