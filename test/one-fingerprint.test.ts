/** 取数指纹: report, annexes, Excel file and bundle of the same records bear the same code, and no other. */
import { inflateSync } from 'node:zlib'
import { safe } from '@orpc/server'
import type ExcelJS from 'exceljs'
import decodeQR from 'qr/decode.js'
import { expect, test } from 'vitest'
import { openWorkbook } from './read-workbook.ts'
import { openSuperior, report } from './report-upward.ts'
import { lecture, study, union } from './sample-records.ts'
import { flow, openDocx } from './src-main/documents/open-docx.ts'
import { finalise, november, openOffice, readyDocument, written } from './src-main/documents/ready-document.ts'

type Office = Awaited<ReturnType<typeof openOffice>>

const code = /(?:[0-9A-F]{4} ){7}[0-9A-F]{4}/

test('finalised report, its annexes, Excel file, QR code and bundle of unchanged records bear one code', async () => {
  const app = await openOffice()
  const codes = await codesOf(app)
  expect(codes).toHaveLength(1 + 3 + 3 + 3 + 1 + 1)
  expect(new Set(codes)).toEqual(new Set([expect.stringMatching(code)]))
})

test('any change to a record of the period changes the code, also one that no figure shows', async () => {
  const app = await openOffice()
  const { api, studyId } = app
  const changes = [
    async () => void (await api.studies.update({ id: studyId, version: 1, fields: study({ note: '补记' }) })),
    async () => void (await api.studies.add([study()])),
    async () => void (await api.studies.remove({ id: studyId })),
    async () => void (await api.unions.add([union({ name: '南河乡总工会' })])),
  ]
  const seen = new Set(await codesOf(app))
  for (const [index, change] of changes.entries()) {
    await change()
    for (const one of await codesOf(app)) seen.add(one)
    expect(seen.size).toBe(index + 2)
  }
})

test('a lecture of a stay counts in the period of the stay, so it is in its code whatever its own date', async () => {
  const { api } = await openOffice()
  const shown = async () => (await api.sheets.show(november))[0]?.fingerprint
  const before = await shown()
  await api.lectures.add([lecture({ date: '2026-08-01' })])
  expect(await shown()).toBe(before)
  const stayId = (await api.stays.list({})).rows[0]?.id ?? ''
  await api.lectures.add([lecture({ date: '2026-08-01', stayId })])
  expect(await shown()).not.toBe(before)
})

test('annexes that bear an older code are not finalised; drawn again, they are', async () => {
  const { api, studyId } = await openOffice()
  const draft = await readyDocument(api)
  // No number of the report changes by this.
  await api.studies.update({ id: studyId, version: 1, fields: study({ note: '补记' }) })
  const [error] = await safe(finalise(api, draft))
  expect(error).toMatchObject({
    code: 'CONFLICT',
    message: '台账记录在取数以后有改动，正文或附件与现有记录已不一致，请重新取数、核对后再定稿。',
  })
  const done = await finalise(api, await api.documents.refresh({ id: draft.id }))
  expect(done.registration?.state).toBe('已定稿')
})

/** Every code in the files of this moment: register, annexes, sheets, their QR codes, bundle. */
async function codesOf(app: Office): Promise<string[]> {
  const { api } = app
  const { id, registration } = await finalise(api, await readyDocument(api))
  const inReport = flow(openDocx(await written(api, id))['word/document.xml']).flatMap(({ text }) =>
    text.includes('取数指纹') ? codesIn(text) : [],
  )
  const delivery = await api.sheets.write({ period: november })
  if (delivery.state !== 'download') throw new Error(delivery.state)
  const workbook = await openWorkbook(new Uint8Array(await delivery.file.arrayBuffer()))
  const inSheets = workbook.worksheets.flatMap((worksheet) => [
    ...codesIn(String(worksheet.getRow(worksheet.rowCount).getCell(1).value)),
    ...worksheet.getImages().map(({ imageId }) => scanned(workbook.getImage(Number(imageId)))),
  ])
  const { manifest } = await report(app, await openSuperior(app), november)
  const paper = manifest.papers.at(-1)?.fingerprint ?? ''
  return [registration?.fingerprint ?? '', ...inReport, ...inSheets, manifest.fingerprint, paper]
}

function codesIn(text: string): string[] {
  return text.match(code) ?? []
}

/** The code as a telephone reads it from the picture, which also names the period. */
function scanned({ buffer }: ExcelJS.Image): string {
  const png = Buffer.from(buffer as unknown as Uint8Array)
  const size = png.readUInt32BE(16)
  const at = png.indexOf('IDAT')
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))
  const stride = rows.length / size
  const data = Uint8Array.from({ length: size * size * 3 }, (_, index) => {
    const pixel = Math.floor(index / 3)
    const [x, y] = [pixel % size, Math.floor(pixel / size)]
    return ((rows[y * stride + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0
  })
  const [period, ...groups] = decodeQR({ width: size, height: size, data }, { timeLimit: 5000 }).split(' ')
  expect(period).toBe('2026-11-01/2026-11-30')
  return groups.join(' ')
}
