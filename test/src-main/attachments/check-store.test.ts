/** The content store checked: what is missing, altered or held by nothing, and what cleaning may never take. */
import { rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { restoreAttachment } from '../../../src-main/attachments/attachments.ts'
import { cleanStore } from '../../../src-main/attachments/check-store.ts'
import { openCore } from '../../../src-main/core.ts'
import { makePhoto } from '../../make-photos.ts'
import { makePng } from '../../make-pictures.ts'
import { testNow } from '../../open-test-app.ts'
import { office } from '../../sample-records.ts'
import { fileOf, openWithStudy, storedIn } from './evidence.ts'

const placeOf = (folder: string, sha256: string) => join(folder, 'files', sha256.slice(0, 2), sha256)
/** Makes every file of the store so many minutes old, for the clock of the tests. */
async function age(folder: string, minutes: number): Promise<void> {
  const at = new Date(testNow.getTime() - minutes * 60_000)
  for (const sha256 of await storedIn(folder)) await utimes(placeOf(folder, sha256), at, at)
}

test('a missing original, an altered one and a lost view are each said with what to do; the view is made again', async () => {
  const { api, dataFolder, record } = await openWithStudy()
  const files = [1, 2, 3].map((day) => fileOf(makePhoto({ day: `2026-11-0${day}` }), `${day}.jpg`))
  const { added } = await api.attachments.add({ ...record, files })
  // The three views are one file: only the days of the photos differ.
  const [first, second, third] = added
  if (!first || !second || !third?.viewSha256) throw new Error('not attached')
  expect(await api.attachments.verify({})).toMatchObject({ files: 4, attachments: 3, missing: [], altered: [] })
  await rm(placeOf(dataFolder, first.sha256))
  await writeFile(placeOf(dataFolder, second.sha256), 'other')
  await rm(placeOf(dataFolder, third.viewSha256))
  const found = await api.attachments.verify({})
  expect(found.missing.map(({ sentence }) => sentence.split('，')[0]).sort()).toEqual([
    '“1.jpg”的原件不见了',
    '“1.jpg”的显示图不见了',
    '“2.jpg”的显示图不见了',
    '“3.jpg”的显示图不见了',
  ])
  expect(found.altered).toMatchObject([
    { sentence: expect.stringContaining('“2.jpg”的原件被改动'), record: { day: '2026-11-05' } },
  ])
  expect(await api.attachments.mendViews()).toEqual({ mended: 1 })
  expect((await api.attachments.verify({})).missing).toHaveLength(1)
})

test('cleaning takes what nothing holds, and only when it is an hour old', async () => {
  const { api, dataFolder, record } = await openWithStudy()
  await api.pictures.add({ file: fileOf(makePng(10, 10), '未用.png') })
  await api.attachments.add({ ...record, files: [fileOf(makePhoto(), '1.jpg')] })
  await age(dataFolder, 59)
  expect(await api.attachments.clean()).toEqual({ files: 0, bytes: 0 })
  await age(dataFolder, 61)
  expect((await api.attachments.verify({})).unreferenced).toEqual({ files: 1, bytes: makePng(10, 10).length })
  expect(await api.attachments.clean()).toMatchObject({ files: 1 })
  expect(await storedIn(dataFolder)).toHaveLength(2)
  expect(await api.attachments.verify({})).toMatchObject({ missing: [], unreferenced: { files: 0 } })
})

test('pictures of documents, of frozen ones, of former versions and of drafts of forms are held', async () => {
  const { api, dataFolder } = await openWithStudy()
  await api.office.set(office)
  const pictureOf = async (side: number) => ({
    kind: 'picture' as const,
    ...(await api.pictures.add({ file: fileOf(makePng(side, side), `${side}.png`) })),
  })
  const [one, other, third] = [await pictureOf(10), await pictureOf(20), await pictureOf(30)]
  const { documentId } = await api.documents.create({ kind: '通知' })
  const document = await api.documents.get({ id: documentId })
  const content = { ...document.content, blocks: [...document.content.blocks, one] }
  const changed = await api.documents.update({ id: documentId, version: document.version, content })
  await api.documents.update({ id: documentId, version: changed.version, content: { ...content, blocks: [other] } })
  await api.drafts.put({ key: 'document', value: { blocks: [third] } })
  await age(dataFolder, 1000)
  expect(await api.attachments.clean()).toEqual({ files: 0, bytes: 0 })
  expect(await storedIn(dataFolder)).toEqual([one, other, third].map(({ sha256 }) => sha256).sort())
  await rm(placeOf(dataFolder, other.sha256))
  expect((await api.attachments.verify({})).missing).toMatchObject([
    { sentence: expect.stringContaining('中一幅图片的文件不见了') },
  ])
})

test('the file of what was removed waits thirty days for it to be restored', async () => {
  const { api, dataFolder, record, close } = await openWithStudy()
  const [{ id = '' } = {}] = (await api.attachments.add({ ...record, files: [fileOf(makePhoto(), '1.jpg')] })).added
  await api.attachments.remove({ id })
  await age(dataFolder, 1000)
  expect(await api.attachments.clean()).toMatchObject({ files: 0 })
  await api.attachments.restore({ id })
  await api.attachments.remove({ id })
  await close()
  const later = new Date(testNow.getTime() + 31 * 86_400_000)
  const core = await openCore({ dataFolder, host: { shell: 'cli' }, clock: () => later })
  try {
    expect(await cleanStore(core.context)).toMatchObject({ files: 2 })
    await expect(restoreAttachment(core.context, id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  } finally {
    await core.close()
  }
})
