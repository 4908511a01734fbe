/** 办文 at the window: reply and plans drafted, arrangements pasted, findings explained, a number asked for its records. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { office } from '../sample-records.ts'
import { openPage } from './clerk.ts'
import { test as base } from './open-app.ts'

const root = join(import.meta.dirname, '../..')

/** The sample county, which has taken in a notice of the catalogue. */
const test = base.extend({
  dataFolder: async ({ dataFolder }, use) => {
    const file = join(dataFolder, 'office.json')
    writeFileSync(file, JSON.stringify(office))
    for (const line of [
      ['office', 'set', '--json-file', file],
      ['sample', 'load'],
      ['notice', 'adopt', '固工发〔2022〕142号'],
    ])
      execFileSync(join(root, 'node_modules/.bin/node'), [
        join(root, 'src-main/shell-cli/main.ts'),
        '--data',
        dataFolder,
        ...line,
      ])
    await use(dataFolder)
  },
})

async function openPapers(app: Page): Promise<void> {
  await openPage(app, '通知')
  await app.getByRole('row').getByText('关于全市工会系统开展党的二十大精神宣讲工作的通知').click()
  await app.getByRole('tab', { name: '办文' }).click()
  await expect(app.getByText('还没有为这件通知起草公文')).toBeVisible()
}

test('a reply is drafted with its remarks, listed, and a number in it leads to its records', async ({ app }) => {
  await openPapers(app)
  await app.getByRole('button', { name: /^起草.*情况报告$/ }).click()
  const note = app.getByRole('status').filter({ hasText: '打开编辑' })
  await expect(note).toContainText('通知没有写明报送对象')
  const listed = app.getByRole('table', { name: '已起草的公文' })
  await expect(listed.getByRole('row')).toHaveCount(2)
  await expect(listed).toContainText('草稿')

  await note.getByRole('link', { name: '打开编辑' }).click()
  const sessions = app.locator('mark[data-figure="lecture.sessions"]').first()
  await sessions.scrollIntoViewIfNeeded()
  const place = await sessions.boundingBox()
  if (!place) throw new Error('the number is not drawn')
  await app.mouse.click(place.x + place.width / 2, place.y + place.height / 2)
  const panel = app.getByRole('complementary', { name: '数字溯源' })
  await expect(panel).toContainText('宣讲场次')
  await expect(panel).toContainText('一致')
  const records = panel.getByRole('list', { name: '有关记录' }).getByRole('listitem')
  await expect(records).toHaveCount(Number(await sessions.textContent()))
  await records.first().getByRole('link').click()
  await expect(app.getByRole('dialog')).toBeVisible()
})

test('a period with records refuses a 零报告 in a sentence; one without takes its reason', async ({ app }) => {
  await openPapers(app)
  await app.getByRole('button', { name: '零报告…' }).click()
  const dialog = app.getByRole('dialog')
  const draft = dialog.getByRole('button', { name: '起草零报告' })
  await expect(draft).toBeDisabled()
  await dialog.getByLabel('原因').fill('正值换届')
  await draft.click()
  await expect(app.getByText(/登记有\d+条记录，不能作零报告/)).toBeVisible()
  await dialog.getByRole('button', { name: /取\s*消/ }).click()
  await app.getByLabel('统计期', { exact: true }).click()
  await app.getByTitle('上年', { exact: true }).click()
  await app.getByRole('button', { name: '零报告…' }).click()
  await dialog.getByLabel('原因').fill('正值换届')
  await draft.click()
  await expect(app.getByRole('table', { name: '已起草的公文' })).toContainText('情况报告')
})

test('rows from Excel are pasted, moved, saved as a whole, and stand in the plan', async ({ app }) => {
  await openPapers(app)
  await app.getByRole('button', { name: '添加一行' }).click()
  await app.getByLabel('第1项宣讲人', { exact: true }).focus()
  await app.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', '赵铁柱\t劳模精神\t12月上旬\t水泥公司\n李红梅\t产改政策\t12月中旬\t工业园区\n')
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await expect(app.getByLabel('第2项主题')).toHaveValue('产改政策')
  await app.getByRole('button', { name: '第2项上移' }).click()
  await expect(app.getByText('有改动未保存')).toBeVisible()
  await app.reload()
  await expect(app.getByLabel('第1项主题')).toHaveValue('产改政策')
  await app.getByRole('button', { name: '保存安排' }).click()
  await expect(app.getByText('安排已保存，共2项')).toBeVisible()
  await app.reload()
  await expect(app.getByLabel('第2项主题')).toHaveValue('劳模精神')
  await expect(app.getByRole('button', { name: '保存安排' })).toBeDisabled()

  await app.getByRole('button', { name: '起草宣讲方案' }).click()
  await app.getByRole('tab', { name: /附件/ }).click()
  await expect(app.getByRole('textbox').filter({ hasText: '产改政策' }).first()).toBeVisible()
})

test('a finding leads to its records, and what is said to it stays', async ({ app }) => {
  await openPapers(app)
  const asked = app.getByRole('list', { name: '需要说明' }).getByRole('listitem').first()
  await expect(asked.getByRole('link').first()).toBeVisible()
  await asked.getByRole('textbox').fill('两处兼顾，已核对')
  await asked.getByRole('button', { name: '保存说明' }).click()
  await expect(asked.getByRole('button', { name: '已说明' })).toBeVisible()
  await app.reload()
  await expect(asked.getByRole('textbox')).toHaveValue('两处兼顾，已核对')
})

test('a paragraph says that its numbers hold no longer when a record has changed, and holds again when drawn anew', async ({
  app,
}) => {
  await openPapers(app)
  await app.getByRole('button', { name: /^起草.*情况报告$/ }).click()
  await app.getByRole('status').filter({ hasText: '打开编辑' }).getByRole('link', { name: '打开编辑' }).click()
  const stale = app.getByText('台账记录有改动，这段的数字已不一致')
  await expect(app.locator('mark[data-figure="lecture.sessions"]').first()).toBeVisible()
  await expect(stale).toHaveCount(0)

  const document = app.url()
  await openPage(app, '宣讲')
  await app.getByRole('button', { name: /^删除/ }).first().click()
  await expect(app.getByText('撤销')).toBeVisible()
  await app.goto(document)
  await expect(stale.first()).toBeVisible()
  await app.getByRole('button', { name: '重新取数' }).click()
  await expect(stale).toHaveCount(0)
})
