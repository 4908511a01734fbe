/** 首页必须显示正文 (7.3.3): short texts of one paragraph, under titles of one to three lines, as LibreOffice prints them. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkDocument } from '../../../src-main/documents/check/check-document.ts'
import { mendDocument } from '../../../src-main/documents/check/mend-document.ts'
import { readDocx } from '../../../src-main/documents/read-docx.ts'
import { recogniseDocument } from '../../../src-main/documents/recognise/recognise-document.ts'
import { writeDocx } from '../../../src-main/documents/write-docx.ts'
import { partsOf } from '../../../src-shared/document-parts.ts'
import type { Block, OfficialDocument } from '../../../src-shared/documents.ts'
import { defaultLayout } from '../../../src-shared/layouts.ts'
import { estimatePages } from '../../../src-shared/page-estimate.ts'
import type { DocumentParts } from '../../../src-shared/part-types.ts'
import { missingForRendering, type Page, readPages, renderAll } from './render-pdf.ts'
import { heading, longText, text } from './sample-document.ts'
import { notice } from './sample-kinds.ts'

const plan = '《云山县总工会学习宣传贯彻党的十九届六中全会精神宣讲方案》'
const titles = [
  '云山县总工会关于印发宣讲方案的通知',
  '云山县总工会关于印发职工文化活动年实施方案和任务分工的通知',
  `云山县总工会关于印发${plan}的通知`,
]
const recipients = ['各乡镇（街道）总工会', '各园区（开发区）工会', '各基层工会'].map((name) => ({ names: [name] }))
const sentOn = (title: number, blocks: readonly Block[], fields: Partial<OfficialDocument> = {}) =>
  notice({
    title: titles[title] ?? '',
    recipients,
    blocks: [...blocks],
    note: '',
    hasSeal: true,
    annexes: [{ title: '宣讲方案', blocks: [text(longText), text(longText)], isUnlabelled: true }],
    ...fields,
  })
/** A paragraph of so many lines. */
const words = [...`${longText.slice(0, -1)}，`.repeat(5)]
const ofLines = (lines: number) => text(`${words.slice(0, 28 * lines - 9).join('')}工会。`)
/** Half-width figures, marks and quotes round every line end. */
const mixed = (length: number) =>
  text(
    `${[...'按照《上海市总工会关于深入学习宣传的通知》（沪工总宣〔2021〕198号）要求，于2022年10月28日前报送“百场宣讲”等3项工作的数据和1份总结材料，'.repeat(4)].slice(0, length).join('')}请认真落实。`,
  )
const issued = text(
  `根据《上海市总工会关于深入学习宣传贯彻党的十九届六中全会精神的通知》（沪工总宣〔2021〕198号）要求，现将${plan}印发给你们，请结合实际认真贯彻落实。`,
)

const documents: Record<string, OfficialDocument> = { issued: sentOn(2, [issued]) }
for (const title of titles.keys())
  for (let lines = 1; lines <= 12; lines += 1) documents[`${title + 1}-${lines}`] = sentOn(title, [ofLines(lines)])
for (let lines = 3; lines <= 12; lines += 1) {
  documents[`headed-${lines}`] = sentOn(2, [heading(1, '总体要求'), ofLines(lines)])
  documents[`unsealed-${lines}`] = sentOn(2, [ofLines(lines)], { hasSeal: false, annexes: [] })
  documents[`mixed-${lines}`] = sentOn(2, [mixed(24 * lines)])
}

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
  folder = await mkdtemp(join(tmpdir(), 'gongwen-parted-'))
  await renderAll(folder, files)
  for (const name of Object.keys(files)) pages[name] = await readPages(folder, name)
}, 180_000)
afterAll(async () => {
  if (folder) await rm(folder, { recursive: true, force: true })
})

const parted = () => Object.keys(parts).filter((name) => parts[name]?.body.some(({ half }) => half))
const wordsOf = (blocks: readonly Block[]) =>
  blocks
    .flatMap((block) => (block.kind === 'paragraph' ? block.runs : []))
    .map((run) => run.text)
    .join('')
/** Lines of the text itself on each page up to that of the signature. */
function textLines(name: string): Page['lines'][] {
  const body = wordsOf(documents[name]?.blocks ?? []).replace(/\s/gu, '')
  const at = (pages[name] ?? []).findIndex(({ lines }) => lines.some((line) => line.text === '2026年11月21日'))
  return (pages[name] ?? []).slice(0, at + 1).map(({ lines }) => {
    const recipient = lines.findIndex((line) => line.text.endsWith('：'))
    return lines.slice(recipient + 1).filter((line) => body.includes(line.text) && line.text !== '云山县总工会')
  })
}

test('page 1 shows text, two lines where there are four, and the page of the signature as much', ({ skip }) => {
  if (missing) skip(missing)
  const wrong = Object.keys(documents).flatMap((name) => {
    const counts = textLines(name).map((lines) => lines.length)
    const all = counts.reduce((sum, count) => sum + count, 0)
    const wanted = all >= 4 ? [2, 2] : all === 3 ? [1, 2] : [1, 1]
    const isRight =
      counts.length === 1 ? all > 0 : counts.length === 2 && counts.every((count, page) => count >= (wanted[page] ?? 0))
    return isRight ? [] : [[name, ...counts]]
  })
  expect(wrong).toEqual([])
})

test('nothing is lost or said twice, and every line but the last is as full as the others', ({ skip }) => {
  if (missing) skip(missing)
  for (const name of Object.keys(documents)) {
    const lines = textLines(name).flat()
    expect([name, lines.map((line) => line.text).join('')]).toEqual([name, wordsOf(documents[name]?.blocks ?? [])])
    const short = lines.slice(0, -1).filter(({ right }) => right < 181)
    expect([name, short.map((line) => line.text)]).toEqual([name, []])
  }
})

test('a paragraph is parted only where page 1 would show no text', () => {
  expect(parted().length).toBeGreaterThan(30)
  expect(parted().filter((name) => /^1-[1-4]$/.test(name))).toEqual([])
  const before = { ...documents.issued, blocks: [text('现印发有关方案。'), issued] } as OfficialDocument
  expect(partsOf(before).body.filter(({ half }) => half)).toEqual([])
})

test('the estimate agrees with what is printed', ({ skip }) => {
  if (missing) skip(missing)
  for (const [name, own] of Object.entries(parts))
    expect([name, estimatePages(own, defaultLayout).pages]).toEqual([name, pages[name]?.length])
})

test('the check finds no fault in it and mending leaves it as it is', () => {
  for (const name of parted()) {
    const bytes = files[name] ?? new Uint8Array()
    // How its title parts is the title's affair.
    const faults = checkDocument(bytes).filter(({ id, pass }) => pass === false && id !== 42)
    expect([name, faults.map(({ id, found }) => `${id} ${found}`)]).toEqual([name, []])
    const mended = mendDocument(bytes, [20, 46, 13]).bytes
    expect([name, checkDocument(mended)]).toEqual([name, checkDocument(bytes)])
    expect([name, readDocx(mended)]).toEqual([name, readDocx(bytes)])
  }
})

test('read again it is one paragraph, word for word', () => {
  for (const name of parted()) {
    const { document } = recogniseDocument(readDocx(files[name] ?? new Uint8Array()))
    const kinds = document.blocks.map(({ kind }) => kind)
    expect([name, kinds]).toEqual([name, documents[name]?.blocks.map(({ kind }) => kind)])
    expect([name, wordsOf(document.blocks as Block[])]).toEqual([name, wordsOf(documents[name]?.blocks ?? [])])
  }
})
