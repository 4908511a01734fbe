/** Files attached to a record: what is taken, what is refused and why, kept once, in order, all or the good ones. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { addAttachments } from '../../../src-main/attachments/add-attachments.ts'
import { writeZip } from '../../../src-main/files/zip.ts'
import { makePhoto } from '../../make-photos.ts'
import { makePng } from '../../make-pictures.ts'
import { openTestApp } from '../../open-test-app.ts'
import { activity, lecture, stay, study } from '../../sample-records.ts'
import { stopAtPoint } from '../documents/stop-at-point.ts'
import { fileOf, openWithStudy, storedIn } from './evidence.ts'

const photo = makePhoto({ day: '2026-11-05', place: [28, 116], orientation: 6 })
const pdf = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'
const docxOf = (more: Record<string, string> = {}) => {
  const parts = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>', ...more }
  const encoder = new TextEncoder()
  return writeZip(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, encoder.encode(text)])))
}

test('a photo is kept whole without its place, with its day and a view that stands upright', async () => {
  const { api, dataFolder, record } = await openWithStudy()
  const { added, placesRemoved } = await api.attachments.add({ ...record, files: [fileOf(photo, '现场 1.png')] })
  expect(placesRemoved).toBe(1)
  expect(added).toMatchObject([
    {
      ...record,
      role: '照片',
      fileName: '现场 1.jpg',
      mediaType: 'image/jpeg',
      takenOn: '2026-11-05',
      width: 48,
      height: 64,
      turns: 0,
      position: 1,
      bytes: photo.length,
    },
  ])
  const [{ id = '', sha256 = '', viewSha256 } = {}] = added
  expect(await storedIn(dataFolder)).toEqual([sha256, viewSha256].sort())
  const kept = await readFile(join(dataFolder, 'files', sha256.slice(0, 2), sha256))
  expect(await sharp(kept).raw().toBuffer()).toEqual(await sharp(photo).raw().toBuffer())
  const original = await api.attachments.get({ id, as: 'original' })
  expect(Buffer.from(await original.arrayBuffer()).equals(kept)).toBe(true)
  const thumbnail = await api.attachments.get({ id, as: 'thumbnail' })
  expect(await sharp(await thumbnail.arrayBuffer()).metadata()).toMatchObject({ format: 'jpeg', width: 48, height: 64 })
})

test('every kind of record has evidence of its own, told by its words and bytes', async () => {
  const { api } = await openTestApp()
  const [studies, lectures, stays, activities] = await Promise.all([
    api.studies.add([study()]),
    api.lectures.add([lecture()]),
    api.stays.add([stay()]),
    api.activities.add([activity()]),
  ])
  const records = { study: studies, lecture: lectures, stay: stays, activity: activities }
  const files = [
    fileOf(pdf, '签到册.pdf'),
    fileOf(docxOf(), '学习记录.docx'),
    fileOf('参加人：张三', '名单.txt'),
    fileOf(await sharp(makePng(30, 20)).webp().toBuffer(), 'a.jpg'),
    fileOf(await sharp(makePng(30, 20)).gif().toBuffer(), 'b.gif'),
  ]
  for (const recordKind of ['study', 'lecture', 'stay', 'activity'] as const) {
    const recordId = records[recordKind].ids[0] ?? ''
    const { added } = await api.attachments.add({ recordKind, recordId, files })
    expect(added.map(({ role, fileName }) => `${role} ${fileName}`)).toEqual([
      '签到册 签到册.pdf',
      '会议记录 学习记录.docx',
      '其他 名单.txt',
      '照片 a.webp',
      '照片 b.gif',
    ])
    expect(await api.attachments.counts({ recordKind, recordIds: [recordId, 'none'] })).toEqual({ [recordId]: 5 })
  }
})

test.each([
  ['HEIC', '\0\0\0\x18ftypheic', 'IMG_0001.jpg', /HEIC照片.*兼容性最佳.*JPEG/],
  ['AVIF', '\0\0\0\x1cftypavif', 'a.avif', /AVIF图片/],
  ['TIFF', 'II*\0', 'a.tif', /TIFF图片/],
  ['a film', '\0\0\0\x18ftypmp42', 'a.mp4', /音频或视频.*链接/],
  ['a program', 'MZ\x90\0', '照片.jpg', /程序/],
  ['a script by name', 'del *', 'a.bat', /程序、脚本/],
  ['a script by its text', '#!/bin/sh\nls', 'a.txt', /网页或脚本/],
  ['a page', '<!DOCTYPE html><p>', 'a.txt', /网页或脚本/],
  ['an old DOC', '\xd0\xcf\x11\xe0', 'a.doc', /旧的DOC/],
  ['an archive', 'Rar!\x1a\x07', 'a.rar', /压缩文件/],
  ['a cut PDF', '%PDF-1.7\n1 0 obj', 'a.pdf', /PDF不完整/],
  ['a PDF with a script', `${pdf.slice(0, 20)}/OpenAction<</S/JavaScript>>%%EOF`, 'a.pdf', /PDF里带有脚本/],
  ['a cut JPEG', Buffer.from(photo.subarray(0, 500)).toString('latin1'), 'a.jpg', /不完整或已损坏/],
  ['nothing', '', 'a.jpg', /是空的/],
  ['bytes', '\0\x01\x02\x03', 'a.dat', /不认识这种文件/],
])('refused in one sentence, and nothing is kept: %s', async (_, text, name, sentence) => {
  const { api, dataFolder, record } = await openWithStudy()
  const file = fileOf(Buffer.from(text, 'latin1'), name)
  const { added, problems } = await api.attachments.add({ ...record, files: [file], goodOnly: true })
  expect([added, problems]).toEqual([[], [{ fileName: name, sentence: expect.stringMatching(sentence) }]])
  expect(await storedIn(dataFolder)).toEqual([])
})

test('macros, wrapped files and plain archives are refused, whatever they are called', async () => {
  const { api, record } = await openWithStudy()
  const files = [
    fileOf(docxOf({ 'word/vbaProject.bin': 'x' }), '记录.docx'),
    fileOf(docxOf({ 'word/embeddings/oleObject1.bin': Buffer.from('Ole10Native', 'utf16le').toString() }), '记录.docx'),
    fileOf(writeZip({ 'a.jpg': photo }), '照片.docx'),
    fileOf(new Uint8Array(50_000_001), '扫描件.pdf'),
  ]
  const { problems } = await api.attachments.add({ ...record, files })
  expect(problems.map(({ sentence }) => sentence.slice(0, 6))).toEqual([
    '带有宏，没有',
    '里面嵌有别的',
    '是压缩文件，',
    '超过50兆，',
  ])
})

test('all files or, if the clerk says so, the good ones; each problem names its file', async () => {
  const { api, record } = await openWithStudy()
  const files = [fileOf(photo, '1.jpg'), fileOf('MZ', '2.exe'), fileOf(pdf, '3.pdf')]
  expect(await api.attachments.add({ ...record, files })).toMatchObject({
    added: [],
    problems: [{ fileName: '2.exe' }],
  })
  expect(await api.attachments.list(record)).toEqual([])
  const { added, problems } = await api.attachments.add({
    ...record,
    files,
    goodOnly: true,
    role: '报道',
    caption: '图',
  })
  expect(problems).toHaveLength(1)
  expect(added.map(({ fileName, role, caption }) => [fileName, role, caption])).toEqual([
    ['1.jpg', '报道', '图'],
    ['3.pdf', '报道', '图'],
  ])
})

test('the same file twice on one record is said and kept once; another record may have it too', async () => {
  const { api, dataFolder, record } = await openWithStudy()
  const files = [fileOf(photo, '1.jpg'), fileOf(photo, '2.jpg')]
  expect(await api.attachments.add({ ...record, files })).toMatchObject({ same: [{ fileName: '2.jpg', as: '1.jpg' }] })
  const again = await api.attachments.add({ ...record, files: [fileOf(photo, '3.jpg')] })
  expect(again).toMatchObject({ added: [], same: [{ fileName: '3.jpg', as: '1.jpg' }] })
  const { ids } = await api.studies.add([study({ topic: '另一次' })])
  await api.attachments.add({ recordKind: 'study', recordId: ids[0] ?? '', files })
  expect(await storedIn(dataFolder)).toHaveLength(2)
})

test('a picture is scaled as the office has set, and its original kept whole', async () => {
  const { api, record } = await openWithStudy()
  const large = fileOf(makePhoto({ width: 2400, height: 1600 }), '大图.jpg')
  for (const [longSide, width] of [
    [2000, 2000],
    [1200, 1200],
    [null, 2400],
  ] as const) {
    await api.attachments.setting.set({ longSide })
    const [{ id = '', ...added } = {}] = (await api.attachments.add({ ...record, files: [large] })).added
    expect(added).toMatchObject({ width })
    await api.attachments.remove({ id })
  }
})

test('nothing is attached to a record that is not there, or was removed while the files were read', async () => {
  const { api, context, record } = await openWithStudy()
  const input = { ...record, files: [fileOf(photo, '1.jpg')], caption: '', goodOnly: false }
  await expect(api.attachments.add({ ...input, recordId: 'none' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await api.studies.remove({ id: record.recordId })
  await expect(addAttachments(context, input)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('stopped before or after any statement, no row is without its file', async () => {
  const { api, context, record } = await openWithStudy()
  const input = { ...record, files: [fileOf(photo, '1.jpg'), fileOf(pdf, '2.pdf')], caption: '', goodOnly: false }
  for (let point = 0, isDone = false; !isDone; point += 1) {
    const stopping = stopAtPoint(point, () => {
      throw new Error('stopped')
    })
    const attempt = addAttachments({ ...context, db: context.db.withPlugin(stopping) }, input)
    isDone = await attempt.then(
      () => true,
      () => false,
    )
    const rows = await api.attachments.list(record)
    // What was committed stays although the answer was lost: asked again, it is the same files.
    expect([0, 2]).toContain(rows.length)
    for (const { id } of rows) await api.attachments.get({ id, as: 'original' })
    expect(await api.attachments.verify({})).toMatchObject({ missing: [], altered: [], attachments: rows.length })
  }
})

test('cancelled between two files, nothing is attached', async () => {
  const { api, context, record } = await openWithStudy()
  const jobId = 'folder'
  const files = Array.from({ length: 20 }, (_, index) =>
    fileOf(makePhoto({ day: `2026-11-${10 + index}` }), `${index}.jpg`),
  )
  const events = context.jobs.events(undefined)
  const running = api.attachments.add({ ...record, files, jobId })
  await events.next()
  context.jobs.cancel(jobId)
  await expect(running).rejects.toMatchObject({ code: 'CANCELLED' })
  expect(await api.attachments.list(record)).toEqual([])
})
