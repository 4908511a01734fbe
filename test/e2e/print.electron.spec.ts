/** Saving through the desktop's own dialog, and the page as PDF. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { putContent } from '../../src-main/files/content-store.ts'
import { makePng } from '../make-pictures.ts'
import { office } from '../sample-records.ts'
import { samples } from '../src-main/documents/sample-kinds.ts'
import { callCore } from './call-core.ts'
import { test } from './open-desktop.ts'
import { answerSaveDialog } from './save-dialog.ts'

test('the page is saved as an A4 PDF where the person chose', async ({ desktop: { app, page }, dataFolder }) => {
  const path = join(dataFolder, '情况报告.pdf')
  const asked = await answerSaveDialog(app, path)
  expect(await callCore(page, 'shell/printPdf', { fileName: '情况报告.pdf' })).toEqual({ state: 'saved', path })
  expect(await asked()).toMatchObject({ buttonLabel: '保存', defaultPath: expect.stringMatching(/情况报告\.pdf$/) })
  const pdf = (await readFile(path)).toString('latin1')
  expect(pdf.startsWith('%PDF-')).toBe(true)
  const sheets = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)]
  expect(sheets.length).toBeGreaterThan(0)
  for (const [, width, height] of sheets) {
    // 210 × 297 mm in points; Chromium rounds up.
    expect(Math.abs(Number(width) - 595.3)).toBeLessThan(1)
    expect(Math.abs(Number(height) - 841.9)).toBeLessThan(1)
  }
  expect((await readdir(dataFolder)).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('a dialog that was cancelled leaves nothing', async ({ desktop: { app, page }, dataFolder }) => {
  await answerSaveDialog(app, undefined)
  expect(await callCore(page, 'shell/printPdf', { fileName: '情况报告.pdf' })).toEqual({ state: 'cancelled' })
  expect((await readdir(dataFolder)).filter((name) => /pdf|part/.test(name))).toEqual([])
})

test('a place that cannot be written is named in one sentence', async ({ desktop: { app, page }, dataFolder }) => {
  await writeFile(join(dataFolder, '文件'), '')
  await answerSaveDialog(app, join(dataFolder, '文件', '情况报告.pdf'))
  expect(await callCore(page, 'shell/printPdf', { fileName: '情况报告.pdf' })).toMatchObject({
    code: 'FILE_UNWRITABLE',
    message: `文件夹“${join(dataFolder, '文件')}”不存在，请换一个位置再试。`,
  })
})

test('the page may have only a file shown that the person saved in this run', async ({
  desktop: { app, page },
  dataFolder,
}) => {
  const refused = await callCore(page, 'shell/showInFolder', { path: join(dataFolder, 'ledger.sqlite') })
  expect(refused).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })
  const path = join(dataFolder, '情况报告.pdf')
  await answerSaveDialog(app, path)
  await callCore(page, 'shell/printPdf', { fileName: '情况报告.pdf' })
  expect(await callCore(page, 'shell/showInFolder', { path })).toBeUndefined()
})

test('the pages of a document are printed one to one, turned ones on their side, pictures and all', async ({
  desktop: { app, page },
  dataFolder,
}) => {
  await callCore(page, 'office/set', office)
  const sha256 = await putContent(dataFolder, makePng(300, 200))
  const picture = { kind: 'picture', sha256, type: 'image/png', width: 300, height: 200, caption: '活动现场' }
  const content = { ...samples['text-annex'], blocks: [...(samples['text-annex']?.blocks ?? []), picture] }
  const { documentId } = await callCore(page, 'documents/create', { kind: '通知' })
  const { version } = await callCore(page, 'documents/get', { id: documentId })
  await callCore(page, 'documents/update', { id: documentId, version, content })

  await page.evaluate((id) => window.location.assign(`#/documents/${id}/preview`), documentId)
  await page.reload()
  const image = page.getByRole('img', { name: '活动现场' })
  await expect(image).toBeVisible()
  await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(300)
  await page.screenshot({ path: test.info().outputPath('preview.png') })
  const turned = await page
    .locator('.paper')
    .evaluateAll((papers) => papers.map((paper) => paper.classList.contains('turned')))
  expect(turned).toContain(true)

  const path = join(dataFolder, '通知.pdf')
  await answerSaveDialog(app, path)
  await callCore(page, 'shell/printPdf', { fileName: '通知.pdf' })
  const pdf = (await readFile(path)).toString('latin1')
  const sheets = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)]
  expect(sheets.map(([, width, height]) => Number(width) > Number(height))).toEqual(turned)
})
