/** The workbench reminds of notices and leads to them; sheet and bundle show one 取数指纹; a register by township. */
import { expect } from '@playwright/test'
import { addRecord, arrive, download, openPage } from './clerk.ts'
import { test } from './open-app.ts'
import { openedBySuperior } from './superior.ts'

test.use({ hasSuperior: true })

/** The window lives today: a day long past is over whenever the test runs. */
const notice = `固川市总工会文件
固工发〔2025〕31号

固川市总工会关于开展“劳动光荣”主题宣讲活动的通知

各县（区）总工会：

各县（区）总工会要深入企业、车间和班组，面向一线职工开展宣讲，2025年11月15日前至少开展2场。
请于2025年11月30日前将活动开展情况报市总工会宣传教育部。

固川市总工会
2025年10月8日
`

test('what a notice still wants stands on the workbench and leads to that notice', async ({ app }) => {
  await arrive(app)
  await openPage(app, '通知')
  await app.getByRole('button', { name: '登记通知' }).first().click()
  await app.getByLabel('通知全文').fill(notice)
  await app.getByRole('button', { name: /^登\s?记$/ }).click()
  await expect(app.getByText('登记结果')).toBeVisible()
  await app.keyboard.press('Escape')
  await openPage(app, '工作台')
  const reminder = app.getByRole('link', { name: /“劳动光荣”.*有1条要求过了期限还没有办结/ })
  await expect(app.getByRole('link', { name: /要求2025年11月30日前报告，已经超过/ })).toBeVisible()
  await reminder.click()
  await expect(app.getByRole('heading', { level: 1 })).toContainText('劳动光荣')
})

test('the sheet on the screen and the bundle of the same period show the same 取数指纹', async ({
  app,
  dataFolder,
}) => {
  await arrive(app)
  await addRecord(app, '学习', { 学习类型: ['主题党日'], 组织单位: '机关党支部', 主题: '重温誓词' })
  await openPage(app, '统计表')
  const code = /(?:[0-9A-F]{4} ){7}[0-9A-F]{4}/.exec(
    await app
      .getByText(/^取数指纹：/)
      .first()
      .innerText(),
  )?.[0]
  expect(code).toBeDefined()
  await openPage(app, '上报')
  const bundle = await download(app, () => app.getByRole('button', { name: '导出上报包' }).click())
  expect(openedBySuperior(dataFolder, bundle.path).manifest?.fingerprint).toBe(code)
})

test('a township chosen above the register leaves its own unions only', async ({ app }) => {
  await arrive(app)
  const union = (name: string, township: string) => ({ 名称: name, 类别: ['企业工会'], '乡镇（街道、园区）': township })
  await addRecord(app, '单位名册', union('甲厂工会', '城关镇'))
  await addRecord(app, '单位名册', union('城关镇商会工会', '河湾乡'))
  await app.getByRole('combobox', { name: '乡镇（街道、园区）' }).click()
  await app.getByTitle('城关镇（1）').click()
  await expect(app.getByRole('cell', { name: '甲厂工会', exact: true })).toBeVisible()
  await expect(app.getByRole('cell', { name: '城关镇商会工会', exact: true })).toHaveCount(0)
})
