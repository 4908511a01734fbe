/** 署名与正文同处一页 (7.3.5.5): documents that end on every line round a page end, as LibreOffice prints them. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkDocument } from '../../../src-main/documents/check/check-document.ts'
import { writeDocx } from '../../../src-main/documents/write-docx.ts'
import { partsOf } from '../../../src-shared/document-parts.ts'
import type { OfficialDocument } from '../../../src-shared/documents.ts'
import { defaultLayout } from '../../../src-shared/layouts.ts'
import { estimatePages } from '../../../src-shared/page-estimate.ts'
import type { DocumentParts } from '../../../src-shared/part-types.ts'
import { all, openDocx } from './open-docx.ts'
import { missingForRendering, type Page, readPages, renderAll } from './render-pdf.ts'
import { heading, longText, report, text } from './sample-document.ts'
import { notice } from './sample-kinds.ts'

/** So many full lines, less a little. */
const ofLines = (lines: number) => text([...longText].slice(0, 28 * lines - 4).join(''))
const series = (count: number, lines: (index: number) => number) =>
  Array.from({ length: count }, (_, index) => ofLines(lines(index)))

/** Single lines, also before an annex; paragraphs with a short close; a report that ends in a paragraph of four lines. */
const families: Readonly<Record<string, (count: number) => OfficialDocument>> = {
  lines: (count) => notice({ blocks: Array.from({ length: count }, (_, index) => text(`第${index + 1}行`)) }),
  annexed: (count) => ({
    ...(families.lines?.(count) ?? notice()),
    annexes: [{ title: '名单', blocks: [text('略。')], isUnlabelled: true }],
  }),
  close: (count) =>
    notice({
      blocks: [heading(1, '总体要求'), ...series(count, (index) => 1 + ((index * 7) % 4)), text('特此通知。')],
    }),
  long: (count) => report({ annexes: [], blocks: [...series(count, (index) => 1 + ((index * 5) % 3)), ofLines(4)] }),
}
const documents: Record<string, OfficialDocument> = {}
for (let count = 2; count <= 32; count += 1) documents[`lines-${count}`] = families.lines?.(count) ?? notice()
for (let count = 20; count <= 32; count += 1) documents[`annexed-${count}`] = families.annexed?.(count) ?? notice()
for (let count = 3; count <= 20; count += 1) documents[`close-${count}`] = families.close?.(count) ?? notice()
for (let count = 2; count <= 18; count += 1) documents[`long-${count}`] = families.long?.(count) ?? notice()

let folder: string
let missing: string | undefined
const files: Record<string, Uint8Array> = {}
const parts: Record<string, DocumentParts> = {}
const pages: Record<string, Page[]> = {}
beforeAll(async () => {
  for (const [name, document] of Object.entries(documents)) {
    files[name] = await writeDocx(document)
    parts[name] = partsOf(document)
  }
  missing = await missingForRendering()
  if (missing) return
  folder = await mkdtemp(join(tmpdir(), 'gongwen-fit-'))
  await renderAll(folder, files)
  for (const name of Object.keys(files)) pages[name] = await readPages(folder, name)
}, 180_000)
afterAll(async () => {
  if (folder) await rm(folder, { recursive: true, force: true })
})

const signedPage = (name: string) =>
  (pages[name] ?? []).findIndex((page) => page.lines.some((line) => line.text === '2026年11月21日'))
/** Lines of text above the signature on its page, and below the title on page 1. */
function textAboveSignature(name: string): number {
  const at = signedPage(name)
  const lines = pages[name]?.[at]?.lines ?? []
  const issuer = lines.findIndex((line) => line.text === '云山县总工会' && line.left > 100)
  const recipients = at === 0 ? lines.findIndex((line) => line.text.endsWith('：')) : -1
  return issuer - recipients - 1
}

test('the page of the signature holds two lines of text at least; of a text of two, one stays on page 1', ({
  skip,
}) => {
  if (missing) skip(missing)
  const short = Object.keys(documents).filter((name) => textAboveSignature(name) < 2)
  expect(short).toEqual(['lines-2'])
  expect([signedPage('lines-2'), textAboveSignature('lines-2')]).toEqual([1, 1])
})

test('page 1 always shows text, and no page is overfull', ({ skip }) => {
  if (missing) skip(missing)
  for (const [name, list] of Object.entries(pages)) {
    const words = parts[name]?.body[0]?.runs[0]?.text.slice(0, 5) ?? '-'
    expect([name, list[0]?.lines.some((line) => line.text.includes(words))]).toEqual([name, true])
    for (const page of list) {
      const text = page.lines.filter((line) => !/^—\d+—$/.test(line.text))
      expect(Math.max(...text.map((line) => line.bottom)), name).toBeLessThanOrEqual(262.9)
    }
  }
})

test('the estimate agrees with what is printed, also where lines stand closer or wider', ({ skip }) => {
  if (missing) skip(missing)
  for (const [name, own] of Object.entries(parts))
    expect([name, estimatePages(own, defaultLayout).pages - own.annexes.length]).toEqual([name, signedPage(name) + 1])
})

test('lines stand closer or wider in some of them only, by less than a tenth, from the second paragraph at the earliest', () => {
  const fits = Object.values(parts).flatMap(({ fit }) => (fit ? [fit] : []))
  const usual = defaultLayout.grid.pitch.value
  expect(fits.some(({ pitch }) => pitch < usual) && fits.some(({ pitch }) => pitch > usual)).toBe(true)
  expect(fits.length).toBeLessThan(Object.keys(parts).length / 5)
  expect(fits.filter(({ pitch, from }) => Math.abs(pitch - usual) > usual / 10 || from < 1)).toEqual([])
})

test('the 版记 has a page of its own only where it would have had one without a fit', ({ skip }) => {
  if (missing) skip(missing)
  const alone = Object.keys(parts).filter((name) =>
    pages[name]?.at(-1)?.lines.every((line) => /抄送|印发|^—/.test(line.text)),
  )
  expect(alone.filter((name) => parts[name]?.fit)).toEqual([])
})

test('the check knows such an end of a text, and no other pitch', () => {
  const fitted = Object.keys(parts).filter((name) => parts[name]?.fit)
  const judged = (name: string) => checkDocument(files[name] ?? new Uint8Array()).find(({ id }) => id === 13)
  expect(fitted.map((name) => judged(name)?.pass)).toEqual(fitted.map(() => true))
})

test('a document without a signature is left as it is', () => {
  const blocks = Array.from({ length: 28 }, (_, index) => text(`第${index + 1}行`))
  expect(partsOf(notice({ blocks, issuer: '', date: '' })).fit).toBeNull()
  expect(partsOf(notice({ blocks })).fit).not.toBeNull()
})

test('the last row of a table that ends the text stays with the signature in Word', async () => {
  const rows = Array.from({ length: 5 }, (_, index) => [`第${index}号`, '张三'])
  const bytes = await writeDocx(notice({ blocks: [text('如下。'), { kind: 'table', rows }] }))
  const table = all(openDocx(bytes)['word/document.xml'], 'w:tbl')[0]
  const kept = all(table, 'w:tr').map((row) => all(row, 'w:keepNext').length)
  expect(kept).toEqual([0, 0, 0, 0, 2])
})
