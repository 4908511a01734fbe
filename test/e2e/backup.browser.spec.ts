/** Backup and restore at the window (备份与恢复): made, shown before it is put back, put back, and taken back again. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { addRecord, arrive } from './clerk.ts'
import { test } from './open-app.ts'

test('a backup is made, put back after a mistake, and the ledger before that is still there', async ({ app }) => {
  await arrive(app)
  const study = { 学习类型: ['主题党日'], 组织单位: '机关党支部', 应到人数: '20', 实到人数: '19' }
  await addRecord(app, '学习', { ...study, 主题: '备份前的学习' })
  await app.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '设置' }).click()
  const section = app.getByRole('region', { name: '备份与恢复' })
  await expect(section.getByText('还没有备份。')).toBeVisible()
  await section.getByRole('button', { name: '立即备份' }).click()
  await expect(section.getByText('已备份并核对')).toBeVisible()

  await addRecord(app, '学习', { ...study, 主题: '备份后的学习' })
  await app.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '设置' }).click()
  await section.getByRole('button', { name: /^恢复.*的备份$/ }).click()
  const dialog = app.getByRole('dialog')
  await expect(dialog.getByText('备份之后有1处改动')).toBeVisible()
  await app.screenshot({ path: test.info().outputPath('dialog.png') })
  await dialog.getByRole('button', { name: '恢复', exact: true }).click()
  await expect(section.getByText('恢复前的台账另存为')).toBeVisible()
  await section.scrollIntoViewIfNeeded()
  await app.screenshot({ path: test.info().outputPath('restored.png') })
  const { violations } = await new AxeBuilder({ page: app }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])

  await section.getByRole('button', { name: '校验台账' }).click()
  await expect(section.getByText(/全部完好：1条记录/)).toBeVisible()
  await app.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '学习' }).click()
  await expect(app.getByText('备份前的学习')).toBeVisible()
  await expect(app.getByText('备份后的学习')).toBeHidden()
})
