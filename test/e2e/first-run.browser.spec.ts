/** The first days at the window: the guide with its ticks, help where it is wanted, the sample and its removal. */
import { expect } from '@playwright/test'
import { addRecord, arrive, introduce, openPage } from './clerk.ts'
import { test } from './open-app.ts'

test('the guide ticks what the ledger holds, leads to the next step, is put away and called back', async ({ app }) => {
  await arrive(app)
  const guide = app.getByRole('region', { name: '首次使用引导' })
  const ticked = guide.getByRole('img', { name: '已完成' })
  await expect(ticked).toHaveCount(1)
  await guide.getByRole('link', { name: '建单位名册' }).click()
  await expect(app.getByRole('heading', { level: 1, name: '单位名册' })).toBeVisible()
  await addRecord(app, '单位名册', { 名称: '甲厂工会', 类别: ['企业工会'], '乡镇（街道、园区）': '城关镇' })
  await openPage(app, '工作台')
  await expect(ticked).toHaveCount(2)
  await guide.getByRole('button', { name: '收起引导' }).click()
  await expect(guide).toBeHidden()
  await app.getByRole('link', { name: '帮助', exact: true }).click()
  await app.getByRole('button', { name: '显示首次使用引导' }).click()
  await expect(guide).toBeVisible()
})

test('every page of the navigation has its ?, which opens the help of that page; words find others', async ({
  app,
}) => {
  await arrive(app)
  const links = app.getByRole('navigation', { name: '主导航' }).getByRole('link')
  const names = await links.allInnerTexts()
  expect(names.length).toBeGreaterThan(9)
  for (const name of names) {
    await app.getByRole('navigation', { name: '主导航' }).getByRole('link', { name, exact: true }).click()
    await app.getByRole('link', { name: /^本页帮助/ }).click()
    await expect(app.getByRole('heading', { level: 1, name: '帮助' })).toBeVisible()
    await expect(app.getByRole('article').getByRole('heading', { level: 2 })).toBeVisible()
  }
  await app.getByLabel('在帮助中查找').fill('U盘')
  await app.getByRole('link', { name: '用U盘上报' }).click()
  await expect(app.getByRole('article', { name: '用U盘上报' })).toContainText('密钥名片')
})

test('the sample is announced on every page and taken out; what the clerk uses of it is named and stays', async ({
  app,
}) => {
  await introduce(app)
  await app.getByRole('button', { name: '载入示例县' }).click()
  await app.getByRole('button', { name: '先到工作台看看' }).click({ timeout: 30_000 })
  await addRecord(app, '蹲点', {
    从单位名册选取: ['恒源机械制造有限公司工会'],
    蹲点干部1的姓名: '王强',
    起始日期: '2026-11-02',
    截止日期: '2026-11-06',
  })
  await expect(app.getByText('示例数据：台账里有示例县的记录')).toBeVisible()
  await app.getByRole('button', { name: '清除示例' }).click()
  const dialog = app.getByRole('dialog', { name: '清除示例数据' })
  await expect(dialog.getByText('基层工会“恒源机械制造有限公司工会”（被引用）')).toBeVisible()
  await dialog.getByRole('button', { name: '清除示例' }).click()
  await expect(app.getByText(/已清除示例数据\d+条，留下1条/)).toBeVisible()
  await expect(app.getByText('示例数据：台账里有示例县的记录')).toBeHidden()
  await expect(app.locator('tr.ant-table-row')).toHaveCount(1)
})
