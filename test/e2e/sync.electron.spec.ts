/** 上报 in the desktop window: volumes go straight onto the stick, a lost one comes back, the receipt returns the same way. */
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ElectronApplication, expect, type Page } from '@playwright/test'
import { acceptFrom } from '../accept-card-of.ts'
import { lecture, study, union } from '../sample-records.ts'
import { openOffice } from './offices.ts'
import { test } from './open-desktop.ts'
import { openAddress } from './window-pages.ts'

const quarter = 'from=2026-10-01&to=2026-12-31'

/** A county with three papers of two megabytes each, and its city. */
async function prepare(root: string): Promise<{ county: string; city: string }> {
  const city = await openOffice(join(root, '市'), '固川市总工会', { superior: '宁川省总工会' })
  const county = await openOffice(join(root, '县'), '云山县总工会')
  await acceptFrom(city, county, { role: '下级', parentId: null })
  await acceptFrom(county, city, { role: '上级' })
  const { ids } = await county.api.unions.add([union({ name: '云山县第一厂工会' })])
  await county.api.lectures.add([lecture({ date: '2026-11-12', unionIds: ids, audienceOnSite: 60 })])
  const { ids: studies } = await county.api.studies.add([study({ date: '2026-11-05', topic: '有课件的学习' })])
  const files = [1, 2, 3].map((number) => {
    // Nothing that could be packed more tightly.
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2_200_000), Buffer.from('\n%%EOF\n')])
    return new File([bytes], `课件${number}.pdf`, { type: 'application/pdf' })
  })
  const { added } = await county.api.attachments.add({ recordKind: 'study', recordId: studies[0] ?? '', files })
  expect(added).toHaveLength(3)
  await city.close()
  await county.close()
  return { county: county.dataFolder, city: city.dataFolder }
}

/** Answers every dialog that asks for a folder. */
async function answerFolderDialog(app: ElectronApplication, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = (() =>
      Promise.resolve({ canceled: false, filePaths: [path] })) as typeof dialog.showOpenDialog
  }, folder)
}

const shot = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`) })

test('a county writes volumes and a repair volume onto the stick; with one lost the city takes all in and answers', async ({
  startDesktop,
}) => {
  test.setTimeout(240_000)
  const root = await mkdtemp(join(tmpdir(), 'xuexuan-sync-'))
  const stick = join(root, 'U盘')
  try {
    const folders = await prepare(root)
    const sending = await startDesktop(folders.county)
    await answerFolderDialog(sending.app, stick)
    await openAddress(sending.page, `bundles/export?${quarter}&volume=5`)
    await sending.page.getByRole('checkbox', { name: /^修复卷/ }).click()
    await expect(sending.page.getByRole('checkbox', { name: /^修复卷/ })).toBeChecked()
    await sending.page.getByRole('button', { name: '导出到U盘或文件夹' }).click()
    await expect(sending.page.getByText(/文件已读回核对，可以拔出U盘。$/)).toBeVisible({ timeout: 30_000 })
    await shot(sending.page, 'exported')
    const written = await readdir(stick)
    const volumes = written.filter((name) => /\.ghb$/.test(name)).sort()
    expect(volumes.length).toBeGreaterThanOrEqual(3)
    await sending.app.close()

    // A volume of papers does not reach the city.
    const lost = volumes.find((name) => name.includes('2')) ?? ''
    await rm(join(stick, lost))
    const receiving = await startDesktop(folders.city)
    const { page } = receiving
    await openAddress(page, 'upper/intake')
    await page.getByLabel('选择文件夹').setInputFiles(stick)
    await page.getByRole('button', { name: '导入1个上报包' }).click({ timeout: 30_000 })
    await expect(page.getByText(/^导入了1个上报包/)).toBeVisible({ timeout: 30_000 })
    await shot(page, 'received')
    await openAddress(page, `upper/board?${quarter}`)
    await expect(page.getByRole('row', { name: /云山县总工会/ })).toContainText('已报待验')
    await expect(page.getByText(/佐证待补/)).toHaveCount(0)
    await answerFolderDialog(receiving.app, join(stick, '回执'))
    await openAddress(page, 'upper/receipts')
    await page.getByRole('button', { name: '全部签发（1份）' }).click()
    await expect(page.getByText(/已读回核对，可以拔出U盘。$/)).toBeVisible({ timeout: 30_000 })
    await shot(page, 'answered')
    await receiving.app.close()

    const again = await startDesktop(folders.county)
    await openAddress(again.page, 'bundles/receipts')
    const receipts = (await readdir(join(stick, '回执'))).filter((name) => name.endsWith('.ghb'))
    await again.page.locator('input[type=file]').setInputFiles(receipts.map((name) => join(stick, '回执', name)))
    await expect(again.page.getByText(/收到\d+条，没有退回。/).first()).toBeVisible()
    await shot(again.page, 'accepted')
  } finally {
    await rm(root, { recursive: true, force: true })
  }
})
