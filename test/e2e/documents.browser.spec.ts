/** Editing a report: figures are drawn, text is the clerk's; both survive drawing again, a reload and the preview. */
import { expect, type Page } from '@playwright/test'
import { addRecord, arrive, openPage } from './clerk.ts'
import { test } from './open-app.ts'

const study = { 学习类型: ['主题党日'], 组织单位: '机关党支部', 主题: '重温誓词', 应到人数: '20', 实到人数: '19' }

test('figures are explained and kept from typing; handwritten paragraphs keep their text when figures are drawn again', async ({
  app,
}) => {
  await draftReport(app)
  const paragraph = app.locator('.figure-paragraph').filter({ hasText: '本期共组织学习活动' })
  await expect(paragraph.getByRole('textbox')).toHaveCount(0)
  await paragraph.locator('mark').first().hover()
  await expect(app.getByRole('tooltip', { name: /学习场次/ })).toBeVisible()
  await app.getByLabel('第1段，正文').fill('开头由我来写。')
  await app.getByRole('button', { name: '保存', exact: true }).click()
  await expect(app.getByText('已全部保存')).toBeVisible()

  const editor = app.url()
  await addRecord(app, '学习', { ...study, 主题: '第二次主题党日' })
  await app.goto(editor)
  await expect(paragraph).toContainText('学习活动1场')
  await app.getByRole('button', { name: '重新取数' }).click()
  await expect(paragraph).toContainText('学习活动2场')
  await expect(app.getByLabel('第1段，正文')).toHaveValue('开头由我来写。')

  await paragraph.getByRole('button', { name: '改为手写' }).click()
  await expect(paragraph).toHaveCount(0)
  await expect(app.locator('textarea').filter({ hasText: '本期共组织学习活动2场' })).toBeVisible()
})

test('paragraphs are added, moved and removed, and the preview numbers the headings by order', async ({ app }) => {
  await draftReport(app)
  await app.getByRole('button', { name: '在第1段后添加' }).click()
  await app.getByRole('menuitem', { name: /一级标题/ }).click()
  await app.getByLabel('第2段，标题').fill('基本情况')
  await app.getByRole('button', { name: '在第2段后添加' }).click()
  await app.getByRole('menuitem', { name: '段落' }).click()
  await app.getByLabel('第3段，正文').fill('多余的一段。')
  await app.getByRole('button', { name: '第3段上移' }).click()
  await expect(app.getByLabel('第2段，正文')).toHaveValue('多余的一段。')
  await app.getByRole('button', { name: '删除第2段' }).click()
  await app.getByRole('button', { name: '预览与打印' }).click()
  const first = app.getByLabel('第1页', { exact: true })
  await expect(first).toContainText('一、基本情况')
  await expect(first).toContainText('二、主要做法')
  await expect(first).not.toContainText('多余的一段')
})

test('an unsaved document is there again after a reload and can be given up', async ({ app }) => {
  await draftReport(app)
  const stored = app.waitForResponse(/\/rpc\/drafts\/put/)
  await app.getByLabel('标题', { exact: true }).fill('改了一半的标题')
  await stored
  await app.reload()
  await expect(app.getByText('已恢复上次未保存的内容')).toBeVisible()
  await expect(app.getByLabel('标题', { exact: true })).toHaveValue('改了一半的标题')
  await app.getByRole('button', { name: '放弃这些内容' }).click()
  await expect(app.getByLabel('标题', { exact: true })).not.toHaveValue('改了一半的标题')
  await app.reload()
  await expect(app.getByText('已全部保存')).toBeVisible()
})

test('a wrong number and a missing title are said at their fields', async ({ app }) => {
  await draftReport(app)
  await app.getByLabel('发文字号', { exact: true }).fill('云工发(2026)第5号')
  await app.getByRole('button', { name: '保存', exact: true }).click()
  await expect(app.getByText('年份用六角括号〔〕')).toBeVisible()
  await app.getByLabel('发文字号', { exact: true }).fill('云工发〔2026〕5号')
  await app.getByRole('button', { name: '保存', exact: true }).click()
  await expect(app.getByText('公文已保存')).toBeVisible()
})

async function draftReport(app: Page): Promise<void> {
  await arrive(app)
  await addRecord(app, '学习', study)
  await openPage(app, '报告与公文')
  await app.getByRole('button', { name: /^起草/ }).click()
  await expect(app.getByRole('heading', { name: '情况报告' })).toBeVisible()
}
