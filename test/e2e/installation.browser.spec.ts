/** 本机提示 on the workbench: a ledger in a cloud folder, and one that was copied there. */
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { arrive } from './clerk.ts'
import { startBrowserShell, test } from './open-app.ts'
import { seriousViolations } from './window-pages.ts'

test('a data folder copied into a cloud folder is told twice: one sentence goes when it is read, the other stays', async ({
  page,
  dataFolder,
}) => {
  const first = await startBrowserShell(join(dataFolder, '台账'))
  await first.stop()
  const copy = join(dataFolder, '我的坚果云', '台账')
  await cp(join(dataFolder, '台账'), copy, { recursive: true })
  const shell = await startBrowserShell(copy)
  await page.goto(shell.launchUrl)
  await arrive(page)
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '工作台' }).click()
  const copied = page.getByText('从别处复制或移过来的')
  const cloud = page.getByText('在“坚果云”的同步目录里')
  await expect(copied).toBeVisible()
  await expect(cloud).toBeVisible()
  expect(await seriousViolations(page)).toEqual([])
  await page.screenshot({ path: test.info().outputPath('notices.png') })
  await page.getByRole('button', { name: '知道了' }).click()
  await expect(copied).toBeHidden()
  await page.reload()
  await expect(cloud).toBeVisible()
  await expect(copied).toBeHidden()
  await shell.stop()
})
