/** Seals the secrets of the office's keys (密钥保护) for the key file, and opens them again. */
import { Problem } from '../../src-shared/problems.ts'
import type { HostPort } from '../host-port.ts'
import { decryptWithPassphrase, encryptWithPassphrase } from '../sync/age.ts'
import { type KeyFile, publicHalves, readSecrets } from './key-file.ts'
import type { KeySecrets, NextKeys, Sealing } from './key-ring.ts'

const forgotten =
  '口令不对，请重新输入。口令忘了就找不回原来的密钥：请在“设置”的“密钥与往来单位”中重建密钥，再把新名片交上级登记。'

/** Base-2 logarithm of scrypt's cost: half a second here, two on an old office PC. */
export const workFactor = 16

/** As it was meant, whichever input method typed it. */
export function typed(passphrase: string): string {
  return passphrase.normalize('NFKC').trim()
}

/** The key file; secrets stand in it as they are when neither way can be had. */
export async function seal(host: HostPort, next: NextKeys, { system, passphrase }: Sealing): Promise<KeyFile> {
  const { secrets, ...history } = next
  const text = JSON.stringify(secrets)
  const bySystem = system ? await host.protectSecret?.(text) : undefined
  const byPassphrase =
    passphrase === null
      ? undefined
      : await encryptWithPassphrase(Buffer.from(text, 'utf8'), typed(passphrase), workFactor)
  const isPlain = bySystem === undefined && byPassphrase === undefined
  return {
    format: 2,
    ...(await publicHalves(secrets)),
    ...history,
    secrets: isPlain ? { plain: secrets } : { system: bySystem, passphrase: byPassphrase?.toString('base64') },
  }
}

/** By the computer's store; null when only a passphrase, or another shell, can open it. */
export async function openBySystem({ secrets }: KeyFile, host: HostPort): Promise<KeySecrets | null> {
  if (secrets.system === undefined) return null
  return readSecrets((await host.revealSecret?.(secrets.system)) ?? '')
}

/** @returns null when no passphrase is set @throws Problem KEY_LOCKED when it is another one */
export async function openWithPassphrase({ secrets }: KeyFile, passphrase: string): Promise<KeySecrets | null> {
  if (secrets.passphrase === undefined) return null
  const bytes = await decryptWithPassphrase(Buffer.from(secrets.passphrase, 'base64'), typed(passphrase))
  const opened = typeof bytes === 'string' ? null : readSecrets(bytes.toString('utf8'))
  if (!opened) throw new Problem('KEY_LOCKED', forgotten)
  return opened
}
