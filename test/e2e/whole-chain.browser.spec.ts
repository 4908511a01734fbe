/** A newcomer's way from the first start to the report, the sheets and the bundle, in the browser shell. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { addRecord, arrive, cover, download, fillIn, introduce, openPage, startRecord } from './clerk.ts'
import { test } from './open-app.ts'
import { openedBySuperior } from './superior.ts'

test.use({ hasSuperior: true })

test('a newcomer gets from the first start to report, sheets and bundle', async ({ app, dataFolder }) => {
  await introduce(app)
  for (const name of ['云山水泥有限公司工会', '云山县人民医院工会']) {
    await fillIn(app, {
      名称: name,
      类别: ['企业工会'],
      '乡镇（街道、园区）': '城关镇',
      会员人数: '300',
      职工人数: '310',
    })
    await app.getByRole('button', { name: '加入名册，再填下一个' }).click()
    await expect(app.getByText(`“${name}”已加入名册`)).toBeVisible()
  }
  await app.getByRole('button', { name: '下一步', exact: true }).click()
  await app.getByRole('button', { name: '登记一次学习' }).click()
  const first = app.getByRole('dialog')
  await fillIn(first, {
    学习类型: ['理论学习中心组集体学习'],
    组织单位: '县总工会党组',
    主题: '工人阶级和工会工作的论述',
    应到人数: '12',
    实到人数: '11',
  })
  await first.press('Control+Enter')
  await expect(app.getByText('学习活动已保存')).toBeVisible()

  const lecture = await startRecord(app, '宣讲', {
    宣讲方式: ['劳模宣讲', '基层工会宣讲'],
    场所类型: ['车间'],
    主题: '劳模精神进车间',
    宣讲人1的姓名: '赵铁柱',
    宣讲人1的职务: '全国劳动模范',
    现场人次: '45',
  })
  await cover(lecture, ['云山水泥有限公司工会'])
  await lecture.getByRole('button', { name: '保存', exact: true }).click()
  await expect(app.getByText('宣讲已保存')).toBeVisible()

  const today = await app.evaluate(() => new Date().toLocaleDateString('sv-SE'))
  await addRecord(app, '蹲点', {
    从单位名册选取: ['云山县人民医院工会'],
    截止日期: today,
    在岗天数: '1',
    蹲点干部1的姓名: '李红梅',
    '走访（家）': '16',
  })

  await openPage(app, '工作台')
  await expect(app.getByText('1 / 2 个')).toBeVisible()
  await expect(app.getByText('50.0%')).toBeVisible()
  await expect(app.getByRole('region', { name: '最近登记' }).getByRole('listitem')).toHaveCount(3)

  await openPage(app, '统计表')
  await app.getByRole('tab', { name: '学习', exact: true }).click()
  await expect(app.getByRole('row', { name: /理论学习中心组集体学习/ })).toContainText('91.7%')
  const sheets = await download(app, () => app.getByRole('button', { name: /导出全部统计表/ }).click())
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(sheets.bytes as unknown as ArrayBuffer)
  expect(valuesOf(workbook, '学习活动统计表', '理论学习中心组集体学习')).toEqual(expect.arrayContaining([1, 11, 12]))

  await openPage(app, '报告与公文')
  await app.getByRole('button', { name: /^起草/ }).click()
  await expect(app.getByRole('heading', { name: '情况报告' })).toBeVisible()
  await expect(app.getByLabel('第4段，正文')).toHaveValue(/^本期共组织学习活动/)
  await app.getByLabel('标题', { exact: true }).fill('云山县总工会关于学习宣讲蹲点工作情况的报告')
  const opening = app.getByLabel('第1段，正文')
  await opening.fill('按照要求，现将有关情况报告如下。')
  await app.getByRole('button', { name: '保存', exact: true }).click()
  await expect(app.getByText('公文已保存')).toBeVisible()
  const word = await download(app, () => app.getByRole('button', { name: '导出Word' }).click())
  expect(word.name).toBe('云山县总工会关于学习宣讲蹲点工作情况的报告.docx')
  const text = strFromU8(unzipSync(word.bytes)['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '')
  expect(text).toContain('云山县总工会文件')
  expect(text).toContain('按照要求，现将有关情况报告如下。')
  expect(text).toContain('本期共组织学习活动1场')

  await app.getByRole('button', { name: '预览与打印' }).click()
  await expect(app.getByText('最终版式以 WPS/Word 打开为准')).toBeVisible()
  await expect(app.getByLabel('第1页', { exact: true })).toContainText('签发人：马建国')
  await app.emulateMedia({ media: 'print' })
  const pdf = (await app.pdf({ preferCSSPageSize: true })).toString('latin1')
  await app.emulateMedia({ media: 'screen' })
  const papers = await app.locator('.paper').count()
  expect([...pdf.matchAll(/\/Type\s*\/Page\b/g)]).toHaveLength(papers)

  await openPage(app, '上报')
  await expect(app.getByText('学习1条、宣讲1条、蹲点1条、单位2个、本单位信息1份')).toBeVisible()
  const bundle = await download(app, () => app.getByRole('button', { name: '导出上报包', exact: true }).click())
  await expect(app.getByText('第1号上报包已交给浏览器下载')).toBeVisible()
  const path = join(dataFolder, bundle.name)
  await writeFile(path, bundle.bytes)
  const { manifest } = openedBySuperior(dataFolder, path)
  expect(manifest?.figures).toMatchObject({
    study: { sessions: 1, attended: 11, ratedDue: 12 },
    lecture: { sessions: 1, audienceOnSite: 45, coveredUnions: 1, baseUnions: 2 },
    stay: { stays: 1, visits: 16 },
  })
  await app.getByRole('tab', { name: '查验' }).click()
  await app.locator('input[type=file]').setInputFiles(path)
  await expect(app.getByText('文件完整，签名有效')).toBeVisible()
  await expect(app.getByText('（本单位）')).toBeVisible()

  const last = bundle.bytes.length - 1
  bundle.bytes[last - 40] = (bundle.bytes[last - 40] ?? 0) ^ 1
  await writeFile(path, bundle.bytes)
  await app.locator('input[type=file]').setInputFiles(path)
  await expect(app.getByRole('alert').filter({ hasText: /上报包(?:不完整|已损坏)/ })).toBeVisible()
})

test('the sample county fills every page', async ({ app }) => {
  const complaints: string[] = []
  app.on('console', (message) => {
    if (/Content Security Policy|React|Warning:/.test(message.text())) complaints.push(message.text())
  })
  app.on('pageerror', (error) => complaints.push(error.message))
  await introduce(app)
  await app.getByRole('button', { name: '载入示例县' }).click()
  await expect(app.getByText('示例县已载入：60个基层工会')).toBeVisible()
  await app.getByRole('button', { name: '先到工作台看看' }).click()
  for (const page of ['学习', '宣讲', '蹲点', '单位名册', '报告与公文', '统计表', '上报', '设置', '工作台']) {
    await openPage(app, page)
    const width = await app.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(width, `${page} scrolls sideways`).toBeLessThanOrEqual(0)
  }
  await openPage(app, '单位名册')
  await expect(app.getByText('共60条')).toBeVisible()
  expect(complaints).toEqual([])
})

test('a page opened before the office is known leads to the first steps', async ({ app }) => {
  await app.evaluate(() => {
    location.hash = '#/sheets'
  })
  await expect(app.getByRole('heading', { name: '学宣台账' })).toBeVisible()
  await arrive(app)
})

/** The numbers of the row that begins with a word. */
function valuesOf(workbook: ExcelJS.Workbook, sheet: string, word: string): unknown[] {
  let found: unknown[] = []
  workbook.getWorksheet(sheet)?.eachRow((row) => {
    if (row.getCell(1).value === word) found = row.values as unknown[]
  })
  return found
}
