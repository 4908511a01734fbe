/** A newcomer's way in the desktop window: first start, one record, one report, its preview and its files. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { addRecord, arrive, openPage } from './clerk.ts'
import { test } from './open-desktop.ts'
import { answerSaveDialog } from './save-dialog.ts'

test('a newcomer gets from the first start to a saved report and its print preview', async ({
  desktop: { app, page },
  dataFolder,
}) => {
  await arrive(page)
  await addRecord(page, '学习', {
    学习类型: ['理论学习中心组集体学习'],
    组织单位: '县总工会党组',
    主题: '工人阶级和工会工作的论述',
    应到人数: '12',
    实到人数: '11',
  })

  await openPage(page, '报告与公文')
  await page.getByRole('button', { name: /^起草/ }).click()
  await expect(page.getByLabel('第4段，正文')).toHaveValue(/^本期共组织学习活动/)

  const word = join(dataFolder, '情况报告.docx')
  await answerSaveDialog(app, word)
  await page.getByRole('button', { name: '导出Word' }).click()
  await expect(page.getByText(`已保存：${word}`)).toBeVisible()
  const xml = strFromU8(unzipSync(await readFile(word))['word/document.xml'] ?? new Uint8Array())
  expect(xml.replace(/<[^>]+>/g, '')).toContain('本期共组织学习活动1场')

  await page.getByRole('button', { name: '预览与打印' }).click()
  // The editor shows the first page too; the one to be printed is meant.
  await expect(page.getByRole('heading', { level: 1, name: '预览与打印' })).toBeVisible()
  await expect(page.getByLabel('第1页', { exact: true })).toContainText('签发人：马建国')
  const papers = await page.locator('.paper').count()
  const pdf = join(dataFolder, '情况报告.pdf')
  await answerSaveDialog(app, pdf)
  await page.getByRole('button', { name: '存为PDF' }).click()
  await expect(page.getByText(`PDF已保存：${pdf}`)).toBeVisible()
  const printed = (await readFile(pdf)).toString('latin1')
  expect([...printed.matchAll(/\/Type\s*\/Page\b/g)]).toHaveLength(papers)
  await page.screenshot({ path: test.info().outputPath('preview.png') })
})

test('what was being typed is there again after the window was closed', async ({ desktop, startDesktop }) => {
  const { app, page } = desktop
  await arrive(page)
  await openPage(page, '学习')
  await page
    .getByRole('button', { name: /^(plus )?添加/ })
    .first()
    .click()
  await page.getByRole('dialog').getByLabel('主题', { exact: true }).fill('尚未写完的主题')
  await page.waitForTimeout(1500) // forms store their draft a moment after the last key
  await app.close()
  const again = await startDesktop()
  await openPage(again.page, '学习')
  await again.page
    .getByRole('button', { name: /^(plus )?添加/ })
    .first()
    .click()
  await expect(again.page.getByRole('dialog').getByLabel('主题', { exact: true })).toHaveValue('尚未写完的主题')
})
