/** Pages of the window against axe's rules, and no page wider than the window. */
import { expect, type Page } from '@playwright/test'
import { introduce } from './clerk.ts'
import { test } from './open-app.ts'
import { openAddress, seriousViolations } from './window-pages.ts'

const pages = [
  ...['', 'studies', 'studies?record=new', 'unions', 'sheets', 'bundles', 'office', 'evidence', 'start'],
  ...['documents', 'documents/format', 'documents/outgoing', 'registers/studyGroup', 'registers/venue'],
]
test('no page breaks a serious rule of accessibility, at 1366×768', async ({ app }) => {
  test.setTimeout(300_000)
  const all = [...pages, ...(await withSampleCounty(app))]
  const violations: string[] = []
  for (const page of all) {
    await openAddress(app, page)
    for (const found of await seriousViolations(app)) violations.push(`/${page} ${found}`)
  }
  expect(violations).toEqual([])
})

test('no page is wider than a window of 1366 or of 1000 pixels', async ({ app }) => {
  test.setTimeout(180_000)
  const all = [...pages, ...(await withSampleCounty(app))]
  const wide: string[] = []
  for (const width of [1366, 1000]) {
    await app.setViewportSize({ width, height: 768 })
    for (const page of all) {
      await openAddress(app, page)
      const over = await app.evaluate(() => {
        const frame = document.querySelector('.frame-page') ?? document.documentElement
        const inFrame = frame.scrollWidth - frame.clientWidth
        return Math.max(inFrame, document.documentElement.scrollWidth - window.innerWidth)
      })
      if (over > 0) wide.push(`${width} /${page} by ${over} px`)
    }
  }
  expect(wide).toEqual([])
})

/** Loads the sample county, drafts a report and answers the pages of that document. */
async function withSampleCounty(app: Page): Promise<string[]> {
  await introduce(app)
  await app.getByRole('button', { name: '载入示例县' }).click()
  await app.getByRole('button', { name: '先到工作台看看' }).click({ timeout: 30_000 })
  await expect(app.getByRole('heading', { name: '工作台' })).toBeVisible()
  await openAddress(app, 'documents')
  await app.getByRole('button', { name: /^起草/ }).click()
  await expect(app).toHaveURL(/#\/documents\/[\w-]{36}/)
  const id = /#\/documents\/([\w-]{36})/.exec(app.url())?.[1]
  return [`documents/${id}`, `documents/${id}/preview`]
}
