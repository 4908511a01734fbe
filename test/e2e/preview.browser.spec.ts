/** The preview shows what LibreOffice prints from the DOCX: the same pages, the same places, in every form and profile. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { type IsInk, isRed, readRaster } from '../src-main/documents/printed-page/raster.ts'
import { missingForRendering, type Page, readPages } from '../src-main/documents/render-pdf.ts'
import { heading, longText, text, uprightSheet, wideSheet } from '../src-main/documents/sample-document.ts'
import { notice, samples } from '../src-main/documents/sample-kinds.ts'
import { type Printed, printPapers, renderWithLibreOffice, showPapers, test } from './papers/open-papers.ts'

/** Headings, paragraphs and figures of many pages, a long table among them, on upright and turned pages. */
const long = notice({
  blocks: Array.from({ length: 11 }, (_, index) => [
    heading(1, `第${index + 1}部分`),
    heading(2, '有关情况'),
    text(longText + longText),
    text(longText),
  ]).flat(),
  annexes: [
    { title: '学习活动统计表', sheet: uprightSheet(60) },
    { title: '蹲点工作统计表', sheet: wideSheet(40) },
    { title: '实施办法', blocks: Array.from({ length: 9 }, () => text(longText)) },
  ],
})
const everything = { ...samples, long }
const few = ['notice', 'request', 'letter', 'minutes', 'joint', 'joint-five', 'text-annex', 'long']
const group = (names: readonly string[], look: Omit<Printed, 'content'>): Record<string, Printed> =>
  Object.fromEntries(
    Object.entries(everything)
      .filter(([name]) => names.includes(name))
      .map(([name, content]) => [name, { content, ...look }]),
  )
const ownChoice = {
  digits: 'Times',
  hasBoldHeadings: true,
  pageNumber: 'centred',
  markSize: 40,
  titlePitch: 30,
} as const
// 原生网格 is not among them: LibreOffice gives its characters two cells each.
const groups: Record<string, Record<string, Printed>> = {
  'office-A': group(Object.keys(everything), {}),
  'strict-33476': group(few, { name: 'strict-33476' }),
  duplex: group(few, { name: 'duplex' }),
  // Without the long tables: what stands in for Times here is higher in LibreOffice.
  'an office’s own choice': group(few.slice(0, -1), { options: ownChoice }),
}

test.setTimeout(240_000)

for (const [index, [title, documents]] of Object.entries(groups).entries())
  test(`the pages of ${title} begin with the same words as in LibreOffice’s PDF, and are as many`, async ({
    papers,
    renderFolder,
  }) => {
    await skipWithoutLibreOffice()
    const [printed, ours] = await foldersIn(join(renderFolder, `group${index}`))
    await renderWithLibreOffice(printed, documents)
    await printPapers(papers, ours, documents)
    const differences: string[] = []
    for (const name of Object.keys(documents)) {
      const [theirs, own] = [await readPages(printed, name), await readPages(ours, name)]
      if (theirs.length !== own.length) differences.push(`${name}: ${theirs.length} pages, ours ${own.length}`)
      else differences.push(...theirs.flatMap((page, at) => differenceOf(`${name} page ${at + 1}`, page, own[at])))
    }
    expect(differences).toEqual([])
  })

/** Its fonts, and what makes rasters, are needed too. */
async function skipWithoutLibreOffice(): Promise<void> {
  const reason = await missingForRendering()
  test.skip(reason !== undefined, reason)
}

async function foldersIn(folder: string): Promise<[string, string]> {
  const both: [string, string] = [join(folder, 'printed'), join(folder, 'preview')]
  for (const one of both) await mkdir(one, { recursive: true })
  return both
}

/**
 * LibreOffice leaves a gap between 汉字 and digits, which neither the file nor the standard has; so in a text with
 * digits a page may begin a word earlier or later, and the heads of narrow columns break elsewhere.
 */
function differenceOf(place: string, theirs: Page, ours: Page | undefined): string[] {
  const [their, our] = [wordsOf(theirs), ours ? wordsOf(ours) : '']
  const begins = (one: string, other: string) => other.slice(0, 16).includes(one.slice(0, 8))
  const isSame = begins(their, our) || begins(our, their) || isTableHead(their, our)
  const isTurned = ours && Math.abs(theirs.width - ours.width) < 1 && Math.abs(theirs.height - ours.height) < 1
  return isSame && isTurned ? [] : [`${place}: “${their.slice(0, 16)}”, ours “${our.slice(0, 16)}”`]
}

/** The same characters in another order: cells of several lines are read line by line. */
function isTableHead(their: string, our: string): boolean {
  const sorted = (words: string) => [...words.slice(0, 90)].sort().join('')
  return /^(?:第|意见|走访)/.test(their) && sorted(their) === sorted(our)
}

/** Without page number and label digits, which stand apart in either reading. */
function wordsOf({ lines }: Page): string {
  return lines
    .map((line) => line.text)
    .join('')
    .replace(/—\d+—|\s|[\dA-Za-z]/g, '')
}

const places: Record<string, Printed> = {
  notice: { content: notice() },
  joint: { content: samples.joint ?? notice() },
  minutes: { content: samples.minutes ?? notice() },
  letter: { content: samples.letter ?? notice() },
  classified: { content: samples.classified ?? notice() },
}

/**
 * Millimetres. LibreOffice adds the empty paragraph of a header to what is above the text, a quarter of one; a browser
 * draws text and rules at whole pixels, another; a raster of 200 dots to the inch knows eighths.
 */
const tolerance = 0.75

test('mark, red lines, text, 版记 and page number stand where they are printed', async ({ papers, renderFolder }) => {
  await skipWithoutLibreOffice()
  const [printed, ours] = await foldersIn(join(renderFolder, 'places'))
  await renderWithLibreOffice(printed, places)
  await printPapers(papers, ours, places)
  const differences: string[] = []
  for (const name of Object.keys(places))
    for (const page of [1, 2]) {
      const [their, our] = [await inkOf(printed, name, page), await inkOf(ours, name, page)]
      for (const what of Object.keys(their) as (keyof typeof their)[])
        for (const side of ['top', 'bottom', 'left', 'right'] as const) {
          const [one, other] = [their[what]?.[side] ?? 0, our[what]?.[side] ?? 0]
          if (Math.abs(one - other) > tolerance)
            differences.push(`${name} page ${page} ${what} ${side}: ${one.toFixed(2)}, ours ${other.toFixed(2)}`)
        }
    }
  expect(differences).toEqual([])
})

test('mark, red lines, 版记 and page number stand where the standard has them', async ({ papers, renderFolder }) => {
  await skipWithoutLibreOffice()
  const [, ours] = await foldersIn(join(renderFolder, 'standard'))
  await printPapers(papers, ours, places)
  const near = (length: number | undefined, wanted: number) =>
    expect(Math.abs((length ?? 0) - wanted), `${length} for ${wanted}`).toBeLessThan(0.5)
  for (const name of ['notice', 'joint', 'minutes', 'classified']) {
    const { red, number } = await inkOf(ours, name, 1)
    near(red?.top, 72)
    near((red?.right ?? 0) - (red?.left ?? 0), 156)
    near(((number?.top ?? 0) + (number?.bottom ?? 0)) / 2, 269)
    near((await inkOf(ours, name, 2)).imprint?.bottom, 262)
  }
  const { red, number } = await inkOf(ours, 'letter', 1)
  near(red?.top, 30)
  near(red?.bottom, 277)
  near((red?.right ?? 0) - (red?.left ?? 0), 170)
  // No number on page 1 (10.1).
  expect(number).toBeUndefined()
})

const isBlack: IsInk = (red, green, blue) => Math.max(red, green, blue) < 140

/** Red ink, the text at the left where no digits shift it, 版记 and page number. */
async function inkOf(folder: string, name: string, page: number) {
  const { ink } = await readRaster(join(folder, `${name}.pdf`), { page, dotsPerInch: 200 })
  return {
    red: ink({}, isRed),
    text: ink({ left: 20, right: 60, top: 38, bottom: 230 }, isBlack),
    title: page === 1 ? ink({ left: 95, right: 115, top: 140, bottom: 175 }, isBlack) : undefined,
    imprint: page === 2 ? ink({ left: 20, right: 90, top: 238, bottom: 264 }, isBlack) : undefined,
    number: ink({ top: 265, bottom: 272 }, isBlack),
  }
}

test('套打 leaves out what is printed already and keeps every other place', async ({ papers, renderFolder }) => {
  await skipWithoutLibreOffice()
  const [folder] = await foldersIn(join(renderFolder, 'preprinted'))
  const { content } = places.classified ?? { content: notice() }
  await printPapers(papers, folder, { plain: { content }, preprinted: { content, name: '套打' } })
  const [plain, preprinted] = [await inkOf(folder, 'plain', 1), await inkOf(folder, 'preprinted', 1)]
  expect(plain.red).toBeDefined()
  expect(preprinted).toEqual({ ...plain, red: undefined })
})

test('a full page has 22 lines, 28.95 points apart', async ({ papers }) => {
  await showPapers(papers, { content: notice({ blocks: Array.from({ length: 20 }, () => text(longText)) }) })
  const tops = await papers
    .getByRole('region', { name: '第2页' })
    .locator('p')
    .evaluateAll((paragraphs) => {
      const rows = new Set<number>()
      for (const paragraph of paragraphs) {
        const range = document.createRange()
        range.selectNodeContents(paragraph)
        for (const { top, height } of range.getClientRects()) rows.add(Math.round((top + height / 2) * 10) / 10)
      }
      return [...rows].sort((one, other) => one - other)
    })
  expect(tops).toHaveLength(22)
  const pitch = (((tops.at(-1) ?? 0) - (tops[0] ?? 0)) / 21) * 0.75
  expect(Math.abs(pitch - 28.95)).toBeLessThan(0.05)
})

test('a text that goes over a page is cut at the end of a line, and nothing is lost or said twice', async ({
  papers,
}) => {
  const words = Array.from({ length: 900 }, (_, index) => `第${index}句话。`).join('')
  await showPapers(papers, { content: notice({ blocks: [text(words)] }) })
  const lines = await papers.locator('.paper p.line').allTextContents()
  expect(lines.join('')).toContain(words)
  expect(lines.filter((line) => line.includes('句话')).length).toBeGreaterThan(5)
})

test('bold sentences within a text are bold on the pages, also where the text is cut', async ({ papers }) => {
  const runs = [{ text: longText.repeat(5) }, { text: longText.repeat(9), isBold: true }, { text: '至此。' }]
  await showPapers(papers, { content: notice({ blocks: [{ kind: 'paragraph', runs }] }) })
  const bold = await papers.locator('.paper p.line .bold').allTextContents()
  expect(bold.length).toBeGreaterThan(1)
  expect(bold.join('')).toBe(longText.repeat(9))
  const weights = await papers
    .locator('.paper p.line .bold')
    .evaluateAll((spans) => spans.map((span) => getComputedStyle(span).fontWeight))
  expect(new Set(weights)).toEqual(new Set(['700']))
})

test('the margins change sides on even pages of duplex documents', async ({ papers }) => {
  await showPapers(papers, { content: long, name: 'duplex' })
  const lefts = await papers.locator('.paper:not(.turned)').evaluateAll((pages) =>
    pages.slice(0, 4).map((page) => {
      const area = page.querySelector('.type-area')
      return Math.round(((area?.getBoundingClientRect().left ?? 0) - page.getBoundingClientRect().left) * 0.2646)
    }),
  )
  expect(lefts).toEqual([28, 26, 28, 26])
})
