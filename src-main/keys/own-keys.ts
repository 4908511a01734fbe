/** The keys of this office as the person sees and protects them (本单位密钥): fingerprint, passphrase, locked or not. */
import type { OwnKeys, Passphrases } from '../../src-shared/peers.ts'
import { Problem } from '../../src-shared/problems.ts'
import type { CoreContext } from '../core-context.ts'
import { findOffice } from '../office.ts'
import { cardFingerprint } from './key-card.ts'
import type { KeyRing, Sealing } from './key-ring.ts'

export async function showKeys({ db, keys, host, officeId }: CoreContext): Promise<OwnKeys> {
  const { keyId, isLocked, protection, history } = keys
  return {
    officeId,
    officeName: (await findOffice(db))?.name ?? '',
    keyId,
    ...ownFingerprint({ keys, officeId }),
    createdAt: history.createdAt,
    isLocked,
    protection,
    hasSystemStore: host.protectSecret !== undefined,
    rotations: history.changes.length,
    revocation: history.revocation,
  }
}

/** What the office reads out when it is enrolled elsewhere. */
export function ownFingerprint({ keys, officeId }: Pick<CoreContext, 'keys' | 'officeId'>): { fingerprint: string } {
  const signingKey = Buffer.from(keys.signingPublicKey).toString('hex')
  return { fingerprint: cardFingerprint({ signingKey, recipient: keys.recipient, officeId }) }
}

/** @throws Problem KEY_LOCKED when it is another passphrase, INVALID_INPUT when none is set */
export async function unlockKeys(context: CoreContext, { passphrase }: { passphrase: string }): Promise<OwnKeys> {
  const { keys } = context
  if (keys.isLocked && !keys.protection.passphrase) keys.secrets() // says why no passphrase can help
  if (!keys.protection.passphrase) throw new Problem('INVALID_INPUT', '密钥没有设口令，不用解锁。')
  await keys.unlock(passphrase)
  return await showKeys(context)
}

/**
 * Sets, changes or takes away the passphrase.
 * @throws Problem KEY_LOCKED when the present one is not given or wrong, DISK_FULL, FILE_UNWRITABLE
 */
export async function setPassphrase(context: CoreContext, input: Passphrases): Promise<OwnKeys> {
  const { keys } = context
  await requirePassphrase(keys, input.current)
  await keys.protect({ system: input.next === null || input.alwaysAsk === false, passphrase: input.next })
  return await showKeys(context)
}

/**
 * How keys that take the place of these are sealed: as these are.
 * @throws Problem KEY_LOCKED when there is a passphrase and `given` is not it
 */
export async function presentSealing(keys: KeyRing, given: string | undefined): Promise<Sealing> {
  await requirePassphrase(keys, given)
  const { system, passphrase } = keys.protection
  return { system: system || !passphrase, passphrase: passphrase ? (given ?? null) : null }
}

async function requirePassphrase(keys: KeyRing, given: string | undefined): Promise<void> {
  if (!keys.protection.passphrase) return
  if (given === undefined) throw new Problem('KEY_LOCKED', '密钥设有口令，请先输入现在的口令。')
  await keys.unlock(given)
}
