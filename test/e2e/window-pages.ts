/** All pages of the window (各页), as addresses behind #/, and what every one of them is held against. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { introduce } from './clerk.ts'

const steadyPages = [
  ...['', 'studies', 'studies?record=new', 'lectures', 'lectures?record=new', 'stays', 'stays?record=new'],
  ...[
    'activities',
    'activities?record=new',
    'unions',
    'unions?record=new',
    'sheets',
    'imports',
    'bundles',
    'bundles/exchange',
    'bundles/conflicts',
    'bundles/exported',
    'bundles/inspect',
    'office',
    'start',
  ],
  ...['documents', 'documents/format', 'documents/check', 'documents/outgoing', 'documents/incoming'],
  ...['notices', 'notices/year'],
  ...['upper', 'upper/intake', 'upper/totals', 'upper/ranking', 'upper/remind', 'upper/send-down'],
  ...[
    'batch/lecture',
    'registers/cadre',
    'registers/studyGroup',
    'registers/venue',
    'evidence',
    'help',
    'print/lecture',
  ],
  ...['coverage', 'stay', 'cross&chart=1'].map((sheet) => `sheets?from=2026-07-01&to=2026-12-31&sheet=${sheet}`),
]

/** Loads the sample county, takes in a notice and drafts a report; answers every page that there is then. */
export async function pagesOfSampleCounty(app: Page): Promise<string[]> {
  await introduce(app)
  await app.getByRole('button', { name: '载入示例县' }).click()
  await app.getByRole('button', { name: '先到工作台看看' }).click({ timeout: 30_000 })
  await expect(app.getByRole('heading', { name: '工作台' })).toBeVisible()
  await openAddress(app, 'notices')
  await app
    .getByRole('button', { name: /登记通知/ })
    .first()
    .click()
  await app.getByRole('tab', { name: '从目录选取' }).click()
  await app.getByRole('button', { name: /^选取/ }).first().click()
  await app.getByRole('button', { name: '核对要求' }).click()
  const notice = await idInAddress(app, 'notices')
  await openAddress(app, 'documents')
  await app.getByRole('button', { name: /^起草/ }).click()
  const document = await idInAddress(app, 'documents')
  const tabs = ['', '/progress', '/papers', '/text', '/calendar']
  return [
    ...steadyPages,
    ...tabs.map((tab) => `notices/${notice}${tab}`),
    ...[`documents/${document}`, `documents/${document}/preview`],
  ]
}

async function idInAddress(app: Page, page: string): Promise<string> {
  const address = new RegExp(`#/${page}/([\\w-]{36})`)
  await expect(app).toHaveURL(address)
  return address.exec(app.url())?.[1] ?? ''
}

export async function openAddress(app: Page, page: string): Promise<void> {
  // Until the page before is gone, what is looked for could still be found on it.
  await app.evaluate(async (address) => {
    const isOther = location.hash !== address
    const changed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }))
    location.hash = address
    if (isOther) await changed
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
  }, `#/${page}`)
  await expect(app.getByRole('heading').first()).toBeVisible()
  await expect(app.locator('[aria-busy="true"]')).toHaveCount(0)
}

export async function seriousViolations(app: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: app }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(' ')} ${node.html.slice(0, 160)}`),
    )
}

/** Pixels by which the page is wider than the window, or what stands in it wider than its frame; 0 where all fits. */
export function tooWide(app: Page): Promise<number> {
  return app.evaluate(() => {
    const frames = [...document.querySelectorAll('.frame-page, .ant-drawer-body, .form-body'), document.documentElement]
    return Math.max(...frames.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth))
  })
}
