/** Evidence in the desktop window: the library for pictures loads in the core's own process there too. */
import { expect } from '@playwright/test'
import { makePhoto } from '../make-photos.ts'
import { arrive, startRecord } from './clerk.ts'
import { test } from './open-desktop.ts'

test('a photo chosen with a new record is attached and shown', async ({ desktop: { page } }) => {
  await arrive(page)
  const study = { 学习类型: ['主题党日'], 组织单位: '机关党支部', 主题: '重温誓词', 应到人数: '20', 实到人数: '19' }
  const form = await startRecord(page, '学习', study)
  const shade = (x: number, y: number) => (x + y) % 256
  const buffer = Buffer.from(makePhoto({ width: 640, height: 480, day: '2026-11-05', place: [28, 116], shade }))
  await form
    .getByLabel('选择文件', { exact: true })
    .setInputFiles([{ name: '现场.jpg', mimeType: 'image/jpeg', buffer }])
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await expect(form).toBeHidden()
  await page.getByRole('button', { name: '编辑重温誓词' }).click()
  const thumbnail = form.locator('.evidence-card img')
  await expect(thumbnail).toHaveCount(1)
  await expect.poll(() => thumbnail.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
})
