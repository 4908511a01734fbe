/** Pictures in a document: in the file as Word wants them, and on the page as LibreOffice prints them. Millimetres. */
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkDocument } from '../../../src-main/documents/check/check-document.ts'
import { writeDocx } from '../../../src-main/documents/write-docx.ts'
import { readPictureFile, uprightSize } from '../../../src-main/files/picture-file.ts'
import { readZip } from '../../../src-main/files/zip.ts'
import { partsOf } from '../../../src-shared/document-parts.ts'
import type { PictureBlock } from '../../../src-shared/documents.ts'
import { defaultLayout } from '../../../src-shared/layouts.ts'
import { estimatePages } from '../../../src-shared/page-estimate.ts'
import { Problem } from '../../../src-shared/problems.ts'
import { makeJpeg, makePng } from '../../make-pictures.ts'
import { all, first, parseXml, value } from './open-docx.ts'
import { type IsInk, readRaster } from './printed-page/raster.ts'
import { missingForRendering, openRaster, type Page, readPages, renderAll } from './render-pdf.ts'
import { longText, text } from './sample-document.ts'
import { notice } from './sample-kinds.ts'

const kept = new Map<string, Uint8Array>()
const readPicture = async (sha256: string) => kept.get(sha256) ?? Promise.reject(new Error(`no ${sha256}`))
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
function picture(bytes: Uint8Array, more: Partial<PictureBlock> = {}): PictureBlock {
  const sha256 = hashOf(bytes)
  kept.set(sha256, bytes)
  const file = readPictureFile(bytes)
  return { kind: 'picture', sha256, type: file.type, ...uprightSize(file), ...more }
}

/** Black in the upper left quarter, dark above, light elsewhere: whichever way it is turned shows. */
const corner = (width: number, height: number) => (x: number, y: number) =>
  x < width / 2 && y < height / 2 ? 0 : y < height / 2 ? 90 : 200
const wide = makePng(1600, 900, corner(1600, 900))
const turned = (orientation: number) => makeJpeg(400, 240, corner(400, 240), orientation)

const document = notice({
  blocks: [
    text('现场如下。'),
    picture(wide, { caption: '宣讲现场“甲” & 乙' }),
    text(longText),
    picture(makeJpeg(600, 3000), { caption: '很高的图' }),
    picture(wide, { printedWidth: 50 }),
    picture(makePng(100, 60)),
    text('特此通知。'),
  ],
  annexes: [{ title: '现场图', isLandscape: true, blocks: [text('如下。'), picture(makePng(3000, 1800))] }],
})
const isTinted: IsInk = (red, green, blue) => red + green + blue < 3 * 240
const orientations = [1, 2, 3, 4, 5, 6, 7, 8]

let folder: string
let missing: string | undefined
let bytes: Uint8Array
let pages: Page[]
beforeAll(async () => {
  bytes = await writeDocx(document, undefined, readPicture)
  missing = await missingForRendering()
  if (missing) return
  folder = await mkdtemp(join(tmpdir(), 'gongwen-pictures-'))
  const files: Record<string, Uint8Array> = { pictures: bytes }
  for (const orientation of orientations) {
    const blocks = [picture(turned(orientation), { printedWidth: 60 })]
    files[`turned-${orientation}`] = await writeDocx(notice({ blocks }), undefined, readPicture)
  }
  // A page that is full but for so many lines, and a picture.
  for (const lines of [3, 7]) files[`full-${lines}`] = await writeDocx(fullTo(lines), undefined, readPicture)
  await renderAll(folder, files)
  pages = await readPages(folder, 'pictures')
}, 180_000)
afterAll(async () => {
  if (folder) await rm(folder, { recursive: true, force: true })
})

function fullTo(lines: number) {
  const blocks = Array.from({ length: lines }, (_, index) => text(`第${index + 1}行`))
  return notice({ blocks: [...blocks, picture(wide), text('图后一行。'), text(longText)] })
}
const xml = () => parseXml(new TextDecoder().decode(readZip(bytes)['word/document.xml']))
const inlines = () => all(xml(), 'wp:inline')

test('a picture that stands in several places is one part of the package, related and of a declared type', () => {
  const parts = readZip(bytes)
  const media = Object.keys(parts).filter((name) => name.startsWith('word/media/'))
  expect(media.sort()).toEqual(
    ['picture1.png', 'picture2.jpeg', 'picture3.png', 'picture4.png'].map((n) => `word/media/${n}`),
  )
  expect(parts['word/media/picture1.png']).toEqual(wide)
  const relations = all(parseXml(new TextDecoder().decode(parts['word/_rels/document.xml.rels'])), 'Relationship')
  const images = relations.filter(({ attributes }) => attributes.Type?.endsWith('/image'))
  expect(images.map(({ attributes }) => [attributes.Id, attributes.Target])).toEqual([
    ['picture1', 'media/picture1.png'],
    ['picture2', 'media/picture2.jpeg'],
    ['picture3', 'media/picture3.png'],
    ['picture4', 'media/picture4.png'],
  ])
  expect(all(xml(), 'a:blip').map(({ attributes }) => attributes['r:embed'])).toEqual([
    ...['picture1', 'picture2', 'picture1', 'picture3', 'picture4'],
  ])
  const types = all(parseXml(new TextDecoder().decode(parts['[Content_Types].xml'])), 'Default')
  expect(types.map(({ attributes }) => attributes.Extension)).toEqual(expect.arrayContaining(['png', 'jpeg']))
})

test('the children of a picture stand in the order of the schema, its id is its own, its caption its description', () => {
  const order = ['wp:extent', 'wp:effectExtent', 'wp:docPr', 'wp:cNvGraphicFramePr', 'a:graphic']
  const names = inlines().map(({ children }) => children.flatMap((one) => (typeof one === 'string' ? [] : [one.name])))
  expect(names).toEqual(inlines().map(() => order))
  const ids = all(xml(), 'wp:docPr').map(({ attributes }) => attributes.id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(first(inlines()[0], 'wp:docPr')?.attributes.descr).toBe('宣讲现场“甲” & 乙')
})

test('the line of a picture is not exact, and stays with its caption', () => {
  const paragraphs = all(xml(), 'w:p').filter((one) => value(one, 'w:pStyle') === 'GwPicture')
  expect(paragraphs.map((one) => first(one, 'w:keepNext') !== undefined)).toEqual([true, true, false, false, false])
  const styles = parseXml(new TextDecoder().decode(readZip(bytes)['word/styles.xml']))
  const own = all(styles, 'w:style').find(({ attributes }) => attributes['w:styleId'] === 'GwPicture')
  expect(first(own, 'w:spacing')?.attributes['w:lineRule']).toBe('auto')
})

test('our own document with pictures passes every severe check', () => {
  const failed = checkDocument(bytes).filter(({ pass, severity }) => pass === false && severity === 'E')
  expect(failed.map(({ id, found }) => `${id} ${found}`)).toEqual([])
})

test('the same document with the same pictures gives the same bytes', async () => {
  expect(Buffer.from(await writeDocx(document, undefined, readPicture)).equals(Buffer.from(bytes))).toBe(true)
})

test('a missing picture is named, and no document is written', async () => {
  const named = picture(makePng(9, 9), { caption: '宣讲现场' })
  const unnamed = { ...named, sha256: 'b'.repeat(64), caption: '' }
  const gone = (blocks: readonly PictureBlock[]) =>
    writeDocx(notice({ blocks: [picture(wide), ...blocks] }), undefined, lost)
  await expect(gone([named])).rejects.toMatchObject({
    code: 'NOT_FOUND',
    message: expect.stringContaining('图片“宣讲现场”'),
  })
  await expect(gone([unnamed])).rejects.toMatchObject({ message: expect.stringContaining('第2幅图片') })
})
const lost = async (sha256: string) => {
  const bytes = sha256 === hashOf(wide) ? wide : undefined
  if (!bytes) throw new Problem('NOT_FOUND', '没有')
  return bytes
}

test('a picture stands whole in the middle, no wider than the type area, its caption below it', async ({ skip }) => {
  if (missing) skip(missing)
  const caption = lineWith('宣讲现场')
  const ink = (await openRaster(folder, 'pictures', 2, 150))({ top: 36, bottom: caption.line.bottom - 5.5 }, isTinted)
  expect(ink?.left).toBeCloseTo(28, 0)
  expect(ink?.right).toBeCloseTo(184, 0)
  expect((ink?.bottom ?? 0) - (ink?.top ?? 0)).toBeCloseTo((156 * 9) / 16, 0)
  expect((caption.line.left + caption.line.right) / 2).toBeCloseTo(106, 0)
})

test('a picture higher than a page is scaled down to it and keeps its caption', ({ skip }) => {
  if (missing) skip(missing)
  const caption = lineWith('很高的图')
  expect(caption.line.bottom).toBeLessThan(262)
  expect(caption.line.bottom).toBeGreaterThan(190)
})

test('a picture of an annex that lies across fills its page and stays on it', async ({ skip }) => {
  if (missing) skip(missing)
  const page = pages.findIndex(({ width, height }) => width > height)
  const ink = (await openRaster(folder, 'pictures', page + 2, 75))({ left: 32 })
  expect(ink?.right).toBeLessThanOrEqual(260.5)
  expect(ink?.bottom).toBeLessThanOrEqual(184.5)
})

test.each([
  [1, 'left', 'top', 'beside'],
  [2, 'right', 'top', 'beside'],
  [3, 'right', 'bottom', 'beside'],
  [4, 'left', 'bottom', 'beside'],
  [5, 'left', 'top', 'below or above'],
  [6, 'right', 'top', 'below or above'],
  [7, 'right', 'bottom', 'below or above'],
  [8, 'left', 'bottom', 'below or above'],
] as const)('a photograph stands as the camera was held: orientation %s', async (orientation, side, end, dark) => {
  if (missing) return
  const name = `turned-${orientation}`
  const count = (await readPages(folder, name)).length
  const rasters = await Promise.all(
    Array.from({ length: count }, (_, page) =>
      readRaster(join(folder, `${name}.pdf`), { page: page + 1, dotsPerInch: 75 }),
    ),
  )
  const boxOf = (shade: number) => {
    const isShade: IsInk = (red, green, blue) => [red, green, blue].every((one) => Math.abs(one - shade) < 30)
    return rasters.flatMap((raster) => raster.rules(25, {}, isShade)).find(({ top, bottom }) => bottom - top > 5)
  }
  const [black, grey, light] = [boxOf(0), boxOf(90), boxOf(190)]
  if (!black || !grey || !light) throw new Error('a part of the picture is missing')
  const other = dark === 'beside' ? { x: middle(grey) - middle(black), y: 0 } : { x: 0, y: grey.top - black.top }
  const rest = dark === 'beside' ? { x: 0, y: light.top - black.top } : { x: middle(light) - middle(black), y: 0 }
  expect([other.x + rest.x > 0 ? 'left' : 'right', other.y + rest.y > 0 ? 'top' : 'bottom']).toEqual([side, end])
  // As wide as asked: two quarters beside each other.
  if (dark === 'beside') expect(light.right - light.left).toBeCloseTo(60, 0)
})

const middle = ({ left, right }: { readonly left: number; readonly right: number }) => (left + right) / 2

function lineWith(words: string) {
  for (const [index, page] of pages.entries())
    for (const line of page.lines) if (line.text.includes(words)) return { page: index + 1, line }
  throw new Error(`“${words}” is on no page`)
}

test('the estimate of pages counts pictures', async ({ skip }) => {
  if (missing) skip(missing)
  for (const lines of [3, 7]) {
    const printed = await readPages(folder, `full-${lines}`)
    const signed = 1 + printed.findIndex((page) => page.lines.some((line) => line.text.includes('2026年11月21日')))
    expect([lines, estimatePages(partsOf(fullTo(lines)), defaultLayout).pages]).toEqual([lines, signed])
  }
})
