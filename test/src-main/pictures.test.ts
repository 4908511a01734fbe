/** Pictures as they come: kept once, under their hash, known by their bytes and never by their names. */
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeJpeg, makePng, makePngClaiming } from '../make-pictures.ts'
import { openTestApp } from '../open-test-app.ts'

const fileOf = (bytes: Uint8Array | string, name = '现场.png') => new File([new Uint8Array(Buffer.from(bytes))], name)
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('a picture is kept under its hash and handed out as it was, whatever its name', async () => {
  const { api, dataFolder } = await openTestApp()
  const png = makePng(40, 30)
  const sha256 = hashOf(png)
  expect(await api.pictures.add({ file: fileOf(png, '照片.jpg') })).toEqual({
    sha256,
    type: 'image/png',
    width: 40,
    height: 30,
  })
  expect(new Uint8Array(await readFile(join(dataFolder, 'files', sha256.slice(0, 2), sha256)))).toEqual(png)
  const given = await api.pictures.get({ sha256 })
  expect([given.type, new Uint8Array(await given.arrayBuffer())]).toEqual(['image/png', png])
})

test('the same picture twice is one file, and nothing is left beside it', async () => {
  const { api, dataFolder } = await openTestApp()
  const jpeg = makeJpeg(64, 48)
  const [one, other] = await Promise.all([1, 2].map((n) => api.pictures.add({ file: fileOf(jpeg, `${n}.jpg`) })))
  expect(one).toEqual(other)
  const kept = await readdir(join(dataFolder, 'files'), { recursive: true })
  expect(kept.sort()).toEqual([hashOf(jpeg).slice(0, 2), join(hashOf(jpeg).slice(0, 2), hashOf(jpeg))])
})

test.each([
  [undefined, 64, 48],
  [1, 64, 48],
  [3, 64, 48],
  [6, 48, 64],
  [8, 48, 64],
])('a photograph is as wide and high as it is looked at: orientation %s', async (orientation, width, height) => {
  const { api } = await openTestApp()
  const file = fileOf(makeJpeg(64, 48, undefined, orientation))
  expect(await api.pictures.add({ file })).toMatchObject({ type: 'image/jpeg', width, height })
})

const png = makePng(200, 200, (x, y) => (x * y) % 255)
const jpeg = makeJpeg(200, 200, (x, y) => (x + y) % 255)
const flipped = (bytes: Uint8Array, at: number) => bytes.map((byte, index) => (index === at ? byte ^ 4 : byte))
const unusual = Buffer.from(jpeg)
unusual[unusual.indexOf(Buffer.from([0xff, 0xc0])) + 1] = 0xc9

test.each([
  ['GIF', 'GIF89a......', '这是GIF文件，公文里只能放PNG或JPEG图片，没有添加。请另存为PNG或JPEG后再添加。'],
  ['WebP', 'RIFF....WEBPVP8 ', '这是WebP文件'],
  ['HEIC', '\0\0\0\x18ftypheic', '这是HEIC文件'],
  ['SVG', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', '这是SVG文件'],
  ['PDF', '%PDF-1.7', '这是PDF文件'],
  ['a text', '不是图片', '这不是PNG或JPEG图片'],
  ['nothing', '', '图片文件是空的'],
  ['a PNG cut off', png.subarray(0, png.length - 20), '图片不完整或已损坏，没有添加。'],
  ['a PNG of its head only', png.subarray(0, 8), '图片不完整或已损坏'],
  ['a PNG with a flipped bit', flipped(png, 60), '图片不完整或已损坏'],
  ['a JPEG cut off', jpeg.subarray(0, jpeg.length - 20), '图片不完整或已损坏'],
  ['a JPEG of its head only', jpeg.subarray(0, 3), '图片不完整或已损坏'],
  ['a JPEG without a frame', new Uint8Array([0xff, 0xd8, 0xff, 0xd9]), '图片不完整或已损坏'],
  ['an arithmetic JPEG', unusual, '这种JPEG图片Word和WPS打不开'],
  ['a bomb', makePngClaiming(60_000, 60_000), '图片有60000×60000个像素，过大，没有添加。请缩小后再添加。'],
  ['more than 20 million bytes', new Uint8Array(20_000_001), '“现场.png”超过20兆，没有添加。请缩小或压缩后再添加。'],
])('refused in one sentence, and nothing is kept: %s', async (_, bytes, sentence) => {
  const { api, dataFolder } = await openTestApp()
  await expect(api.pictures.add({ file: fileOf(bytes) })).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
    message: expect.stringContaining(sentence),
  })
  expect(await readdir(dataFolder)).not.toContain('files')
})

test('a file that no longer holds what its name says is refused, and put right by adding it again', async () => {
  const { api, dataFolder } = await openTestApp()
  const { sha256 } = await api.pictures.add({ file: fileOf(png) })
  const path = join(dataFolder, 'files', sha256.slice(0, 2), sha256)
  await writeFile(path, flipped(png, 60))
  await expect(api.pictures.get({ sha256 })).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
  await api.pictures.add({ file: fileOf(png) })
  expect(new Uint8Array(await (await api.pictures.get({ sha256 })).arrayBuffer())).toEqual(png)
})

test('a picture that is not there is asked for in vain, and a hash is nothing else', async () => {
  const { api } = await openTestApp()
  await expect(api.pictures.get({ sha256: 'a'.repeat(64) })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(api.pictures.get({ sha256: '../../../etc/passwd' })).rejects.toThrow()
})
