/** After a keystroke only the pages that show something else are drawn again (局部重绘). */
import { expect, type Page } from '@playwright/test'
import type { OfficialDocument } from '../../src-shared/documents.ts'
import { longText, text, uprightSheet } from '../src-main/documents/sample-document.ts'
import { notice } from '../src-main/documents/sample-kinds.ts'
import { showPapers, test } from './papers/open-papers.ts'

/** About fifty pages. */
const paragraphs = Array.from({ length: 275 }, (_, index) => text(`第${index + 1}段。${longText}`))
const long = notice({ blocks: paragraphs })

/** Draws the document and then the changed one; the numbers of the pages in which the browser changed anything. */
async function pagesChanged(papers: Page, before: OfficialDocument, after: OfficialDocument): Promise<number[]> {
  await showPapers(papers, { content: before })
  await papers.evaluate(() => {
    const changed = new Set<number>()
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement
        const sheet = element?.closest('.sheet')
        const pages = [...document.querySelectorAll('.sheet')]
        if (sheet) changed.add(pages.indexOf(sheet) + 1)
      }
    })
    const place = document.querySelector('.papers')
    if (place) observer.observe(place, { subtree: true, childList: true, characterData: true, attributes: true })
    Object.assign(window, { changed, observer })
  })
  await showPapers(papers, { content: after })
  return papers.evaluate(async () => {
    await new Promise(requestAnimationFrame)
    const { changed, observer } = window as unknown as { changed: Set<number>; observer: MutationObserver }
    observer.disconnect()
    return [...changed].sort((one, other) => one - other)
  })
}

const typed = (content: OfficialDocument, block: number, words: string): OfficialDocument => ({
  ...content,
  blocks: content.blocks.map((one, index) => (index === block ? text(words) : one)),
})

/** The pages on which a paragraph of the text stands. */
async function pagesOf(papers: Page, words: string): Promise<number[]> {
  return papers
    .locator('.sheet')
    .evaluateAll(
      (sheets, words) =>
        sheets.flatMap((sheet, index) => (sheet.textContent.includes(words as string) ? [index + 1] : [])),
      words,
    )
}

test('a character typed within a line changes its page alone, out of fifty', async ({ papers }) => {
  await showPapers(papers, { content: long })
  expect(await papers.locator('.sheet').count()).toBeGreaterThan(48)
  const pages = await pagesOf(papers, '第120段。')
  expect(pages).toHaveLength(1)
  expect(await pagesChanged(papers, long, typed(long, 119, `第120段！${longText}`))).toEqual(pages)
})

test('a line more goes on to the next pages and leaves those before as they are', async ({ papers }) => {
  await showPapers(papers, { content: long })
  const [page = 0] = await pagesOf(papers, '第120段。')
  const changed = await pagesChanged(papers, long, typed(long, 119, `第120段。${longText}${longText.slice(0, 25)}`))
  expect(changed[0]).toBe(page)
  expect(changed.length).toBeGreaterThan(1)
})

test('a change that is taken back is drawn once more on the same page', async ({ papers }) => {
  const after = typed(long, 10, `第11段！${longText}`)
  const there = await pagesChanged(papers, long, after)
  expect(await pagesChanged(papers, after, long)).toEqual(there)
})

test('the same document again changes nothing, though every object of it is new', async ({ papers }) => {
  expect(await pagesChanged(papers, long, structuredClone(long))).toEqual([])
})

test('a long table is not drawn again for a word in the text before it', async ({ papers }) => {
  const content = notice({ blocks: paragraphs.slice(0, 12), annexes: [{ title: '统计表', sheet: uprightSheet(300) }] })
  const changed = await pagesChanged(papers, content, typed(content, 2, `第3段！${longText}`))
  expect(changed).toHaveLength(1)
})

test('抄送 in the editor changes the page of the 版记 alone', async ({ papers }) => {
  const count = await showPapers(papers, { content: long }).then(() => papers.locator('.sheet').count())
  expect(await pagesChanged(papers, long, { ...long, copyTo: ['云山县委办公室'] })).toEqual([count])
})
