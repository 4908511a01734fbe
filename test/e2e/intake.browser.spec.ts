/** 接收 in the window: a stick with bundles in, looked at, taken in, one taken back. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { acceptFrom } from '../accept-card-of.ts'
import { lecture, study, union } from '../sample-records.ts'
import { type MadeReport, makeReport } from '../src-main/intake/make-report.ts'
import { openOffice } from './offices.ts'
import { startBrowserShell } from './open-app.ts'
import { seriousViolations } from './window-pages.ts'

test('a folder of bundles is previewed with its effect on the totals, taken in with one summary, and one is taken back', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const root = await mkdtemp(join(tmpdir(), 'xuexuan-intake-'))
  const city = await openOffice(join(root, 'city'), '固川市总工会')
  const stick = join(root, '收到的U盘')
  await mkdir(stick)
  for (const [index, name] of ['云山县总工会', '清河县总工会', '石桥县总工会'].entries()) {
    const county = await openOffice(join(root, `county-${index}`), name)
    await acceptFrom(city, county, { role: '下级', parentId: null })
    await acceptFrom(county, city, { role: '上级' })
    const { ids } = await county.api.unions.add([union({ name: `第${index + 1}厂工会` })])
    await county.api.lectures.add([lecture({ unionIds: ids })])
    const studies = await county.api.studies.add([study(), study({ topic: '第二次' })])
    const honest = await makeReport(county, city)
    const figures = honest.manifest.figures
    const made: MadeReport =
      index === 0
        ? honest
        : await makeReport(county, city, {
            ...(index === 1 && {
              lines: (lines: string[]) =>
                lines.map((line) =>
                  line.includes(studies.ids[1] ?? '?') ? line.replace('"topic":"第二次"', '"topic":""') : line,
                ),
            }),
            ...(index === 2 &&
              figures && { manifest: { figures: { ...figures, study: { ...figures.study, sessions: 12 } } } }),
          })
    for (const file of made.files) await writeFile(join(stick, file.name), new Uint8Array(await file.arrayBuffer()))
    await county.close()
  }
  await writeFile(join(stick, '说明.txt'), '三个县的上报包')
  await writeFile(join(stick, '坏文件.ghb'), 'nothing')
  await city.close()
  const shell = await startBrowserShell(join(root, 'city'))
  try {
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.goto(shell.launchUrl)
    await page.waitForFunction(() => document.title === '学宣台账')
    await page.goto(`${shell.origin}/#/upper/intake`)
    await expect(page.getByText('还没有收到上报包')).toBeVisible()
    expect(await seriousViolations(page)).toEqual([])
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/empty.png` })

    await page.getByLabel('选择文件夹').setInputFiles(stick)
    await expect(page.getByText('收下3个文件，1个没有收')).toBeVisible({ timeout: 30_000 })
    const preview = page.getByRole('region', { name: '预览（3个上报包）' })
    await expect(preview.getByRole('button', { name: '导入2个上报包' })).toBeVisible({ timeout: 30_000 })
    await expect(preview.getByText('汇总不符').first()).toBeVisible()
    await preview.getByRole('button', { name: '展开行' }).nth(1).click()
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/preview.png`, fullPage: true })
    expect(await seriousViolations(page)).toEqual([])
    await preview.getByRole('checkbox', { name: '已打电话核实，仍要接收' }).check()
    await preview.getByRole('button', { name: '导入3个上报包' }).click()

    await expect(page.getByText('导入了3个上报包；有1条记录没有并入')).toBeVisible({ timeout: 30_000 })
    const held = page.getByRole('region', { name: '没有并入的记录（1条）' })
    await expect(held.getByRole('row', { name: /退回.*填报.*主题.*必填/ })).toBeVisible()
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/summary.png`, fullPage: true })
    expect(await seriousViolations(page)).toEqual([])

    await page.getByRole('button', { name: '撤销导入云山县总工会第1号' }).click()
    await page.getByRole('button', { name: '撤销导入', exact: true }).click()
    await expect(page.getByText('已撤销导入云山县总工会第1号')).toBeVisible()
    await expect(page.getByRole('row', { name: /已撤销.*云山县总工会/ })).toBeVisible()
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/undone.png`, fullPage: true })
  } finally {
    await shell.stop()
    await rm(root, { recursive: true, force: true })
    await rm(`${join(root, 'city')}-备份`, { recursive: true, force: true })
  }
})
