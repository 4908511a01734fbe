/** The search over everything at the window: by keyboard alone, from any page to the record. */
import { expect } from '@playwright/test'
import { addRecord, arrive } from './clerk.ts'
import { test } from './open-app.ts'

test('Ctrl+K, a word, an arrow and Enter open a record of any kind from any page', async ({ app }) => {
  await arrive(app)
  const study = { 学习类型: ['主题党日'], 组织单位: '机关党支部', 应到人数: '20', 实到人数: '19' }
  await addRecord(app, '学习', { ...study, 主题: '重温入党誓词' })
  await addRecord(app, '学习', { ...study, 主题: '琥珀行动部署' })
  await addRecord(app, '单位名册', { 名称: '琥珀水泥厂工会', 类别: ['企业工会'], '乡镇（街道、园区）': '城关镇' })

  await app.keyboard.press('Control+k')
  const panel = app.getByRole('dialog', { name: '查找' })
  const field = panel.getByRole('combobox')
  await expect(field).toBeFocused()
  await expect(panel.getByText(/可以查学习、宣讲/)).toBeVisible()
  await app.keyboard.type('琥珀')
  await expect(panel.getByRole('option')).toHaveCount(2)
  await expect(panel.getByText('找到2条')).toBeVisible()
  await expect(panel.getByRole('group', { name: '基层工会 1条' })).toContainText('琥珀水泥厂工会')
  await expect(panel.getByRole('option', { selected: true })).toContainText('琥珀行动部署')
  await app.keyboard.press('ArrowDown')
  await expect(panel.getByRole('option', { selected: true })).toContainText('琥珀水泥厂工会')
  await app.keyboard.press('ArrowDown')
  await app.keyboard.press('Enter')
  await expect(panel).toBeHidden()
  await expect(app.getByRole('heading', { level: 1, name: '学习' })).toBeVisible()
  await expect(app.getByRole('dialog').getByLabel('主题', { exact: true })).toHaveValue('琥珀行动部署')
})

test('what is not there is said in a sentence, and Escape leaves the search', async ({ app }) => {
  await arrive(app)
  await app.getByRole('button', { name: /^查找/ }).click()
  const panel = app.getByRole('dialog', { name: '查找' })
  await panel.getByRole('combobox').fill('没有这个词 "*')
  await expect(panel.getByText('没有找到“没有这个词 "*”。请换个词，或者少写几个字再查。')).toBeVisible()
  await app.keyboard.press('Escape')
  await expect(panel).toBeHidden()
})
