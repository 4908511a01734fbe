import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { VolumeInspection } from '../../../src-shared/bundles.ts'
import { openTestApp } from '../../open-test-app.ts'
import { cli, cliJson } from '../shell-cli/run-in-process.ts'
import { flipped } from './forge.ts'
import { city, county, makeKeys, photo, rowsPart, sealed } from './sealed-bundle.ts'

const [ours, theirs] = [await makeKeys(), await makeKeys()]
const asFile = (bytes: Uint8Array) => new File([new Uint8Array(bytes)], '上报包.ghb')

async function bundleFor(recipient: string): Promise<Uint8Array> {
  const [volume] = await sealed(ours, [recipient], { parts: [rowsPart(7)], attachments: [photo('a', 1000)] })
  return volume?.bytes ?? Buffer.alloc(0)
}

test('with our key everything in a bundle is read and checked', async () => {
  const { api, context } = await openTestApp()
  const bytes = await bundleFor(context.keys.recipient)
  expect(await api.bundles.inspect({ file: asFile(bytes) })).toMatchObject({
    envelope: { sender: county, recipient: city, seq: 1 },
    manifest: { counts: { lecture: { present: 7, removed: 0 } }, attachments: { count: 1, bytes: 1000 } },
    closedReason: '',
    sealedBy: '',
    doubt: '签名的密钥没有登记过，还不能确认就是“云山县总工会”：请打电话与对方核对指纹，或先登记对方的名片。',
    isOwnKey: false,
    bytes: bytes.length,
  })
  await expect(api.bundles.inspect({ file: asFile(flipped(bytes, bytes.length - 200)) })).rejects.toThrow('内容部分')
})

test('without our key it says what the envelope says, and still whether the file is whole', async () => {
  const { api } = await openTestApp()
  const bytes = await bundleFor(theirs.recipient)
  expect(await api.bundles.inspect({ file: asFile(bytes) })).toMatchObject({
    envelope: { sender: county, recipient: city },
    manifest: null,
    closedReason: '加密给“南湖市总工会”，本机的密钥打不开内容。',
  })
  await expect(api.bundles.inspect({ file: asFile(flipped(bytes, bytes.length - 200)) })).rejects.toThrow('内容部分')
})

test('a line that two readers could read differently is found by inspecting', async () => {
  const { api, context } = await openTestApp()
  const bytes = Buffer.from('{"id":"a","id":"b"}\n')
  const [volume] = await sealed(ours, [context.keys.recipient], {
    parts: [{ name: 'data/001.ndjson', rows: 1, bytes }],
  })
  await expect(api.bundles.inspect({ file: asFile(volume?.bytes ?? bytes) })).rejects.toThrow('数据“data/001.ndjson”')
})

test('the key of another office than the one that is named, or a revoked one, is told', async () => {
  const { api, context } = await openTestApp()
  const bytes = await bundleFor(context.keys.recipient)
  const enrolled = async (officeId: string, state: '使用中' | '已吊销') => {
    await context.db.deleteFrom('peerKey').execute()
    await context.db.deleteFrom('peer').execute()
    const at = context.now()
    const parties = { officeId, name: '清河县总工会', divisionCode: '530125', role: '下级', parentId: null } as const
    await context.db
      .insertInto('peer')
      .values({ ...parties, addedAt: at, removedAt: null })
      .execute()
    const signingKey = Buffer.from(ours.signingPublicKey).toString('hex')
    const key = { keyId: ours.keyId, officeId, signingKey, recipient: ours.recipient, card: '{}', state }
    await context.db
      .insertInto('peerKey')
      .values({ ...key, acceptedAt: at, endedAt: null, reason: '' })
      .execute()
    const inspection = await api.bundles.inspect({ file: asFile(bytes) })
    return 'envelope' in inspection ? [inspection.sealedBy, inspection.doubt] : []
  }
  expect(await enrolled('office-other', '使用中')).toEqual([
    '清河县总工会',
    '签名的密钥是“清河县总工会”的，不是“云山县总工会”的，请不要采用，先打电话核实。',
  ])
  expect(await enrolled(county.officeId, '使用中')).toEqual(['清河县总工会', ''])
  expect((await enrolled(county.officeId, '已吊销'))[1]).toContain('已经吊销')
})

test('the own bundle is known as such', async () => {
  const { api, context } = await openTestApp()
  const { keyId, signingPublicKey, sign } = context.keys
  const [own] = await sealed({ keyId, signingPublicKey, sign }, [theirs.recipient])
  expect(await api.bundles.inspect({ file: asFile(own?.bytes ?? Buffer.alloc(0)) })).toMatchObject({
    isOwnKey: true,
    manifest: null,
    closedReason: '由本单位加密给“南湖市总工会”，内容只有对方打得开。',
  })
})

test('on the command line a bundle is inspected while a window holds the folder', async () => {
  const { dataFolder, context } = await openTestApp({ host: { shell: 'electron' } })
  await writeFile(join(dataFolder, 'a.ghb'), await bundleFor(context.keys.recipient))
  await writeFile(join(dataFolder, 'b.ghb'), await bundleFor(theirs.recipient))
  const inspect = ['--data', dataFolder, 'bundle', 'inspect']
  const { out } = await cli(dataFolder, ...inspect, 'a.ghb')
  expect(out.replace(/[0-9A-F]{4}( [0-9A-F]{4}){7}/, 'F')).toBe(
    [
      '上报包完好，签名有效。',
      '云山县总工会 → 南湖市总工会，第1号',
      '期间2026-10-01至2026-12-31，宣讲7条，佐证文件1个',
      '签名密钥：F',
    ].join('\n'),
  )
  expect((await cli(dataFolder, ...inspect, 'b.ghb')).out).toContain('内容没有打开：加密给“南湖市总工会”')
  const { manifest } = await cliJson<VolumeInspection>(dataFolder, ...inspect, 'a.ghb')
  expect(manifest?.counts).toEqual({ lecture: { present: 7, removed: 0 } })
})
