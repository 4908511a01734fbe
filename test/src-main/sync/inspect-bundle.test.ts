import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { safe } from '@orpc/server'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, parseCanonicalJson } from '../../../src-main/sync/canonical-json.ts'
import { limits, readContainer } from '../../../src-main/sync/container.ts'
import { makeKeyPair, manifest1Purpose, sha256, signFor } from '../../../src-main/sync/ed25519.ts'
import type { Api } from '../../../src-shared/contract.ts'
import { openTestApp } from '../../open-test-app.ts'
import { study } from '../../sample-records.ts'
import { inspectBytes } from './bundle-bytes.ts'
import { format1Bytes, routingOf, writeContainer } from './format-1-writer.ts'

const year = { from: '2026-01-01', to: '2026-12-31' }
const utf8 = (value: unknown) => Buffer.from(canonicalJson(value), 'utf8')
// biome-ignore lint/suspicious/noExplicitAny: these tests change manifests in ways that their type forbids
type Changeable = any

async function sampleBundle() {
  const { api, context } = await openTestApp()
  await api.sample.load({})
  return { api, context, bytes: await format1Bytes(context, year) }
}

/** The sentence with which a file is refused; fails when it is accepted. */
async function refusal(api: Api, bytes: Uint8Array): Promise<string> {
  const [error, inspection] = await safe(inspectBytes(api, bytes))
  expect(inspection).toBeUndefined()
  expect(error).toMatchObject({ code: 'BUNDLE_INVALID' })
  return error?.message ?? ''
}

/** Rebuilds a bundle with a changed manifest and header, signed by a key of its own: a hostile sender, not a damaged file. */
function resigned(
  bytes: Uint8Array,
  change: { manifest?: (manifest: Changeable) => void; header?: (header: Changeable) => void },
  segments = readContainer(bytes).segments,
): Uint8Array {
  const container = readContainer(bytes)
  const { secretKey, publicKey } = makeKeyPair()
  const header = parseCanonicalJson(container.header) as Changeable
  const manifest = parseCanonicalJson(container.manifest) as Changeable
  header.keyId = manifest.keyId = sha256(publicKey)
  change.header?.(header)
  const routing = routingOf(utf8(header))
  manifest.routingHash = sha256(routing)
  change.manifest?.(manifest)
  const signed = utf8(manifest)
  return writeContainer({
    routing,
    manifest: signed,
    publicKey,
    signature: signFor(manifest1Purpose, signed, secretKey),
    segments,
  })
}

function flipped(bytes: Uint8Array, at: number, bit = 0): Uint8Array {
  const copy = new Uint8Array(bytes)
  copy[at] = (copy[at] ?? 0) ^ (1 << bit)
  return copy
}

test('a file cut off anywhere is refused and the missing part is named', async () => {
  const { api, bytes } = await sampleBundle()
  expect(await refusal(api, bytes.subarray(0, 0))).toBe('这个文件是空的，不是上报包，请核对所选的文件。')
  expect(await refusal(api, bytes.subarray(0, 5))).toContain('文件头部分缺失')
  expect(await refusal(api, bytes.subarray(0, 300))).toContain('部分缺失')
  expect(await refusal(api, bytes.subarray(0, bytes.length - 1))).toMatch(/数据|文件尾/)
  const lengths = fc.integer({ min: 0, max: bytes.length - 1 })
  await fc.assert(
    fc.asyncProperty(lengths, async (length) => {
      expect(await refusal(api, bytes.subarray(0, length))).toMatch(/不完整|已损坏|空的/)
    }),
    { numRuns: 150 },
  )
})

test('a large file cut off at every 64 KiB and one byte beside is refused', async () => {
  const { api, context } = await openTestApp()
  await api.sample.load({})
  // Text that does not compress, so that the file really has many such places.
  const noise = (seed: number) => sha256(Buffer.from(String(seed))).repeat(30)
  await api.studies.add(
    Array.from({ length: 400 }, (_, index) => study({ decisions: noise(index), note: noise(-index) })),
  )
  const bytes = await format1Bytes(context, year)
  const places = Array.from({ length: Math.floor(bytes.length / 65_536) + 1 }, (_, index) => index * 65_536)
  for (const place of places)
    for (const length of [place - 1, place, place + 1])
      if (length >= 0 && length < bytes.length) await refusal(api, bytes.subarray(0, length))
})

test('one flipped bit anywhere is refused', async () => {
  const { api, bytes } = await sampleBundle()
  const places = fc.record({ at: fc.integer({ min: 0, max: bytes.length - 1 }), bit: fc.integer({ min: 0, max: 7 }) })
  await fc.assert(
    fc.asyncProperty(places, async ({ at, bit }) => {
      expect(await refusal(api, flipped(bytes, at, bit))).toMatch(/已损坏|不完整|签名不符|不是上报包/)
    }),
    { numRuns: 400 },
  )
})

test('a flipped bit is named by the part it lies in', async () => {
  const { api, bytes } = await sampleBundle()
  const { routing, manifest, segments } = readContainer(bytes)
  const at = (part: Uint8Array) => part.byteOffset - bytes.byteOffset + 20
  const last = segments.at(-1)?.stored ?? bytes
  expect(await refusal(api, flipped(bytes, 3))).toContain('不是上报包')
  expect(await refusal(api, flipped(bytes, 9))).toContain('文件头部分与导出时不一致')
  expect(await refusal(api, flipped(bytes, routing.length - 10))).toContain('文件头部分与导出时不一致')
  // The words that would ask for a newer program are damage here, not news.
  const [none, major] = ['"none"', '"major":1'].map((word) => Buffer.from(bytes).indexOf(word))
  expect(await refusal(api, flipped(bytes, Number(none) + 2))).toContain('文件头部分与导出时不一致')
  expect(await refusal(api, flipped(bytes, Number(major) + 8, 1))).toContain('文件头部分与导出时不一致')
  expect(await refusal(api, flipped(bytes, at(manifest)))).toContain('签名不符')
  expect(await refusal(api, flipped(bytes, at(last)))).toContain('数据“data/activity-001.ndjson”部分与导出时不一致')
  expect(await refusal(api, flipped(bytes, bytes.length - 3))).toContain('文件尾部分与导出时不一致')
})

test('something else than a bundle is called so', async () => {
  const { api } = await openTestApp()
  expect(await refusal(api, Buffer.from('PK\u0003\u0004 a zip file of some length, long enough'))).toBe(
    '这个文件不是上报包（应为“.ghb”文件），请核对所选的文件。',
  )
})

test('a newer container or format is refused with the advice to update, and so is an encrypted one', async () => {
  const { api, bytes } = await sampleBundle()
  const newer = new Uint8Array(bytes)
  newer[9] = 3
  const rehashed = Buffer.concat([newer.subarray(0, -32), Buffer.from(sha256(newer.subarray(0, -32)), 'hex')])
  expect(await refusal(api, rehashed)).toContain('第3版格式，由更新版本的学宣台账导出')
  const major = resigned(bytes, {
    manifest: (manifest) => Object.assign(manifest, { format: { major: 2, minor: 3 }, counts: 'otherwise' }),
  })
  expect(await refusal(api, major)).toBe('这个上报包的格式是第2.3版，本程序只认得第1版，请先升级程序。')
  const encrypted = resigned(bytes, { header: (header) => Object.assign(header, { encryption: 'age' }) })
  expect(await refusal(api, encrypted)).toBe('这个上报包已加密，本程序还不能打开，请先升级程序。')
})

test('a newer minor version is read and its unknown fields are kept', async () => {
  const { api, bytes } = await sampleBundle()
  const newer = resigned(bytes, {
    manifest: (manifest) => {
      manifest.format.minor = 7
      manifest.declaredEmpty = [{ clause: 'B2', reason: '本季未开展' }]
      manifest.sender.region = '西部'
    },
  })
  const { manifest, isOwnKey } = await inspectBytes(api, newer)
  expect(manifest).toMatchObject({
    declaredEmpty: [{ clause: 'B2', reason: '本季未开展' }],
    sender: { region: '西部' },
  })
  expect(isOwnKey).toBe(false)
})

test('a bundle of format 1.1, which names no 取数指纹, is read; one that names none of ours is refused', async () => {
  const { api, bytes } = await sampleBundle()
  const older = resigned(bytes, {
    manifest: (manifest) => {
      manifest.format.minor = 1
      delete manifest.recordFingerprint
    },
  })
  expect((await inspectBytes(api, older)).manifest.recordFingerprint).toBeUndefined()
  const odd = resigned(bytes, { manifest: (manifest) => Object.assign(manifest, { recordFingerprint: '=1+1' }) })
  expect(await refusal(api, odd)).toContain('清单')
})

test('a signature of another key, a manifest of another bundle or a header of another bundle is refused', async () => {
  const { api, context, bytes } = await sampleBundle()
  const one = readContainer(bytes)
  const other = readContainer(await format1Bytes(context, year))
  const stranger = makeKeyPair()
  expect(await refusal(api, writeContainer({ ...one, publicKey: stranger.publicKey }))).toContain('签名不符')
  expect(await refusal(api, writeContainer({ ...one, signature: other.signature }))).toContain('签名不符')
  const borrowed = {
    publicKey: stranger.publicKey,
    signature: signFor(manifest1Purpose, one.manifest, stranger.secretKey),
  }
  expect(await refusal(api, writeContainer({ ...one, ...borrowed }))).toContain('与清单所列不一致')
  expect(await refusal(api, writeContainer({ ...one, routing: other.routing }))).toContain('文件头部分')
})

test('a signed bundle cannot be addressed to somebody else', async () => {
  const { api, bytes } = await sampleBundle()
  const container = readContainer(bytes)
  const header = parseCanonicalJson(container.header) as Changeable
  header.recipient.name = '别的市总工会'
  expect(await refusal(api, writeContainer({ ...container, routing: routingOf(utf8(header)) }))).toContain('文件头部分')
})

test('one character of a record changed to another of the same length is refused', async () => {
  const { api, bytes } = await sampleBundle()
  const container = readContainer(bytes)
  const stays = container.segments[2] ?? { stored: bytes, plainBytes: 0 }
  const changed = Buffer.from(inflateRawSync(stays.stored).toString('utf8').replace('已办结', '办理中'), 'utf8')
  const segments = container.segments.with(2, { stored: deflateRawSync(changed), plainBytes: stays.plainBytes })
  expect(changed.length).toBe(stays.plainBytes)
  expect(await refusal(api, writeContainer({ ...container, segments }))).toContain('data/stay-001.ndjson')
})

test('data of another bundle, left out, doubled or counted wrongly is refused', async () => {
  const { api, bytes } = await sampleBundle()
  const { segments, ...one } = readContainer(bytes)
  const swapped = [...segments].reverse()
  expect(await refusal(api, writeContainer({ ...one, segments: swapped }))).toContain('部分与导出时不一致')
  expect(await refusal(api, writeContainer({ ...one, segments: segments.slice(1) }))).toContain('数据部分')
  expect(await refusal(api, writeContainer({ ...one, segments: [...segments, ...segments.slice(-1)] }))).toContain(
    '数据部分',
  )
  const rows = resigned(bytes, { manifest: (manifest) => Object.assign(manifest.segments[1], { rows: 61 }) })
  expect(await refusal(api, rows)).toContain('data/grassrootsUnion-001.ndjson')
  const counts = resigned(bytes, { manifest: (manifest) => Object.assign(manifest.counts, { study: 9999 }) })
  expect(await refusal(api, counts)).toContain('清单部分')
})

test('rows that are no rows, without id, out of order or in ill-formed text are refused', async () => {
  const { api, bytes } = await sampleBundle()
  const bad = ['{"id":"b"}\n{"id":"a"}\n', '{"id":"a"}\n{"id":"a"}\n', '{"no":1}\n', '[]\n', '{"id":"a"}', '\ufffe{}\n']
  for (const lines of [...bad.map((text) => Buffer.from(text)), Buffer.from([0x22, 0xff, 0x22, 0x0a])]) {
    const replaced = readContainer(bytes).segments.with(1, { stored: deflateRawSync(lines), plainBytes: lines.length })
    const file = resigned(
      bytes,
      {
        manifest: (manifest) => {
          const count = lines.filter((byte) => byte === 10).length
          Object.assign(manifest.segments[1], { rows: count, bytes: lines.length, sha256: sha256(lines) })
          manifest.counts.grassrootsUnion = count
        },
      },
      replaced,
    )
    expect(await refusal(api, file)).toContain('data/grassrootsUnion-001.ndjson')
  }
})

test('a decompression bomb stops at its declared size, and a declared size beyond the limit is refused at once', async () => {
  const { api, bytes } = await sampleBundle()
  const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 })
  const segments = readContainer(bytes).segments
  const declared = { stored: bomb, plainBytes: segments[1]?.plainBytes ?? 0 }
  const before = process.memoryUsage().rss
  const started = performance.now()
  expect(
    await refusal(api, writeContainer({ ...readContainer(bytes), segments: segments.with(1, declared) })),
  ).toContain('data/grassrootsUnion-001.ndjson')
  const beyond = { stored: bomb, plainBytes: limits.segment + 1 }
  expect(await refusal(api, writeContainer({ ...readContainer(bytes), segments: segments.with(1, beyond) }))).toContain(
    '数据部分',
  )
  expect(performance.now() - started).toBeLessThan(1000)
  expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024)
})

test('a manifest that two readers could read differently is refused', async () => {
  const { api, bytes } = await sampleBundle()
  const container = readContainer(bytes)
  const text = Buffer.from(container.manifest).toString('utf8')
  const { secretKey, publicKey } = makeKeyPair()
  const variants = [
    text.replace('{', '{ '),
    text.replace('{', '{"app":"other",'),
    `\ufeff${text}`,
    `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    '{"__proto__":{"format":{"major":1,"minor":0}}}',
    'NaN',
    '',
  ]
  for (const variant of variants) {
    const manifest = Buffer.from(variant)
    const signature = signFor(manifest1Purpose, manifest, secretKey)
    expect(await refusal(api, writeContainer({ ...container, manifest, publicKey, signature }))).toContain('清单部分')
  }
})
