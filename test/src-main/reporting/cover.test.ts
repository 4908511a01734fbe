/** The cover page: one page in both forms, with the figures of the bundle and the starts of its files' hashes. */
import { readFile } from 'node:fs/promises'
import { inflateSync } from 'node:zlib'
import decodeQR from 'qr/decode.js'
import { expect, test } from 'vitest'
import { readZip } from '../../../src-main/files/zip.ts'
import { coverOf, groups } from '../../../src-shared/bundle-cover.ts'
import { convertWithLibreOffice, pdfPages } from '../../libre-office.ts'
import { openOffice } from '../../open-offices.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { openWorkbook } from '../../read-workbook.ts'
import { openSuperior, report } from '../../report-upward.ts'
import { study } from '../../sample-records.ts'
import { flow, parseXml } from '../documents/open-docx.ts'

async function exportedSample() {
  const folder = await makeTestFolder()
  const app = await openOffice(110, {}, { host: { shell: 'electron', pickFolder: async () => folder } })
  const upper = await openSuperior(app)
  const { period } = await app.api.sample.load({})
  const { manifest, done } = await report(app, upper, period, { reasons: [{ kind: 'study', reason: '不用' }] })
  if (done.delivery.state !== 'saved') throw new Error(done.delivery.state)
  const [bundle, docx, xlsx] = done.delivery.files
  return { manifest, bundle, docx: await readFile(docx?.path ?? ''), xlsx: await readFile(xlsx?.path ?? '') }
}

test('T29: both forms state sender, recipient, figures, fingerprint, root and the start of the file’s SHA-256', async () => {
  const { manifest, bundle, docx, xlsx } = await exportedSample()
  const words = flow(documentOf(docx)).map(({ text }) => text)
  const workbook = await openWorkbook(xlsx)
  const cells: string[] = []
  workbook.worksheets[0]?.eachRow((row) => row.eachCell((cell) => void cells.push(String(cell.value))))
  for (const text of [words.join('\n'), cells.join('\n')]) {
    for (const part of [
      '云山县总工会',
      '固川市总工会',
      manifest.fingerprint,
      groups(manifest.state.root, 8),
      manifest.bundleId,
    ])
      expect(text).toContain(part)
    expect(text).toContain(groups(bundle?.sha256 ?? '', 4))
    expect(text).toMatch(/学习场次\s*46\s*中心组/)
    expect(text).toMatch(/宣讲场次\s*59\s*现场/)
  }
})

test('the QR code holds period, fingerprint, root and bundle', async () => {
  const { manifest, docx } = await exportedSample()
  const png = Buffer.from(readZip(docx)['word/media/picture1.png'] ?? [])
  expect(scanned(png)).toBe(
    `${manifest.period.from}/${manifest.period.to} ${manifest.fingerprint} / ${groups(manifest.state.root, 8)} / ${manifest.bundleId}`,
  )
})

test('the page stays one page in LibreOffice, with long names, many volumes and every remark', async () => {
  const { docx, xlsx } = await exportedSample()
  expect((await pdfPages(await convertWithLibreOffice(docx, 'docx', 'pdf'))).pages).toBe(1)
  expect((await pdfPages(await convertWithLibreOffice(xlsx, 'xlsx', 'pdf'))).pages).toBe(1)
}, 120_000)

test('a number that no record states is a dash, a zero is a zero, money has its cents', async () => {
  const { manifest } = await exportedSample()
  const figures = {
    ...manifest.figures,
    stay: { ...manifest.figures.stay, visits: null, deeds: 0, consolationYuan: 1234.5 },
  }
  const cover = coverOf({ ...manifest, figures, correction: '补登' }, [{ bytes: 10, sha256: 'ab'.repeat(32) }])
  const stays = new Map(
    cover.figures.find(({ group }) => group === '蹲点')?.cells.map(({ name, value }) => [name, value]),
  )
  expect([stays.get('走访家数'), stays.get('办实事'), stays.get('慰问金(元)')]).toEqual(['—', '0', '1,234.50'])
  expect(cover.volumes).toEqual(['第1卷　ABAB ABAB ABAB ABAB　1KB'])
  expect(cover.remarks).toEqual(['更正：补登'])
})

test('the cover of an earlier bundle is written again, the same to the byte', async () => {
  const app = await openOffice(110)
  const upper = await openSuperior(app)
  await app.api.studies.add([study()])
  const { done } = await report(app, upper, { from: '2026-11-01', to: '2026-11-30' })
  const written = async () => {
    const delivery = await app.api.bundles.cover({ bundleId: done.bundleId, as: 'docx' })
    if (delivery.state !== 'download') throw new Error(delivery.state)
    return Buffer.from(await delivery.file.arrayBuffer())
  }
  expect((await written()).equals(await written())).toBe(true)
  await expect(app.api.bundles.cover({ bundleId: 'never', as: 'xlsx' })).rejects.toThrow('请重新导出一次')
})

function documentOf(docx: Uint8Array) {
  return parseXml(new TextDecoder().decode(readZip(docx)['word/document.xml']))
}

function scanned(png: Buffer): string {
  const size = png.readUInt32BE(16)
  const at = png.indexOf('IDAT')
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))
  const stride = rows.length / size
  const data = Uint8Array.from({ length: size * size * 3 }, (_, index) => {
    const pixel = Math.floor(index / 3)
    const [x, y] = [pixel % size, Math.floor(pixel / size)]
    return ((rows[y * stride + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0
  })
  return decodeQR({ width: size, height: size, data }, { timeLimit: 5000 })
}
