/** The notices at the window: taken in, gone through, split and merged; records decided on, and progress that follows. */
import { expect, type Page } from '@playwright/test'
import { chineseDate } from '../../src-shared/chinese.ts'
import { addRecord, arrive, fillIn, openPage } from './clerk.ts'
import { test } from './open-app.ts'

/** The window and the core live today, so the notice does. */
const dayAfter = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
const [issuedOn, due] = [dayAfter(0), dayAfter(60)]

/** Made up; its parts and duties are those that such notices have. */
const notice = `固川市总工会文件
固工发〔2026〕31号

固川市总工会关于开展“劳动光荣”主题学习宣讲活动的通知

各县（区）总工会：

现就开展主题学习宣讲活动有关事项通知如下。

一、认真组织学习
（一）各级工会党组理论学习中心组要把学习内容列为专题，至少开展1次集体学习。
（二）各基层党支部要结合主题党日开展集中学习，每个党支部至少开展2次。

二、广泛开展宣讲
各县（区）总工会要组建宣讲团，深入企业、车间和班组，面向一线职工开展宣讲，${chineseDate(due)}前至少开展2场。

三、有关要求
各县（区）总工会要制定宣讲方案，明确责任分工。请于${chineseDate(due)}前将活动开展情况报市总工会宣传教育部，内容包括推进落实情况、好的经验做法、职工群众反响。

固川市总工会
${chineseDate(issuedOn)}
`

test('a pasted notice is registered with what was read; the same notice again changes nothing', async ({ app }) => {
  await arrive(app)
  await openPage(app, '通知')
  await expect(app.getByText('还没有登记过通知')).toBeVisible()
  await paste(app, notice)
  const result = app.getByRole('dialog')
  await expect(result.getByText(/^已登记为来文，列出从文字里读出的要求5条/)).toBeVisible()
  await expect(result.getByText('固工发〔2026〕31号')).toBeVisible()
  await expect(result.getByText('原文未见', { exact: true }).first()).toBeVisible()
  await result.getByRole('button', { name: '核对要求' }).click()
  await expect(app.getByRole('heading', { level: 1 })).toContainText('劳动光荣')
  await expect(app.getByText('“各县（区）总工会要制定宣讲方案，明确责任分工。”')).toBeVisible()

  await openPage(app, '通知')
  await expect(app.getByRole('row').nth(1)).toContainText(issuedOn)
  await paste(app, notice)
  await expect(app.getByText('这件通知以前登记过，没有新的要求')).toBeVisible()
  await app.keyboard.press('Escape')
  await expect(app.getByRole('row')).toHaveCount(2)

  await openPage(app, '报告与公文')
  await app.getByRole('tab', { name: '来文登记' }).click()
  await expect(app.getByRole('row').nth(1)).toContainText('固工发〔2026〕31号')
})

test('a file that is no document is refused in a sentence, and what was pasted waits in the form', async ({ app }) => {
  await arrive(app)
  await openPage(app, '通知')
  await app.getByRole('button', { name: '登记通知' }).click()
  const form = app.getByRole('dialog')
  await form.getByLabel('通知全文').fill('固川市总工会通知，还没有贴完')
  await form
    .locator('input[type=file]')
    .setInputFiles({ name: '照片.docx', mimeType: 'application/octet-stream', buffer: Buffer.from([1, 2, 3, 4]) })
  await expect(app.getByText(/照片\.docx/)).toBeVisible()
  await app.waitForTimeout(800)
  await app.reload()
  await expect(app.getByLabel('通知全文')).toHaveValue('固川市总工会通知，还没有贴完')
  await app.keyboard.press('Escape')
  await expect(app.getByText('还没有登记过通知')).toBeVisible()
})

test('requirements are confirmed, edited, set aside, split and merged, and a reload keeps it all', async ({ app }) => {
  await arrive(app)
  await takeIn(app)
  await app.getByRole('button', { name: '确认组建宣讲团' }).click()
  await expect(app.getByText('已确认1条要求')).toBeVisible()

  await app.getByRole('button', { name: '编辑组建宣讲团' }).click()
  const form = app.getByRole('dialog')
  await fillIn(form, { 要求: '宣讲团进企业宣讲', 至少: '3' })
  await form.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect(app.getByText('要求已保存')).toBeVisible()
  await expect(app.getByRole('row', { name: /宣讲团进企业宣讲/ })).toContainText('至少3场')

  await act(app, '制定宣讲方案', '标为不适用')
  await expect(app.getByRole('row', { name: /制定宣讲方案/ })).toContainText('不适用')

  await act(app, '宣讲团进企业宣讲', '拆分')
  const dialog = app.getByRole('dialog')
  await dialog.getByRole('button', { name: /组建宣讲团，”之后断开$/ }).click()
  await fillIn(dialog, { 第2条的要求: '深入基层宣讲' })
  await dialog.getByRole('button', { name: '拆成2条' }).click()
  await expect(app.getByText('已拆成2条，请分别核对数量和期间')).toBeVisible()
  await expect(app.getByText('“各县（区）总工会要组建宣讲团，”')).toBeVisible()

  await app.getByRole('checkbox', { name: '选择宣讲团进企业宣讲' }).check()
  await app.getByRole('checkbox', { name: '选择深入基层宣讲' }).check()
  await app.getByRole('button', { name: '合并所选' }).click()
  await fillIn(dialog, { 合并后的要求: '组团宣讲' })
  await dialog.getByRole('button', { name: /^合\s?并$/ }).click()
  await expect(app.getByText(/已合并2条要求/)).toBeVisible()

  await app.reload()
  await expect(app.getByRole('row', { name: /组团宣讲/ })).toContainText('至少3场')
  await expect(app.getByRole('row', { name: /深入基层宣讲/ })).toHaveCount(0)
  await expect(app.getByRole('row', { name: /制定宣讲方案/ })).toContainText('不适用')
  await app.getByRole('button', { name: /^全部确认/ }).click()
  await expect(app.getByRole('tab', { name: '要求', exact: true })).toBeVisible()
})

test('requirements that ask for different numbers are merged by choosing one of them', async ({ app }) => {
  await arrive(app)
  await takeIn(app)
  for (const box of await app.getByRole('checkbox').all()) await box.check()
  await app.getByRole('button', { name: '合并所选' }).click()
  const dialog = app.getByRole('dialog')
  await dialog.getByRole('radio', { name: '每个党支部至少2次' }).check()
  await fillIn(dialog, { 合并后的要求: '全部要求' })
  await dialog.getByRole('button', { name: /^合\s?并$/ }).click()
  await expect(app.getByRole('row', { name: /全部要求/ })).toContainText('每个党支部至少2次')
})

test('records answer a requirement; what the clerk decides is what counts, with the reason beside each', async ({
  app,
}) => {
  await arrive(app)
  const lecture = { 宣讲方式: ['宣讲团宣讲'], 宣讲人1的姓名: '赵铁柱', 现场人次: '45' }
  await addRecord(app, '宣讲', { ...lecture, 主题: '劳模进车间', 场所类型: ['车间'] })
  await addRecord(app, '宣讲', { ...lecture, 主题: '走进班组', 场所类型: ['班组'] })
  await takeIn(app)
  await app.getByRole('tab', { name: '进度' }).click()
  const row = app.getByRole('row', { name: /组建宣讲团/ }).first()
  await expect(row).toContainText('已达标')
  await expect(row).toContainText('2 / 2场')
  await app.getByRole('button', { name: '组建宣讲团的记录' }).click()
  const records = app.getByRole('table', { name: '组建宣讲团的记录' })
  await expect(records.getByRole('row', { name: /走进班组/ })).toContainText('符合要求')
  await records.getByRole('button', { name: '不采用走进班组' }).click()
  await expect(row).toContainText('1 / 2场')
  await expect(row).toContainText('1场')
  await records.getByRole('button', { name: '采用劳模进车间', exact: true }).click()
  await expect(records.getByRole('row', { name: /劳模进车间/ })).toContainText('已采用')

  await app.reload()
  await expect(row).toContainText('1 / 2场')
  await app.getByRole('button', { name: '组建宣讲团的记录' }).click()
  await records.getByRole('button', { name: '撤回对走进班组的决定' }).click()
  await expect(row).toContainText('2 / 2场')

  await records.getByRole('link', { name: '劳模进车间' }).click()
  await expect(app.getByRole('dialog').getByLabel('主题', { exact: true })).toHaveValue('劳模进车间')
})

test('a record that no rule proposes is looked for and adopted, and then counts', async ({ app }) => {
  await arrive(app)
  await addRecord(app, '学习', { 学习类型: ['主题党日'], 组织单位: '机关党支部', 主题: '部署宣讲工作' })
  await takeIn(app)
  await act(app, '制定宣讲方案', '看进度')
  const row = app.getByRole('row', { name: /制定宣讲方案/ }).first()
  await expect(row).toContainText('无法量化')
  await expect(app.getByText('还没有记录对得上这条要求')).toBeVisible()
  await app.getByRole('button', { name: '为制定宣讲方案另选记录' }).click()
  const picker = app.getByRole('dialog')
  await picker.getByLabel('查找记录').fill('没有这个词')
  await expect(picker.getByText('没有找到记录')).toBeVisible()
  await picker.getByLabel('查找记录').fill('部署')
  await picker.getByRole('button', { name: '采用部署宣讲工作' }).click()
  await expect(picker.getByText('已列出')).toBeVisible()
  await picker.press('Escape')
  await expect(row).toContainText('1条记录')
  await expect(app.getByRole('table', { name: '制定宣讲方案的记录' })).toContainText('由本单位人工确认')
})

test('the days that cadres owe are nobody’s until the office sets them, and are compared from then on', async ({
  app,
}) => {
  await arrive(app)
  await addRecord(app, '蹲点', {
    蹲点单位: '云山水泥有限公司',
    截止日期: issuedOn,
    在岗天数: '1',
    蹲点干部1的姓名: '李红梅',
  })
  await takeIn(
    app,
    notice.replace('三、有关要求', '三、深入蹲点\n各级工会干部要深入基层蹲点，帮助职工解决问题。\n四、有关要求'),
  )
  await app.getByRole('tab', { name: '进度' }).click()
  const section = app.getByRole('region', { name: '蹲点天数' })
  await expect(section.getByText('本单位有规定的，设定后在这里比对')).toBeVisible()
  await section.getByRole('button', { name: '设定天数规定' }).click()
  const dialog = app.getByRole('dialog')
  await dialog.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect(dialog.getByText('必填').first()).toBeVisible()
  await fillIn(dialog, {
    '每名干部不少于（天）': '10',
    在多长时间里: ['每年'],
    依据的文件: '云工发〔2026〕5号',
  })
  await dialog.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect(section.getByText(/每名干部每年不少于10天（云工发〔2026〕5号）/)).toBeVisible()
  await expect(section.getByRole('row', { name: /李红梅/ })).toContainText('9天')
})

test('the text shows each quotation, the calendar its days, the year each notice by kind', async ({ app }) => {
  await arrive(app)
  await takeIn(app)
  await app.getByRole('tab', { name: '原文' }).click()
  const text = app.getByRole('article', { name: '通知原文' })
  await text.getByRole('link', { name: '各县（区）总工会要制定宣讲方案，明确责任分工。' }).click()
  await expect(app.getByRole('button', { name: /制定宣讲方案/ })).toHaveAttribute('aria-pressed', 'true')
  await app.getByRole('button', { name: /组建宣讲团/ }).click()
  await expect(text.locator('mark.chosen')).toHaveText(/前至少开展2场/)

  await app.getByRole('tab', { name: '日历' }).click()
  await expect(app.getByRole('complementary', { name: '期限清单' })).toContainText(`${due} 报告`)

  await openPage(app, '通知')
  await app.getByRole('tab', { name: '全年一览' }).click()
  const row = app.getByRole('row', { name: /劳动光荣/ })
  await expect(row.getByRole('cell').nth(1)).toContainText('0 / 2')
  await expect(row.getByRole('cell').nth(3)).toHaveText('没有这类要求')
  await row.getByRole('link').click()
  await expect(app.getByRole('tab', { name: '进度' })).toHaveAttribute('aria-selected', 'true')
})

test('a notice of the catalogue is taken in without its text, and removed and restored', async ({ app }) => {
  await arrive(app)
  await openPage(app, '通知')
  await app.getByRole('button', { name: '登记通知' }).click()
  await app.getByRole('tab', { name: '从目录选取' }).click()
  await app.getByRole('button', { name: '选取青总发〔2022〕24号' }).click()
  await app.getByRole('button', { name: '核对要求' }).click()
  await expect(app.getByRole('tab', { name: '要求（待确认15）' })).toBeVisible()
  await app.getByRole('tab', { name: '原文' }).click()
  await expect(app.getByText('还没有原文')).toBeVisible()
  await openPage(app, '通知')
  await app.getByRole('button', { name: /^删除青海省/ }).click()
  await expect(app.getByText('还没有登记过通知')).toBeVisible()
  await app.getByRole('button', { name: /^撤\s?销$/ }).click()
  await expect(app.getByRole('row').nth(1)).toContainText('青海省总工会')
})

async function paste(app: Page, text: string): Promise<void> {
  await app.getByRole('button', { name: '登记通知' }).click()
  await app.getByLabel('通知全文').fill(text)
  await app.getByRole('button', { name: /^登\s?记$/ }).click()
  await expect(app.getByText('登记结果')).toBeVisible()
}

/** Registers the notice and opens its requirements. */
async function takeIn(app: Page, text = notice): Promise<void> {
  await openPage(app, '通知')
  await paste(app, text)
  await app.getByRole('button', { name: '核对要求' }).click()
  await expect(app.getByRole('button', { name: '添加要求' })).toBeVisible()
}

/** An act of the menu of a requirement. */
async function act(app: Page, title: string, name: string): Promise<void> {
  await app.getByRole('button', { name: `更多：${title}` }).click()
  await app.getByRole('menuitem', { name }).click()
}
