/** Every form as LibreOffice prints it: 信函, 纪要, 联合行文, 份号 and 密级, the profiles. Millimetres. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { writeDocx } from '../../../src-main/documents/write-docx.ts'
import { partsOf } from '../../../src-shared/document-parts.ts'
import { layoutOf } from '../../../src-shared/layouts.ts'
import { estimatePages } from '../../../src-shared/page-estimate.ts'
import { type Ink, isRed } from './printed-page/raster.ts'
import { missingForRendering, openRaster, type Page, readPages, renderAll } from './render-pdf.ts'
import { longText, text } from './sample-document.ts'
import { letter, notice, samples } from './sample-kinds.ts'

let folder: string
let missing: string | undefined
const pages: Record<string, Page[]> = {}

/** Notices that end on every line of pages 1 to 3. */
const sweep = Array.from({ length: 23 }, (_, index) => 1 + index * 2)
const ofLines = (count: number) =>
  notice({ blocks: Array.from({ length: count }, (_, index) => text(`第${index + 1}行`)) })

beforeAll(async () => {
  missing = await missingForRendering()
  if (missing) return
  folder = await mkdtemp(join(tmpdir(), 'gongwen-forms-'))
  const files: Record<string, Uint8Array> = {}
  for (const [name, document] of Object.entries(samples)) files[name] = await writeDocx(document)
  const long = notice({ blocks: Array.from({ length: 18 }, () => text(longText)) })
  files.strict = await writeDocx(long, layoutOf('strict-33476'))
  files.preprinted = await writeDocx(notice(), layoutOf('套打'))
  files['preprinted-letter'] = await writeDocx(letter(), layoutOf('套打'))
  files.centred = await writeDocx(notice(), layoutOf('office-A', { pageNumber: 'centred', markSize: 40 }))
  for (const count of sweep) files[`duplex-${count}`] = await writeDocx(ofLines(count), layoutOf('duplex'))
  await renderAll(folder, files)
  for (const name of Object.keys(files)) pages[name] = await readPages(folder, name)
}, 180_000)
afterAll(async () => {
  if (folder) await rm(folder, { recursive: true, force: true })
})
beforeEach((context) => {
  if (missing) context.skip(missing)
})

const near = (value: number | undefined, expected: number, tolerance: number) =>
  expect(Math.abs((value ?? Number.NaN) - expected), `${value} is not ${expected} ± ${tolerance}`).toBeLessThanOrEqual(
    tolerance,
  )
const lineOf = (name: string, page: number, part: string) => {
  const line = pages[name]?.[page - 1]?.lines.find((one) => one.text.includes(part))
  if (!line) throw new Error(`“${part}” is not on page ${page} of ${name}`)
  return line
}
const pageOf = (name: string, part: string) =>
  1 + (pages[name] ?? []).findIndex((page) => page.lines.some((line) => line.text.includes(part)))
const middle = (ink: { left: number; right: number } | undefined) => ((ink?.left ?? 0) + (ink?.right ?? 0)) / 2
const isAny = (red: number, green: number, blue: number) => red + green + blue < 3 * 200

/** Thickness of the strokes that a narrow window crosses, from the top. */
function strokes(inkIn: (window: Partial<Ink>, isInk?: typeof isRed) => Ink | undefined, top: number, bottom: number) {
  const found: number[] = []
  const step = 25.4 / 600
  let from: number | undefined
  for (let y = top; y <= bottom; y += step) {
    const hasInk = inkIn({ left: 100, right: 100.3, top: y, bottom: y + step }, isRed) !== undefined
    if (hasInk && from === undefined) from = y
    if (hasInk || from === undefined) continue
    found.push(y - from)
    from = undefined
  }
  return found
}

test.each(['letter', 'letter-classified', 'letter-long-mark'])(
  'a letter: mark 30 mm from the edge, line 1 4 mm below it, line 2 20 mm above the foot, both 170 mm: %s',
  async (name) => {
    const inkIn = await openRaster(folder, name, 1, 600)
    const all = inkIn({ bottom: 120 }, isRed)
    const edge = all?.bottom ?? 0
    const mark = inkIn({ bottom: edge - 3 }, isRed)
    const upper = inkIn({ top: edge - 2, bottom: edge + 1 }, isRed)
    const lower = inkIn({ top: 265 }, isRed)
    near(mark?.top, 30, 0.5)
    near(middle(mark), 106, 1)
    near((upper?.top ?? 0) - (mark?.bottom ?? 0), 4, 0.4)
    near(lower?.bottom, 277, 0.5)
    for (const rule of [upper, lower]) {
      near(rule?.left, 20, 0.5)
      near(rule?.right, 190, 0.5)
    }
    const [thick = 0, thin = 0, ...more] = strokes(inkIn, (upper?.top ?? 0) - 0.3, edge + 0.3)
    const [first = 0, second = 0] = strokes(inkIn, (lower?.top ?? 0) - 0.3, (lower?.bottom ?? 0) + 0.3)
    expect(more).toEqual([])
    expect(thick).toBeGreaterThan(thin * 2)
    expect(second).toBeGreaterThan(first * 2)
    expect(thin).toBeGreaterThan(0.1)
  },
)

test.each(['letter', 'letter-classified', 'letter-long-mark'])(
  'a letter: 文号 ends at the right edge, 7/8 of 3号 below line 1: %s',
  async (name) => {
    const inkIn = await openRaster(folder, name, 1)
    const edge = inkIn({ bottom: 120 }, isRed)?.bottom ?? 0
    near(lineOf(name, 1, '云工函').right, 184, 0.7)
    near((inkIn({ top: edge + 0.5, left: 140, bottom: edge + 15 })?.top ?? 0) - edge, 4.94, 0.6)
  },
)

test('a letter: 份号, 密级 and 紧急程度 stand below each other at the left, 份号 on the line of 文号', () => {
  const first = lineOf('letter-classified', 1, '000003')
  expect(first.text).toContain('云工函〔2026〕8号')
  const left = ['000003', '秘密★6个月', '加急'].map((part) => lineOf('letter-classified', 1, part))
  for (const line of left) near(line.left, 28, 0.5)
  near((left[1]?.bottom ?? 0) - (left[0]?.bottom ?? 0), 10.21, 0.5)
  near((left[2]?.bottom ?? 0) - (left[1]?.bottom ?? 0), 10.21, 0.5)
})

test('a letter: no number on page 1, numbers from page 2 on; 版记 without lines and without 印发', async () => {
  const list = pages['letter-classified'] ?? []
  expect(list.map((page) => page.lines.at(-1)?.text.match(/^—\d+—$/)?.[0])).toEqual([undefined, '—2—', '—3—'])
  const last = list.length
  expect(lineOf('letter-classified', last, '抄送').bottom).toBeGreaterThan(255)
  expect(list.flatMap((page) => page.lines).filter((line) => line.text.includes('印发'))).toEqual([])
  // Where the lines of an ordinary 版记 would be there is nothing.
  const ink = (await openRaster(folder, 'letter-classified', last))({ left: 150, top: 245, bottom: 264 }, isAny)
  expect(ink).toBeUndefined()
})

test('a letter: the text of page 1 ends above line 2, and its title stands two lines below the last element', () => {
  const text1 = (pages['letter-classified']?.[0]?.lines ?? []).map((line) => line.bottom)
  expect(Math.max(...text1)).toBeLessThan(277 - 1.4 - 4.94)
  const gap = lineOf('letter', 1, '云山县总工会关于').bottom - lineOf('letter', 1, '云工函').bottom
  near(gap, 2 * 10.21 + 12.7, 1.2)
})

test('minutes: the mark at 72 mm, number in the middle, issuer and date above the red line, no signature', async () => {
  const inkIn = await openRaster(folder, 'minutes', 1)
  const all = inkIn({ bottom: 200 }, isRed)
  near(all?.top, 72, 0.5)
  near(middle(lineOf('minutes', 1, '第12号')), 106, 1)
  const line = lineOf('minutes', 1, '2026年11月21日')
  expect(line.text).toBe('云山县总工会2026年11月21日')
  near(line.left, 33.6, 0.7)
  near(line.right, 178.4, 0.7)
  const rule = inkIn({ top: line.bottom, bottom: line.bottom + 5 }, isRed)
  near(rule?.left, 28, 0.5)
  near(rule?.right, 184, 0.5)
  const later = (pages.minutes ?? []).slice(1).flatMap((page) => page.lines)
  expect(later.filter((one) => /^(云山县总工会|2026年11月21日)$/.test(one.text))).toEqual([])
})

test('minutes: 出席 hangs under its first name, one empty line below the text', () => {
  const page = pageOf('minutes', '出席')
  const [first, absent] = [lineOf('minutes', page, '出席'), lineOf('minutes', page, '请假')]
  const lines = pages.minutes?.[page - 1]?.lines ?? []
  const next = lines[lines.indexOf(first) + 1]
  near(first.left, 28 + 2 * 5.556, 0.7)
  near(next?.left, 28 + 5 * 5.556, 0.7)
  near(absent.left, first.left, 0.3)
  near(first.bottom - lineOf('minutes', page, '会议要求').bottom, 2 * 10.21, 0.3)
})

test.each([
  ['joint', 3],
  ['joint-five', 5],
  ['joint-report', 2],
])(
  'a joint mark: names below each other, the main first, 文件 in the middle of their height: %s',
  async (name, count) => {
    const inkIn = await openRaster(folder, name, 1)
    const lines = (pages[name]?.[0]?.lines ?? []).filter((line) => line.right < 181 && line.bottom < 140)
    expect(lines[0]?.text).toContain('云山县总工会')
    const number = lineOf(name, 1, '云工发')
    const mark = inkIn({ bottom: number.bottom - 12 }, isRed)
    near(mark?.top, 72, 0.5)
    expect(mark?.left).toBeGreaterThanOrEqual(28)
    expect(mark?.right).toBeLessThanOrEqual(184)
    near(middle(mark), 106, 1)
    // 文件 stands right of a gap between the columns.
    const columns: number[] = []
    for (let x = 100; x < 184; x += 0.5)
      if (!inkIn({ left: x, right: x + 0.5, bottom: number.bottom - 12 }, isRed)) columns.push(x)
    const gap = columns.filter((x) => x < 170).at(-1) ?? 0
    const suffix = inkIn({ left: gap, bottom: number.bottom - 12 }, isRed)
    near(((suffix?.top ?? 0) + (suffix?.bottom ?? 0)) / 2, ((mark?.top ?? 0) + (mark?.bottom ?? 0)) / 2, 1)
    expect(samples[name]?.mark.split('\n').length).toBe(count)
  },
)

test('joint issuers with seals stand in rows within the line, the date under the last of them', () => {
  for (const name of ['joint', 'joint-five']) {
    const page = pageOf(name, '特此通知')
    const date = lineOf(name, page, '2026年11月21日')
    const above = (pages[name]?.[page - 1]?.lines ?? []).filter((line) => line.bottom < date.bottom).at(-1)
    expect(above?.text.endsWith(samples[name]?.jointIssuers?.at(-1) ?? '-')).toBe(true)
    near(184 - date.right, 22.2, 0.7)
    near(date.bottom - (above?.bottom ?? 0), 10.21, 0.3)
    expect(above?.right).toBeLessThanOrEqual(184.3)
    expect(above?.left).toBeGreaterThanOrEqual(27.7)
  }
  const row = lineOf('joint', pageOf('joint', '特此通知'), '云山县人社局')
  expect(row.text).toBe('云山县总工会云山县人社局云山县教育局')
})

test('joint issuers without seals stand below each other, the main first', () => {
  const page = pageOf('joint-unsealed', '特此通知')
  const rows = ['云山县总工会', '云山县人社局', '云山县教育局', '2026年11月21日'].map((part) =>
    lineOf('joint-unsealed', page, part),
  )
  expect(rows.map((row) => row.bottom)).toEqual(rows.map((row) => row.bottom).sort((one, other) => one - other))
})

test('份号, 密级 and 紧急程度 fill the first lines and leave the mark in its place', async () => {
  const inkIn = await openRaster(folder, 'classified', 1)
  const lines = ['000012', '机密★1年', '特急'].map((part) => lineOf('classified', 1, part))
  for (const line of lines) near(line.left, 28, 0.5)
  const serial = inkIn({ bottom: 48 })
  expect(serial?.top).toBeGreaterThanOrEqual(38.5)
  expect(serial?.bottom).toBeLessThanOrEqual(46)
  near((lines[1]?.bottom ?? 0) - (lines[0]?.bottom ?? 0), 10.2, 0.5)
  near((lines[2]?.bottom ?? 0) - (lines[1]?.bottom ?? 0), 10.2, 0.5)
  near(inkIn({ bottom: 110 }, isRed)?.top, 72, 0.5)
})

test('without signers 文号 stands in the middle, 4 mm above the red line', async () => {
  const number = lineOf('notice', 1, '云工发')
  near(middle(number), 106, 1)
  const inkIn = await openRaster(folder, 'notice', 1)
  const rule = inkIn({ top: number.bottom - 2 }, isRed)
  const ink = inkIn({ left: number.left, right: number.right, top: number.bottom - 8, bottom: rule?.top ?? 0 })
  near((rule?.top ?? 0) - (ink?.bottom ?? 0), 4, 0.3)
})

test('附注 stands on the line below the date, two characters in', () => {
  const page = pageOf('notice', '此件公开发布')
  near(lineOf('notice', page, '（此件公开发布）').left - 28, 11.2, 3)
  near(lineOf('notice', page, '（此件').bottom - lineOf('notice', page, '2026年11月21日').bottom, 10.21, 0.3)
})

test('签名章: the post two lines below the text, the date one empty line below it, four characters from the edge', () => {
  const page = pageOf('stamp', '特此通知')
  const [close, post, date] = ['特此通知', '席', '2026年11月21日'].map((part) => lineOf('stamp', page, part))
  near((post?.bottom ?? 0) - (close?.bottom ?? 0), 3 * 10.21, 0.3)
  near((date?.bottom ?? 0) - (post?.bottom ?? 0), 2 * 10.21, 0.3)
  near(184 - (date?.right ?? 0), 22.2, 0.7)
})

test('thirty addressees move to the 版记, above 抄送 and with no line between, and page 1 shows text', async () => {
  expect(lineOf('many-recipients', 1, '为做好有关工作').bottom).toBeLessThan(262)
  const last = pages['many-recipients']?.length ?? 0
  const [sent, copy] = [lineOf('many-recipients', last, '主送：'), lineOf('many-recipients', last, '抄送：')]
  expect(sent.bottom).toBeLessThan(copy.bottom)
  near(sent.left, 32.9, 0.6)
  const inkIn = await openRaster(folder, 'many-recipients', last)
  const above = inkIn({ left: 100, right: 170, top: copy.bottom - 8, bottom: copy.bottom - 7 })
  expect(above).toBeUndefined()
  near(inkIn({ top: 255, bottom: 264 })?.bottom, 262, 0.5)
})

test('a table that is too wide for the page stays in the type area, upright in the text and across in an annex', async () => {
  const page = pageOf('wide-table', '数据')
  const ink = (await openRaster(folder, 'wide-table', page, 100))({ bottom: 262 })
  expect(ink?.left).toBeGreaterThanOrEqual(27.5)
  expect(ink?.right).toBeLessThanOrEqual(184.5)
  const across = (pages['text-annex'] ?? []).filter((one) => one.width > one.height)
  expect(across.map((one) => one.lines.some((line) => line.text.includes('附件')))).toEqual([true, true])
})

test('twenty annexes: their names run over a page end, the last ones stay with the signature, every annex has its page', () => {
  const list = pages['twenty-annexes'] ?? []
  const signed = list.find((page) => page.lines.some((line) => line.text === '2026年11月21日'))
  expect(signed?.lines.some((line) => line.text.startsWith('20.'))).toBe(true)
  expect(list.filter((page) => /^附件\d+$/.test(page.lines[0]?.text ?? '')).length).toBe(20)
})

test('a title of more than three lines is set smaller', () => {
  const lines = (pages['long-title']?.[0]?.lines ?? []).filter((line) => line.bottom > 130 && line.bottom < 185)
  expect(lines.length).toBeGreaterThanOrEqual(3)
  expect(lines.length).toBeLessThanOrEqual(4)
})

test('strict-33476: 22 lines 29.45 pt apart, ink from 38.2 to 261.5; mark, red line and 版记 where they always are', async () => {
  const inkIn = await openRaster(folder, 'strict', 2)
  const lines = (pages.strict?.[1]?.lines ?? []).filter((line) => line.bottom < 264)
  expect(lines.length).toBe(22)
  near((((lines.at(-1)?.bottom ?? 0) - (lines[0]?.bottom ?? 0)) / 21 / 25.4) * 72, 29.45, 0.1)
  const ink = inkIn({ bottom: 264 })
  near(ink?.top, 38.2, 0.8)
  near(ink?.bottom, 261.5, 0.8)
  near((await openRaster(folder, 'strict', 1))({ bottom: 110 }, isRed)?.top, 72, 0.5)
  const last = pages.strict?.length ?? 0
  near((await openRaster(folder, 'strict', last))({ top: 255, bottom: 264 })?.bottom, 262, 0.5)
  const dash = (await openRaster(folder, 'strict', 1))({ left: 172, right: 179, top: 264.5, bottom: 275 })
  near(((dash?.top ?? 0) + (dash?.bottom ?? 0)) / 2, 269, 0.5)
})

test('套打 prints nothing red and keeps every line in its place', async () => {
  for (const [bare, full] of [
    ['preprinted', 'notice'],
    ['preprinted-letter', 'letter'],
  ] as const) {
    expect((await openRaster(folder, bare, 1))({}, isRed)).toBeUndefined()
    const lines = (name: string) =>
      (pages[name]?.[0]?.lines ?? []).filter((line) => !/^云山县总工会(文件)?$/.test(line.text))
    expect(lines(bare).map((line) => line.text)).toEqual(lines(full).map((line) => line.text))
    for (const [index, line] of lines(bare).entries()) near(line.bottom, lines(full)[index]?.bottom ?? 0, 0.15)
  }
})

test('an office may have its page numbers in the middle and a smaller mark', async () => {
  near(middle(lineOf('centred', 1, '—1—')), 106, 1)
  near(middle(lineOf('centred', 2, '—2—')), 106, 1)
  const mark = (await openRaster(folder, 'centred', 1))({ bottom: 110 }, isRed)
  near(mark?.top, 72, 0.5)
  near((mark?.bottom ?? 0) - (mark?.top ?? 0), 40 * 0.3528 * 0.94, 1)
})

test('the estimate of pages agrees with what is printed, whatever the length', () => {
  for (const count of sweep) {
    const estimate = estimatePages(partsOf(ofLines(count), layoutOf('duplex')), layoutOf('duplex'))
    const signed =
      1 +
      (pages[`duplex-${count}`] ?? []).findIndex((page) => page.lines.some((line) => line.text === '（此件公开发布）'))
    expect([count, estimate.pages]).toEqual([count, signed])
  }
})

test('duplex: the 版记 stands on an even page; behind a blank page it has no number', () => {
  const places = new Set<string>()
  for (const count of sweep) {
    const list = pages[`duplex-${count}`] ?? []
    const last = list.at(-1)?.lines ?? []
    near(last.find((line) => line.text.includes('印发'))?.bottom, 261.7, 0.5)
    const number = /^—(\d+)—$/.exec(last.at(-1)?.text ?? '')?.[1]
    const isAlone = last.every((line) => /印发|抄送|^—/.test(line.text))
    expect([count, list.length % 2, number === undefined || Number(number) === list.length]).toEqual([count, 0, true])
    expect([count, list.at(-2)?.lines.length === 0]).toEqual([count, number === undefined])
    places.add(number === undefined ? 'behind-blank' : isAlone ? 'even' : 'here')
  }
  expect([...places].sort()).toEqual(['behind-blank', 'even', 'here'])
})
