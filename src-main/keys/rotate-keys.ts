/** New keys for this office (更换密钥): signed over by the old ones, or made anew when these are lost. */
import type { Delivery } from '../../src-shared/delivery.ts'
import type { NewKeys, OwnKeys, Rotating } from '../../src-shared/peers.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import { deliver } from '../files/deliver.ts'
import { safeFileName } from '../files/file-name.ts'
import { signFor } from '../sync/ed25519.ts'
import { cardPurpose, encode, ownParty, signCard } from './key-card.ts'
import { makeSecrets, publicHalves } from './key-file.ts'
import type { KeySecrets, NextKeys } from './key-ring.ts'
import { presentSealing, showKeys } from './own-keys.ts'
import { changePurpose, encodeChanges, maxChanges, type Rotation, type SignedChange } from './signed-change.ts'

export const keyFileType = 'application/json'

/**
 * Takes new keys into use and hands out the file by which others follow; that can be had again from `deliverChanges`.
 * @throws Problem KEY_LOCKED, KEY_REFUSED when the present key was revoked, OFFICE_MISSING, DISK_FULL, FILE_UNWRITABLE
 */
export async function rotateKeys(context: CoreContext, input: Rotating): Promise<Delivery> {
  const { keys, now } = context
  const sealing = await presentSealing(keys, input.passphrase)
  if (keys.history.revocation)
    throw new Problem('KEY_REFUSED', '本单位的密钥已被吊销，不能凭它更换，请重建密钥后把新名片交上级登记。')
  const old = keys.secrets()
  const office = await ownParty(context)
  return await deliver(context.host, await changeFileOf(context), async () => {
    const secrets: KeySecrets = { ...(await makeSecrets()), formerIdentities: [old.identity, ...old.formerIdentities] }
    const sign = signerOf(secrets)
    const card = signCard(office, await publicHalves(secrets), { at: now(), sign: (bytes) => sign(cardPurpose, bytes) })
    const statement: Rotation = {
      format: { major: 1, minor: 0 },
      change: 'rotation',
      officeId: context.officeId,
      oldKey: Buffer.from(keys.signingPublicKey).toString('hex'),
      card,
      reason: input.reason,
      at: now(),
    }
    const bytes = encode(statement)
    const both = [keys.sign(changePurpose, bytes), sign(changePurpose, bytes)]
    const change: SignedChange = { statement, signatures: both.map((one) => Buffer.from(one).toString('hex')) }
    const changes = [...keys.history.changes, change].slice(-maxChanges)
    await replaceKeys(context, { ...nextHistory(context), changes, secrets }, sealing)
    return encodeChanges(changes)
  })
}

/** The rotations so far, for who has not followed yet. @throws Problem NOT_FOUND, OFFICE_MISSING, DISK_FULL, FILE_UNWRITABLE */
export async function deliverChanges(context: CoreContext): Promise<Delivery> {
  const { changes } = context.keys.history
  if (changes.length === 0) throw new Problem('NOT_FOUND', '本单位没有更换过密钥，没有密钥变更文件可以导出。')
  return await deliver(context.host, await changeFileOf(context), async () => encodeChanges(changes))
}

/**
 * Keys made anew where the old ones are lost, locked for ever, stolen or revoked. Others must accept a new card with its
 * fingerprint; what was sealed to the old key can be opened only if that was not locked.
 * @throws Problem DISK_FULL, FILE_UNWRITABLE
 */
export async function renewKeys(context: CoreContext, input: NewKeys): Promise<OwnKeys> {
  const { keys } = context
  const formerIdentities = keys.isLocked ? [] : keys.identities()
  const secrets: KeySecrets = { ...(await makeSecrets()), formerIdentities }
  const passphrase = input.passphrase ?? null
  const system = passphrase === null || input.alwaysAsk === false
  await replaceKeys(context, { ...nextHistory(context), changes: [], secrets }, { system, passphrase })
  return await showKeys(context)
}

/** Key file first: a ledger that still names a key which this one replaced is brought up when it is opened. */
async function replaceKeys(
  { db, keys }: CoreContext,
  next: NextKeys,
  sealing: Parameters<typeof keys.replace>[1],
): Promise<void> {
  await keys.replace(next, sealing)
  const publicKey = Buffer.from(keys.signingPublicKey).toString('hex')
  await db.updateTable('installation').set({ publicKey }).execute()
}

function nextHistory({ keys, now }: CoreContext): Omit<NextKeys, 'secrets' | 'changes'> {
  const present = Buffer.from(keys.signingPublicKey).toString('hex')
  return { former: [present, ...keys.history.former], revocation: null, createdAt: now() }
}

async function changeFileOf(context: CoreContext): Promise<{ readonly name: string; readonly type: string }> {
  return { name: safeFileName(`${(await ownParty(context)).name}_密钥变更`, 'ghk'), type: keyFileType }
}

function signerOf({ signing }: KeySecrets): (purpose: string, bytes: Uint8Array) => Uint8Array {
  const secretKey = Buffer.from(signing, 'hex')
  return (purpose, bytes) => signFor(purpose, bytes, secretKey)
}
