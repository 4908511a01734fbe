import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { HostPort } from '../../../src-main/host-port.ts'
import { decryptWith, encryptFor } from '../../../src-main/sync/age.ts'
import { isSignatureFor, makeKeyPair } from '../../../src-main/sync/ed25519.ts'
import { makeTestFolder, openTestApp } from '../../open-test-app.ts'

const bytes = Buffer.from('云山县总工会', 'utf8')
const locked = { code: 'KEY_LOCKED' }

/** A store of secrets as a desktop has it: what it seals, only itself can open. */
function hostWithStore(name: string): HostPort {
  const seal = (text: string) => Buffer.from(`${name}\n${text}`, 'utf8').toString('base64')
  return {
    shell: 'electron',
    protectSecret: async (text) => seal(text),
    revealSecret: async (sealed) => {
      const [owner, text] = Buffer.from(sealed, 'base64').toString('utf8').split('\n')
      return owner === name ? text : undefined
    },
  }
}

/** Opens the folder for one look at its keys. */
async function keysIn(dataFolder: string, options: Parameters<typeof openTestApp>[0] = {}) {
  const { context, close } = await openTestApp({ dataFolder, ...options })
  return { keys: context.keys, replica: context.replica, close }
}

const keyFileOf = (folder: string) => readFile(join(folder, 'signing-key.json'), 'utf8')

test('keys are made at the first run, for this person alone, and sign and open from then on', async () => {
  const folder = await makeTestFolder()
  const first = await keysIn(folder)
  const sealed = await encryptFor(bytes, [first.keys.recipient])
  const signature = first.keys.sign('test\n', bytes)
  await first.close()
  expect((await stat(join(folder, 'signing-key.json'))).mode & 0o777).toBe(0o600)
  const { keys } = await keysIn(folder)
  const publicKey = keys.signingPublicKey
  expect(isSignatureFor('test\n', { signature, bytes, publicKey })).toBe(true)
  expect(isSignatureFor('other\n', { signature, bytes, publicKey })).toBe(false)
  expect(await decryptWith(sealed, keys.identities())).toEqual(bytes)
})

test('a key file of format 1 keeps its signing key and its replica, and gets an encryption key', async () => {
  const folder = await makeTestFolder()
  const { secretKey, publicKey } = makeKeyPair()
  const hex = (key: Uint8Array) => Buffer.from(key).toString('hex')
  const old = { algorithm: 'Ed25519', publicKey: hex(publicKey), secretKey: hex(secretKey), createdAt: '2026-01-01' }
  await writeFile(join(folder, 'signing-key.json'), JSON.stringify(old))
  const first = await keysIn(folder)
  expect(hex(first.keys.signingPublicKey)).toBe(hex(publicKey))
  const { recipient } = first.keys
  await first.close()
  const second = await keysIn(folder)
  expect([second.keys.recipient, second.replica]).toEqual([recipient, first.replica])
  expect(JSON.parse(await keyFileOf(folder))).toMatchObject({ format: 2, recipient })
})

test('a key file of a later format is left as it is', async () => {
  const folder = await makeTestFolder()
  await writeFile(join(folder, 'signing-key.json'), '{"format":3}')
  await expect(openTestApp({ dataFolder: folder })).rejects.toMatchObject({ code: 'DATABASE_NEWER' })
  expect(await keyFileOf(folder)).toBe('{"format":3}')
})

test('a desktop with a store of secrets seals plain keys at its first start, and only it opens them', async () => {
  const folder = await makeTestFolder()
  const plain = await keysIn(folder)
  const { keyId } = plain.keys
  const secret = plain.keys.secrets().signing
  await plain.close()
  expect(await keyFileOf(folder)).toContain(secret)
  const desktop = await keysIn(folder, { host: hostWithStore('this') })
  expect(desktop.keys).toMatchObject({ keyId, isLocked: false, protection: { system: true, passphrase: false } })
  await desktop.close()
  expect(await keyFileOf(folder)).not.toContain(secret)
  for (const host of [hostWithStore('another'), { shell: 'cli' } as const]) {
    const { keys, close } = await keysIn(folder, { host })
    expect(keys).toMatchObject({ keyId, isLocked: true })
    expect(() => keys.sign('test\n', bytes)).toThrow('桌面窗口')
    await close()
  }
})

test('with a passphrase keys stay locked until it is given, and everything else of the ledger works meanwhile', async () => {
  const folder = await makeTestFolder()
  const first = await openTestApp({ dataFolder: folder })
  const { keyId } = first.context.keys
  const secret = first.context.keys.secrets().signing
  await first.api.keys.setPassphrase({ next: '云山工会 2026' })
  await first.close()
  expect(await keyFileOf(folder)).not.toContain(secret)

  const { api, context } = await openTestApp({ dataFolder: folder })
  expect(context.keys).toMatchObject({ keyId, isLocked: true })
  expect(() => context.keys.sign('test\n', bytes)).toThrow('请先输入口令')
  expect(() => context.keys.identities()).toThrow('请先输入口令')
  expect(await api.studies.list({})).toMatchObject({ total: 0 })
  await expect(api.keys.unlock({ passphrase: '云山工会 2025' })).rejects.toMatchObject({
    ...locked,
    message: expect.stringContaining('口令忘了就找不回原来的密钥'),
  })
  // Full-width digits and doubled blanks of an input method are the same passphrase.
  expect(await api.keys.unlock({ passphrase: '云山工会　２０２６' })).toMatchObject({ isLocked: false })
  expect(context.keys.secrets().signing).toBe(secret)
})

test('the passphrase is changed and taken away only by who knows it', async () => {
  const folder = await makeTestFolder()
  const { api, close } = await openTestApp({ dataFolder: folder })
  await api.keys.setPassphrase({ next: '第一个口令2026' })
  await expect(api.keys.setPassphrase({ next: '第二个口令2026' })).rejects.toMatchObject(locked)
  await expect(api.keys.setPassphrase({ current: '猜一个口令', next: null })).rejects.toMatchObject(locked)
  await api.keys.setPassphrase({ current: '第一个口令2026', next: '第二个口令2026' })
  await close()
  const again = await openTestApp({ dataFolder: folder, passphrase: '第二个口令2026' })
  expect(again.context.keys.isLocked).toBe(false)
  await again.api.keys.setPassphrase({ current: '第二个口令2026', next: null })
  await again.close()
  const last = await openTestApp({ dataFolder: folder })
  expect(last.context.keys).toMatchObject({ isLocked: false, protection: { system: false, passphrase: false } })
})
