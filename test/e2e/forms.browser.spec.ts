/** What the forms and lists promise: objections at the field, nothing typed is lost, removal is taken back. */
import { expect } from '@playwright/test'
import { addRecord, arrive, choose, fillIn, openPage, startRecord } from './clerk.ts'
import { startBrowserShell, test } from './open-app.ts'

const study = {
  学习类型: ['主题党日'],
  组织单位: '机关党支部',
  主题: '为环卫职工讲政策',
}

test('what is missing or impossible is said at its field, and nothing is stored', async ({ app }) => {
  await arrive(app)
  const form = await startRecord(app, '学习', { 应到人数: '10', 实到人数: '-1' })
  await form.getByRole('button', { name: '保存', exact: true }).click()
  const itemOf = (label: string) =>
    form.locator('.ant-form-item').filter({ has: app.getByLabel(label, { exact: true }) })
  await expect(itemOf('学习类型')).toContainText('必填')
  await expect(itemOf('主题')).toContainText('必填')
  await expect(itemOf('实到人数')).toContainText('不能小于0')

  await fillIn(form, { ...study, 实到人数: '12', 开始时间: '10:00', 结束时间: '09:00' })
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await expect(itemOf('结束时间')).toContainText('结束时间应晚于开始时间')
  await expect(itemOf('实到人数')).toContainText('实到多于应到，请核对')

  await fillIn(form, { 结束时间: '11:30', 实到多于应到的原因: '两名职工旁听' })
  await form.press('Control+Enter')
  await expect(app.getByText('学习活动已保存')).toBeVisible()
  await expect(app.getByText('共1条')).toBeVisible()
})

test('an objection inside a list of rows stands at its row', async ({ app }) => {
  await arrive(app)
  const form = await startRecord(app, '蹲点', {
    蹲点单位: '云山工业园区',
    起始日期: '2026-11-02',
    截止日期: '2026-11-06',
    在岗天数: '9',
    蹲点干部1的姓名: '李红梅',
  })
  await form.getByRole('button', { name: '添加问题' }).click()
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await expect(form.getByText('必填', { exact: true })).toBeVisible()
  await fillIn(form, { 问题1的问题内容: '园区夜班职工用餐不便' })
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await expect(form.getByText('起止日期之间只有5天，在岗天数不能更多')).toBeVisible()
})

test('what was typed survives closing the form, a reload and the end of the program', async ({
  app,
  shell,
  dataFolder,
  context,
}) => {
  await arrive(app)
  const form = await startRecord(app, '学习', { 主题: '没写完的主题' })
  await form.press('Escape')
  await expect(app.getByText('填写的内容已暂存')).toBeVisible()
  await app.getByRole('button', { name: /添加/ }).first().click()
  await expect(app.getByText('已恢复上次未保存的内容')).toBeVisible()
  await expect(form.getByLabel('主题', { exact: true })).toHaveValue('没写完的主题')

  const stored = app.waitForResponse(/\/rpc\/drafts\/put/)
  await form.getByLabel('组织单位', { exact: true }).fill('县总工会')
  await stored
  await app.close()
  await shell.stop()
  const again = await startBrowserShell(dataFolder)
  const page = await context.newPage()
  await page.goto(again.launchUrl)
  await openPage(page, '学习')
  await page.getByRole('button', { name: /添加/ }).first().click()
  const restored = page.getByRole('dialog')
  await expect(restored.getByLabel('组织单位', { exact: true })).toHaveValue('县总工会')
  await restored.getByRole('button', { name: '放弃这些内容' }).click()
  await expect(restored.getByLabel('主题', { exact: true })).toHaveValue('')
  await page.close()
  await again.stop()
})

test('a batch: the next record begins with what stays the same', async ({ app }) => {
  await arrive(app)
  const form = await startRecord(app, '学习', { ...study, 应到人数: '17' })
  await form.getByRole('button', { name: '保存并继续添加' }).click()
  await expect(app.getByText('学习活动已保存')).toBeVisible()
  await expect(form.getByLabel('主题', { exact: true })).toHaveValue('')
  await expect(form.getByLabel('应到人数', { exact: true })).toHaveValue('')
  await expect(form.getByLabel('组织单位', { exact: true })).toHaveValue('机关党支部')
  await fillIn(form, { 主题: '支部换届选举' })
  await form.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(app.getByText('共2条')).toBeVisible()
})

test('Tab leaves a list of several words without choosing another', async ({ app }) => {
  await arrive(app)
  const form = await startRecord(app, '宣讲', {})
  const modes = form.getByLabel('宣讲方式', { exact: true })
  await choose(modes, ['劳模宣讲'])
  await modes.press('ArrowDown')
  await modes.press('Tab')
  await expect(form.locator('.ant-select-selection-item')).toContainText(['劳模宣讲'])
  await expect(form.getByTitle('专家宣讲')).toHaveCount(0)
  await expect(form.getByLabel('场所类型', { exact: true })).toBeFocused()
})

test('a removed row comes back with 撤销', async ({ app }) => {
  await arrive(app)
  await addRecord(app, '学习', study)
  await app.getByRole('button', { name: '删除为环卫职工讲政策' }).click()
  await expect(app.getByText('已删除“为环卫职工讲政策”')).toBeVisible()
  await expect(app.getByRole('row', { name: /为环卫职工讲政策/ })).toHaveCount(0)
  await app.getByRole('button', { name: '撤销' }).click()
  await expect(app.getByRole('row', { name: /为环卫职工讲政策/ })).toHaveCount(1)
})

test('the filter stands in the address and survives a reload; a page beyond the last shows the last', async ({
  app,
}) => {
  await arrive(app)
  await addRecord(app, '学习', study)
  await addRecord(app, '学习', { ...study, 主题: '去年的学习', 日期: '2025-03-05' })
  await expect(app.getByText('共2条')).toBeVisible()
  await app.getByLabel('查找文字').fill('去年')
  await expect(app.getByText('共1条')).toBeVisible()
  await app.getByLabel('查找文字').fill('')
  await expect(app.getByText('共2条')).toBeVisible()
  await app.getByLabel('统计期').click()
  await app.locator('.ant-select-dropdown:visible').getByTitle('本年', { exact: true }).click()
  await expect(app.getByText('共1条')).toBeVisible()
  expect(app.url()).toMatch(/#\/studies\?from=\d{4}-01-01&to=\d{4}-12-31$/)
  await app.reload()
  await expect(app.getByText('共1条')).toBeVisible()
  await expect(app.getByRole('row', { name: /为环卫职工讲政策/ })).toHaveCount(1)
  await app.goto(app.url().replace(/#.*/, '#/studies?page=9'))
  await expect(app.getByRole('row', { name: /去年的学习/ })).toHaveCount(1)
})

test('of two windows that change the same record, the second is told and may load the new content', async ({
  app,
  context,
}) => {
  await arrive(app)
  await addRecord(app, '学习', study)
  const opened = context.waitForEvent('page')
  // A window opened from a page inherits its session; a tab opened by hand would not.
  await app.evaluate(() => void window.open('/#/studies'))
  const other = await opened
  for (const page of [app, other]) await page.getByRole('button', { name: '编辑为环卫职工讲政策' }).click()
  for (const page of [other, app]) {
    await fillIn(page.getByRole('dialog'), { 地点: page === other ? '北街驿站' : '南街驿站' })
    await page.getByRole('dialog').press('Control+Enter')
  }
  await expect(app.getByText('这条内容已在别的窗口改过')).toBeVisible()
  await app.getByRole('button', { name: '载入最新内容' }).click()
  await expect(app.getByRole('dialog').getByLabel('地点', { exact: true })).toHaveValue('北街驿站')
})

test('a program that has ended is said in a bar', async ({ app, shell }) => {
  await arrive(app)
  await shell.stop()
  await expect(app.getByText('与程序后台的连接断开了')).toBeVisible()
})
