/** A picture from the clerk's file to the frozen document: added, placed, written, finalised, and lost afterwards. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readZip } from '../../../src-main/files/zip.ts'
import { makePng } from '../../make-pictures.ts'
import { finalise, openOffice, readyDocument, written } from './ready-document.ts'

const png = makePng(320, 200, (x) => x % 255)

async function documentWithPicture() {
  const app = await openOffice()
  const picture = await app.api.pictures.add({ file: new File([new Uint8Array(png)], '现场.png') })
  const { id, content } = await readyDocument(app.api)
  const { version } = await app.api.documents.get({ id })
  const [first, ...rest] = content.blocks
  if (!first) throw new Error('a report without text')
  const blocks = [first, { kind: 'picture' as const, ...picture, caption: '宣讲现场', printedWidth: 100 }, ...rest]
  const document = await app.api.documents.update({ id, version, content: { ...content, blocks } })
  const lose = () => rm(join(app.dataFolder, 'files'), { recursive: true })
  return { ...app, document, lose }
}

test('a document is written with its pictures as they were added', async () => {
  const { api, document } = await documentWithPicture()
  expect(new Uint8Array(readZip(await written(api, document.id))['word/media/picture1.png'] ?? [])).toEqual(png)
  const results = await api.documents.check({ id: document.id })
  expect(results.filter(({ severity, pass }) => severity === 'E' && pass === false)).toEqual([])
})

test('without its picture a draft is neither written nor finalised, and the register gives no number', async () => {
  const { api, document, lose } = await documentWithPicture()
  await lose()
  const refused = { code: 'NOT_FOUND', message: expect.stringContaining('图片“宣讲现场”') }
  await expect(api.documents.write({ id: document.id })).rejects.toMatchObject(refused)
  await expect(finalise(api, document)).rejects.toMatchObject(refused)
  expect((await api.documents.get({ id: document.id })).registration).toBeNull()
})

test('a finalised document holds its pictures itself', async () => {
  const { api, document, lose } = await documentWithPicture()
  await finalise(api, document)
  const before = await written(api, document.id)
  await lose()
  expect(Buffer.from(await written(api, document.id)).equals(Buffer.from(before))).toBe(true)
})
