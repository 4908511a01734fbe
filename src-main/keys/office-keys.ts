/**
 * The keys of this office (本单位密钥): a signing key (Ed25519) and an encryption key (X25519), made at the first run.
 * Secrets are sealed by the computer's own store where the shell has one and opened by it at the start; a passphrase
 * opens them for the life of the process. Everything but signing and opening works while they are locked.
 */
import { Problem } from '../../src-shared/problems.ts'
import type { HostPort } from '../host-port.ts'
import { sha256, signFor } from '../sync/ed25519.ts'
import { findKeyFile, type KeyFile, makeSecrets, writeKeyFile } from './key-file.ts'
import type { KeyHistory, KeyRing, KeySecrets, NextKeys, Sealing } from './key-ring.ts'
import { openBySystem, openWithPassphrase, seal } from './sealed-keys.ts'

const lockedByPassphrase = '密钥已用口令锁住，请先输入口令，再做这一步。'
const lockedBySystem =
  '密钥存在这台电脑的系统密码库中，这里打不开；请在桌面窗口中操作，或先在桌面窗口的“设置”中设一个口令。桌面窗口也打不开的，请在“设置”的“密钥与往来单位”中重建密钥，再把新名片交上级登记。'

/**
 * Opens the key file of a data folder, or makes one.
 * @throws Problem FILE_UNREADABLE, DATABASE_NEWER, DISK_FULL, FILE_UNWRITABLE
 */
export async function openOfficeKeys(dataFolder: string, host: HostPort, now: () => string): Promise<KeyRing> {
  let { file, secrets } = await opened(dataFolder, host, now)

  function opens(): KeySecrets {
    if (secrets) return secrets
    throw lockedProblem(file)
  }
  async function replace(next: NextKeys, sealing: Sealing): Promise<void> {
    const written = await seal(host, next, sealing)
    await writeKeyFile(dataFolder, written)
    file = written
    secrets = next.secrets
  }

  return {
    get keyId() {
      return keyIdOf(file.publicKey)
    },
    get signingPublicKey() {
      return Buffer.from(file.publicKey, 'hex')
    },
    get recipient() {
      return file.recipient
    },
    get isLocked() {
      return secrets === null
    },
    get protection() {
      return { system: file.secrets.system !== undefined, passphrase: file.secrets.passphrase !== undefined }
    },
    get history() {
      return historyOf(file)
    },
    isOwn: (keyId) => [file.publicKey, ...file.former].some((publicKey) => keyIdOf(publicKey) === keyId),
    sign: (purpose, bytes) => signFor(purpose, bytes, Buffer.from(opens().signing, 'hex')),
    identities: () => [opens().identity, ...opens().formerIdentities],
    secrets: opens,
    async unlock(passphrase) {
      secrets = (await openWithPassphrase(file, passphrase)) ?? secrets
    },
    protect: (sealing) => replace({ ...historyOf(file), secrets: opens() }, sealing),
    async noteRevocation(revocation) {
      const next = { ...file, revocation }
      await writeKeyFile(dataFolder, next)
      file = next
    },
    replace,
  }
}

/** SHA-256 of a signing key in hex, as bundles and receipts name it. */
export function keyIdOf(publicKey: string): string {
  return sha256(Buffer.from(publicKey, 'hex'))
}

/** Why the secrets are not at hand. */
export function lockedProblem({ secrets }: KeyFile): Problem {
  return new Problem('KEY_LOCKED', secrets.passphrase ? lockedByPassphrase : lockedBySystem)
}

type Opened = { readonly file: KeyFile; readonly secrets: KeySecrets | null }

/** The file as it is now: made when there was none, brought up from format 1, sealed by a shell that can do it. */
async function opened(dataFolder: string, host: HostPort, now: () => string): Promise<Opened> {
  const found = await findKeyFile(dataFolder, now)
  if (found && 'file' in found) return await openedFile(dataFolder, host, found.file)
  const secrets = await makeSecrets(found?.signing)
  const history = { former: [], changes: [], revocation: null, createdAt: now() }
  const file = await seal(host, { secrets, ...history }, { system: true, passphrase: null })
  await writeKeyFile(dataFolder, file)
  return { file, secrets }
}

async function openedFile(dataFolder: string, host: HostPort, file: KeyFile): Promise<Opened> {
  const { plain } = file.secrets
  if (!plain) return { file, secrets: await openBySystem(file, host) }
  const sealed = await seal(host, { ...historyOf(file), secrets: plain }, { system: true, passphrase: null })
  if (!sealed.secrets.plain) await writeKeyFile(dataFolder, sealed)
  return { file: sealed, secrets: plain }
}

function historyOf({ former, changes, revocation, createdAt }: KeyFile): KeyHistory {
  return { former, changes, revocation, createdAt }
}
