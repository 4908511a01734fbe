import { expect, test } from 'vitest'
import { sha256 } from '../../../src-main/sync/ed25519.ts'
import { envelopeReach } from '../../../src-main/sync/read-envelope.ts'
import { type SortedVolumes, sortVolumes, type VolumeFile } from '../../../src-main/sync/sort-volumes.ts'
import { flipped, withFooter } from './forge.ts'
import { city, county, makeKeys, photo, province, sealed } from './sealed-bundle.ts'

const [ours, theirs] = [await makeKeys(), await makeKeys()]

async function threeVolumes(bundleId: string): Promise<VolumeFile[]> {
  const attachments = Array.from({ length: 5 }, (_, index) => photo(`${bundleId}${index}`, 50_000))
  const volumes = await sealed(ours, [theirs.recipient], {
    manifest: { bundleId },
    attachments,
    volumeBytes: 130_000,
  })
  expect(volumes).toHaveLength(3)
  return volumes.map(({ fileName, bytes }) => ({ name: fileName, start: bytes.subarray(0, envelopeReach) }))
}

/** What a clerk would be shown. */
function shown({ bundles, duplicates, foreign, refused }: SortedVolumes<VolumeFile>) {
  return {
    bundles: bundles.map(({ envelope, volumes, sentence }) => [
      envelope.bundleId,
      volumes.map(({ number }) => number).join(),
      sentence,
    ]),
    duplicates: duplicates.map(({ file, of }) => [file.name, of.name]),
    foreign: foreign.map(({ sentence }) => sentence),
    refused: refused.map(({ sentence }) => sentence),
  }
}

test('volumes of several bundles in any order are sorted, and what is missing is named', async () => {
  const [a1, a2, a3] = await threeVolumes('bundle-a')
  const [b1, b2, b3] = await threeVolumes('bundle-b')
  const files = [b3, a2, a3, b1, a1].filter((file) => file !== undefined)
  expect(shown(sortVolumes(files, city.officeId))).toEqual({
    bundles: [
      ['bundle-b', '1,3', '缺第2卷，共3卷'],
      ['bundle-a', '1,2,3', ''],
    ],
    duplicates: [],
    foreign: [],
    refused: [],
  })
  expect(b2).toBeDefined()
  const [onlyThird] = sortVolumes([b3 as VolumeFile], city.officeId).bundles
  expect([onlyThird?.missing, onlyThird?.sentence]).toEqual([[1, 2], '缺第1至2卷，共3卷'])
})

test('a copy under another name is a duplicate; the same bundle sealed anew is a bundle of its own', async () => {
  const first = await threeVolumes('bundle-a')
  const again = await threeVolumes('bundle-a')
  const copy = { ...(first[1] as VolumeFile), name: '复件.ghb' }
  const { bundles, duplicates } = shown(sortVolumes([...first, copy, ...again.slice(0, 2)], city.officeId))
  expect(bundles).toEqual([
    ['bundle-a', '1,2,3', ''],
    ['bundle-a', '1,2', '缺第3卷，共3卷'],
  ])
  expect(duplicates).toEqual([['复件.ghb', first[1]?.name]])
})

test('files for another office, damaged ones, none at all and later versions are told apart', async () => {
  const [foreign] = await sealed(ours, [theirs.recipient], { manifest: { recipient: province } })
  const [good] = await sealed(ours, [theirs.recipient])
  const bytes = Buffer.from(good?.bytes ?? [])
  const later = Buffer.from(bytes)
  later.write('"major":3', bytes.indexOf('"major":2'))
  later.writeUInt16BE(3, 8)
  const files = [
    { name: '外单位.ghb', start: foreign?.bytes ?? bytes },
    { name: '完好.ghb', start: bytes },
    { name: '损坏.ghb', start: flipped(bytes, 40) },
    { name: '照片.ghb', start: Buffer.from('JFIF') },
    { name: '新版.ghb', start: withFooter(later, sha256), isWhole: true },
    { name: '改动.ghb', start: later, isWhole: true },
  ]
  expect(shown(sortVolumes(files, city.officeId))).toEqual({
    bundles: [['bundle-1', '1', '']],
    duplicates: [],
    foreign: ['这是云山县总工会给“江东省总工会”的，请转交该单位。'],
    refused: [
      '上报包已损坏，文件头部分与导出时不一致，请重新拷贝，仍不行请报送单位重新导出。',
      '这个文件不是上报包（应为“.ghb”文件），请核对所选的文件。',
      '这是云山县总工会用更新版本的学宣台账导出的（第3.0版格式），本程序读不了，请先升级程序再接收。',
      '上报包已损坏，文件头部分与导出时不一致，请重新拷贝，仍不行请报送单位重新导出。',
    ],
  })
  expect(sortVolumes(files, null).bundles).toHaveLength(2)
  expect(county.name).toBe('云山县总工会')
})

test('a hundred files are sorted by their beginnings alone', async () => {
  const all = (await Promise.all(Array.from({ length: 33 }, (_, index) => threeVolumes(`bundle-${index}`)))).flat()
  const shuffled = all.toSorted((one, other) => (sha256(one.start) < sha256(other.start) ? -1 : 1))
  const { bundles } = sortVolumes(shuffled, city.officeId)
  expect(bundles).toHaveLength(33)
  expect(bundles.every(({ missing, volumes }) => missing.length === 0 && volumes.length === 3)).toBe(true)
})
