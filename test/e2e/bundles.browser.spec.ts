/** 上报 at the window: no superior yet, what a bundle will carry, exporting it, what went out. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { addRecord, arrive, download } from './clerk.ts'
import { test } from './open-app.ts'
import { openedBySuperior } from './superior.ts'
import { openAddress, seriousViolations, tooWide } from './window-pages.ts'

test.use({ viewport: { width: 1366, height: 768 } })

test('without a superior the page says whose card to take in, and offers the way there', async ({ app }) => {
  await arrive(app)
  await openAddress(app, 'bundles')
  await expect(app.getByText(/请向上级要来密钥名片/)).toBeVisible()
  await expect(app.getByRole('button', { name: '导出上报包' })).toHaveCount(0)
  await app.getByRole('tab', { name: '已导出' }).click()
  await expect(app.getByText('还没有导出过上报包。')).toBeVisible()
  await app
    .getByRole('button', { name: '去登记上级' })
    .or(app.getByRole('button', { name: '去导出' }))
    .click()
  await expect(app.getByRole('tab', { name: '导出', exact: true })).toHaveAttribute('aria-selected', 'true')
})

test.describe('with a superior', () => {
  test.use({ hasSuperior: true })

  test('a quarter is reported, its cover is written, and the superior opens what was reported', async ({
    app,
    dataFolder,
  }) => {
    await arrive(app)
    await addRecord(app, '学习', {
      日期: '2026-11-10',
      学习类型: ['主题党日'],
      组织单位: '机关党支部',
      主题: '重温誓词',
      应到人数: '20',
      实到人数: '18',
    })
    await openAddress(app, 'bundles/export?from=2026-10-01&to=2026-12-31')
    await expect(app.getByText('学习1条、本单位信息1份')).toBeVisible()
    await expect(app.getByText('这一期没有宣讲、蹲点、宣传文化记录，有原因的请写明，没有可以不写。')).toBeVisible()
    await app.getByLabel('没有蹲点的原因').fill('全员抗旱，下季度补')
    expect(await seriousViolations(app)).toEqual([])
    expect(await tooWide(app)).toBe(0)
    const bundle = await download(app, () => app.getByRole('button', { name: '导出上报包', exact: true }).click())
    expect(bundle.name).toBe('云山县总工会_2026年10-12月_上报包_0001.ghb')
    await expect(app.getByText(/^第1号上报包已交给浏览器下载，共1个文件，请全部交给固川市总工会。$/)).toBeVisible()
    const cover = await download(app, () => app.getByRole('button', { name: '封面（Word）' }).click())
    expect(cover.name).toBe('云山县总工会_2026年10-12月_上报包_0001_封面.docx')
    const path = join(dataFolder, bundle.name)
    await writeFile(path, bundle.bytes)
    expect(openedBySuperior(dataFolder, path).manifest).toMatchObject({
      seq: 1,
      sender: { name: '云山县总工会' },
      figures: { study: { sessions: 1, attended: 18 } },
      declaredEmpty: [{ what: '蹲点', reason: '全员抗旱，下季度补' }],
    })

    await app.getByRole('tab', { name: '已导出' }).click()
    const row = app.getByRole('row', { name: /2026年第四季度/ })
    await expect(row).toContainText('全部：学习1条、本单位信息1份')
    await expect(row).toContainText('未收到回执')
    await row.getByRole('button', { name: '展开行' }).click()
    await expect(app.getByText('零报告（蹲点）：全员抗旱，下季度补')).toBeVisible()
    expect(await seriousViolations(app)).toEqual([])
    expect(await tooWide(app)).toBe(0)
    await row.getByRole('button', { name: '再导出' }).click()
    await expect(app).toHaveURL(/bundles\/export\?from=2026-10-01&to=2026-12-31/)
  })

  test('a period without records is reported only with its reason', async ({ app }) => {
    await arrive(app)
    await openAddress(app, 'bundles/export?from=2026-01-01&to=2026-03-31')
    const button = app.getByRole('button', { name: '导出上报包', exact: true })
    await expect(app.getByText('请先写明零报告的原因')).toBeVisible()
    await expect(button).toBeDisabled()
    await app.getByLabel('没有学习的原因').fill('筹备换届')
    await expect(button).toBeEnabled()
  })
})
