import { randomBytes } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf } from '../../../src-main/sync/data-lines.ts'
import { sha256 } from '../../../src-main/sync/ed25519.ts'
import { openVolume } from '../../../src-main/sync/open-bundle.ts'
import { readVolumeHead, volumeLimits } from '../../../src-main/sync/volume.ts'
import type { Problem } from '../../../src-shared/problems.ts'
import { type Change, flipped, forged, withFooter } from './forge.ts'
import { city, county, makeKeys, photo, province, rowsPart, sealed } from './sealed-bundle.ts'

const [ours, theirs, stranger] = [await makeKeys(), await makeKeys(), await makeKeys()]
const between = { from: ours, to: theirs }

async function sample(photoBytes = 3000): Promise<Buffer> {
  const [volume] = await sealed(ours, [theirs.recipient], { attachments: [photo('照片', photoBytes)] })
  return Buffer.from(volume?.bytes ?? [])
}

/** Everything in a volume, read as an import does. */
async function readAll(file: Uint8Array): Promise<void> {
  const { parts, attachments } = await openVolume(file, [theirs.identity])
  for (const part of parts) for (const _line of await linesOf(part));
  for (const attachment of attachments) await attachment.read()
}

/** The sentence with which a file is refused; fails when it is taken. */
async function refusal(file: Uint8Array): Promise<string> {
  const problem = await readAll(file).then(
    () => undefined,
    (error: Problem) => error,
  )
  expect(problem).toMatchObject({ name: 'Problem', code: 'BUNDLE_INVALID' })
  return problem?.message ?? ''
}

/** Of this process alone: other programs may keep the machine busy. */
function secondsSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1_000_000
}

const refusedForgery = async (change: Change, file?: Uint8Array) =>
  await refusal(await forged(file ?? (await sample()), between, change))

test('T1: a file cut off at every 64 KiB, one byte beside, and at nothing is refused and the missing part is named', async () => {
  const file = await sample(400_000)
  const headEnd = readVolumeHead(file).signed.length + 96
  const places = Array.from({ length: Math.ceil(file.length / 65_536) }, (_, index) => index * 65_536)
  const lengths = [...places.flatMap((place) => [place - 1, place, place + 1]), headEnd - 1, headEnd, headEnd + 1]
  for (const length of [...lengths, file.length - 49, file.length - 48, file.length - 1]) {
    if (length < 0) continue
    const part = length < headEnd ? '文件头' : length < file.length - 48 ? '内容' : '文件尾'
    const expected = length === 0 ? '这个文件是空的，不是上报包，请核对所选的文件。' : `上报包不完整，${part}部分缺失`
    expect(await refusal(file.subarray(0, length))).toContain(expected)
  }
})

test('T2: one flipped bit is refused and named by the part it lies in', async () => {
  const file = await sample(100_000)
  const { signed } = readVolumeHead(file)
  const payloadAt = signed.length + 96
  const named: readonly (readonly [number, string])[] = [
    [3, '不是上报包'],
    [8, '文件头部分与导出时不一致'],
    [9, '文件头部分与导出时不一致'],
    [11, '文件头部分与导出时不一致'],
    [13, '文件头部分与导出时不一致'],
    [15, '文件头部分与导出时不一致'],
    [60, '文件头部分与导出时不一致'],
    [signed.length + 5, '文件头部分与导出时不一致'],
    [signed.length + 60, '文件头部分与导出时不一致'],
    [payloadAt + 10, '内容部分与导出时不一致'],
    [payloadAt + 500, '内容部分与导出时不一致'],
    [file.length - 5000, '内容部分与导出时不一致'],
    [file.length - 45, '文件尾部分与导出时不一致'],
    [file.length - 36, '文件尾部分与导出时不一致'],
    [file.length - 1, '文件尾部分与导出时不一致'],
  ]
  for (const [at, sentence] of named) expect(await refusal(flipped(file, at))).toContain(sentence)
})

test('T2: one flipped bit anywhere is refused', async () => {
  const file = await sample()
  const places = fc.record({ at: fc.nat(file.length - 1), bit: fc.nat(7) })
  await fc.assert(
    fc.asyncProperty(places, async ({ at, bit }) => {
      expect(await refusal(flipped(file, at, bit))).toMatch(/已损坏|不完整|不是上报包/)
    }),
    { numRuns: 300 },
  )
})

test('T2, T22: a bad volume names itself, and the others stay usable', async () => {
  const attachments = Array.from({ length: 6 }, (_, index) => photo(`${index}`, 50_000))
  const volumes = await sealed(ours, [theirs.recipient], { attachments, volumeBytes: 150_000 })
  expect(volumes.length).toBeGreaterThanOrEqual(3)
  const bad = volumes[1]?.bytes ?? Buffer.alloc(0)
  expect(await refusal(flipped(bad, bad.length - 5000))).toContain('上报包第2卷已损坏，内容部分')
  expect(await refusal(bad.subarray(0, 100_000))).toContain('上报包第2卷不完整，内容部分缺失')
  for (const { bytes, number } of volumes) if (number !== 2) await readAll(bytes)
})

test('T2: content that changed before it was encrypted is named by its part', async () => {
  const swap = (index: number, stored: Uint8Array): Change => ({
    sections: (all) => all.map((section, at) => (at === index ? { ...section, stored } : section)),
  })
  const rows = Buffer.from(rowsPart(20).bytes)
  const forgedRow = deflateRawSync(Buffer.from(rows.toString().replace('职工之家', '职工之友')))
  expect(await refusedForgery(swap(0, forgedRow))).toContain('数据“data/001.ndjson”部分与导出时不一致')
  expect(await refusedForgery(swap(0, randomBytes(50)))).toContain('数据“data/001.ndjson”部分与导出时不一致')
  expect(await refusedForgery(swap(1, randomBytes(3000)))).toMatch(/佐证“[0-9a-f]{8}…”部分与导出时不一致/)
  const without = (index: number): Change => ({ sections: (all) => all.filter((_, at) => at !== index) })
  expect(await refusedForgery(without(0))).toContain('数据“data/001.ndjson”部分与导出时不一致')
  expect(await refusedForgery(without(1))).toMatch(/佐证“[0-9a-f]{8}…”部分缺失/)
  expect(await refusedForgery({ sections: (all) => [...all, ...all] })).toContain('数据部分与导出时不一致')
  expect(await refusedForgery({ plain: (plain) => plain.subarray(0, plain.length - 9) })).toContain('佐证部分缺失')
  expect(await refusedForgery({ plain: () => Buffer.alloc(0) })).toContain('清单部分缺失')
})

test('T14: a stripped or borrowed signature, another suite, an envelope without encryption are refused', async () => {
  const file = await sample()
  const { signed } = readVolumeHead(file)
  const stripped = withFooter(Buffer.from(file).fill(0, signed.length, signed.length + 96), sha256)
  expect(await refusal(stripped)).toContain('签名不符')
  const suite = Buffer.from(file)
  suite.writeUInt16BE(0, 10)
  expect(await refusal(withFooter(suite, sha256))).toContain('文件头部分')
  expect(await refusedForgery({ manifest: (manifest) => Object.assign(manifest, { suite: 0 }) })).toContain('清单部分')
  expect(await refusedForgery({ signer: stranger })).toContain('签名不符')
  const silent = { ...ours, sign: () => new Uint8Array(64) }
  expect(await refusedForgery({ signer: silent })).toContain('签名不符')
  expect(await refusedForgery({ envelope: (envelope) => Object.assign(envelope, { encryption: 'none' }) })).toContain(
    '没有按规定加密',
  )
})

test('T14: the manifest of one bundle with the data or in the envelope of another is refused', async () => {
  const [other] = await sealed(ours, [theirs.recipient], {
    parts: [rowsPart(20, 7)],
    manifest: { bundleId: 'bundle-2' },
  })
  const { plain, envelope } = await openVolume(other?.bytes ?? Buffer.alloc(0), [theirs.identity])
  expect(await refusedForgery({ plain: () => plain })).toContain('文件头与清单不一致')
  expect(await refusedForgery({ envelope: (own) => Object.assign(own, envelope) })).toContain('文件头与清单不一致')
  // The payload of the other file behind this envelope, with a good footer.
  const file = await sample()
  const { signed } = readVolumeHead(file)
  const foreign = Buffer.from(other?.bytes ?? []).subarray(-(file.length - signed.length - 96))
  const spliced = withFooter(Buffer.concat([file.subarray(0, signed.length + 96), foreign]), sha256)
  expect(await refusal(spliced)).toMatch(/内容部分/)
})

test.each([
  ['recipient', { recipient: province }],
  ['sender', { sender: { ...county, officeId: 'office-other' } }],
  ['name of the sender', { sender: { ...county, name: '别的县总工会' } }],
  ['kind', { kind: 'down' }],
  ['number', { seq: 9 }],
  ['time', { createdAt: '2026-11-22T08:00:00.000Z' }],
  ['volumes', { volume: { number: 1, of: 2 } }],
  ['way', { via: [province] }],
])('an envelope of another %s than its manifest is refused', async (_what, changed) => {
  expect(await refusedForgery({ envelope: (envelope) => Object.assign(envelope, changed) })).toMatch(
    /文件头与清单不一致|数据“/,
  )
})

test('a bundle sealed by somebody who neither sent it nor got it to pass on is refused', async () => {
  const file = await sample()
  const opened = await forged(
    file,
    { from: ours, to: theirs },
    { envelope: (e) => Object.assign(e, { keyId: stranger.keyId }) },
  )
  expect(await refusal(opened)).toContain('签名不符')
})

test('T5: one bundle sealed twice is one by its manifest; one id with other content is two', async () => {
  const hashOf = async (file: Uint8Array) => (await openVolume(file, [theirs.identity])).manifestHash
  const [first, again] = [await sample(), await sample()]
  expect(first.equals(again)).toBe(false)
  expect(await hashOf(first)).toBe(await hashOf(again))
  const other = await sealed(ours, [theirs.recipient], { parts: [rowsPart(21)], attachments: [photo('照片', 3000)] })
  expect(await hashOf(other[0]?.bytes ?? first)).not.toBe(await hashOf(first))
})

test('T16: an unpacked size beyond what is declared, or a declared size beyond the limit, stops at once', async () => {
  const bomb = deflateRawSync(Buffer.alloc(96 * 1024 * 1024), { level: 9 })
  const declare = (bytes: number): Change => ({
    manifest: (manifest) => Object.assign(manifest.parts[0], { bytes }),
    sections: (all) => [{ kind: 'segment', stored: bomb, plainBytes: bytes }, ...all.slice(1)],
  })
  const small = await forged(await sample(), between, declare(1000))
  const largest = await forged(await sample(), between, declare(volumeLimits.segment))
  const beyond = await forged(await sample(), between, declare(volumeLimits.segment + 1))
  const before = process.memoryUsage().rss
  const started = process.cpuUsage()
  expect(await refusal(small)).toContain('data/001.ndjson')
  expect(await refusal(largest)).toContain('data/001.ndjson')
  expect(await refusal(beyond)).toContain('数据部分')
  expect(secondsSince(started)).toBeLessThan(3)
  expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024)
})

test('T16: a million tiny sections, hundreds of thousands of entries and claims of a gigabyte stop at once', async () => {
  const file = await sample()
  const tiny = Buffer.alloc(12)
  tiny.writeUInt16BE(0x0301)
  const sections = await forged(file, between, {
    plain: (plain) => Buffer.concat([plain, Buffer.concat(Array.from({ length: 1_000_000 }, () => tiny))]),
  })
  const entry = `{"bytes":0,"name":"data/a","rows":0,"sha256":"${'0'.repeat(64)}","volume":1}`
  const withEntries = (count: number) => (text: string) =>
    Buffer.from(text.replace(/"parts":\[.*\],"people"/, `"parts":[${`${entry},`.repeat(count - 1)}${entry}],"people"`))
  const tooMany = await forged(file, between, { manifestBytes: withEntries(30_000) })
  const tooLong = await forged(file, between, { manifestBytes: withEntries(300_000) })
  const claim = await forged(file, between, {
    plain: (plain) => {
      const copy = Buffer.from(plain)
      copy.writeUInt32BE(2 ** 30, 4)
      copy.writeUInt32BE(2 ** 30, 8)
      return copy
    },
  })
  const header = Buffer.from(file)
  header.writeUInt32BE(2 ** 30, 12)
  const given = [sections, tooMany, tooLong, claim].reduce((sum, { length }) => sum + length, 0)
  const before = process.memoryUsage().rss
  const started = process.cpuUsage()
  expect(await refusal(sections)).toContain('数据部分')
  expect(await refusal(tooMany)).toContain('清单部分')
  expect(await refusal(tooLong)).toContain('清单部分')
  expect(await refusal(claim)).toContain('清单部分')
  expect(await refusal(withFooter(header, sha256))).toContain('文件头部分')
  expect(
    await refusedForgery({ envelope: (envelope) => Object.assign(envelope, { volume: { number: 1, of: 10 ** 9 } }) }),
  ).toContain('文件头部分')
  expect(secondsSince(started)).toBeLessThan(3)
  // What was decrypted may not have been collected yet.
  expect(process.memoryUsage().rss - before).toBeLessThan(2 * given + 64 * 1024 * 1024)
})

test.each([
  ['nested 100,000 deep', (text: string) => text.replace('"base":null', `"base":${'['.repeat(1e5)}${']'.repeat(1e5)}`)],
  ['double members', (text: string) => text.replace('{', '{"app":"0",')],
  ['a prototype', (text: string) => text.replace('{', '{"__proto__":{},')],
  ['NaN', (text: string) => text.replace('"epoch":1', '"epoch":NaN')],
  ['half a character', (text: string) => text.replace('"correction":""', '"correction":"\\ud800"')],
  ['NUL', (text: string) => text.replace('"correction":""', '"correction":"\\u0000"')],
  ['spaces', (text: string) => text.replace('{', '{ ')],
  ['no JSON', () => 'GHB'],
  ['a count that is no whole number', (text: string) => text.replace('"epoch":1', '"epoch":1.5')],
  ['an epoch beyond what counts exactly', (text: string) => text.replace('"epoch":1', '"epoch":9007199254740993')],
])('a manifest with %s is refused', async (_what, change) => {
  expect(await refusedForgery({ manifestBytes: (text) => Buffer.from(change(text)) })).toContain('清单部分')
})

test.each([
  '../ledger.sqlite',
  'data/../../ledger.sqlite',
  'data\\001.ndjson',
  '/data/001.ndjson',
  'data/CON',
  'data/con.ndjson',
  'data/001.ndjson.',
  'data/001.ndjson ',
  'data/\u202e001.ndjson',
  'data/00\u200b1.ndjson',
  'C:/data',
  'data/001.exe',
  '',
])('a part named %j is refused', async (name) => {
  expect(await refusedForgery({ manifest: (manifest) => Object.assign(manifest.parts[0], { name }) })).toContain(
    '清单部分',
  )
})

test.each(['云山\u202e县总工会', '云山\u200b县总工会', '云山\u0000县总工会', '云山\n县总工会', '云山\ufeff县总工会'])(
  'an office named %j is refused',
  async (name) => {
    const rename = (whole: { sender: object }) => Object.assign(whole.sender, { name })
    expect(await refusedForgery({ envelope: rename, manifest: rename })).toContain('文件头部分')
  },
)

test.each([
  [
    'rows that are not counted',
    (manifest: { counts: object }) => Object.assign(manifest.counts, { lecture: { present: 21, removed: 0 } }),
  ],
  ['two parts of one name', (manifest: { parts: object[] }) => manifest.parts.push({ ...manifest.parts[0] })],
  [
    'a part in a volume that is not',
    (manifest: { parts: object[] }) => Object.assign(manifest.parts[1] ?? {}, { volume: 2 }),
  ],
  [
    'attachments that are not counted',
    (manifest: { attachments: object }) => Object.assign(manifest.attachments, { count: 2 }),
  ],
  [
    'an attachment of another name than its hash',
    (manifest: { parts: object[] }) => Object.assign(manifest.parts[1] ?? {}, { name: `att/${'0'.repeat(64)}` }),
  ],
  ['a report without figures', (manifest: object) => Object.assign(manifest, { figures: null })],
  [
    'figures that are words',
    (manifest: object) => Object.assign(manifest, { figures: { study: { sessions: '=1+1' } } }),
  ],
  [
    'a period that is none',
    (manifest: object) => Object.assign(manifest, { period: { from: '2026-02-30', to: '2026-12-31' } }),
  ],
])('a manifest with %s is refused', async (_what, change) => {
  expect(await refusedForgery({ manifest: change })).toContain('清单部分')
})

test.each([
  ['ill-formed text', Buffer.from([0x22, 0xff, 0x22, 0x0a]), 1],
  ['no line break at its end', Buffer.from('{}'), 1],
  ['more lines than it says', Buffer.from('{}\n{}\n'), 1],
  ['fewer lines than it says', Buffer.from('{}\n'), 2],
  ['a line beyond the limit', Buffer.concat([Buffer.alloc(volumeLimits.line + 1, 0x61), Buffer.from('\n')]), 1],
])('data with %s are refused', async (_what, bytes, rows) => {
  const change: Change = {
    manifest: (manifest) => {
      Object.assign(manifest.parts[0], { bytes: bytes.length, rows, sha256: sha256(bytes) })
      manifest.counts.lecture.present = rows
    },
    sections: (all) => [{ kind: 'segment', stored: deflateRawSync(bytes), plainBytes: bytes.length }, ...all.slice(1)],
  }
  expect(await refusedForgery(change)).toContain('数据“data/001.ndjson”')
})

test('a recipient that is nobody is refused', async () => {
  expect(await refusedForgery({ envelope: (envelope) => Object.assign(envelope, { recipients: [] }) })).toContain(
    '文件头',
  )
  expect(city.officeId).not.toBe(county.officeId)
})
