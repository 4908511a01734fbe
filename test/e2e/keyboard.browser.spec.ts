/** The window without a mouse: new record, saving, rows, going back to where one was. */
import { expect } from '@playwright/test'
import { addRecord, arrive, fillIn, openPage } from './clerk.ts'
import { test } from './open-app.ts'

const study = { 学习类型: ['主题党日'], 组织单位: '机关党支部', 应到人数: '20', 实到人数: '19' }

test('N opens a new form, Ctrl+S saves it, arrows and Enter open a row, Escape gives the focus back to it', async ({
  app,
}) => {
  await arrive(app)
  await addRecord(app, '学习', { ...study, 主题: '学习原著' })
  await app.keyboard.press('n')
  const form = app.getByRole('dialog')
  await expect(form.getByLabel('日期', { exact: true })).toBeFocused()
  await fillIn(form, { ...study, 主题: '重温入党誓词' })
  // Letters are typed in a field, they are no shortcuts there.
  await expect(form.getByLabel('主题', { exact: true })).toHaveValue('重温入党誓词')
  await app.keyboard.press('Control+s')
  await expect(app.getByText('学习活动已保存').last()).toBeVisible()
  await expect(form).toBeHidden()

  await app.keyboard.press('/')
  await expect(app.getByLabel('查找文字')).toBeFocused()
  await app.keyboard.press('ArrowDown')
  const rows = app.locator('tr.ant-table-row')
  await expect(rows.nth(0)).toBeFocused()
  await app.keyboard.press('ArrowDown')
  await expect(rows.nth(1)).toBeFocused()
  await app.keyboard.press('Enter')
  await expect(form.getByLabel('主题', { exact: true })).toHaveValue('学习原著')
  await form.getByLabel('备注').fill('改到一半')
  await app.keyboard.press('Escape')
  await expect(app.getByText('没有保存，填写的内容已暂存')).toBeVisible()
  await expect(rows.nth(1)).toBeFocused()
  await app.keyboard.press('Enter')
  await expect(form.getByLabel('备注')).toHaveValue('改到一半')
})

test('? lists the shortcuts, and is only a sign while typing', async ({ app }) => {
  await arrive(app)
  await app.keyboard.press('?')
  const dialog = app.getByRole('dialog', { name: '快捷键' })
  await expect(dialog.getByText('Ctrl+K')).toBeVisible()
  await app.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await openPage(app, '学习')
  await app.getByLabel('查找文字').fill('')
  await app.getByLabel('查找文字').press('?')
  await expect(app.getByLabel('查找文字')).toHaveValue('?')
  await expect(dialog).toBeHidden()
})

test('the first stop of the Tab key leads past the navigation', async ({ app }) => {
  await arrive(app)
  await app.reload()
  await expect(app.getByRole('heading', { name: '工作台' })).toBeVisible()
  await app.keyboard.press('Tab')
  await expect(app.getByRole('button', { name: '跳到正文' })).toBeFocused()
  await app.keyboard.press('Enter')
  await app.keyboard.press('Tab')
  await expect(app.getByRole('main').locator(':focus')).toHaveCount(1)
})
