/** A reader written from resources/bundle-format.md alone, with none of our code but age, against a real export. */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { decryptWith } from '../../../src-main/sync/age.ts'

const fixture = (name: string) => readFile(join(import.meta.dirname, 'fixtures', name))
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

/** Section 1: Ed25519 over purpose and hash. */
function isSigned(purpose: string, bytes: Uint8Array, publicKey: Uint8Array, signature: Uint8Array): boolean {
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey])
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
  return verify(null, Buffer.from(purpose + sha256(bytes)), key, signature)
}

/** Sections 1 to 3. */
async function readDescribed(file: Buffer, identity: string) {
  expect(file.subarray(0, 8).toString('hex')).toBe('894748420d0a1a0a')
  expect([file.readUInt16BE(8), file.readUInt16BE(10)]).toEqual([2, 1])
  const h = file.readUInt32BE(12)
  const envelope = JSON.parse(file.subarray(16, 16 + h).toString())
  const publicKey = file.subarray(16 + h, 48 + h)
  expect(
    isSigned('xuexuan bundle envelope 2\n', file.subarray(0, 16 + h), publicKey, file.subarray(48 + h, 112 + h)),
  ).toBe(true)
  expect(envelope.keyId).toBe(sha256(publicKey))
  const footer = file.length - 48
  expect(file.subarray(footer, footer + 8).toString('hex')).toBe('474842454e440d0a')
  expect(file.readBigUInt64BE(footer + 8)).toBe(BigInt(file.length))
  expect(file.subarray(footer + 16).toString('hex')).toBe(sha256(file.subarray(0, footer + 16)))
  const payload = file.subarray(112 + h, footer)
  expect(envelope.payload).toEqual({ bytes: payload.length, sha256: sha256(payload) })
  const plain = await decryptWith(payload, [identity])
  if (typeof plain === 'string') throw new Error(plain)
  const sections: { kind: number; bytes: Buffer }[] = []
  for (let at = 0; at < plain.length; ) {
    const stored = plain.readUInt32BE(at + 4)
    const raw = plain.subarray(at + 12, at + 12 + stored)
    const bytes = plain[at + 1] === 1 ? inflateRawSync(raw) : raw
    expect(bytes.length).toBe(plain.readUInt32BE(at + 8))
    sections.push({ kind: plain[at] ?? 0, bytes })
    at += 12 + stored
  }
  return { envelope, sections }
}

type Part = { readonly name: string; readonly volume: number; readonly sha256: string }

test('whoever reads by the description gets every row, and computes the root that the sender states', async () => {
  const about = JSON.parse((await fixture('format-2.0.json')).toString())
  const lines: string[] = []
  let stated = ''
  for (const number of [1, 2]) {
    const { envelope, sections } = await readDescribed(
      await fixture(`format-2.0-${number}.ghb`),
      about.recipientIdentity,
    )
    const [manifestSection, signer, ...rest] = sections
    const bytes = manifestSection?.bytes ?? Buffer.alloc(0)
    const key = signer?.bytes.subarray(0, 32) ?? Buffer.alloc(0)
    expect(isSigned('xuexuan bundle manifest 2\n', bytes, key, signer?.bytes.subarray(32) ?? key)).toBe(true)
    const manifest = JSON.parse(bytes.toString())
    expect([manifest.keyId, manifest.bundleId, manifest.volumes]).toEqual([
      sha256(key),
      envelope.bundleId,
      envelope.volume.of,
    ])
    const parts: Part[] = manifest.parts.filter((part: Part) => part.volume === number)
    expect(rest.map((section) => sha256(section.bytes))).toEqual(parts.map((part) => part.sha256))
    for (const [index, { name }] of parts.entries())
      if (name.startsWith('data/')) lines.push(...(rest[index]?.bytes.toString().split('\n').slice(0, -1) ?? []))
    stated = manifest.state.root
  }
  expect(lines).toHaveLength(about.rows)
  // Section 7
  const sums = new Map<string, { rows: number; text: string }>()
  for (const line of lines) {
    const { t, id } = JSON.parse(line)
    const sum = sums.get(t) ?? { rows: 0, text: '' }
    sums.set(t, { rows: sum.rows + 1, text: `${sum.text}${id} ${sha256(line)}\n` })
  }
  const tables = [...sums].sort(([one], [other]) => (one < other ? -1 : 1))
  expect(sha256(tables.map(([table, { rows, text }]) => `${table} ${rows} ${sha256(text)}\n`).join(''))).toBe(stated)
})
