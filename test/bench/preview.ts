/** Drawing the pages of the preview again after a keystroke, against the bare text in one element of the same width. */
import { existsSync } from 'node:fs'
import { chromium, type Page } from '@playwright/test'
import type { OfficialDocument } from '../../src-shared/documents.ts'
import { openPapers, showPapers } from '../e2e/papers/open-papers.ts'
import { longText, text } from '../src-main/documents/sample-document.ts'
import { notice } from '../src-main/documents/sample-kinds.ts'
import { type Comparison, median } from './measure.ts'

const besides = 'parts, numbers and pages of the whole document, and the pages that changed'
/** What is reckoned of a whole document weighs more where little is drawn. */
const aims = { few: 5, many: 2 } as const
const strokes = 20
const paragraphsPerPage = 5.5
const browserPath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
)

/** @param sizes in pages; milliseconds are those of one keystroke, script and layout */
export async function benchPreview(sizes: readonly number[], runs: number): Promise<Comparison[]> {
  const browser = await chromium.launch({
    ...(browserPath && { executablePath: browserPath }),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await openPapers(page)
    const comparisons: Comparison[] = []
    for (const size of sizes) {
      const blocks = Array.from({ length: Math.round(size * paragraphsPerPage) }, () => text(longText))
      const content = notice({ blocks })
      const middle = blocks.length >> 1
      for (const [name, word] of [
        ['a letter within a line', '！'],
        ['a line more', longText.slice(0, 28)],
      ] as const) {
        const changed = {
          ...content,
          blocks: blocks.map((one, index) => (index === middle ? text(word + longText) : one)),
        }
        const times = { ours: [] as number[], bare: [] as number[] }
        for (let run = 0; run <= runs; run += 1) {
          const [ours, bare] = [await timeOfPages(page, content, changed), await timeOfText(page, content, changed)]
          // The first is not counted.
          if (run > 0) for (const [side, time] of Object.entries({ ours, bare })) times[side as 'ours'].push(time)
        }
        const [ours, bare] = [median(times.ours), median(times.bare)]
        comparisons.push({
          name: `pages after ${name}`,
          size,
          ours,
          bare,
          aim: size < 20 ? aims.few : aims.many,
          besides,
        })
      }
    }
    return comparisons.toSorted((one, other) => one.name.localeCompare(other.name))
  } finally {
    await browser.close()
  }
}

/** Milliseconds of one change of the document until its pages are laid out. */
async function timeOfPages(page: Page, before: OfficialDocument, after: OfficialDocument): Promise<number> {
  await showPapers(page, { content: before })
  return page.evaluate(
    ([before, after, strokes]) => {
      const start = performance.now()
      for (let stroke = 0; stroke < strokes; stroke += 1) {
        window.showPapers(stroke % 2 === 0 ? after : before)
        document.body.getBoundingClientRect()
      }
      return (performance.now() - start) / strokes
    },
    [before, after, strokes] as const,
  )
}

/** The same for the words alone, in one element that is as wide as a line of the page. */
async function timeOfText(page: Page, before: OfficialDocument, after: OfficialDocument): Promise<number> {
  return page.evaluate(
    ([before, after, strokes]) => {
      const words = [before, after].map(({ blocks }) =>
        blocks
          .map((block) => (block.kind === 'paragraph' ? block.runs.map((run) => run.text).join('') : ''))
          .join('\n'),
      )
      const element = document.createElement('pre')
      element.style.cssText = 'width: 442pt; font-size: 16pt; white-space: pre-wrap'
      element.textContent = words[0] ?? ''
      document.body.append(element)
      document.body.getBoundingClientRect()
      const start = performance.now()
      for (let stroke = 0; stroke < strokes; stroke += 1) {
        element.textContent = words[(stroke + 1) % 2] ?? ''
        document.body.getBoundingClientRect()
      }
      const time = (performance.now() - start) / strokes
      element.remove()
      return time
    },
    [before, after, strokes] as const,
  )
}
