/** Evidence at the window: chosen with a new record, dropped, pasted, from a folder; looked at, turned, put in order. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { makePhoto } from '../make-photos.ts'
import { arrive, choose, download, fillIn, openPage, startRecord } from './clerk.ts'
import { test } from './open-app.ts'

/** A folder for pictures to be looked at; not needed to pass. */
const pictures = process.env.EVIDENCE_PICTURES

const study = { 学习类型: ['主题党日'], 组织单位: '机关党支部', 主题: '重温誓词', 应到人数: '20', 实到人数: '19' }
const photo = (number: number, day = '2026-11-05') => ({
  name: `现场${number}.jpg`,
  mimeType: 'image/jpeg',
  buffer: Buffer.from(
    makePhoto({ width: 640, height: 480, day, place: [28, 116], shade: (x, y) => (x + y * number * 3) % 256 }),
  ),
})
const names = (app: Page) => app.locator('.evidence-card .evidence-name').allInnerTexts()

async function recordWithPhotos(app: Page) {
  await arrive(app)
  const form = await startRecord(app, '学习', study)
  const files = [photo(1), photo(2), { name: '说明.exe', mimeType: '', buffer: Buffer.from('MZ') }]
  await form.getByLabel('选择文件', { exact: true }).setInputFiles(files)
  await expect(form.getByText('佐证材料（3）')).toBeVisible()
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await expect(form.getByText('已添加2份，1个文件不能添加；2张照片去掉了拍摄地点。')).toBeVisible()
  await expect(form.getByText('“说明.exe”是程序、脚本或快捷方式，不能添加。')).toBeVisible()
  await expect(app.getByText('编辑学习活动')).toBeVisible()
  await expect(form.locator('.evidence-card img')).toHaveCount(2)
  return form
}

test('files chosen with a new record are attached when it is saved, and each that is refused is named', async ({
  app,
}) => {
  const form = await recordWithPhotos(app)
  await expect(form.locator('.evidence-report')).toBeInViewport()
  if (pictures) await app.screenshot({ path: `${pictures}/drawer.png` })
  await form.locator('.form-foot').getByRole('button', { name: '关闭' }).click()
  const row = app.getByRole('row').nth(1)
  await expect(row.locator('.evidence-count')).toHaveText('2')
  if (pictures) await app.screenshot({ path: `${pictures}/list.png` })
})

test('changes that are made quicker than the list is read again are all kept', async ({ app }) => {
  const form = await recordWithPhotos(app)
  let reads = 0
  await app.route('**/rpc/attachments/list', async (route) => {
    reads += 1
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  const turn = form.getByRole('button', { name: '旋转现场1.jpg' })
  await turn.click()
  await turn.click()
  await turn.click()
  await choose(form.getByLabel('现场1.jpg的类别'), ['签到册'])
  await form.getByLabel('现场1.jpg的说明').fill('会场')
  await form.getByLabel('现场1.jpg的说明').press('Enter')
  await expect(form.getByRole('button', { name: '查看会场' })).toBeVisible({ timeout: 20_000 })
  expect(reads).toBeGreaterThan(0)
  await expect(form.locator('.evidence-card').first().getByText('签到册')).toBeVisible()
  const shape = await form
    .getByRole('button', { name: '查看会场' })
    .locator('img')
    .evaluate((img: HTMLImageElement) => img.naturalWidth < img.naturalHeight)
  expect(shape).toBe(true)
  await expect(app.getByText(/已被修改|已在别处/)).toHaveCount(0)
})

test('evidence is described, put in order, looked at large, turned, removed and restored', async ({ app }) => {
  const form = await recordWithPhotos(app)
  await form.getByLabel('现场1.jpg的说明').fill('会场')
  await form.getByLabel('现场1.jpg的说明').press('Enter')
  await expect(form.getByRole('button', { name: '查看会场' })).toBeVisible()
  await form.getByRole('button', { name: '后移会场' }).press('Enter')
  await expect.poll(() => names(app)).toEqual(['现场2.jpg2026-11-05', '现场1.jpg2026-11-05'])
  await form.getByRole('button', { name: '查看现场2.jpg' }).click()
  const preview = app.getByRole('dialog', { name: /现场2.jpg（1\/2）/ })
  await expect(preview.locator('.evidence-stage img')).toBeVisible()
  const width = async () => (await app.locator('.evidence-stage img').boundingBox())?.width ?? 0
  const before = await width()
  await preview.getByRole('button', { name: '放大' }).click()
  expect(await width()).toBeGreaterThan(before)
  if (pictures) await app.screenshot({ path: `${pictures}/preview.png` })
  await app.keyboard.press('ArrowRight')
  await expect(app.getByRole('dialog', { name: /会场（2\/2）/ })).toBeVisible()
  await app.keyboard.press('Escape')
  await expect(app.getByRole('dialog', { name: /会场/ })).toBeHidden()
  await expect(app.getByText('编辑学习活动')).toBeVisible()

  const shape = () =>
    form
      .getByRole('button', { name: '查看会场' })
      .locator('img')
      .evaluate((img: HTMLImageElement) => img.naturalWidth < img.naturalHeight)
  expect(await shape()).toBe(false)
  await form.getByRole('button', { name: '旋转会场' }).click()
  await expect.poll(shape).toBe(true)
  const { bytes, name } = await download(app, () => form.getByRole('button', { name: '保存会场的原件' }).click())
  expect([name, bytes.length]).toEqual(['现场1.jpg', photo(1).buffer.length])

  await form.getByRole('button', { name: '删除会场' }).click()
  await expect.poll(() => names(app)).toHaveLength(1)
  await app.getByRole('button', { name: '撤销' }).click()
  await expect.poll(() => names(app)).toHaveLength(2)
})

test('pictures are dropped and pasted, and blank forms are written', async ({ app }) => {
  const form = await recordWithPhotos(app)
  const bytes = [...photo(3).buffer]
  await app.evaluate((bytes) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([new Uint8Array(bytes)], '拖入.jpg', { type: 'image/jpeg' }))
    const zone = document.querySelector('.evidence-drop')
    zone?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }))
  }, bytes)
  await expect(form.getByRole('button', { name: '查看拖入.jpg' })).toBeVisible()
  await app.evaluate(
    (bytes) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' }))
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }))
    },
    [...photo(4).buffer],
  )
  await expect(form.getByRole('button', { name: '查看粘贴的图片.jpg' })).toBeVisible()
  const sheet = await download(app, () => form.getByRole('button', { name: '空白签到表' }).click())
  expect(sheet.name).toMatch(/^签到表 .*重温誓词\.docx$/)
})

test('a folder is matched by days, confirmed and attached; then all files are checked', async ({ app }) => {
  await arrive(app)
  const form = await startRecord(app, '学习', study)
  await fillIn(form, { 日期: '2026-11-05' })
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await expect(form).toBeHidden()
  await openPage(app, '设置')
  await app.getByRole('link', { name: /按日期批量添加/ }).click()
  const folder = join(await mkdtemp(join(tmpdir(), 'xuexuan-folder-')), '照片')
  await mkdir(join(folder, '无日期'), { recursive: true })
  await writeFile(join(folder, '1.jpg'), photo(1).buffer)
  await writeFile(join(folder, '2.jpg'), photo(2).buffer)
  await writeFile(join(folder, '无日期', '名单.txt'), '张三')
  await app.getByLabel('选择文件夹', { exact: true }).setInputFiles(folder)
  await expect(app.getByText('添加已对应的2个')).toBeVisible()
  if (pictures) await app.screenshot({ path: `${pictures}/folder.png` })
  await app.getByRole('button', { name: '添加已对应的2个' }).click()
  await expect(app.getByText('已添加2份；2张照片去掉了拍摄地点。')).toBeVisible()
  await app.getByRole('button', { name: '检查全部文件' }).click()
  await expect(app.getByText('没有缺失或被改动的文件。')).toBeVisible()
  if (pictures) await app.screenshot({ path: `${pictures}/check.png` })
  const found = await new AxeBuilder({ page: app }).analyze()
  expect(
    found.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
  ).toEqual([])
})

test('the evidence of a record breaks no serious rule of accessibility', async ({ app }) => {
  await recordWithPhotos(app)
  const found = await new AxeBuilder({ page: app }).analyze()
  const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
})

test('photos of the period become an annex of the report, two in a row, and its preview shows them', async ({
  app,
}) => {
  const form = await recordWithPhotos(app)
  await form.locator('.form-foot').getByRole('button', { name: '关闭' }).click()
  await openPage(app, '报告与公文')
  await app.getByRole('button', { name: /^起草/ }).click()
  await app.getByRole('tab', { name: /^附件/ }).click()
  await app.getByRole('button', { name: '添加照片页' }).click()
  const dialog = app.getByRole('dialog', { name: /选择照片/ })
  await dialog.getByRole('button', { name: '选取' }).click()
  await expect(dialog.locator('[aria-pressed=true]')).toHaveCount(2)
  await expect(dialog.locator('.evidence-choose img')).toHaveCount(2)
  if (pictures) await app.screenshot({ path: `${pictures}/photos.png` })
  const found = await new AxeBuilder({ page: app }).include('.ant-modal').analyze()
  expect(
    found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id),
  ).toEqual([])
  await dialog.getByRole('button', { name: '添加2张' }).click()
  await expect(app.getByLabel('附件4名称').or(app.locator('input[value="工作照片"]')).first()).toHaveValue('工作照片')
  await expect(app.locator('.picture-pair img')).toHaveCount(2)
  await app.locator('.picture-pair').first().scrollIntoViewIfNeeded()
  if (pictures) await app.screenshot({ path: `${pictures}/photo-page.png` })
  await app.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect(app.getByText('已保存').first()).toBeVisible()
})
