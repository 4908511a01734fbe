/**
 * Who this installation is (安装标识): office, replica, epoch and the Ed25519 key with which it signs bundles, made at
 * the first run. The secret lies beside the database, so that a copy of the database alone cannot sign.
 *
 * The key file decides. A database whose public key is another one was copied or restored here, or has lost its key:
 * it goes on as a new replica that counts its bundles from 1, under the key that is here. To refuse instead would
 * lock a clerk out of her own ledger; to go on under the old number would send two different bundles with one number.
 * The level above sees a new fingerprint and asks. A key file that cannot be read is kept beside under another name.
 */
import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { Problem } from '../../src-shared/problems.ts'
import type { Signer } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import { writeFile } from '../files/write-file.ts'
import { fingerprintOf, makeKeyPair, publicKeyOf, signManifest } from './ed25519.ts'

type Maker = { readonly now: () => string; readonly newId: () => string }
export type Identity = {
  readonly officeId: string
  readonly replica: string
  readonly epoch: number
  readonly signer: Signer
}

const keyFileName = 'signing-key.json'
const keySchema = z.object({ algorithm: z.literal('Ed25519'), secretKey: z.string().regex(/^[0-9a-f]{64}$/) })

/** @throws Problem FILE_UNREADABLE, FILE_UNWRITABLE, DISK_FULL */
export async function openIdentity(db: Kysely<Tables>, dataFolder: string, make: Maker): Promise<Identity> {
  const path = join(dataFolder, keyFileName)
  const secretKey = (await readKey(path, make)) ?? (await writeNewKey(path, make))
  const publicKey = publicKeyOf(secretKey)
  const { officeId, replica, epoch } = await installationOf(db, toHex(publicKey), make)
  return { officeId, replica, epoch, signer: { publicKey, sign: (manifest) => signManifest(manifest, secretKey) } }
}

/** What the office reads out when it is enrolled above. */
export async function keyFingerprint(db: Kysely<Tables>): Promise<{ fingerprint: string }> {
  const { publicKey } = await db.selectFrom('installation').select('publicKey').executeTakeFirstOrThrow()
  return { fingerprint: fingerprintOf(Buffer.from(publicKey, 'hex')) }
}

/** The public key in hex of the key file in a data folder that need not be open; null when it holds none. */
export async function keptPublicKey(dataFolder: string): Promise<string | null> {
  const text = await readFile(join(dataFolder, keyFileName), 'utf8').catch(() => '')
  const key = keySchema.safeParse(parsedOrNull(text))
  return key.success ? toHex(publicKeyOf(Buffer.from(key.data.secretKey, 'hex'))) : null
}

async function installationOf(db: Kysely<Tables>, publicKey: string, { now, newId }: Maker) {
  const known = await db.selectFrom('installation').selectAll().executeTakeFirst()
  if (known?.publicKey === publicKey) return known
  const officeId = known?.officeId ?? newId()
  const installation = { id: 1 as const, officeId, replica: newId(), epoch: 1, publicKey, createdAt: now() }
  await db
    .insertInto('installation')
    .values(installation)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(installation))
    .execute()
  return installation
}

/** The secret in the key file; null when there is none, or none that can be understood. */
async function readKey(path: string, { now }: Maker): Promise<Uint8Array | null> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new Problem('FILE_UNREADABLE', `签名密钥文件“${path}”读不了，请检查文件权限后再打开。`, { cause })
  }
  const key = keySchema.safeParse(parsedOrNull(text))
  if (key.success) return Buffer.from(key.data.secretKey, 'hex')
  await rename(path, `${path}.${now().replace(/\D/g, '')}.unreadable`)
  return null
}

async function writeNewKey(path: string, { now }: Maker): Promise<Uint8Array> {
  const { secretKey, publicKey } = makeKeyPair()
  const key = { algorithm: 'Ed25519', publicKey: toHex(publicKey), secretKey: toHex(secretKey), createdAt: now() }
  // For this person's eyes only; on Windows the profile folder's own rights do the same.
  await writeFile(path, Buffer.from(`${JSON.stringify(key, null, 2)}\n`, 'utf8'), { mode: 0o600 })
  return secretKey
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // not JSON: treated like any other key file that cannot be understood
  }
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
