/** Evidence described, put in order, turned, removed and restored, with the originals untouched. */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { makePhoto } from '../../make-photos.ts'
import { openTestApp } from '../../open-test-app.ts'
import { lecture, stay, study } from '../../sample-records.ts'
import { fileOf, openWithStudy } from './evidence.ts'

const photoOf = (number: number) => fileOf(makePhoto({ day: `2026-11-${10 + number}` }), `${number}.jpg`)

test('role, caption and day are the clerk’s to say', async () => {
  const { api, record } = await openWithStudy()
  const [attachment] = (await api.attachments.add({ ...record, files: [photoOf(1)] })).added
  if (!attachment) throw new Error('not attached')
  const { id, version } = attachment
  const fields = { role: '签到册', fileName: '签到.jpg', takenOn: '2026-11-06', caption: '会场' } as const
  expect(await api.attachments.update({ id, version, fields })).toMatchObject({ ...fields, version: 2 })
  const stale = api.attachments.update({ id, version, fields: { ...fields, caption: '后排' } })
  await expect(stale).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('any order that is asked for is the order that is kept', async () => {
  const { api, record } = await openWithStudy()
  const files = Array.from({ length: 6 }, (_, index) => photoOf(index))
  const { added } = await api.attachments.add({ ...record, files })
  const ids = added.map(({ id }) => id)
  expect((await api.attachments.list(record)).map(({ id }) => id)).toEqual(ids)
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(ids, { minLength: 6, maxLength: 6 }), async (order) => {
      await api.attachments.reorder({ ...record, ids: order })
      expect((await api.attachments.list(record)).map(({ id }) => id)).toEqual(order)
    }),
    { numRuns: 20 },
  )
  for (const wrong of [ids.slice(1), [...ids.slice(1), ids[1] ?? ''], [...ids, 'none']])
    await expect(api.attachments.reorder({ ...record, ids: wrong })).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('a picture turned four times is as it was, and its original never changes', async () => {
  const { api, record } = await openWithStudy()
  const [first] = (await api.attachments.add({ ...record, files: [photoOf(1)] })).added
  if (!first) throw new Error('not attached')
  let now = first
  for (let turn = 0; turn < 4; turn += 1)
    now = await api.attachments.rotate({ id: now.id, version: now.version, quarters: 1 })
  expect(now).toEqual({ ...first, version: 5, updatedAt: now.updatedAt })
  const turned = await api.attachments.rotate({ id: now.id, version: now.version, quarters: 3 })
  expect(turned).toMatchObject({ width: 48, height: 64, turns: 3, sha256: first.sha256 })
  const view = await (await api.attachments.get({ id: now.id, as: 'view' })).arrayBuffer()
  expect(await sharp(view).metadata()).toMatchObject({ width: 48, height: 64 })
  const text = (await api.attachments.add({ ...record, files: [fileOf('名单', '名单.txt')] })).added[0]
  const refused = api.attachments.rotate({ id: text?.id ?? '', version: 1, quarters: 1 })
  await expect(refused).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})

test('what was removed comes back in its place', async () => {
  const { api, record } = await openWithStudy()
  const { added } = await api.attachments.add({ ...record, files: [photoOf(1), photoOf(2), photoOf(3)] })
  const id = added[1]?.id ?? ''
  await api.attachments.remove({ id })
  await expect(api.attachments.get({ id, as: 'view' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await api.attachments.counts({ recordKind: 'study', recordIds: [record.recordId] })).toEqual({
    [record.recordId]: 2,
  })
  await api.attachments.restore({ id })
  expect((await api.attachments.list(record)).map(({ fileName }) => fileName)).toEqual(['1.jpg', '2.jpg', '3.jpg'])
})

test('thumbnails lie beside the ledger and may be deleted at any time', async () => {
  const { api, dataFolder, record } = await openWithStudy()
  const [{ id = '' } = {}] = (await api.attachments.add({ ...record, files: [photoOf(1)] })).added
  const first = await (await api.attachments.get({ id, as: 'thumbnail' })).arrayBuffer()
  expect(await readdir(join(dataFolder, 'thumbnails'))).toHaveLength(1)
  await rm(join(dataFolder, 'thumbnails'), { recursive: true })
  expect(await (await api.attachments.get({ id, as: 'thumbnail' })).arrayBuffer()).toEqual(first)
})

test('a folder is offered to the records of its days, by EXIF, by name, by the folder’s name', async () => {
  const { api } = await openTestApp()
  const [studies, lectures, stays] = [
    await api.studies.add([study({ date: '2026-11-05', topic: '专题学习' })]),
    await api.lectures.add([lecture({ date: '2026-11-05', topic: '劳模宣讲进车间' })]),
    await api.stays.add([stay({ from: '2026-11-02', to: '2026-11-13' })]),
  ]
  const idOf = ({ ids }: { ids: string[] }) => ids[0] ?? ''
  const head = (bytes: Uint8Array) => fileOf(bytes.slice(0, 4096), 'head')
  const plain = head(makePhoto())
  const matches = await api.attachments.match({
    files: [
      { path: 'DCIM/1.jpg', head: head(makePhoto({ day: '2026-11-05' })) },
      { path: '劳模宣讲/2.jpg', head: head(makePhoto({ day: '2026-11-05' })) },
      { path: '2026.11.3 走访/3.jpg', head: plain },
      { path: '微信图片_20261105101500.jpg', head: plain },
      { path: '20261105/4.jpg', head: plain },
      { path: '无日期/5.jpg', head: plain },
    ],
  })
  const day = [idOf(studies), idOf(lectures), idOf(stays)]
  expect(matches.map((match) => [match.day, match.proposals.map(({ id }) => id)])).toEqual([
    ['2026-11-05', day],
    ['2026-11-05', [day[1], day[0], day[2]]],
    ['2026-11-03', [day[2]]],
    [null, []],
    ['2026-11-05', day],
    [null, []],
  ])
})

test('the photos of a period are those of the records that count in it, in order of their days', async () => {
  const { api } = await openTestApp()
  const { ids } = await api.studies.add([
    study({ date: '2026-11-09' }),
    study({ date: '2026-11-01' }),
    study({ date: '2026-12-01' }),
  ])
  for (const [index, recordId] of ids.entries())
    await api.attachments.add({ recordKind: 'study', recordId, files: [photoOf(index), fileOf('名单', 'a.txt')] })
  const photos = await api.attachments.photos({ from: '2026-11-01', to: '2026-11-30' })
  expect(photos.map(({ attachment, record }) => [attachment.fileName, record.day])).toEqual([
    ['1.jpg', '2026-11-01'],
    ['0.jpg', '2026-11-09'],
  ])
})
