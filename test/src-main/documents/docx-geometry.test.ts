/** The DOCX as LibreOffice prints it: the rows of the conformance list that are measured on paper. Millimetres. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { writeDocx } from '../../../src-main/documents/write-docx.ts'
import type { OfficialDocument } from '../../../src-shared/documents.ts'
import { isRed } from './printed-page/raster.ts'
import { missingForRendering, openRaster, type Page, readPages, renderAll } from './render-pdf.ts'
import { heading, longText, report, text, uprightSheet, wideSheet } from './sample-document.ts'

let folder: string
let missing: string | undefined
const pages: Record<string, Page[]> = {}

const annexOf = (sheet: ReturnType<typeof uprightSheet>) => ({ title: sheet.title, sheet })
const longBody = [
  text('现将有关情况报告如下。'),
  ...Array.from({ length: 18 }, () => text(longText)),
  text('特此报告。'),
]
const documents: Readonly<Record<string, Partial<OfficialDocument>>> = {
  usual: {},
  long: { blocks: longBody },
  'one-signer': { signers: ['马建国'], annexes: [], copyTo: [] },
  'two-signers': { signers: ['马建国', '李红梅'] },
  'three-signers': { signers: ['马建国', '李红梅', '王芳'] },
  'no-seal': { hasSeal: false, annexes: [], date: '2026-01-08', printedOn: '2026-01-08' },
  'long-title': {
    title: '云山县总工会关于2026年10月1日至12月31日学习宣讲蹲点工作情况和职工思想动态调研情况的报告',
    annexes: [
      annexOf(uprightSheet(4)),
      annexOf(uprightSheet(4, '云山县总工会宣讲覆盖全县各乡镇街道园区基层工会情况统计表')),
    ],
  },
  'many-rows': { annexes: [annexOf(uprightSheet(60))] },
  landscape: { annexes: [annexOf(uprightSheet(4)), annexOf(wideSheet(30))] },
  'full-page': {
    blocks: Array.from({ length: 25 }, (_, index) => text(`第${index + 1}行`)),
    annexes: [annexOf(wideSheet(3))],
  },
  'long-copy': { copyTo: ['甲', '乙', '丙', '丁', '戊', '己'].map((name) => `云山县${name}街道总工会及所属基层工会`) },
  'long-mark': { mark: '固川市云山县城关经济技术开发区总工会联合会文件' },
}
const sweep = Array.from({ length: 30 }, (_, index) => index + 1)
const ofLines = (count: number): Partial<OfficialDocument> => ({
  annexes: [],
  blocks: [heading(1, '情况'), ...Array.from({ length: count }, (_, index) => text(`第${index + 1}行`))],
})

beforeAll(async () => {
  missing = await missingForRendering()
  if (missing) return
  folder = await mkdtemp(join(tmpdir(), 'gongwen-'))
  const all = { ...documents, ...Object.fromEntries(sweep.map((count) => [`lines-${count}`, ofLines(count)])) }
  const files: Record<string, Uint8Array> = {}
  for (const [name, fields] of Object.entries(all)) files[name] = await writeDocx(report(fields))
  await renderAll(folder, files)
  for (const name of Object.keys(all)) pages[name] = await readPages(folder, name)
}, 180_000)
afterAll(async () => {
  if (folder) await rm(folder, { recursive: true, force: true })
})
beforeEach((context) => {
  if (missing) context.skip(missing)
})

const lineOf = (name: string, page: number, part: string) => {
  const line = pages[name]?.[page - 1]?.lines.find((one) => one.text.includes(part))
  if (!line) throw new Error(`“${part}” is not on page ${page} of ${name}`)
  return line
}
const near = (value: number | undefined, expected: number, tolerance: number) =>
  expect(Math.abs((value ?? Number.NaN) - expected), `${value} is not ${expected} ± ${tolerance}`).toBeLessThanOrEqual(
    tolerance,
  )
/** Body text without the page number below it. */
const bodyLines = (page: Page | undefined) => (page?.lines ?? []).filter((line) => line.bottom < 262.5)

test.each(['usual', 'long-mark'])(
  'the ink of the mark begins 72 mm from the top and stays in the type area: %s',
  async (name) => {
    const ink = (await openRaster(folder, name, 1))({ bottom: 110 }, isRed)
    near(ink?.top, 72, 0.5)
    near(((ink?.left ?? 0) + (ink?.right ?? 0)) / 2, 106, 1)
    expect(ink?.left).toBeGreaterThanOrEqual(28)
    expect(ink?.right).toBeLessThanOrEqual(184)
  },
)

test.each(['usual', 'two-signers', 'three-signers'])(
  'the red line is 156 mm long and 4 mm below the number: %s',
  async (name) => {
    const inkIn = await openRaster(folder, name, 1)
    const number = lineOf(name, 1, '云工发')
    const line = inkIn({ top: number.bottom - 2 }, isRed)
    const digits = inkIn({ left: 28, right: 80, top: number.bottom - 8, bottom: line?.top ?? 0 })
    near(line?.left, 28, 0.5)
    near(line?.right, 184, 0.5)
    near((line?.top ?? 0) - (digits?.bottom ?? 0), 4, 0.3)
    const thickness = (line?.bottom ?? 0) - (line?.top ?? 0)
    expect(thickness).toBeGreaterThan(0.25)
    expect(thickness).toBeLessThan(0.7)
  },
)

test.each([
  ['usual', '签发人：马建国'],
  ['two-signers', '李红梅'],
])('number and signer stand one character inside: %s', (name, signer) => {
  near(lineOf(name, 1, '云工发').left, 33.6, 0.7)
  near(lineOf(name, 1, signer).right, 178.4, 0.7)
  near(lineOf(name, 1, '云工发').bottom, lineOf(name, 1, signer).bottom, 0.2)
})

test('a third signer stands below the first and shares the line of the number', () => {
  const third = lineOf('three-signers', 1, '云工发')
  const upper = lineOf('three-signers', 1, '签发人')
  expect(third.text).toBe('云工发〔2026〕15号王　芳'.replace('　', ''))
  near(third.bottom - upper.bottom, 10.21, 0.2)
})

test('a full page has 22 lines, 28.95 pt apart', () => {
  for (const page of [2, 3]) {
    const bottoms = bodyLines(pages.long?.[page - 1]).map((line) => line.bottom)
    expect(bottoms.length).toBe(22)
    near((((bottoms.at(-1) ?? 0) - (bottoms[0] ?? 0)) / 21 / 25.4) * 72, 28.95, 0.1)
  }
})

test('a full line has 26 to 28 characters and begins at the margin', () => {
  const full = bodyLines(pages.long?.[1]).filter((line) => line.right > 178 && line.left < 30)
  expect(full.length).toBeGreaterThan(10)
  expect(full.filter((line) => line.text.length < 26 || line.text.length > 28).map((line) => line.text)).toEqual([])
  expect(full.some((line) => line.text.length === 28)).toBe(true)
  for (const line of full) near(line.left, 28, 1)
})

test('a paragraph begins two characters in', () => {
  near(lineOf('usual', 1, '现将有关情况').left - 28, 11.2, 0.4)
})

test('page 1 shows text, even with a long title', () => {
  for (const name of Object.keys(documents).filter((key) => key !== 'full-page'))
    expect(lineOf(name, 1, '现将有关情况').bottom).toBeLessThan(262)
})

test('with a seal the date ends four characters before the edge and the issuer is centred on its nominal width', () => {
  const date = lineOf('one-signer', 2, '2026年11月21日')
  const issuer = lineOf('one-signer', 2, '云山县总工会')
  near(184 - date.right, 22.2, 0.7)
  // LibreOffice adds a quarter of a character between Han and digits, whatever the file says: the date is wider here.
  near((issuer.left + issuer.right) / 2, 184 - (4 + 3.5) * 5.556, 0.7)
})

test('without a seal the issuer ends two characters before the edge', () => {
  near(184 - lineOf('no-seal', 2, '云山县总工会').right, 11.1, 0.7)
})

test('the dash of the page number stands 7 mm below the type area, odd pages right and even pages left', async () => {
  for (const [name, page] of [
    ['long', 1],
    ['long', 2],
    ['long', 3],
    ['many-rows', 3],
  ] as const) {
    const number = lineOf(name, page, '—')
    expect(number.text).toBe(`—${page}—`)
    const side =
      page % 2 === 1 ? { left: number.right - 5, right: number.right } : { left: number.left, right: number.left + 5 }
    const dash = (await openRaster(folder, name, page))({ ...side, top: 264, bottom: 275 })
    near(((dash?.top ?? 0) + (dash?.bottom ?? 0)) / 2, 269, 0.5)
    near(page % 2 === 1 ? number.right : number.left, page % 2 === 1 ? 179.1 : 32.9, 0.7)
  }
})

test('numbers run from 1 to the last page, through the annexes', () => {
  for (const [name, list] of Object.entries(pages).filter(([key]) => key !== 'landscape' && key !== 'full-page'))
    expect([name, ...list.map((page) => page.lines.at(-1)?.text)]).toEqual([
      name,
      ...list.map((_, index) => `—${index + 1}—`),
    ])
})

test.each(['usual', 'one-signer', 'landscape'])(
  '版记 ends the last page on the edge of the type area: %s',
  async (name) => {
    const inkIn = await openRaster(folder, name, pages[name]?.length ?? 0)
    const foot = inkIn({ top: 255, bottom: 264 })
    near(foot?.bottom, 262, 0.5)
    const rule = inkIn({ top: (foot?.bottom ?? 0) - 0.3, bottom: foot?.bottom ?? 0 })
    near(rule?.left, 28, 0.5)
    near(rule?.right, 184, 0.5)
  },
)

test('抄送 of several lines hangs under its first name, below the first line of the 版记', async () => {
  const lines = (pages['long-copy']?.at(-1)?.lines ?? []).filter((line) => line.bottom < 262.5)
  const copyTo = lines.filter((line) => line.text.includes('街道') || line.text.startsWith('抄送'))
  expect(copyTo.length).toBeGreaterThanOrEqual(3)
  near(copyTo[0]?.left, 32.9, 0.6)
  for (const line of copyTo.slice(1)) near(line.left, 28 + 4 * 4.939, 0.6)
  const top = (await openRaster(folder, 'long-copy', pages['long-copy']?.length ?? 0))({ top: 150, bottom: 263 })
  near(262 - (top?.top ?? 0), (copyTo.length + 1) * 9.88, 1)
})

test('a section that ends on a full page makes no empty page', () => {
  expect((pages['full-page'] ?? []).filter((page) => page.lines.length <= 1)).toEqual([])
})

test('印发机关 and date stand one character inside', () => {
  const line = lineOf('usual', pages.usual?.length ?? 0, '印发')
  near(line.left, 32.9, 0.6)
  near(line.right, 179.1, 0.6)
})

test('a table of 60 rows runs over pages and repeats its head', () => {
  const withHead = (pages['many-rows'] ?? []).filter((page) =>
    page.lines.some((line) => line.text.includes('应到人次')),
  )
  expect(withHead.length).toBeGreaterThanOrEqual(2)
  const rows = withHead.flatMap((page) => page.lines.filter((line) => line.text.startsWith('理论学习中心组集体学习')))
  expect(rows.length).toBe(60)
})

test('a landscape page keeps its number at the foot of the paper, which is its left edge, and its table inside', async () => {
  const turned = (pages.landscape ?? []).flatMap((page, index) => (page.width > page.height ? [index + 1] : []))
  expect(turned.length).toBeGreaterThanOrEqual(2)
  for (const page of turned) {
    const inkIn = await openRaster(folder, 'landscape', page)
    const number = inkIn({ left: 0, right: 34 })
    near(((number?.left ?? 0) + (number?.right ?? 0)) / 2, 28, 1)
    // LibreOffice keeps 2.4 mm free at both ends of turned text, though the box has no inner margins and stands right.
    if (page % 2 === 1) near(210 - (number?.bottom ?? 0), 30.9 + 2.4, 0.5)
    else near(number?.top, 32.9 + 2.4, 0.5)
    const body = inkIn({ left: 34 })
    expect(body?.left).toBeGreaterThanOrEqual(34.5)
    expect(body?.right).toBeLessThanOrEqual(260.5)
    expect(body?.top).toBeGreaterThanOrEqual(27.5)
    expect(body?.bottom).toBeLessThanOrEqual(184.5)
  }
})

test('whatever the length of the text, signature and date share a page with a line of it, and 版记 keeps its place', () => {
  for (const count of sweep) {
    const list = pages[`lines-${count}`] ?? []
    const signed = list.find((page) => page.lines.some((line) => line.text === '2026年11月21日'))
    const words = signed?.lines.map((line) => line.text) ?? []
    expect(words, `${count} lines`).toContain('云山县总工会')
    expect(
      words.some((line) => /^第\d+行$/.test(line)),
      `${count} lines`,
    ).toBe(true)
    near(list.at(-1)?.lines.find((line) => line.text.includes('印发'))?.bottom, 261.7, 0.5)
    const lowest = (signed?.lines ?? []).filter((line) => /^(第|2026年11月21日$)/.test(line.text)).at(-1)
    if (signed === list.at(-1)) expect(lowest?.bottom, `${count} lines`).toBeLessThan(242)
  }
})
