/**
 * Three counties, one city, one province and one stick, each office in its window (五家单位): reported, received, answered,
 * passed on; one county is late. Every figure that a window shows is that of the records that the counties entered.
 */
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Download, expect, type Page } from '@playwright/test'
import { acceptFrom } from '../accept-card-of.ts'
import { lecture, study, union } from '../sample-records.ts'
import { openOffice } from './offices.ts'
import { startBrowserShell, test } from './open-app.ts'
import { openAddress, seriousViolations } from './window-pages.ts'

const period = 'from=2026-10-01&to=2026-12-31'
const counties = ['云山县总工会', '清河县总工会', '石桥县总工会'] as const
const [cityName, provinceName] = ['固川市总工会', '宁川省总工会']
/** Study sessions that each county held. */
const sessions = { 云山县总工会: 1, 清河县总工会: 2, 石桥县总工会: 4 } as const

type Place = { readonly root: string; readonly stick: string }

const folderOf = ({ root }: Place, name: string) => join(root, name)

/** Offices that have exchanged their cards, and the counties' records. */
async function prepare(place: Place): Promise<void> {
  const offices = new Map<string, Awaited<ReturnType<typeof openOffice>>>()
  for (const name of [provinceName, cityName, ...counties]) {
    const superior = name === provinceName ? '全国总工会' : name === cityName ? provinceName : cityName
    offices.set(name, await openOffice(folderOf(place, name), name, { superior }))
  }
  const of = (name: string) => offices.get(name) as Awaited<ReturnType<typeof openOffice>>
  const enrol = async (by: string, other: string, role: '上级' | '下级', parent: string | null = null) => {
    const parentId = parent === null ? null : of(parent).context.officeId
    await acceptFrom(of(by), of(other), { role, parentId })
  }
  await enrol(provinceName, cityName, '下级')
  await enrol(cityName, provinceName, '上级')
  for (const county of counties) {
    await enrol(cityName, county, '下级')
    await enrol(county, cityName, '上级')
    await enrol(provinceName, county, '下级', cityName)
    const { api } = of(county)
    const { ids } = await api.unions.add([
      union({ name: `${county}第一厂工会` }),
      union({ name: `${county}第二厂工会` }),
    ])
    await api.lectures.add([lecture({ date: '2026-11-12', unionIds: ids.slice(0, 1), audienceOnSite: 60 })])
    const held = Array.from({ length: sessions[county] }, (_, index) =>
      study({ date: `2026-11-0${index + 1}`, topic: `第${index + 1}次学习`, dueCount: 20, attendedCount: 18 }),
    )
    await api.studies.add(held)
  }
  for (const office of offices.values()) await office.close()
}

/** Opens the window of one office, does what is to be done in it, and closes it. */
async function at(page: Page, place: Place, name: string, work: () => Promise<void>): Promise<void> {
  const shell = await startBrowserShell(folderOf(place, name))
  try {
    await page.goto(shell.launchUrl)
    await page.waitForFunction(() => document.title === '学宣台账')
    await work()
  } finally {
    await shell.stop()
    await page.goto('about:blank')
  }
}

/** Clicks, and puts what is handed out onto the stick until `count` files are there. */
async function ontoStick(page: Page, folder: string, count: number, click: () => Promise<void>): Promise<void> {
  await mkdir(folder, { recursive: true })
  const saved: Promise<void>[] = []
  const save = (file: Download) => saved.push(file.saveAs(join(folder, file.suggestedFilename())))
  page.on('download', save)
  await click()
  await expect.poll(() => saved.length, { timeout: 30_000 }).toBe(count)
  await Promise.all(saved)
  page.off('download', save)
}

async function report(page: Page, place: Place, county: string): Promise<void> {
  await at(page, place, county, async () => {
    await openAddress(page, `bundles/export?${period}`)
    await expect(page.getByRole('button', { name: '导出上报包', exact: true })).toBeEnabled()
    await ontoStick(page, join(place.stick, '上报'), 1, () =>
      page.getByRole('button', { name: '导出上报包', exact: true }).click(),
    )
  })
}

/** Takes the folder in and checks what the summary says. */
async function receive(page: Page, folder: string, bundles: number): Promise<void> {
  await openAddress(page, 'upper/intake')
  await page.getByLabel('选择文件夹').setInputFiles(folder)
  await page.getByRole('button', { name: `导入${bundles}个上报包` }).click({ timeout: 30_000 })
  await expect(page.getByText(new RegExp(`^导入了${bundles}个上报包`))).toBeVisible({ timeout: 30_000 })
}

/** 状态 of an office on the board of the quarter. */
async function expectState(page: Page, name: string, state: string): Promise<void> {
  await openAddress(page, `upper/board?${period}`)
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText(state)
}

/** 学习场次 of everybody, as the page of the totals shows it. */
async function expectSessions(page: Page, name: string, count: number): Promise<void> {
  await openAddress(page, `upper/totals?${period}&group=study`)
  await expect(
    page
      .getByRole('row', { name: new RegExp(name) })
      .getByRole('cell')
      .first(),
  ).toHaveText(String(count))
}

test('three counties report to a city, which answers them and passes their bundles on to the province', async ({
  page,
}) => {
  test.setTimeout(300_000)
  await page.setViewportSize({ width: 1366, height: 768 })
  const root = await mkdtemp(join(tmpdir(), 'xuexuan-five-'))
  const place: Place = { root, stick: join(root, 'U盘') }
  const shot = (name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`) })
  try {
    await prepare(place)
    await report(page, place, counties[0])
    await report(page, place, counties[1])

    await at(page, place, cityName, async () => {
      await receive(page, join(place.stick, '上报'), 2)
      await expectState(page, counties[0], '已报待验')
      await expectState(page, counties[2], '未报')
      await shot('city-board')
      expect(await seriousViolations(page)).toEqual([])
      await expectSessions(page, counties[1], sessions[counties[1]])
      await shot('city-totals')
      await openAddress(page, 'upper/receipts')
      await ontoStick(page, join(place.stick, '回执'), 4, () =>
        page.getByRole('button', { name: '全部签发（2份）' }).click(),
      )
      await ontoStick(page, join(place.stick, '转报'), 2, () =>
        page.getByRole('button', { name: '转报上报包（2个）' }).click(),
      )
      await shot('city-receipts')
    })

    await at(page, place, counties[0], async () => {
      await openAddress(page, 'bundles/receipts')
      const names = await readdir(join(place.stick, '回执'))
      const ours = names.filter((name) => name.includes(counties[0]) && name.endsWith('.ghb'))
      expect(ours).toHaveLength(1)
      await page.locator('input[type=file]').setInputFiles(ours.map((name) => join(place.stick, '回执', name)))
      await expect(page.getByText(/收到\d+条，没有退回。/).first()).toBeVisible()
      await openAddress(page, 'bundles/exported')
      await expect(page.getByRole('row', { name: /2026年第四季度/ })).toContainText('业务回执')
      await shot('county-exported')
    })

    await at(page, place, provinceName, async () => {
      await receive(page, join(place.stick, '转报'), 2)
      await expectState(page, counties[1], '已报待验')
      await expectState(page, counties[2], '未报')
      await shot('province-board')
      expect(await seriousViolations(page)).toEqual([])
    })

    // The third comes late, with the two that everybody has already: these change nothing.
    await report(page, place, counties[2])
    await at(page, place, cityName, async () => {
      await receive(page, join(place.stick, '上报'), 1)
      await expectState(page, counties[2], '已报待验')
      for (const county of counties) await expectSessions(page, county, sessions[county])
      await expectSessions(page, '^合计', 7)
      await openAddress(page, 'upper/receipts')
      await ontoStick(page, join(place.stick, '再转'), 3, () =>
        page.getByRole('button', { name: '转报上报包（3个）' }).click(),
      )
    })
    await at(page, place, provinceName, async () => {
      await receive(page, join(place.stick, '再转'), 1)
      await expectState(page, counties[2], '已报待验')
      await expectSessions(page, '^合计', 7)
      await shot('province-totals')
    })
  } finally {
    await rm(root, { recursive: true, force: true })
  }
})
