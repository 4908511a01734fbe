/** Files of every format that ever left a program of ours (历年格式): frozen, to be read for ever. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseRowLine } from '../../../src-main/merge/row-state.ts'
import { linesOf } from '../../../src-main/sync/data-lines.ts'
import { sha256 } from '../../../src-main/sync/ed25519.ts'
import { readNewer } from '../../../src-main/sync/newer-bundle.ts'
import { openVolume } from '../../../src-main/sync/open-bundle.ts'
import { resealFor } from '../../../src-main/sync/reseal-bundle.ts'
import { canonicalBytes } from '../../../src-main/sync/strict-json.ts'
import { volumeLimits } from '../../../src-main/sync/volume.ts'
import { openTestApp } from '../../open-test-app.ts'
import { inspectBytes } from './bundle-bytes.ts'
import { flipped, forged, withFooter } from './forge.ts'
import { city, county, makeKeys, province, sealed } from './sealed-bundle.ts'

const [ours, theirs, above] = [await makeKeys(), await makeKeys(), await makeKeys()]
const between = { from: ours, to: theirs }

const fixture = (name: string) => readFile(join(import.meta.dirname, 'fixtures', name))

async function sample(): Promise<Buffer> {
  const [volume] = await sealed(ours, [theirs.recipient])
  return Buffer.from(volume?.bytes ?? [])
}

test.each([
  ['1.0', { study: 27, lecture: 34, stay: 7, grassrootsUnion: 60 }, '16F7 9228 2497 18EE 08F7 D67C ACD8 0D14'],
  [
    '1.1',
    { study: 27, lecture: 34, stay: 7, activity: 6, grassrootsUnion: 60 },
    '2136 8750 B77B 779D F48D B177 93F5 6B34',
  ],
  [
    '1.2',
    { study: 27, lecture: 34, stay: 7, activity: 6, grassrootsUnion: 60 },
    'B017 DBD2 B9F8 EE33 14F2 2267 4E2D 2088',
  ],
])(
  'T36: a file of format %s is still inspected, and not taken for one that can be received',
  async (version, counts, key) => {
    const { api } = await openTestApp()
    const bytes = await fixture(`format-${version}.ghb`)
    const [major, minor] = version.split('.').map(Number)
    expect(await inspectBytes(api, bytes)).toMatchObject({
      manifest: { format: { major, minor }, sender: { name: '云山县总工会' }, seq: 1, counts },
      fingerprint: key,
      isOwnKey: false,
    })
    await expect(openVolume(bytes, [theirs.identity])).rejects.toThrow('只能查验，不能接收')
    await expect(inspectBytes(api, flipped(bytes, 9000))).rejects.toThrow('已损坏')
  },
)

test('T36: the volumes of format 2.0 are still opened to their last row and photo', async () => {
  const about = JSON.parse((await fixture('format-2.0.json')).toString())
  const rows: string[] = []
  const photos: number[] = []
  for (const number of [1, 2]) {
    const opened = await openVolume(await fixture(`format-2.0-${number}.ghb`), [about.recipientIdentity])
    expect(opened.manifestHash).toBe(about.manifestHash)
    expect(opened.manifest).toMatchObject({
      format: { major: 2, minor: 0 },
      keyId: about.senderKeyId,
      sender: { name: '云山县总工会' },
      seq: 1,
      counts: { study: { present: 46, removed: 0 }, lecture: { present: 59, removed: 0 }, stay: { present: 10 } },
      state: { root: about.root },
      declaredEmpty: [{ what: '网络宣讲', reason: '本季度没有开展' }],
      notice: { number: '南工发〔2026〕12号' },
    })
    for (const part of opened.parts)
      for (const line of await linesOf(part)) rows.push(`${parseRowLine(line).table} ${parseRowLine(line).id}`)
    for (const photo of opened.attachments) photos.push((await photo.read()).length)
  }
  expect(new Set(rows).size).toBe(about.rows)
  expect(photos).toEqual([12_000, 9000])
})

test('T10: a newer minor version is read, and what it added goes on unchanged', async () => {
  const later = await forged(await sample(), between, {
    envelope: (envelope) => Object.assign(envelope, { format: { major: 2, minor: 9 }, handling: '急件' }),
    manifest: (manifest) => {
      Object.assign(manifest, { format: { major: 2, minor: 9 }, weather: { sky: '晴' } })
      Object.assign(manifest.parts[0], { shape: 'ndjson' })
    },
  })
  const opened = await openVolume(later, [theirs.identity])
  expect(opened.envelope).toMatchObject({ handling: '急件' })
  expect(opened.manifest).toMatchObject({ weather: { sky: '晴' }, parts: [{ shape: 'ndjson' }] })
  const by = { keys: theirs, recipients: [above.recipient], via: city, recipient: province }
  const passedOn = await openVolume((await resealFor(opened, by)).bytes, [above.identity])
  expect(passedOn.manifestBytes).toEqual(opened.manifestBytes)
})

test('T11: a minor version that would be misunderstood is refused, and so is a newer major one', async () => {
  const strict = await forged(await sample(), between, {
    manifest: (manifest) => Object.assign(manifest, { minReader: 3 }),
  })
  await expect(openVolume(strict, [theirs.identity])).rejects.toThrow(
    '这份上报包是第2.3版格式，由更新版本的学宣台账导出，本程序读不了，请先升级程序再接收。',
  )
  const major = await forged(await sample(), between, {
    envelope: (envelope) => Object.assign(envelope, { format: { major: 3, minor: 1 }, via: 'something else' }),
  })
  await expect(openVolume(major, [theirs.identity])).rejects.toThrow('第3.1版格式')
  expect(readNewer(major)).toMatchObject({ version: '3.1', bundleId: 'bundle-1', sender: county, recipient: city })
  expect(readNewer(await sample())).toBeNull()
})

test('T11: of a newer container nothing is known but who sent it, and a flipped bit is not taken for one', async () => {
  const envelope = canonicalBytes({
    format: { major: 4, minor: 0 },
    bundleId: 'bundle-9',
    sender: county,
    recipient: city,
    suite: 'SM2',
  })
  const head = Buffer.from((await sample()).subarray(0, 16))
  head.writeUInt16BE(4, 8)
  head.writeUInt16BE(2, 10)
  head.writeUInt32BE(envelope.length, 12)
  const footer = (await sample()).subarray(-48)
  const file = withFooter(Buffer.concat([head, envelope, Buffer.alloc(500, 7), footer]), sha256)
  await expect(openVolume(file, [theirs.identity])).rejects.toThrow('第4版格式')
  expect(readNewer(file)).toMatchObject({ version: '4.0', bundleId: 'bundle-9', sender: { name: '云山县总工会' } })
  await expect(openVolume(flipped(file, 200), [theirs.identity])).rejects.toThrow('文件头部分与导出时不一致')
  expect(readNewer(flipped(file, 200))).toBeNull()
})

test('the limits of format 2 are what its description says', async () => {
  const description = await readFile(join(import.meta.dirname, '../../../resources/bundle-format.md'), 'utf8')
  for (const limit of Object.values(volumeLimits)) expect(description).toContain(limit.toLocaleString('en-US'))
})
