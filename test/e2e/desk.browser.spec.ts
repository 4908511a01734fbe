/** 下级上报 in the window: the board, approval, a figure down to its bundle, ranking, a letter, sending down and taking in. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { importBundles } from '../../src-main/intake/import-bundles.ts'
import { stageFiles } from '../../src-main/intake/stage-files.ts'
import { acceptFrom } from '../accept-card-of.ts'
import { lecture, study, union } from '../sample-records.ts'
import { makeReport } from '../src-main/intake/make-report.ts'
import { choose } from './clerk.ts'
import { holdCall } from './hold-call.ts'
import { openOffice } from './offices.ts'
import { startBrowserShell } from './open-app.ts'
import { openAddress, seriousViolations } from './window-pages.ts'

const unseen = { step: async () => undefined }
const november = 'from=2026-11-01&to=2026-11-30'

/** One county has reported, the other has not. */
async function cityWithCounties(root: string) {
  const city = await openOffice(join(root, 'city'), '固川市总工会')
  await city.api.notices.adopt({ number: '沪工总宣〔2021〕198号' })
  for (const [index, name] of ['云山县总工会', '清河县总工会'].entries()) {
    const county = await openOffice(join(root, `county-${index}`), name)
    await acceptFrom(city, county, { role: '下级', parentId: null })
    await acceptFrom(county, city, { role: '上级' })
    if (index === 0) {
      const { ids } = await county.api.unions.add([union()])
      await county.api.lectures.add([lecture({ unionIds: ids })])
      await county.api.studies.add([study({ topic: '报上来的学习' })])
      const { files, manifest } = await makeReport(county, city)
      await stageFiles(city.context, files, unseen)
      await importBundles(city.context, { bundleIds: [manifest.bundleId], acceptRed: [] }, unseen)
    }
    if (index === 1) {
      await county.api.unions.add([union({ name: '清河县纺织厂工会' })])
      await county.api.notices.add({ text: '关于开展学习宣传的通知\n各基层工会：\n请组织学习。\n2021年11月30日' })
    }
    await county.close()
  }
  await city.api.unions.add([union({ name: '清河县纺织厂工会', statisticsCode: '6404220001' })])
  await city.close()
}

async function onWindow(page: Page, dataFolder: string, look: () => Promise<void>) {
  const shell = await startBrowserShell(dataFolder)
  try {
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.goto(shell.launchUrl)
    await page.waitForFunction(() => document.title === '学宣台账')
    await look()
  } finally {
    await shell.stop()
  }
}

test('the board tells who has reported; a figure leads to its bundle; a letter is drafted; what is sent down is taken in', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const root = await mkdtemp(join(tmpdir(), 'xuexuan-desk-'))
  const violations: string[] = []
  const check = async (what: string) => {
    for (const found of await seriousViolations(page)) violations.push(`${what} ${found}`)
    await page.screenshot({ path: test.info().outputPath(`${what}.png`) })
  }
  await cityWithCounties(root)
  let sent = ''
  await onWindow(page, join(root, 'city'), async () => {
    await openAddress(page, `upper?${november}`)
    await expect(page.getByRole('status').filter({ hasText: '应报2个单位' })).toBeVisible()
    const row = page.getByRole('row', { name: /云山县总工会/ })
    await expect(row).toContainText('已报待验')
    await expect(page.getByRole('row', { name: /清河县总工会/ })).toContainText('未报')
    await page.getByRole('button', { name: '验收云山县总工会' }).click()
    await expect(row).toContainText('已验')
    await check('board')

    await page.getByRole('tab', { name: '汇总' }).click()
    await page
      .getByRole('row', { name: /云山县总工会/ })
      .getByRole('button')
      .first()
      .click()
    await expect(page.getByRole('table', { name: '有关记录' })).toContainText('报上来的学习')
    await check('totals')
    await page.getByRole('link', { name: '报上来的学习' }).click()
    await expect(page.getByRole('heading', { name: '云山县总工会的学习' })).toBeVisible()
    await expect(page.getByText(/第1号，对方制包/)).toBeVisible()
    await check('record')
    await page.getByRole('link', { name: '云山县总工会' }).first().click()
    await expect(page.getByRole('heading', { name: '云山县总工会', exact: true })).toBeVisible()
    await check('office')
    const bundles = page.getByRole('region', { name: '收到的上报包' })
    await expect(bundles.getByRole('row', { name: /已导入/ })).toContainText('按期报送')
    await bundles.scrollIntoViewIfNeeded()
    await check('office-bundles')

    await openAddress(page, `upper/ranking?${november}`)
    await expect(page.getByRole('row', { name: /云山县总工会/ })).toContainText('第1')
    await check('ranking')
    await openAddress(page, `sheets?scope=received&${november}`)
    await expect(page.getByRole('heading', { name: '分单位汇总表' })).toBeVisible()
    await check('sheets')

    await openAddress(page, 'upper/send-down')
    await page.getByRole('checkbox', { name: /^下发/ }).check()
    await page.getByRole('checkbox', { name: /统计编码/ }).check()
    await check('send-down')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '签名、加密并下发' }).click()
    sent = join(root, 'tasks.ghb')
    await (await download).saveAs(sent)

    await openAddress(page, `upper/remind?${november}`)
    await expect(page.getByRole('row', { name: /清河县总工会/ })).toBeVisible()
    await check('remind')
    await page.getByRole('button', { name: '起草催报函' }).click()
    await expect(page).toHaveURL(/documents\/[\w-]{36}/)
  })
  await onWindow(page, join(root, 'county-1'), async () => {
    await openAddress(page, 'upper')
    await expect(page.getByText(/还没有登记下级单位/)).toBeVisible()
    await check('nobody')
    await openAddress(page, 'notices')
    await page.locator('input[type=file]').first().setInputFiles(sent)
    const dialog = page.getByRole('dialog', { name: /固川市总工会的下发包/ })
    await expect(dialog).toContainText('新收，登记为来文')
    await expect(dialog).toContainText('补上编码的单位1个：清河县纺织厂工会')
    await check('take')
    await choose(dialog.getByRole('combobox', { name: /是本单位的哪一件通知/ }), ['关于开展学习宣传的通知'])
    await expect(dialog).toContainText('已经登记过，缺的要求列为待确认')
    await check('match')
    await dialog.getByRole('button', { name: '收取' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('row', { name: /关于开展学习宣传的通知/ })).toBeVisible()
    await expect(page.getByRole('row', { name: /沪工总宣〔2021〕198号/ })).toBeHidden()
  })
  expect(violations).toEqual([])
  await rm(root, { recursive: true, force: true })
})

test('counting that takes long shows its bar, above the former figures out of reach, and can be stopped and begun again', async ({
  page,
}) => {
  const root = await mkdtemp(join(tmpdir(), 'xuexuan-desk-'))
  await cityWithCounties(root)
  await onWindow(page, join(root, 'city'), async () => {
    await openAddress(page, `upper/totals?${november}`)
    const total = page.getByRole('row', { name: /^合计/ })
    await expect(total).toBeVisible()
    // Held on its way to the core, which hears of the cancelling first.
    const letGo = await holdCall(page, 'upper/totals')
    await choose(page.getByLabel('统计期', { exact: true }), ['本年'])
    const stop = page.getByRole('button', { name: /^取\s?消$/ })
    await expect(stop).toBeVisible()
    await expect(page.locator('.former')).toContainText('合计')
    await page.screenshot({ path: test.info().outputPath('counting.png') })
    await stop.click()
    letGo()
    await expect(page.getByText('已取消“正在汇总”')).toBeVisible()
    await page.getByRole('button', { name: /重\s?试/ }).click()
    await expect(page.locator('.former')).toHaveCount(0)
    await expect(page.getByText('已取消“正在汇总”')).toBeHidden()
    await expect(total).toBeVisible()
  })
  await rm(root, { recursive: true, force: true })
})
