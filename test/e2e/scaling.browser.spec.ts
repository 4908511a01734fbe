/** The window on a screen of 1366×768 scaled to 125 %, 150 % and 200 % (屏幕缩放), on every page. */
import { expect, type Page } from '@playwright/test'
import { arrive } from './clerk.ts'
import { test } from './open-app.ts'
import { openAddress, pagesOfSampleCounty, seriousViolations, tooWide } from './window-pages.ts'

/** Its size in CSS pixels; axe looks where most is wrapped, and at the full screen in its own test. */
const screens = [
  { scaling: '125 %', width: 1093, height: 614, withAxe: false },
  { scaling: '150 %', width: 911, height: 512, withAxe: false },
  { scaling: '200 %', width: 683, height: 384, withAxe: true },
]

test('on a scaled screen no page scrolls sideways or breaks a serious rule of accessibility', async ({ app }) => {
  test.setTimeout(600_000)
  const faults: string[] = []
  for (const page of await pagesOfSampleCounty(app)) {
    await openAddress(app, page)
    for (const { scaling, width, height, withAxe } of screens) {
      await app.setViewportSize({ width, height })
      const over = await overAtRest(app)
      if (over > 0) faults.push(`/${page} at ${scaling} is ${over} px too wide`)
      const found = withAxe ? await seriousViolations(app) : []
      faults.push(...found.map((one) => `/${page} at ${scaling}: ${one}`))
    }
  }
  expect(faults).toEqual([])
})

/** The columns of a table follow a new width a moment later. */
async function overAtRest(app: Page): Promise<number> {
  for (let looks = 0; looks < 20 && (await tooWide(app)) > 0; looks += 1) await app.waitForTimeout(100)
  return await tooWide(app)
}

test('at 200 % the wheel brings every entry of the navigation into sight', async ({ app }) => {
  await arrive(app)
  await app.setViewportSize({ width: 683, height: 384 })
  const entries = app.getByRole('navigation', { name: '主导航' }).getByRole('menuitem')
  await entries.first().hover()
  await app.mouse.wheel(0, 1000)
  const last = entries.last()
  await expect(last).toBeInViewport({ ratio: 1 })
  await last.click()
  await expect(app.getByRole('heading', { level: 1, name: '设置' })).toBeVisible()
})
