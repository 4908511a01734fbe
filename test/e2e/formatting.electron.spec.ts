/** Formatting and mending in the desktop window: the file goes where the person says, and nowhere when she cancels. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { checkDocument } from '../../src-main/documents/check/check-document.ts'
import { makeDocx, paragraph } from '../src-main/documents/make-docx.ts'
import { arrive, openPage } from './clerk.ts'
import { test } from './open-desktop.ts'
import { answerSaveDialog } from './save-dialog.ts'

const foreign = makeDocx(
  [
    paragraph('云山县总工会关于开展宣讲活动的通知', '<w:jc w:val="center"/>'),
    paragraph('各乡镇总工会:'),
    paragraph('请认真组织,并及时报送。'),
  ].join(''),
)

test('a pasted text and a mended file are saved where the person chose; cancelled, nothing is said to be mended', async ({
  desktop: { app, page },
  dataFolder,
}) => {
  await arrive(page)
  await openPage(page, '报告与公文')
  await page.getByRole('tab', { name: '整理成文' }).click()
  await page.getByLabel('公文文字').fill('云山县总工会关于开展宣讲活动的通知\n各乡镇总工会：\n请认真组织。\n')
  const written = join(dataFolder, '通知.docx')
  const asked = await answerSaveDialog(app, written)
  await page.getByRole('button', { name: '直接导出Word' }).click()
  await expect(page.getByText(`公文已保存：${written}`)).toBeVisible()
  expect(await asked()).toMatchObject({
    defaultPath: expect.stringMatching(/云山县总工会关于开展宣讲活动的通知\.docx$/),
  })
  expect(failing(await readFile(written))).toEqual([])

  await page.getByRole('tab', { name: '格式检查' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '格式检查' })).toBeVisible()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '来文.docx', mimeType: 'application/octet-stream', buffer: Buffer.from(foreign) })
  const cancelled = await answerSaveDialog(app, undefined)
  const mend = page.getByRole('button', { name: '一键订正' })
  await mend.click()
  // Another answer must not reach this dialog.
  await expect.poll(cancelled).toBeDefined()
  await expect(mend).not.toHaveClass(/ant-btn-loading/)
  await expect(page.getByText(/^已订正/)).toHaveCount(0)
  const mended = join(dataFolder, '来文（已修）.docx')
  await answerSaveDialog(app, mended)
  await mend.click()
  await expect(page.getByText(`订正后的文件已保存：${mended}`)).toBeVisible()
  expect(failing(await readFile(mended)).length).toBeLessThan(failing(foreign).length)
})

function failing(bytes: Uint8Array): number[] {
  return checkDocument(bytes)
    .filter(({ pass, severity }) => pass === false && severity === 'E')
    .map(({ id }) => id)
}
