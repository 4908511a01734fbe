/** Backup and restore in the desktop window: the ledger is replaced below a core process that goes on. */
import { expect } from '@playwright/test'
import { addRecord, arrive } from './clerk.ts'
import { test } from './open-desktop.ts'

test('a backup is made and put back, the window goes on, and the next start finds what was put back', async ({
  desktop: { page, app },
  startDesktop,
}) => {
  await arrive(page)
  const study = { 学习类型: ['主题党日'], 组织单位: '机关党支部', 应到人数: '20', 实到人数: '19' }
  await addRecord(page, '学习', { ...study, 主题: '备份前的学习' })
  const navigation = page.getByRole('navigation', { name: '主导航' })
  await navigation.getByRole('link', { name: '设置' }).click()
  const section = page.getByRole('region', { name: '备份与恢复' })
  await section.getByRole('button', { name: '立即备份' }).click()
  await expect(section.getByText('已备份并核对')).toBeVisible()
  await addRecord(page, '学习', { ...study, 主题: '备份后的学习' })
  await navigation.getByRole('link', { name: '设置' }).click()
  await section.getByRole('button', { name: /^恢复.*的备份$/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }).click()
  await expect(section.getByText('恢复前的台账另存为')).toBeVisible()
  await addRecord(page, '学习', { ...study, 主题: '恢复后的学习' })
  await app.close()

  const { page: again } = await startDesktop()
  await again.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '学习' }).click()
  for (const topic of ['备份前的学习', '恢复后的学习']) await expect(again.getByText(topic)).toBeVisible()
  await expect(again.getByText('备份后的学习')).toBeHidden()
})
