/** 导入表格 at the window: from the clerk's own workbook to the records, and back. */
import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { openWorkbook } from '../read-workbook.ts'
import { lectureRow, workbookFile } from '../src-main/excel-import/workbooks.ts'
import { arrive, choose, openPage } from './clerk.ts'
import { test } from './open-app.ts'

/** 何时 and 来了多少 are no words that a rule knows. */
const header = ['序号', '何时', '宣讲主题', '宣讲方式', '宣讲人', '场所类型', '宣讲地点', '来了多少']
const ugly = (...rows: ReturnType<typeof lectureRow>[]) => [['云山县2026年宣讲情况统计表'], [], header, ...rows]

test('an ugly workbook is matched, marked, mended in Excel, taken in and taken back', async ({ app }) => {
  await arrive(app)
  await openImports(app)
  const rows = ugly(lectureRow(1, '11月5日'), lectureRow(2, '下周'), lectureRow(3, '11月7日', '不详'))
  await give(app, await workbookFile([{ name: '宣讲', rows }], '十一月.xlsx'))
  await expect(app.getByText('还缺必填的列：日期')).toBeVisible()
  await expect(app.getByRole('button', { name: '全部导入' })).toBeDisabled()

  await choose(app.getByRole('combobox', { name: '何时对应的项' }), ['日期 *'])
  await choose(app.getByRole('combobox', { name: '来了多少对应的项' }), ['现场人次'])
  await expect(app.getByText('按您的选择对应，导入后会记住')).toBeVisible()
  await expect(
    app.getByText('有2行填写有误，不能全部导入。请改好后把表格重新拖进来，或只导入无误的1行。'),
  ).toBeVisible()
  await app.getByRole('tab', { name: '有误 2' }).click()
  await expect(app.getByRole('row', { name: '5 B 何时 下周 “下周”认不出是哪一天' })).toBeVisible()
  await choose(app.getByRole('combobox', { name: '问题的种类' }), ['数字认不出（1）'])
  await expect(app.getByRole('row', { name: '6 H 来了多少 不详' })).toBeVisible()
  await expect(app.getByRole('row', { name: '下周' })).toHaveCount(0)
  expect(await seriousViolations(app)).toEqual([])

  const [download] = await Promise.all([
    app.waitForEvent('download'),
    app.getByRole('button', { name: '下载标出错误的原表' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('十一月（有误之处已标出）.xlsx')
  const marked = await openWorkbook(await readFile(await download.path()))
  const sheet = marked.getWorksheet('宣讲')
  expect(sheet?.getCell('A1').value).toBe('云山县2026年宣讲情况统计表')
  expect(sheet?.getCell('B5').note).toContain('“下周”认不出是哪一天')
  expect(sheet?.getCell('H6').fill).toMatchObject({ fgColor: { argb: 'FFFFE699' } })
  if (sheet) {
    sheet.getCell('B5').value = '11月6日'
    sheet.getCell('H6').value = 60
  }
  const mended = new Uint8Array(await marked.xlsx.writeBuffer())
  await give(app, new File([mended], '十一月（有误之处已标出）.xlsx'))
  await expect(app.getByText('没有填写有误的行，可以导入：新增3条。')).toBeVisible()
  await expect(app.getByText('按您的选择对应，导入后会记住')).toBeVisible()
  await app.getByRole('tab', { name: '存入后的样子' }).click()
  await expect(app.getByRole('row', { name: '5 2026-11-06 党的二十大精神 劳模宣讲' })).toBeVisible()

  await app.getByRole('button', { name: '全部导入' }).click()
  await expect(app.getByText('宣讲：新增3条')).toBeVisible()
  expect(await seriousViolations(app)).toEqual([])
  await app.getByRole('button', { name: '查看宣讲' }).click()
  await expect(app.getByText('共3条')).toBeVisible()

  await app.getByRole('link', { name: '导入表格' }).click()
  await app.getByRole('button', { name: '撤销导入十一月（有误之处已标出）.xlsx' }).click()
  await app.getByRole('button', { name: '撤销导入', exact: true }).click()
  await expect(app.getByText(/^已于.+撤销$/)).toBeVisible()
  await openPage(app, '宣讲')
  await expect(app.getByText('车间1')).toHaveCount(0)
})

test('the next workbook of this layout is matched as the last one was, until that is forgotten', async ({ app }) => {
  await arrive(app)
  await openImports(app)
  await give(app, await workbookFile([{ name: '宣讲', rows: ugly(lectureRow(1, '11月5日')) }], '十一月.xlsx'))
  await choose(app.getByRole('combobox', { name: '何时对应的项' }), ['日期 *'])
  await app.getByRole('button', { name: '全部导入' }).click()
  await expect(app.getByText('宣讲：新增1条')).toBeVisible()

  await give(app, await workbookFile([{ name: '宣讲', rows: ugly(lectureRow(2, '12月5日')) }], '十二月.xlsx'))
  await expect(app.getByText('可以导入：新增1条')).toBeVisible()
  await app.getByRole('button', { name: '不导入了' }).click()
  await expect(app.getByRole('region', { name: '记住的列对应' }).getByText('十一月.xlsx，宣讲')).toBeVisible()
  await give(app, await workbookFile([{ name: '宣讲', rows: ugly(lectureRow(2, '12月5日')) }], '十二月.xlsx'))
  await expect(app.getByText('按上次的列对应')).toBeVisible()
  await app.getByRole('button', { name: '忘记，重新对应' }).click()
  await expect(app.getByText('按表头自动对应')).toBeVisible()
  await expect(app.getByText('还缺必填的列：日期')).toBeVisible()
})

test('good rows are taken in alone; what changes in a record is shown before; an import that others built on stays', async ({
  app,
}) => {
  await arrive(app)
  await openImports(app)
  const known = header.with(1, '宣讲时间').with(7, '现场人次')
  const first = [['2026年'], known, lectureRow(1, '11月5日'), lectureRow(2, '下周')]
  await give(app, await workbookFile([{ name: '宣讲', rows: first }], '甲.xlsx'))
  await app.getByRole('button', { name: '只导入无误的1行' }).click()
  await app.getByRole('button', { name: '导入1行', exact: true }).click()
  await expect(app.getByText('还有1行有误，没有导入。')).toBeVisible()

  const second = [['2026年'], known, lectureRow(1, '11月5日', 60)]
  await give(app, await workbookFile([{ name: '宣讲', rows: second }], '乙.xlsx'))
  await expect(app.getByText('可以导入：修改1条')).toBeVisible()
  await app.getByRole('tab', { name: '存入后的样子' }).click()
  await expect(app.getByRole('row', { name: '3 现场人次 45 60' })).toBeVisible()
  await app.getByRole('button', { name: '全部导入' }).click()
  await expect(app.getByText('宣讲：修改1条')).toBeVisible()

  await app.getByRole('button', { name: '撤销导入甲.xlsx' }).click()
  await app.getByRole('button', { name: '撤销导入', exact: true }).click()
  await expect(
    app.getByText('“甲.xlsx”没有撤销：这次导入的“宣讲”中有1条在导入后又改过或删过，整批不能撤销'),
  ).toBeVisible()
  await app.getByRole('button', { name: '撤销本次导入' }).click()
  await app.getByRole('button', { name: '撤销导入', exact: true }).click()
  await expect(app.getByText('已撤销，台账和导入前一样')).toBeVisible()
})

test('a sheet that is not known is read as the kind the clerk names; one that is not wanted is left out', async ({
  app,
}) => {
  await arrive(app)
  await openImports(app)
  const unions = [['台账'], ['某', '名', '类', '地'], [1, '云山水泥有限公司工会', '企业工会', '城关镇']]
  const sheets = [
    { name: '表一', rows: unions },
    { name: '宣讲', rows: [['2026年'], header.with(1, '日期'), lectureRow(1, '下周')] },
  ]
  await give(app, await workbookFile(sheets, '两张表.xlsx'))
  await app.getByRole('tab', { name: '宣讲（有误1）' }).click()
  await choose(app.getByRole('combobox', { name: '这张表的种类' }), ['不读入'])
  await expect(app.getByText('没有认出可以导入的表')).toBeVisible()
  await app.getByRole('tab', { name: '表一（不读入）' }).click()
  await expect(app.getByText('某、名、类、地')).toBeVisible()
  await choose(app.getByRole('combobox', { name: '这张表的种类' }), ['单位名册'])
  await choose(app.getByRole('combobox', { name: '表头所在的行' }), ['第2行：某、名、类、地'])
  await choose(app.getByRole('combobox', { name: '名对应的项' }), ['单位名称 *'])
  await choose(app.getByRole('combobox', { name: '类对应的项' }), ['类别 *'])
  await choose(app.getByRole('combobox', { name: '地对应的项' }), ['乡镇（街道、园区） *'])
  await app.getByRole('button', { name: '全部导入' }).click()
  await app.getByRole('button', { name: '查看单位名册' }).click()
  await expect(app.getByText('云山水泥有限公司工会')).toBeVisible()
})

test('cells copied in Excel are pasted; a file that is no table is refused in place and the page stays', async ({
  app,
}) => {
  await arrive(app)
  await openImports(app)
  await paste(app, { 'text/html': htmlTable })
  await expect(app.getByText('没有填写有误的行，可以导入：新增2条。')).toBeVisible()
  await app.getByRole('tab', { name: '存入后的样子' }).click()
  await expect(app.getByRole('row', { name: '3 2026-11-06 二十大精神 劳模宣讲' })).toContainText('城关车间')
  await give(app, new File(['%PDF-1.7'], '说明.xlsx'))
  await expect(app.getByText('“说明.xlsx”不是表格文件，请提供.xlsx或.csv文件。')).toBeVisible()
  expect(await seriousViolations(app)).toEqual([])
  await paste(app, { 'text/plain': '日期\t宣讲主题\t宣讲方式\t宣讲人\t场所类型\n2026-11-05\t题\t劳模宣讲\t甲\t车间' })
  await expect(app.getByText('可以导入：新增1条')).toBeVisible()
})

test('a large workbook is read in the background and can be given up; of very many problems the first are listed', async ({
  app,
}) => {
  test.setTimeout(120_000)
  await arrive(app)
  await openImports(app)
  const rows = Array.from({ length: 20_000 }, (_, index) => lectureRow(index, '下周'))
  const file = await workbookFile([{ name: '宣讲', rows: [header.with(1, '宣讲时间'), ...rows] }], '大表.xlsx')
  await give(app, file)
  await app
    .getByRole('status')
    .getByRole('button', { name: /取\s?消/ })
    .click()
  await expect(app.getByText('已取消“读取表格”')).toBeVisible()
  await app.getByRole('button', { name: /重\s?试/ }).click()
  await expect(app.getByText('有20000行填写有误')).toBeVisible({ timeout: 60_000 })
  await expect(app.getByText('共20,000处')).toBeVisible()
})

const htmlTable = `<html><body><table>
  <tr><td>日期</td><td>宣讲主题</td><td>宣讲方式</td><td>宣讲人</td><td>场所类型</td><td>宣讲地点</td></tr>
  <tr><td>2026-11-05</td><td rowspan=2>二十大<span>精神</span></td><td>劳模宣讲</td><td>甲<br>乙</td><td>车间</td><td rowspan=2>城关车间</td></tr>
  <tr><td>2026-11-06</td><td>劳模宣讲</td><td>丙</td><td>车间</td></tr>
</table></body></html>`

async function openImports(app: Page): Promise<void> {
  await app.getByRole('link', { name: '导入表格' }).click()
  await expect(app.getByRole('heading', { level: 1, name: '导入表格' })).toBeVisible()
  expect(await seriousViolations(app)).toEqual([])
}

async function give(app: Page, file: File): Promise<void> {
  const buffer = Buffer.from(await file.arrayBuffer())
  await app.locator('input[type=file]').setInputFiles({ name: file.name, mimeType: file.type, buffer })
}

async function paste(app: Page, kinds: Readonly<Record<string, string>>): Promise<void> {
  await app.evaluate((given) => {
    const clipboardData = new DataTransfer()
    for (const [kind, text] of Object.entries(given)) clipboardData.setData(kind, text)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, kinds)
}

async function seriousViolations(app: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: app }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html.slice(0, 160)}`))
}
