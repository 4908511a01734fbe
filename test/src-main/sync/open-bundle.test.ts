import { expect, test } from 'vitest'
import { linesOf } from '../../../src-main/sync/data-lines.ts'
import { sha256 } from '../../../src-main/sync/ed25519.ts'
import { openVolume } from '../../../src-main/sync/open-bundle.ts'
import { envelopeReach, readEnvelope } from '../../../src-main/sync/read-envelope.ts'
import { resealFor } from '../../../src-main/sync/reseal-bundle.ts'
import { parseStrictLine } from '../../../src-main/sync/strict-json.ts'
import { city, county, makeKeys, photo, province, report, rowsPart, sealed } from './sealed-bundle.ts'

const [ours, theirs, above] = [await makeKeys(), await makeKeys(), await makeKeys()]

test('what was sealed is what is opened: manifest, rows and photos', async () => {
  const picture = photo('a', 5000)
  const parts = [rowsPart(20), rowsPart(3, 2)]
  const [volume, ...others] = await sealed(ours, [theirs.recipient], { parts, attachments: [picture, picture] })
  expect(others).toEqual([])
  expect(volume?.fileName).toBe('云山县总工会_2026年10-12月_上报包_0001.ghb')
  const opened = await openVolume(volume?.bytes ?? Buffer.alloc(0), [theirs.identity])
  expect(opened.manifest).toMatchObject({ ...report(), counts: { lecture: { present: 23, removed: 0 } } })
  expect(opened.manifest.keyId).toBe(ours.keyId)
  expect(opened.publicKey).toEqual(ours.signingPublicKey)
  expect(opened.sealerKey).toEqual(ours.signingPublicKey)
  expect(opened.manifestHash).toBe(sha256(opened.manifestBytes))
  expect(opened.parts.map(({ entry }) => [entry.name, entry.rows])).toEqual([
    ['data/001.ndjson', 20],
    ['data/002.ndjson', 3],
  ])
  const lines = [...(await linesOf(opened.parts[1] as never))].map(parseStrictLine)
  expect(lines.map((line) => line.id)).toEqual(['lecture-2-000000', 'lecture-2-000001', 'lecture-2-000002'])
  expect(opened.attachments.map(({ entry }) => entry.name)).toEqual([`att/${picture.sha256}`])
  expect(await opened.attachments[0]?.read()).toEqual(await picture.read())
})

test('the envelope is read without a key, from the beginning of the file alone; the content is not in clear', async () => {
  const [volume] = await sealed(ours, [theirs.recipient], { attachments: [photo('b', 200_000)] })
  const bytes = Buffer.from(volume?.bytes ?? [])
  const { envelope, publicKey } = readEnvelope(bytes.subarray(0, envelopeReach), { isStart: true })
  expect(envelope).toMatchObject({ bundleId: 'bundle-1', sender: county, recipient: city, encryption: 'age' })
  expect(envelope.recipients).toEqual([theirs.recipient])
  expect(publicKey).toEqual(ours.signingPublicKey)
  expect(bytes.includes('李敏')).toBe(false)
})

test('a bundle for somebody else says for whom it is', async () => {
  const [volume] = await sealed(ours, [theirs.recipient])
  await expect(openVolume(volume?.bytes ?? Buffer.alloc(0), [above.identity])).rejects.toThrow(
    '上报包是加密给“南湖市总工会”的',
  )
})

test('volumes keep to their size, data come first, and each of them names all parts', async () => {
  const attachments = Array.from({ length: 12 }, (_, index) => photo(`c${index}`, 90_000))
  const volumes = await sealed(ours, [theirs.recipient], { attachments, volumeBytes: 300_000 })
  expect(volumes.length).toBeGreaterThan(3)
  for (const { bytes } of volumes) expect(bytes.length).toBeLessThanOrEqual(300_000)
  expect(volumes[1]?.fileName).toBe(`云山县总工会_2026年10-12月_上报包_0001_第2卷共${volumes.length}卷.ghb`)
  const opened = await Promise.all(volumes.map(({ bytes }) => openVolume(bytes, [theirs.identity])))
  expect(new Set(opened.map(({ manifestHash }) => manifestHash)).size).toBe(1)
  expect(opened.map(({ parts }) => parts.length)).toEqual([1, ...volumes.slice(1).map(() => 0)])
  expect(opened.flatMap((volume) => volume.attachments.map(({ entry }) => entry.sha256))).toEqual(
    attachments.map((file) => file.sha256),
  )
})

test('a report of nothing is one volume without parts', async () => {
  const volumes = await sealed(ours, [theirs.recipient], { parts: [] })
  const opened = await openVolume(volumes[0]?.bytes ?? Buffer.alloc(0), [theirs.identity])
  expect([volumes.length, opened.parts, opened.attachments]).toEqual([1, [], []])
})

test('who passes a bundle on changes the envelope; the first signature still stands', async () => {
  const [volume] = await sealed(ours, [theirs.recipient], { attachments: [photo('d', 1000)] })
  const opened = await openVolume(volume?.bytes ?? Buffer.alloc(0), [theirs.identity])
  const passedOn = await resealFor(opened, {
    keys: theirs,
    recipients: [above.recipient],
    via: city,
    recipient: province,
  })
  const received = await openVolume(passedOn.bytes, [above.identity])
  expect(received.envelope).toMatchObject({ sender: county, recipient: province, via: [city], keyId: theirs.keyId })
  expect(received.manifestBytes).toEqual(opened.manifestBytes)
  expect(received.publicKey).toEqual(ours.signingPublicKey)
  expect(received.sealerKey).toEqual(theirs.signingPublicKey)
  expect(await received.attachments[0]?.read()).toEqual(await opened.attachments[0]?.read())
  await expect(openVolume(passedOn.bytes, [theirs.identity])).rejects.toThrow('江东省总工会')
})

test('an evidence file that has changed since is not sealed', async () => {
  const changed = { ...photo('e', 1000), read: async () => Buffer.alloc(1000) }
  await expect(sealed(ours, [theirs.recipient], { attachments: [changed] })).rejects.toThrow('与登记时不一致')
})

test('a name with invisible characters is sealed without them', async () => {
  const sender = { ...county, name: '云山\u202e县总\u200b工会' }
  const [volume] = await sealed(ours, [theirs.recipient], { manifest: { sender } })
  const { manifest } = await openVolume(volume?.bytes ?? Buffer.alloc(0), [theirs.identity])
  expect(manifest.sender.name).toBe('云山县总工会')
})
