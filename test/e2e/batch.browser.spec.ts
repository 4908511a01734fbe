/** Batch entry (批量录入): pasted from Excel, filled down, checked while typing, stored, undone, by keyboard alone. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { arrive } from './clerk.ts'
import { test } from './open-app.ts'

const cell = (app: Page, row: number, label: string) => app.getByLabel(`第${row}行${label}`, { exact: true })

async function openBatch(app: Page): Promise<void> {
  await arrive(app)
  await app.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '宣讲', exact: true }).click()
  await app.getByRole('link', { name: '批量录入' }).click()
  await expect(app.getByRole('heading', { name: '批量录入' })).toBeVisible()
}

/** What Excel puts on the clipboard. */
async function paste(app: Page, rows: readonly (readonly string[])[]): Promise<void> {
  await app.evaluate(
    (text) => {
      const data = new DataTransfer()
      data.setData('text/plain', text)
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
    },
    rows.map((row) => row.join('\t')).join('\n'),
  )
}

const talks = Array.from({ length: 24 }, (_, index) => [
  `2026.11.${index + 1}`,
  '基层工会宣讲',
  '班前十分钟讲二十大精神',
  '赵某',
  '车间',
  `${index + 1}车间`,
  '车间班前会',
  '',
  String(20 + index),
])

test('dozens of small lectures are pasted from Excel, mended where a cell is wrong, stored and undone as one', async ({
  app,
}) => {
  await openBatch(app)
  await cell(app, 1, '日期').click()
  await paste(
    app,
    talks.map((talk, index) => (index === 2 ? talk.with(8, '二十多') : talk)),
  )
  await expect(app.getByRole('status')).toContainText('共24行：新增23条，有误1行')
  await expect(app.getByRole('button', { name: '全部登记' })).toBeDisabled()
  await app.screenshot({ path: test.info().outputPath('wrong.png') })

  await app.getByRole('list', { name: '录入问题' }).getByRole('button').first().click()
  await app.keyboard.type('25')
  await expect(app.getByRole('status')).toContainText('共24行：新增24条')
  await app.getByRole('button', { name: '全部登记' }).click()
  await expect(app.getByText('已登记24条。')).toBeVisible()
  await app.screenshot({ path: test.info().outputPath('done.png') })
  await app.getByRole('button', { name: '撤销' }).click()
  await expect(app.getByText('已撤销，刚才登记的都去掉了')).toBeVisible()
  await app.getByRole('button', { name: '返回宣讲' }).click()
  await expect(app.getByText('还没有登记宣讲')).toBeVisible()
})

test('by keyboard alone: typing, going on, filling down; what is typed outlives the window', async ({ app }) => {
  await openBatch(app)
  await cell(app, 1, '日期').click()
  for (const text of ['2026-11-05', '基层工会宣讲', '班前会讲精神', '钱某', '班组', '一班']) {
    await app.keyboard.type(text)
    await app.keyboard.press('Tab')
  }
  await expect(cell(app, 1, '地点')).toHaveValue('一班')
  await cell(app, 1, '日期').click()
  for (let step = 0; step < 4; step += 1) await app.keyboard.press('Shift+ArrowRight')
  for (let step = 0; step < 2; step += 1) await app.keyboard.press('Shift+ArrowDown')
  await app.keyboard.press('Control+d')
  await expect(cell(app, 3, '宣讲人')).toHaveValue('钱某')
  await cell(app, 2, '地点').click()
  await app.keyboard.type('二班')
  await app.keyboard.press('ArrowDown')
  await app.keyboard.type('三班')
  await expect(app.getByRole('status')).toContainText('共3行：新增3条')
  await app.waitForTimeout(600)
  await app.reload()
  await expect(cell(app, 3, '地点')).toHaveValue('三班')
  await expect(app.getByRole('status')).toContainText('共3行：新增3条')
  const { violations } = await new AxeBuilder({ page: app }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
})
