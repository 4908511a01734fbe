/** 公文版式 at the window: the choice shows on the sample at once, holds after saving, and is brought back. */
import { expect } from '@playwright/test'
import { arrive, openPage } from './clerk.ts'
import { test } from './open-app.ts'

test('a profile and settings show on the sample, are saved, and every page is drawn by them', async ({ app }) => {
  await arrive(app)
  await openPage(app, '设置')
  const sample = app.getByRole('region', { name: '版式样张' }).getByLabel('第1页', { exact: true })
  await expect(sample).toContainText('云山县总工会文件')
  await app.getByRole('radio', { name: /^套打/ }).check()
  await expect(sample.getByText('云山县总工会文件')).toBeHidden()
  await app.getByRole('radio', { name: /^机关通行/ }).check()
  await app.getByLabel('发文机关标志字号（磅）').fill('40')
  const points = () =>
    sample
      .getByText('云山县总工会文件')
      .evaluate((mark) => Math.round((Number.parseFloat(getComputedStyle(mark).fontSize) * 72) / 96))
  await expect.poll(points).toBe(40)
  await app.getByRole('radio', { name: '居中' }).check()
  await app.getByRole('button', { name: '保存版式' }).click()
  await expect(app.getByText('公文版式已保存，以后的公文都按它排')).toBeVisible()

  await app.reload()
  await expect(app.getByRole('radio', { name: '居中' })).toBeChecked()
  await expect.poll(points).toBe(40)
  await app.getByRole('button', { name: '恢复默认' }).click()
  await expect(app.getByRole('radio', { name: '外侧（单右双左）' })).toBeChecked()
  await expect(app.getByLabel('发文机关标志字号（磅）')).toHaveValue('')
  await expect.poll(points).toBeGreaterThan(50)
  await app.getByRole('button', { name: '保存版式' }).click()
  await app.reload()
  await expect(app.getByRole('radio', { name: '外侧（单右双左）' })).toBeChecked()
})

test('a size out of range is said at its field and nothing is saved', async ({ app }) => {
  await arrive(app)
  await openPage(app, '设置')
  await app.getByLabel('标题行距（磅）').fill('60')
  await app.getByRole('button', { name: '保存版式' }).click()
  await expect(app.getByText('应在28至36磅之间')).toBeVisible()
  await app.reload()
  await expect(app.getByLabel('标题行距（磅）')).toHaveValue('')
})
