/** Finding things at the window: conditions, saved views, the print and the workbook of a list. */
import { expect, type Page } from '@playwright/test'
import { openWorkbook, shownRow } from '../read-workbook.ts'
import { addRecord, arrive, download, fillIn, introduce, openPage } from './clerk.ts'
import { test } from './open-app.ts'

const study = { 组织单位: '机关党支部', 应到人数: '20', 实到人数: '19' }

async function threeStudies(app: Page): Promise<void> {
  await arrive(app)
  await addRecord(app, '学习', { ...study, 学习类型: ['主题党日'], 主题: '重温入党誓词' })
  await addRecord(app, '学习', { ...study, 学习类型: ['支部学习'], 主题: '学习原著' })
  await addRecord(app, '学习', { ...study, 学习类型: ['主题党日'], 主题: '参观纪念馆', 组织单位: '女工委' })
}

/** Of the table, its head not counted. */
const rows = (app: Page) => app.locator('.register .ant-table-row')

async function chooseType(app: Page, type: string): Promise<void> {
  await app.getByRole('button', { name: '更多条件' }).click()
  const box = app.getByRole('region', { name: '更多条件' })
  await box.getByLabel('学习类型').click()
  await app.locator('.ant-select-dropdown:visible').getByTitle(type).first().click()
  await app.keyboard.press('Escape')
}

test('conditions narrow the list, stand as tags, and each is taken away by its cross', async ({ app }) => {
  await threeStudies(app)
  await chooseType(app, '主题党日（2）')
  await expect(rows(app)).toHaveCount(2)
  await app.getByLabel('查找文字').fill('誓词')
  await expect(rows(app)).toHaveCount(1)
  await app.reload()
  await expect(rows(app)).toHaveCount(1)
  await app.getByRole('button', { name: '去掉条件：文字“誓词”' }).click()
  await expect(rows(app)).toHaveCount(2)
  await app.getByRole('button', { name: '清除筛选' }).click()
  await expect(rows(app)).toHaveCount(3)
})

test('a filter is kept under a name, chosen again, made the page’s own, renamed and removed', async ({ app }) => {
  await threeStudies(app)
  await chooseType(app, '主题党日（2）')
  await app.getByRole('button', { name: '常用查询' }).click()
  await app.getByRole('menuitem', { name: '保存当前筛选…' }).click()
  const saving = app.getByRole('dialog', { name: '保存常用查询' })
  await fillIn(saving, { 名称: '党日' })
  await saving.getByRole('button', { name: /保\s?存/ }).click()
  await expect(app.getByText('已保存常用查询“党日”')).toBeVisible()
  await app.getByRole('button', { name: '清除筛选' }).click()
  await expect(rows(app)).toHaveCount(3)
  await app.getByRole('button', { name: '常用查询' }).click()
  await app.getByRole('menuitem', { name: '党日' }).click()
  await expect(rows(app)).toHaveCount(2)

  await app.getByRole('button', { name: /^(star )?党日$/ }).click()
  await app.getByRole('menuitem', { name: '管理常用查询…' }).click()
  const all = app.getByRole('dialog', { name: '常用查询' })
  await all.getByRole('switch', { name: '打开这一页时就用“党日”' }).click()
  await all.getByLabel('“党日”的名称').fill('主题党日')
  await all.getByLabel('“党日”的名称').press('Enter')
  await expect(all.getByLabel('“主题党日”的名称')).toHaveValue('主题党日')
  await app.keyboard.press('Escape')
  await openPage(app, '工作台')
  await openPage(app, '学习')
  await expect(rows(app)).toHaveCount(2)
  await app.getByRole('button', { name: '清除筛选' }).click()
  await expect(rows(app)).toHaveCount(3)

  await app.getByRole('button', { name: '常用查询' }).click()
  await app.getByRole('menuitem', { name: '管理常用查询…' }).click()
  await all.getByRole('button', { name: '删除常用查询主题党日' }).click()
  await expect(all.getByText('这一页没有常用查询了')).toBeVisible()
})

test('a list is printed whole, filter and all, with its head on every page and pages counted', async ({ app }) => {
  await introduce(app)
  await app.getByRole('button', { name: '载入示例县' }).click()
  await app.getByRole('button', { name: '先到工作台看看' }).click({ timeout: 30_000 })
  await openPage(app, '单位名册')
  await app.getByRole('button', { name: /^(printer )?打印$/ }).click()
  const printed = app.getByRole('article', { name: '基层工会名册' })
  await expect(printed.getByText('填报单位：云山县总工会')).toBeVisible()
  await expect(printed.locator('tbody tr')).toHaveCount(60)
  await app.emulateMedia({ media: 'print' })
  await expect(app.getByRole('navigation', { name: '主导航' })).toBeHidden()
  const pdf = (await app.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1)
  // A4 across, in points.
  expect(pdf).toMatch(/\/MediaBox \[0 0 84[12](\.\d+)? 59[45](\.\d+)?\]/)
})

test('a list is handed out as a workbook with the rows of the filter', async ({ app }) => {
  await threeStudies(app)
  await chooseType(app, '支部学习（1）')
  await expect(rows(app)).toHaveCount(1)
  const file = await download(app, () => app.getByRole('button', { name: /导出表格$/ }).click())
  expect(file.name).toMatch(/^学习台账\d{8}\.xlsx$/)
  const [sheet] = (await openWorkbook(file.bytes)).worksheets
  expect(sheet?.rowCount).toBe(4)
  expect(sheet && shownRow(sheet, 4)).toContain('学习原著')
})
