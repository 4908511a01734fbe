/** 单位名册 at the window: what becomes of a union, its history, where it is used, the tree, entries that look doubled. */
import { expect, type Locator, type Page } from '@playwright/test'
import { addRecord, arrive, choose, cover, fillIn, introduce, openPage, startRecord } from './clerk.ts'
import { test } from './open-app.ts'
import { openAddress, seriousViolations } from './window-pages.ts'

const cement = { 名称: '云山水泥有限公司工会', 类别: ['企业工会'], '乡镇（街道、园区）': '城关镇', 会员人数: '30' }
const drugs = { ...cement, 名称: '云山制药有限公司工会', 会员人数: '20' }

test('a union is renamed and merged with its day; the list of a past day shows it as it was; it is taken back', async ({
  app,
}) => {
  await arrive(app)
  await addRecord(app, '单位名册', cement)
  await addRecord(app, '单位名册', drugs)
  const lecture = await startRecord(app, '宣讲', {
    主题: '产改政策',
    宣讲方式: ['劳模宣讲'],
    场所类型: ['车间'],
    宣讲人1的姓名: '赵铁柱',
  })
  await cover(lecture, ['云山水泥有限公司工会'])
  await lecture.getByRole('button', { name: '保存', exact: true }).click()
  await expect(lecture).toBeHidden()

  await openPage(app, '单位名册')
  const drawer = await openUnion(app, '云山水泥有限公司工会')
  await expect(drawer).toContainText('在用处（1）')
  await expect(drawer.getByRole('link', { name: '产改政策' })).toBeVisible()
  await drawer.getByRole('button', { name: /^更\s?名$/ }).click()
  await fillIn(dialogOf(app, '更名'), { 新名称: '云山新材料有限公司工会', 更名日期: '2026-03-01' })
  await confirm(app, '更名')
  await expect(drawer).toContainText('由“云山水泥有限公司工会”更名为“云山新材料有限公司工会”')
  await expect(drawer.getByLabel('名称', { exact: true })).toHaveValue('云山新材料有限公司工会')

  await drawer.getByRole('button', { name: /^合\s?并$/ }).click()
  const merging = dialogOf(app, '合并')
  await choose(merging.getByLabel('并入哪个单位'), ['云山制药有限公司工会'])
  await fillIn(merging, { 合并日期: '2026-02-01' })
  await confirm(app, '合并')
  await expect(app.getByText(/2026-03-01由“云山水泥有限公司工会”更名而来，合并日期应晚于那一天/)).toBeVisible()
  await fillIn(merging, { 合并日期: '2026-04-01' })
  await confirm(app, '合并')
  await expect(drawer).toContainText('此后到它的宣讲算作“云山制药有限公司工会”的')
  await drawer.getByRole('button', { name: '关闭' }).first().click()

  await expect(app.getByRole('row')).toHaveCount(2)
  await app.getByLabel('截至日').fill('2026-02-28')
  await app.getByLabel('截至日').press('Enter')
  await expect(app.getByRole('row', { name: /云山水泥有限公司工会/ })).toBeVisible()
  await openAddress(app, 'unions')
  await choose(app.getByLabel('在册或已终止'), ['已终止'])
  const ended = await openUnion(app, '云山新材料有限公司工会')
  await ended.getByRole('button', { name: '撤销此项变更' }).first().click()
  await app.getByRole('button', { name: '撤销变更', exact: true }).click()
  await expect(app.getByText('已撤销：“云山新材料有限公司工会”并入“云山制药有限公司工会”')).toBeVisible()
  await expect(ended.getByRole('button', { name: /^合\s?并$/ })).toBeVisible()
})

test('a wrong code says at its field which character cannot be right', async ({ app }) => {
  await arrive(app)
  const form = await startRecord(app, '单位名册', { ...cement, 统一社会信用代码: '91640499MA75WXYT2A' })
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await expect(form).toContainText('第18位按前17位应为“F”，现为“A”')
  await fillIn(form, { 统一社会信用代码: '91640499MA75WXYT2F' })
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await expect(form).toBeHidden()
})

test('the tree counts each part, a union opens from it, and two entries of one union become one', async ({ app }) => {
  await arrive(app)
  await addRecord(app, '单位名册', cement)
  await addRecord(app, '单位名册', { ...cement, 名称: '云山水泥有限责任公司工会委员会', 会员人数: '' })
  await app.getByRole('tab', { name: '组织树' }).click()
  await expect(app.getByText('名称（共2个单位）')).toBeVisible()
  await app.getByRole('button', { name: '云山水泥有限公司工会', exact: true }).click()
  await expect(app.getByRole('dialog').getByLabel('名称', { exact: true })).toHaveValue('云山水泥有限公司工会')
  await app.getByRole('dialog').getByRole('button', { name: '关闭' }).first().click()
  expect(await seriousViolations(app)).toEqual([])
  await app.getByRole('tab', { name: '疑似重复' }).click()
  expect(await seriousViolations(app)).toEqual([])
  await app.getByRole('button', { name: /^并入/ }).click()
  await app.getByRole('button', { name: '是同一个，合并' }).click()
  await expect(app.getByText('没有发现疑似重复登记的单位。')).toBeVisible()
})

test('the form of a union with its history and its dialogs breaks no serious rule of accessibility', async ({
  app,
}) => {
  await introduce(app)
  await app.getByRole('button', { name: '载入示例县' }).click()
  await app.getByRole('button', { name: '先到工作台看看' }).click({ timeout: 30_000 })
  await openAddress(app, 'unions')
  await app.getByRole('row').nth(3).click()
  await expect(app.getByRole('dialog')).toContainText('在用处（')
  expect(await seriousViolations(app)).toEqual([])
  await app
    .getByRole('dialog')
    .getByRole('button', { name: /^分\s?设$/ })
    .click()
  await expect(dialogOf(app, '分设')).toBeVisible()
  expect(await seriousViolations(app)).toEqual([])
})

async function openUnion(app: Page, name: string): Promise<Locator> {
  await app.getByRole('row', { name: new RegExp(name) }).click()
  const drawer = app.getByRole('dialog', { name: '编辑单位' })
  await expect(drawer.getByLabel('名称', { exact: true })).toHaveValue(name)
  return drawer
}

function dialogOf(app: Page, act: string): Locator {
  return app.getByRole('dialog', { name: new RegExp(`^${act}：`) })
}

async function confirm(app: Page, act: string): Promise<void> {
  await dialogOf(app, act)
    .getByRole('button', { name: new RegExp(`^${act.split('').join('\\s?')}$`) })
    .click()
}
