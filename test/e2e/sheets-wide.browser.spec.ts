/** A cross-table of 36 months and 60 organisers (大表): it scrolls in itself, its heads stay in sight. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { fillLedger } from './ledger-by-cli.ts'
import { test as base } from './open-app.ts'
import { openAddress, tooWide } from './window-pages.ts'

const months = Array.from({ length: 36 }, (_, index) => {
  const month = String((index % 12) + 1).padStart(2, '0')
  return `${2024 + Math.floor(index / 12)}-${month}`
})
const organisers = Array.from({ length: 60 }, (_, index) => `云山县第${index + 1}基层工会联合委员会`)

const test = base.extend({
  dataFolder: async ({ dataFolder }, use) => {
    const file = join(dataFolder, 'studies.csv')
    const lines = organisers.flatMap((organiser, row) =>
      months.map((month, column) => `${month}-11,集中学习,第${column + 1}次集中学习,${organiser},${row + column + 1}`),
    )
    writeFileSync(file, ['日期,学习类型,主题,组织单位,实到人数', ...lines].join('\n'))
    fillLedger(dataFolder, [['import', file, '--apply']])
    await use(dataFolder)
  },
})

test('heads and names stay in sight while the table scrolls, and the page does not', async ({ app }) => {
  test.setTimeout(180_000)
  const choice = 'sheet=cross&kind=study&rows=organiser&columns=month&measure=attended&chart=1&shade=1'
  await openAddress(app, `sheets?from=2024-01-01&to=2026-12-31&${choice}`)
  const table = app.locator('.sheet-table').first()
  await expect(table.locator('tbody tr')).toHaveCount(60)
  expect(await tooWide(app)).toBe(0)
  const frame = app.locator('.sheet-scroll').first()
  await frame.evaluate((element) => element.scrollTo(element.scrollWidth, element.scrollHeight))
  const [box, head, name] = await Promise.all([
    frame.boundingBox(),
    table.locator('thead th').first().boundingBox(),
    table.locator('tbody tr').last().locator('td').first().boundingBox(),
  ])
  expect(head?.x).toBeCloseTo((box?.x ?? 0) + 1, 0)
  expect(head?.y).toBeCloseTo((box?.y ?? 0) + 1, 0)
  expect(name?.x).toBeCloseTo((box?.x ?? 0) + 1, 0)
  await expect(table.locator('tfoot tr td').last()).toHaveText(
    String(organisers.flatMap((_, row) => months.map((_, column) => row + column + 1)).reduce((sum, one) => sum + one)),
  )
})
