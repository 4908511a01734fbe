/** What a clerk does at the window, as words of the tests: fills in, chooses, saves, looks. */
import { readFile } from 'node:fs/promises'
import { type Download, expect, type Locator, type Page } from '@playwright/test'

/** Values by the label of their field: text is typed, several words are chosen one after the other. */
export type Filled = Readonly<Record<string, string | readonly string[]>>

export const office: Filled = {
  本单位全称: '云山县总工会',
  上级工会: '固川市总工会',
  发文代字: '云工发',
  签发人: '马建国',
  审核人: '李红梅',
}

/** Types into fields and chooses in lists; `within` is the form. */
export async function fillIn(within: Page | Locator, filled: Filled): Promise<void> {
  for (const [label, value] of Object.entries(filled)) {
    const field = within.getByLabel(label, { exact: true })
    if (typeof value !== 'string') await choose(field, value)
    else if (/日期|时间|时限/.test(label)) await fillInDay(field, value)
    else await field.fill(value)
  }
}

/** A day or time is taken over when its field is left; a busy machine may not have read the text yet. */
async function fillInDay(field: Locator, value: string): Promise<void> {
  await expect(async () => {
    await field.fill(value)
    await field.press('Tab')
    if (/^(?:\d{4}-\d\d-\d\d|\d\d:\d\d)$/.test(value)) await expect(field).toHaveValue(value, { timeout: 1000 })
  }).toPass({ timeout: 15_000 })
}

/** Chooses words in the list that a field opens. */
export async function choose(field: Locator, words: readonly string[]): Promise<void> {
  const page = field.page()
  for (const word of words) {
    // Short lists are not searched in.
    if (await field.isEditable()) await field.fill(word)
    else await field.click()
    await page.locator('.ant-select-dropdown:visible').getByTitle(word, { exact: true }).first().click()
  }
  await field.press('Tab')
}

/** First start up to the register of unions. */
export async function introduce(app: Page): Promise<void> {
  await fillIn(app, office)
  await app.getByRole('button', { name: '保存，下一步' }).click()
  await expect(app.getByText('应覆盖的基层工会列成名册')).toBeVisible()
}

/** First start to the end: the office, then straight to the workbench. */
export async function arrive(app: Page): Promise<void> {
  await introduce(app)
  await app.getByRole('button', { name: /下一步$/ }).click()
  await app.getByRole('button', { name: '先到工作台看看' }).click()
  await expect(app.getByRole('heading', { name: '工作台' })).toBeVisible()
}

export async function openPage(app: Page, name: string): Promise<void> {
  await app.getByRole('navigation').getByRole('link', { name, exact: true }).click()
  await expect(app.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Opens the form for a new row on a register's page and fills it in. */
export async function startRecord(app: Page, page: string, filled: Filled): Promise<Locator> {
  await openPage(app, page)
  await app
    .getByRole('button', { name: /^(plus )?添加/ })
    .first()
    .click()
  const form = app.getByRole('dialog')
  await fillIn(form, filled)
  return form
}

/** Adds a row on a register's page and sees that it says so. */
export async function addRecord(app: Page, page: string, filled: Filled): Promise<void> {
  const form = await startRecord(app, page, filled)
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await expect(app.getByText(/已保存$/).first()).toBeVisible()
  await expect(form).toBeHidden()
}

/** The unions of the register that a lecture covers, chosen by name. */
export async function cover(form: Locator, unions: readonly string[]): Promise<void> {
  const field = form.getByLabel('覆盖基层工会', { exact: true })
  for (const union of unions) {
    await field.fill(union)
    await field.page().locator('.ant-select-tree-title', { hasText: union }).last().click()
  }
  await field.press('Escape')
}

/** Clicks and reads the file that is handed out. */
export async function download(
  app: Page,
  click: () => Promise<void>,
): Promise<{ name: string; bytes: Buffer; path: string }> {
  const waiting: Promise<Download> = app.waitForEvent('download')
  await click()
  const file = await waiting
  const path = await file.path()
  return { name: file.suggestedFilename(), bytes: await readFile(path), path }
}
