/** Statistics at the window: sheets and cross-tables, the records behind their figures, XLSX, annexes, print. */
import { expect, type Locator, type Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { choose, download, fillIn } from './clerk.ts'
import { holdCall } from './hold-call.ts'
import { fillLedger } from './ledger-by-cli.ts'
import { test as base } from './open-app.ts'
import { openAddress, seriousViolations } from './window-pages.ts'

/** The sample county; its records lie in the second half of 2026. */
const test = base.extend({
  dataFolder: async ({ dataFolder }, use) => {
    fillLedger(dataFolder, [['sample', 'load']])
    await use(dataFolder)
  },
})
const half = 'from=2026-07-01&to=2026-12-31'

test('a figure opens its records, and a change in one of them changes the figure', async ({ app }) => {
  await openAddress(app, `sheets?${half}&sheet=study`)
  const attended = figure(app, /^主题党日/, 5)
  const before = Number(await attended.innerText())
  await attended.click()
  const records = app.getByRole('dialog', { name: '主题党日，实到人次' })
  await expect(records.getByText(`共4条，合计${before}。`)).toBeVisible()
  // The rows come after the sum.
  await expect(records.locator('tbody td:last-child')).toHaveCount(4)
  const adds = await records.locator('tbody td:last-child').allInnerTexts()
  expect(adds.reduce((sum, text) => sum + Number(text), 0)).toBe(before)
  await records.getByRole('link').first().click()
  const form = app.getByRole('dialog', { name: '编辑学习活动' })
  await fillIn(form, { 应到人数: '90', 实到人数: String(Number(adds[0]) + 7) })
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await expect(form).toBeHidden()
  await app.goBack()
  await app.goBack()
  await expect(app.getByRole('dialog').getByText(`共4条，合计${before + 7}。`)).toBeVisible()
  await app.keyboard.press('Escape')
  await expect(figure(app, /^主题党日/, 5)).toHaveText(String(before + 7))
})

test('a press of a head sorts the rows, by keyboard too; the total stays below', async ({ app }) => {
  await openAddress(app, `sheets?${half}&sheet=study`)
  const names = () => app.locator('.sheet-table tbody td:first-child').allInnerTexts()
  const usual = await names()
  const head = app.getByRole('columnheader', { name: '实到人次', exact: true })
  await head.getByRole('button').focus()
  await app.keyboard.press('Enter')
  await expect(head).toHaveAttribute('aria-sort', 'descending')
  const numbers = (await app.locator('.sheet-table tbody td:nth-child(6)').allInnerTexts()).filter(Boolean).map(Number)
  expect(numbers).toEqual(numbers.toSorted((one, other) => other - one))
  expect((await names()).at(-1)).toBe('个人自学')
  await expect(app.locator('.sheet-table tfoot')).toContainText('合计')
  await app.keyboard.press('Enter')
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  expect((await names()).at(-1)).toBe('个人自学')
  await app.keyboard.press('Enter')
  expect(await names()).toEqual(usual)
})

test('arrows go from figure to figure, Enter opens', async ({ app }) => {
  await openAddress(app, `sheets?${half}&sheet=study`)
  await figure(app, /^理论学习中心组集体学习/, 1).focus()
  await app.keyboard.press('ArrowDown')
  await app.keyboard.press('ArrowRight')
  await expect(figure(app, /^集体专题学习/, 2)).toBeFocused()
  await app.keyboard.press('Enter')
  await expect(app.getByRole('dialog', { name: '集体专题学习，线下场次' })).toBeVisible()
})

test('a cross-table is chosen word by word; swapped, compared and read again from its address', async ({ app }) => {
  await openAddress(app, `sheets?${half}&sheet=cross`)
  await choose(app.getByLabel('记录', { exact: true }), ['宣讲'])
  await choose(app.getByLabel('行', { exact: true }), ['宣讲方式'])
  await choose(app.getByLabel('列', { exact: true }), ['层级'])
  await choose(app.getByLabel('指标', { exact: true }), ['现场人次'])
  await expect(
    app.getByText('2026年下半年的宣讲，按宣讲方式分行、按层级分列，统计现场人次。', { exact: true }),
  ).toBeVisible()
  await expect(app.getByText(/一条宣讲可以同时属于几个“宣讲方式”/)).toBeVisible()
  const total = await figure(app, /^合计（不重复）/, -1).innerText()
  await app.getByRole('button', { name: '行列互换' }).click()
  await expect(app.getByRole('columnheader').first()).toHaveText('层级')
  await expect(figure(app, /^合计/, -1)).toHaveText(total)

  await choose(app.getByLabel('对比', { exact: true }), ['上期'])
  await expect(app.getByText(/与上期（2026年上半年）对比。$/)).toBeVisible()
  await expect(app.getByRole('table', { name: '三、比上期增减' })).toBeVisible()
  await app.reload()
  await expect(app.getByText(/按层级分行、按宣讲方式分列，统计现场人次，与上期（2026年上半年）对比。$/)).toBeVisible()

  const cell = figure(app, /^基层工会/, 1)
  const shown = await cell.innerText()
  await cell.click()
  const records = app.getByRole('dialog')
  await expect(records.getByText(new RegExp(`^共\\d+条，合计${shown}。$`))).toBeVisible()
})

test('while an answer is awaited the figures keep the words of their own question, and cannot be opened', async ({
  app,
}) => {
  await openAddress(app, `sheets?${half}&sheet=cross&kind=lecture&rows=level&columns=none&measure=onSite`)
  const total = figure(app, /^合计/, 1)
  const onSite = await total.innerText()
  await expect(app.getByText(/统计现场人次。$/)).toBeVisible()
  const answer = await holdCall(app, 'sheets/showCross')
  await choose(app.getByLabel('指标', { exact: true }), ['场次'])
  await expect(app.locator('.former')).toBeVisible()
  await expect(app.getByText(/统计现场人次。$/)).toBeVisible()
  await expect(app.getByText(/统计场次。$/)).toBeHidden()
  await expect(total).toHaveText(onSite)
  expect(await total.click({ timeout: 500 }).catch(() => 'out of reach')).toBe('out of reach')
  answer()
  await expect(app.getByText(/统计场次。$/)).toBeVisible()
  await expect(app.locator('.former')).toHaveCount(0)
  await expect(total).not.toHaveText(onSite)
})

test('an empty period says so, and the choice stays', async ({ app }) => {
  await openAddress(app, 'sheets?from=2020-01-01&to=2020-12-31&sheet=cross&kind=stay&rows=unit&columns=none')
  await expect(app.getByText(/^这段时间没有可统计的记录/)).toBeVisible()
  await expect(app.getByLabel('记录', { exact: true })).toBeVisible()
  await openAddress(app, 'sheets?from=2020-01-01&to=2020-12-31&sheet=study')
  await expect(app.getByText('本期无记录').first()).toBeVisible()
})

for (const [name, words, file] of [
  ['a sheet', 'sheet=coverage', '基层工会宣讲覆盖情况表'],
  ['a cross-table', 'sheet=cross&kind=lecture&rows=level&columns=mode&measure=onSite', '宣讲现场人次'],
] as const)
  test(`${name} as XLSX shows what the screen shows`, async ({ app }) => {
    await openAddress(app, `sheets?${half}&${words}`)
    const shown = await rowsOnScreen(app)
    expect(shown.length).toBeGreaterThan(3)
    const { name, bytes } = await download(app, () => app.getByRole('button', { name: '导出本表' }).click())
    expect(name).toContain(file)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer)
    const written = rowsOf(workbook.worksheets[0])
    for (const row of shown) expect(written).toContainEqual(row)
  })

test('a sheet becomes an annex of a new report, and is not put in twice', async ({ app }) => {
  await openAddress(app, `sheets?${half}&sheet=problems`)
  await app.getByRole('button', { name: '作为附表加入公文' }).click()
  await app.getByRole('button', { name: '起草并加入' }).click()
  await expect(app).toHaveURL(/#\/documents\/[\w-]{36}/)
  await expect(app.getByText('蹲点问题台账').first()).toBeVisible()
  await openAddress(app, `sheets?${half}&sheet=problems`)
  await app.getByRole('button', { name: '作为附表加入公文' }).click()
  await app.getByRole('button', { name: '加入', exact: true }).click()
  await expect(app.getByText(/^公文已有附件《蹲点问题台账》/)).toBeVisible()
})

test('printed, a sheet has its title, its fingerprint and its signatures, and nothing of the window', async ({
  app,
}) => {
  await openAddress(app, `sheets?${half}&sheet=study&chart=1`)
  await app.emulateMedia({ media: 'print' })
  await expect(app.getByRole('heading', { name: '学习活动统计表' })).toBeVisible()
  await expect(app.getByText('取数指纹：')).toBeVisible()
  await expect(app.getByText(/^填表人：/)).toBeVisible()
  for (const hidden of [
    app.getByRole('navigation'),
    app.getByRole('button', { name: '打印' }),
    app.getByRole('tablist'),
  ])
    await expect(hidden).toBeHidden()
})

test('no tab breaks a serious rule of accessibility, charts, shading and open records included', async ({ app }) => {
  test.setTimeout(300_000)
  await openAddress(app, `sheets?${half}`)
  const tabs = await app.getByRole('tab').count()
  const faults: string[] = []
  await app.getByRole('checkbox', { name: '表旁附图' }).click()
  for (let index = 0; index < tabs; index += 1) {
    await app.getByRole('tab').nth(index).click()
    await expect(app.locator('.sheet-view')).toBeVisible()
    await expect(app.locator('[aria-busy="true"]')).toHaveCount(0)
    faults.push(...(await seriousViolations(app)))
  }
  const views = [
    'sheet=cross&kind=lecture&rows=mode&columns=none&measure=onSite&compare=year&chart=1&shade=1',
    'sheet=study&at=0.0.5',
  ]
  for (const view of views) {
    await openAddress(app, `sheets?${half}&${view}`)
    faults.push(...(await seriousViolations(app)))
  }
  expect(faults).toEqual([])
})

/** A figure by the name of its row and the place of its column; -1 is the last. */
function figure(app: Page, row: RegExp, column: number): Locator {
  return app
    .locator('.sheet-table')
    .first()
    .getByRole('row', { name: row })
    .getByRole('cell')
    .nth(column)
    .getByRole('button')
}

/** Texts of all rows below the heads, as words and numbers. */
async function rowsOnScreen(app: Page): Promise<(string | number | null)[][]> {
  await expect(app.locator('.sheet-table').first()).toBeVisible()
  const rows = await app
    .locator('.sheet-table')
    .locator('tbody tr, tfoot tr')
    .evaluateAll((found) => found.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText.trim())))
  return rows.map((row) => withoutEnd(row.map(numberOf)))
}

function numberOf(text: string): string | number | null {
  if (text === '') return null
  if (/^[\d.]+%$/.test(text)) return Math.round(Number(text.slice(0, -1)) * 10) / 1000
  return /^-?[\d.]+$/.test(text) ? Number(text) : text
}

/** The values of a worksheet, of formulas what is stored beside them; rates to a tenth of a percent. */
function rowsOf(sheet: ExcelJS.Worksheet | undefined): (string | number | null)[][] {
  const rows: (string | number | null)[][] = []
  sheet?.eachRow((row) => {
    // Empty cells are holes, which map would leave out.
    const values = Array.from((row.values as ExcelJS.CellValue[]).slice(1), (value) => {
      const plain = typeof value === 'object' && value !== null && 'formula' in value ? value.result : value
      if (typeof plain === 'number' && !Number.isInteger(plain)) return Math.round(plain * 1000) / 1000
      return typeof plain === 'number' || (typeof plain === 'string' && plain !== '') ? plain : null
    })
    rows.push(withoutEnd(values))
  })
  return rows
}

/** A worksheet does not keep empty cells at the end of a row. */
function withoutEnd<Cell>(row: readonly Cell[]): Cell[] {
  return row.slice(0, row.findLastIndex((cell) => cell !== null) + 1)
}
