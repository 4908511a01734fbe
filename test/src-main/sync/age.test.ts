import { expect, test } from 'vitest'
import {
  decryptWith,
  decryptWithPassphrase,
  encryptFor,
  encryptWithPassphrase,
  makeAgeIdentity,
  recipientOf,
} from '../../../src-main/sync/age.ts'

const plain = Buffer.from('云山县总工会')

test('each recipient opens what was encrypted for several, anybody else is told that it is foreign', async () => {
  const [ours, theirs, stranger] = [await makeAgeIdentity(), await makeAgeIdentity(), await makeAgeIdentity()]
  const sealed = await encryptFor(plain, [await recipientOf(ours), await recipientOf(theirs)])
  expect(sealed.includes(plain)).toBe(false)
  expect(await decryptWith(sealed, [ours])).toEqual(plain)
  expect(await decryptWith(sealed, [stranger, theirs])).toEqual(plain)
  expect(await decryptWith(sealed, [stranger])).toBe('foreign')
  expect(await decryptWith(sealed, [])).toBe('foreign')
  await expect(encryptFor(plain, [])).rejects.toThrow(RangeError)
})

test('a changed, cut or foreign file is damaged, never opened in part', async () => {
  const ours = await makeAgeIdentity()
  const sealed = await encryptFor(Buffer.alloc(200_000, 7), [await recipientOf(ours)])
  for (const at of [sealed.indexOf('--- ') + 8, sealed.length - 1, 70_000, sealed.length - 66_000]) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(await decryptWith(changed, [ours])).toBe('damaged')
  }
  for (const length of [0, 10, 100, 65_000, sealed.length - 1])
    expect(await decryptWith(sealed.subarray(0, length), [ours])).toBe('damaged')
})

test('a header of a hundred thousand recipients is refused before one is tried', async () => {
  const ours = await makeAgeIdentity()
  const stanza = `-> X25519 ${'A'.repeat(43)}\n${'A'.repeat(43)}\n`
  const hostile = Buffer.from(`age-encryption.org/v1\n${stanza.repeat(100_000)}--- ${'A'.repeat(43)}\n`)
  expect(await decryptWith(hostile, [ours])).toBe('damaged')
})

test('a passphrase opens what it closed, another one does not', async () => {
  const sealed = await encryptWithPassphrase(plain, '青山绿水-2026', 10)
  expect(await decryptWithPassphrase(sealed, '青山绿水-2026')).toEqual(plain)
  expect(await decryptWithPassphrase(sealed, '青山绿水-2027')).toBe('foreign')
})
