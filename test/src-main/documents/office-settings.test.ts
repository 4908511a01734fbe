/** What an office sets for its documents (公文版式), in the file and on the page; every kind in every profile. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeDocx } from '../../../src-main/documents/write-docx.ts'
import type { OfficialDocument } from '../../../src-shared/documents.ts'
import { layoutChoiceSchema } from '../../../src-shared/layout-choice.ts'
import { layoutChosen, layoutNames, layoutOf } from '../../../src-shared/layouts.ts'
import { all, first, openDocx, styleValue, value, type Xml } from './open-docx.ts'
import { isRed } from './printed-page/raster.ts'
import { missingForRendering, openRaster, type Page, readPages, renderAll } from './render-pdf.ts'
import { heading, longText, report, text } from './sample-document.ts'
import { letter, minutes, notice, samples } from './sample-kinds.ts'

const run = promisify(execFile)

const blocks = [
  heading(2, '学习安排'),
  heading(3, '集中学习'),
  text('2026年12月1日ABC'),
  ...Array.from({ length: 6 }, () => text(longText)),
]
const title = '云山县总工会关于认真做好2026年冬季送温暖和职工疗休养有关工作的通知'
const choices = {
  usual: {},
  markSize: { markSize: 40 },
  digits: { digits: 'Times' },
  // With Times, for the faces that stand in for 仿宋 and 楷体 here have no bold.
  bold: { hasBoldHeadings: true, digits: 'Times' },
  centred: { pageNumber: 'centred' },
  titlePitch: { titlePitch: 30 },
} as const
type Choice = keyof typeof choices

const kinds: Readonly<Record<string, OfficialDocument>> = {
  通知: notice(),
  报告: report(),
  请示: samples.request ?? notice(),
  函: letter(),
  纪要: minutes(),
  通报: samples.circular ?? notice(),
  批复: samples.reply ?? notice(),
  意见: samples.opinion ?? notice(),
}

let folder: string
let missing: string | undefined
const files: Record<string, Uint8Array> = {}
const opened = {} as Record<Choice, Readonly<Record<string, Xml>>>
const pages: Record<string, Page[]> = {}
beforeAll(async () => {
  for (const [name, choice] of Object.entries(choices)) {
    const layout = layoutChosen(layoutChoiceSchema.parse(choice))
    files[name] = await writeDocx(notice({ title, blocks }), layout)
    opened[name as Choice] = openDocx(files[name])
  }
  for (const profile of layoutNames)
    for (const [kind, document] of Object.entries(kinds))
      files[`${profile}-${kind}`] = await writeDocx(document, layoutOf(profile))
  missing = await missingForRendering()
  if (missing) return
  folder = await mkdtemp(join(tmpdir(), 'gongwen-settings-'))
  await renderAll(folder, files)
  for (const name of Object.keys(files)) pages[name] = await readPages(folder, name)
}, 180_000)
afterAll(async () => {
  if (folder) await rm(folder, { recursive: true, force: true })
})

const fontsIn = async (choice: Choice) =>
  (await run('pdffonts', [join(folder, `${choice}.pdf`)])).stdout.match(/^[A-Z]{6}\+\S+/gm) ?? []
const styles = (choice: Choice) => opened[choice]['word/styles.xml']
const lineOf = (name: Choice, words: string, page = 1) => {
  const line = pages[name]?.[page - 1]?.lines.find((one) => one.text.includes(words))
  if (!line) throw new Error(`“${words}” is not on page ${page} of ${name}`)
  return line
}

test('the size of the mark is set in points: in the file, and as high on the page', async ({ skip }) => {
  const size = (choice: Choice) => value(all(opened[choice]['word/document.xml'], 'w:p')[0], 'w:sz')
  expect([size('usual'), size('markSize')]).toEqual(['104', '80'])
  if (missing) skip(missing)
  const height = async (choice: Choice) => {
    const ink = (await openRaster(folder, choice, 1))({ bottom: 105 }, isRed)
    return [ink?.top ?? 0, (ink?.bottom ?? 0) - (ink?.top ?? 0)] as const
  }
  const [[usualTop, usual], [top, smaller]] = [await height('usual'), await height('markSize')]
  expect(usual / smaller).toBeCloseTo(52 / 40, 1)
  for (const edge of [usualTop, top]) expect(Math.abs(edge - 72)).toBeLessThan(0.5)
})

test('digits and letters of the text may be Times; Han characters and the page number stay as they are', async ({
  skip,
}) => {
  const fontsOf = (choice: Choice, style: string) => {
    const own = all(styles(choice), 'w:style').find(({ attributes }) => attributes['w:styleId'] === style)
    return first(own, 'w:rFonts')?.attributes
  }
  expect(fontsOf('digits', 'Normal')).toMatchObject({ 'w:ascii': 'Times New Roman', 'w:eastAsia': '仿宋_GB2312' })
  expect(fontsOf('usual', 'Normal')).toMatchObject({ 'w:ascii': '仿宋_GB2312' })
  expect(fontsOf('digits', 'GwPageNumberOdd')).toMatchObject({ 'w:ascii': '宋体' })
  if (missing) skip(missing)
  // Whatever stands in for Times here, it is one font more.
  expect((await fontsIn('digits')).length - (await fontsIn('usual')).length).toBe(1)
})

test('（一） and 1. may be bold, 一、 never: a bold font is on the page', async ({ skip }) => {
  const isBold = (choice: Choice) =>
    [1, 2, 3].map((level) => {
      const own = all(styles(choice), 'w:style').find(({ attributes }) => attributes['w:styleId'] === `GwLevel${level}`)
      return first(own, 'w:b') !== undefined
    })
  expect([isBold('usual'), isBold('bold')]).toEqual([
    [false, false, false],
    [false, true, true],
  ])
  if (missing) skip(missing)
  const boldFonts = (await fontsIn('bold')).filter((font) => /bold/i.test(font))
  expect([boldFonts.length, (await fontsIn('digits')).some((font) => /bold/i.test(font))]).toEqual([1, false])
})

test('page numbers may stand in the middle', ({ skip }) => {
  const alignment = (choice: Choice) =>
    ['GwPageNumberOdd', 'GwPageNumberEven'].map((style) => styleValue(styles(choice), style, 'w:jc'))
  expect([alignment('usual'), alignment('centred')]).toEqual([
    ['right', 'left'],
    ['center', 'center'],
  ])
  if (missing) skip(missing)
  for (const page of [1, 2]) {
    const { left, right } = lineOf('centred', `—${page}—`, page)
    expect(Math.abs((left + right) / 2 - 106)).toBeLessThan(1)
  }
})

test('lines of the title stand as far apart as the office has set', ({ skip }) => {
  const pitch = (choice: Choice) => styleValue(styles(choice), 'GwTitle', 'w:spacing', 'w:line')
  expect([pitch('usual'), pitch('titlePitch')]).toEqual(['720', '600'])
  if (missing) skip(missing)
  const distance = (choice: Choice) => {
    const lines = (pages[choice]?.[0]?.lines ?? []).filter(
      ({ text: words }) => title.includes(words) && words.length > 8,
    )
    return (((lines[1]?.bottom ?? 0) - (lines[0]?.bottom ?? 0)) / 25.4) * 72
  }
  expect(distance('usual')).toBeCloseTo(36, 0)
  expect(distance('titlePitch')).toBeCloseTo(30, 0)
})

test.each(layoutNames)('all eight kinds open and are whole in the profile %s', (profile) => {
  if (missing) return
  for (const [kind, document] of Object.entries(kinds)) {
    const list = pages[`${profile}-${kind}`] ?? []
    const words = list.flatMap((page) => page.lines.map((line) => line.text)).join('')
    const close = document.blocks.at(-1)
    const end = close?.kind === 'paragraph' ? (close.runs[0]?.text ?? '') : ''
    expect([profile, kind, list.length > 0, words.includes(end.slice(0, 8))]).toEqual([profile, kind, true, true])
    expect([kind, words.includes(document.number)]).toEqual([kind, true])
  }
})
