/** Receipts at the window (回执): taken in at the county, the returned record opened at its field; issued at the city. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { acceptFrom } from '../accept-card-of.ts'
import { study } from '../sample-records.ts'
import { openOffice } from './offices.ts'
import { startBrowserShell, test } from './open-app.ts'
import { openAddress, seriousViolations } from './window-pages.ts'

type Office = Awaited<ReturnType<typeof openOffice>>

const newFolder = () => mkdtemp(join(tmpdir(), 'xuexuan-receipts-'))

/** A county that has reported two studies, one of which the city has returned; the city's receipt is not out yet. */
async function reported() {
  const county = await openOffice(await newFolder(), '云山县总工会', {
    superior: '固川市总工会',
    divisionCode: '640421',
  })
  const city = await openOffice(await newFolder(), '固川市总工会', { superior: '宁川省总工会', divisionCode: '640400' })
  await acceptFrom(county, city, { role: '上级' })
  await acceptFrom(city, county, { role: '下级', parentId: null })
  const { ids } = await county.api.studies.add([
    study({ topic: '学习二十届四中全会精神', dueCount: 46, attendedCount: 44 }),
    study({ topic: '学习劳模事迹', dueCount: 30, attendedCount: 28 }),
  ])
  const { delivery } = await county.api.bundles.export({
    to: city.context.officeId,
    period: { from: '2026-01-01', to: '2026-12-31' },
    isFull: true,
    reasons: (['lecture', 'stay', 'activity'] as const).map((kind) => ({ kind, reason: '本期没有开展' })),
  })
  if (delivery.state !== 'download') throw new Error('not downloaded')
  const files = delivery.downloads.filter(({ name }) => name.endsWith('.ghb')) as unknown as File[]
  const staged = await city.api.intake.stage({ files })
  const bundleIds = staged.flatMap(({ bundleId }) => bundleId ?? [])
  await city.api.intake.import({ bundleIds, acceptRed: 'all' })
  const words = '实到人数与签到表不符，请核对后改正'
  const returning = { officeId: county.context.officeId, table: 'study', rowId: ids[0] ?? '' }
  await city.api.receipts.returnRow({ ...returning, field: 'attendedCount', words })
  return { county, city, words, other: ids[1] ?? '' }
}

const close = async (...offices: readonly Office[]) => {
  for (const { dataFolder } of offices) await rm(dataFolder, { recursive: true, force: true })
}

async function openWindow(page: Page, folder: string) {
  const shell = await startBrowserShell(folder)
  await page.goto(shell.launchUrl)
  await page.waitForFunction(() => document.title === '学宣台账')
  return shell
}

test('the county takes a receipt in: the returned record is marked, opens at its field with the words, and waits when changed', async ({
  page,
}) => {
  const { county, city, words } = await reported()
  const { delivery, receipts } = await city.api.receipts.issue({})
  if (delivery.state !== 'download') throw new Error('not downloaded')
  const file = delivery.downloads.find(({ name }) => name.endsWith('.ghb'))
  if (!file) throw new Error('no receipt')
  await Promise.all([county.close(), city.close()])
  await page.setViewportSize({ width: 1366, height: 768 })
  const shell = await openWindow(page, county.dataFolder)
  await openAddress(page, 'bundles/receipts')
  await expect(page.getByText('还没有收到回执')).toBeVisible()
  await page.locator('input[type=file]').setInputFiles({
    name: file.name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(await file.arrayBuffer()),
  })
  await expect(page.getByText(/收到\d+条，退回1条。/).first()).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('taken.png') })
  expect(await seriousViolations(page)).toEqual([])

  await page.getByRole('cell', { name: '固川市总工会' }).click()
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByText(words)).toBeVisible()
  await drawer.getByLabel('电话里听到的校验码').fill(receipts[0]?.checkCode.toLowerCase().replace('-', ' ') ?? '')
  await drawer
    .getByRole('button', { name: '核 对' })
    .or(drawer.getByRole('button', { name: '核对' }))
    .click()
  await expect(drawer.getByText('相符，回执确实是上级签发的这一份')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('receipt.png') })
  expect(await seriousViolations(page)).toEqual([])

  await openAddress(page, '')
  await expect(page.getByText('上级退回1条学习记录').first()).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('workbench.png') })
  await openAddress(page, 'studies')
  await expect(page.getByText('上级退回了1条学习活动')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('list.png') })
  expect(await seriousViolations(page)).toEqual([])
  await page.getByRole('button', { name: '只看退回' }).click()
  await expect(page.getByText('学习劳模事迹')).toBeHidden()
  await page.getByText('学习二十届四中全会精神').click()
  const form = page.getByRole('dialog')
  await expect(form.getByText(`上级：${words}`)).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('form.png') })
  expect(await seriousViolations(page)).toEqual([])
  await form.getByLabel('实到人数').fill('46')
  await form.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect(form).toBeHidden()
  await openAddress(page, 'studies')
  await expect(page.getByText('已改，待报')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('changed.png') })
  await shell.stop()
  await close(county, city)
})

test('the city returns a record, issues the receipts that are due, and takes a return back', async ({ page }) => {
  const { county, city, other } = await reported()
  await Promise.all([county.close(), city.close()])
  await page.setViewportSize({ width: 1366, height: 768 })
  const shell = await openWindow(page, city.dataFolder)
  await openAddress(page, `upper/record/study/${other}`)
  await page.getByRole('button', { name: '退回…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('意见').fill('请补传签到表')
  await page.screenshot({ path: test.info().outputPath('return.png') })
  expect(await seriousViolations(page)).toEqual([])
  await dialog.getByRole('button', { name: /^退\s?回$/ }).click()
  await expect(dialog).toBeHidden()
  await openAddress(page, 'upper/receipts')
  await expect(page.getByText('请补传签到表')).toBeVisible()
  await expect(page.getByRole('button', { name: '全部签发（1份）' })).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('due.png') })
  expect(await seriousViolations(page)).toEqual([])
  await page.getByRole('button', { name: '全部签发（1份）' }).click()
  await expect(page.getByText(/签发了1份回执/)).toBeVisible()
  await expect(page.getByText('没有待发的回执')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('issued.png') })
  await page.getByRole('button', { name: '撤回退回意见：请补传签到表' }).click()
  await expect(page.getByRole('button', { name: '全部签发（1份）' })).toBeVisible()
  await shell.stop()
  await close(county, city)
})
