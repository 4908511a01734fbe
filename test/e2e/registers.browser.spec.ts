/** Numbers and registers at the window: finalising, withdrawing, drafting anew; letters from elsewhere. */
import { expect, type Page } from '@playwright/test'
import { addRecord, arrive, fillIn, openPage } from './clerk.ts'
import { test } from './open-app.ts'

const study = { 学习类型: ['主题党日'], 组织单位: '机关党支部', 主题: '重温誓词', 应到人数: '20', 实到人数: '19' }

test('a report is finalised under the next number, can then only be read, is withdrawn and drafted anew', async ({
  app,
}) => {
  await arrive(app)
  await addRecord(app, '学习', study)
  await openPage(app, '报告与公文')
  await app.getByRole('tab', { name: '发文登记' }).click()
  await app.getByRole('button', { name: '设置起始号' }).click()
  await fillIn(app.getByRole('dialog'), { 起始号: '16' })
  await app
    .getByRole('dialog')
    .getByRole('button', { name: /保\s?存/ })
    .click()
  await expect(app.getByText(/下一个：云工发〔\d{4}〕16号/)).toBeVisible()

  await app.getByRole('tab', { name: '公文', exact: true }).click()
  await app.getByRole('button', { name: /^起草/ }).click()
  await app.getByRole('button', { name: /定\s?稿/ }).click()
  await confirm(app)
  await expect(app.getByText(/还有待填写的内容，不能定稿/)).toBeVisible()
  await replaceMarked(app)
  await app.getByRole('button', { name: /定\s?稿/ }).click()
  await expect(app.getByRole('dialog')).toContainText('定稿并编为云工发')
  await confirm(app)
  await expect(app.getByRole('heading', { level: 1, name: /〕16号$/ })).toBeVisible()
  await expect(app.getByText(/所据台账记录1条，定稿后没有变化/)).toBeVisible()
  await expect(app.getByRole('button', { name: /保\s?存/ })).toHaveCount(0)
  await expect(app.getByLabel('第1页', { exact: true })).toContainText('〕16号')

  await openPage(app, '报告与公文')
  await expect(app.getByRole('row').nth(1)).toContainText('已定稿')
  await app.getByRole('button', { name: /^作废/ }).click()
  await fillIn(app.getByRole('dialog'), { 作废原因: '附件二数字有误' })
  await app
    .getByRole('dialog')
    .getByRole('button', { name: /^作\s?废$/ })
    .click()
  await expect(app.getByRole('row').nth(1)).toContainText('已作废')
  await app.getByRole('tab', { name: '发文登记' }).click()
  await expect(app.getByRole('row').nth(1)).toContainText('已作废：附件二数字有误')
  await app.getByRole('row').nth(1).getByRole('link').click()
  await app.getByRole('button', { name: '另起草' }).click()
  await app.getByRole('tab', { name: '版头' }).click()
  await expect(app.getByLabel('发文字号', { exact: true })).toHaveValue(/〕17号$/)
})

test('letters from elsewhere are registered, numbered by year and corrected', async ({ app }) => {
  await arrive(app)
  await openPage(app, '报告与公文')
  await app.getByRole('tab', { name: '来文登记' }).click()
  await app.getByRole('button', { name: '添加来文' }).first().click()
  const drawer = app.getByRole('dialog')
  await fillIn(drawer, { 来文机关: '固川市总工会', 来文字号: '固工发〔2026〕31号', 标题: '关于开展宣讲活动的通知' })
  await drawer.getByRole('button', { name: /^保\s?存$/ }).click()
  const row = app.getByRole('row').nth(1)
  await expect(row).toContainText('年第1号')
  await expect(app.getByText('没有保存')).toHaveCount(0)
  await app.getByRole('button', { name: '编辑关于开展宣讲活动的通知' }).click()
  await fillIn(drawer, { 份数: '2' })
  await drawer.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect(row.getByRole('cell', { name: '2', exact: true })).toBeVisible()
})

async function confirm(app: Page): Promise<void> {
  await app.getByRole('dialog').getByRole('button', { name: '定稿编号' }).click()
}

/** Writes over every sentence that the draft asks to be replaced. */
async function replaceMarked(app: Page): Promise<void> {
  const marked = app.locator('textarea').filter({ hasText: '【待填写' })
  while ((await marked.count()) > 0) await marked.first().fill('具体情况已在附件中列明。')
}
