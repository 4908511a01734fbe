/** 查验 at the window: a bundle for this office, one for another, an old one and a damaged one. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { flipped } from '../src-main/sync/forge.ts'
import { makeKeys, photo, rowsPart, sealed } from '../src-main/sync/sealed-bundle.ts'
import { arrive } from './clerk.ts'
import { test } from './open-app.ts'
import { openAddress, seriousViolations } from './window-pages.ts'

async function inspect(app: Page, name: string, bytes: Uint8Array): Promise<void> {
  const choosing = app.waitForEvent('filechooser')
  await app.getByRole('button', { name: '选择文件…' }).click()
  await (await choosing).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
}

test('a bundle says who sealed it for whom, and to its recipient what is in it', async ({ app, dataFolder }) => {
  await app.setViewportSize({ width: 1366, height: 768 })
  await arrive(app)
  const { recipient } = JSON.parse(await readFile(join(dataFolder, 'signing-key.json'), 'utf8'))
  const [county, other] = [await makeKeys(), await makeKeys()]
  const content = {
    manifest: {
      declaredEmpty: [{ what: '蹲点', reason: '本季度没有安排' }],
      notice: { id: 'n', number: '南工发〔2026〕12号', title: '关于报送宣讲工作情况的通知', issuer: '南湖市总工会' },
    },
    parts: [rowsPart(12)],
    attachments: [photo('a', 90_000), photo('b', 90_000)],
    volumeBytes: 150_000,
  }
  const [first] = await sealed(county, [recipient], content)
  const [foreign] = await sealed(county, [other.recipient])
  const shot = (name: string) => app.screenshot({ path: test.info().outputPath(`${name}.png`) })

  await openAddress(app, 'bundles/inspect')
  await expect(app.getByText('只看不收')).toBeVisible()
  await shot('empty')
  await inspect(app, first?.fileName ?? '', first?.bytes ?? Buffer.alloc(0))
  const found = app.getByRole('status').filter({ hasText: '文件完整，签名有效' })
  await expect(found).toContainText('上报包，第1卷，共2卷')
  await expect(found).toContainText('宣讲12条')
  await expect(found).toContainText('2个，175.8 KB')
  await expect(found).toContainText('蹲点：本季度没有安排')
  await expect(found).toContainText('关于报送宣讲工作情况的通知（南工发〔2026〕12号）')
  await expect(found).toContainText('（未登记的密钥）')
  await expect(found).toContainText('还不能确认就是“云山县总工会”')
  await shot('open')
  expect(await seriousViolations(app)).toEqual([])

  await inspect(app, '外单位.ghb', foreign?.bytes ?? Buffer.alloc(0))
  await expect(found).toContainText('内容没有打开：加密给“南湖市总工会”，本机的密钥打不开内容。')
  await expect(found).not.toContainText('宣讲12条')
  await shot('closed')
  expect(await seriousViolations(app)).toEqual([])

  await inspect(
    app,
    '2026年第四季度.ghb',
    await readFile(join(import.meta.dirname, '../src-main/sync/fixtures/format-1.2.ghb')),
  )
  await expect(found).toContainText('学习27条、宣讲34条、蹲点7条、宣传文化6条、单位60个')

  await inspect(app, '坏.ghb', flipped(first?.bytes ?? Buffer.alloc(0), 5000))
  await expect(app.getByText('上报包第1卷已损坏，内容部分与导出时不一致')).toBeVisible()
  await expect(found).toHaveCount(0)
  await shot('damaged')
})
