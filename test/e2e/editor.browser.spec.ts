/** The editor of official documents: every kind, the outline, tables, annexes, undo, and the pages beside. */
import { expect, type Locator, type Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { makePng } from '../make-pictures.ts'
import { arrive, download, openPage } from './clerk.ts'
import { test } from './open-app.ts'

const kinds = ['通知', '报告', '请示', '函', '纪要', '通报', '批复', '意见']

test('a document of every kind is begun, complete but for what only the clerk knows, and stands in the list', async ({
  app,
}) => {
  await arrive(app)
  for (const kind of kinds) {
    await newDocument(app, kind)
    const first = app.getByLabel('第1段，正文')
    await first.fill(`${kind}的正文。`)
    await save(app)
    if (kind === '函' || kind === '批复') {
      await expect(app.getByText('至少填一个主送机关')).toBeVisible()
      await app.getByLabel('主送机关', { exact: true }).fill('县人力资源和社会保障局')
      await expect(app.getByText('至少填一个主送机关')).toHaveCount(0)
      await save(app)
    }
    await expect(app.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()
  }
  await openPage(app, '报告与公文')
  for (const kind of kinds) await expect(app.getByRole('cell', { name: kind, exact: true })).toBeVisible()
})

test('what a kind does not have is not asked for, and another kind takes title, mark and signer along', async ({
  app,
}) => {
  await arrive(app)
  await newDocument(app, '通知')
  await app.getByRole('tab', { name: '版头' }).click()
  await expect(app.getByLabel('签发人', { exact: true })).toHaveCount(0)
  await app.getByLabel('文种').click()
  await app.getByTitle('函', { exact: true }).click()
  await expect(app.getByLabel('发文机关标志')).toHaveValue('云山县总工会')
  await expect(pages(app)).toContainText('的函')
  await app.getByLabel('文种').click()
  await app.getByTitle('请示', { exact: true }).click()
  await app.getByLabel('签发人', { exact: true }).fill('马建国、李红梅')
  await expect(pages(app)).toContainText('李红梅')
  await expect(pages(app)).toContainText('云山县总工会文件')
})

test('the page beside follows what is typed, can be hidden, and folds away in a narrow window', async ({ app }) => {
  await arrive(app)
  await newDocument(app, '通知')
  await app.getByLabel('主送机关', { exact: true }).fill('各乡镇总工会，县直各单位工会')
  await app.getByLabel('第1段，正文').fill('页面随着打字变化。')
  await expect(pages(app)).toContainText('页面随着打字变化。')
  await expect(pages(app)).toContainText('各乡镇总工会，县直各单位工会：')
  await paste(
    app.getByLabel('第1段，正文'),
    Array.from({ length: 60 }, (_, line) => `第${line + 1}行文字。`).join('\n'),
  )
  await app.getByLabel('第60段，正文').click()
  await expect(pages(app).getByText('第60行文字。')).toBeInViewport()
  await app.getByRole('button', { name: '隐藏预览' }).click()
  await expect(pages(app)).toHaveCount(0)
  await app.getByRole('button', { name: '显示预览' }).click()
  await expect(pages(app)).toBeVisible()
  await app.setViewportSize({ width: 1000, height: 700 })
  await expect(pages(app)).toBeHidden()
})

test('Enter, Backspace and Alt with the arrows make the outline; headings are numbered by order on the page', async ({
  app,
}) => {
  await arrive(app)
  await newDocument(app, '通报')
  const first = app.getByLabel('第1段，正文')
  await first.fill('第一句。第二句。')
  await caretAt(first, 4)
  await app.keyboard.press('Enter')
  await expect(app.getByLabel('第2段，正文')).toHaveValue('第二句。')
  await app.keyboard.press('Backspace')
  await expect(first).toHaveValue('第一句。第二句。')
  await app.keyboard.press('Enter')
  await app.keyboard.press('Control+Alt+Digit1')
  await app.getByLabel('第2段，标题').fill('工作要求')
  await app.keyboard.press('Enter')
  await app.keyboard.type('加强领导。各单位要重视。')
  await app.keyboard.press('Control+Alt+Digit2')
  await expect(app.getByLabel('第3段，标题', { exact: true })).toHaveValue('加强领导。')
  await expect(app.getByLabel('第3段，标题后的正文')).toHaveValue('各单位要重视。')
  await expect(pages(app)).toContainText('一、')
  await expect(pages(app)).toContainText('（一）加强领导。各单位要重视。')
  await app.keyboard.press('Alt+ArrowUp')
  await expect(app.getByLabel('第2段，标题', { exact: true })).toHaveValue('加强领导。')
  await app.keyboard.press('Alt+ArrowRight')
  await expect(app.locator('[data-index="1"] .block-number')).toHaveText('1.')
})

test('a number typed at the beginning makes a heading, and undoing gives the typed text back', async ({ app }) => {
  await arrive(app)
  await newDocument(app, '意见')
  const first = app.getByLabel('第1段，正文')
  await first.fill('')
  await app.keyboard.type('一、总体要求')
  await expect(app.getByLabel('第1段，标题', { exact: true })).toHaveValue('总体要求')
  await app.keyboard.press('Enter')
  await app.keyboard.type('1.按时报送')
  await expect(app.getByLabel('第2段，标题', { exact: true })).toHaveValue('按时报送')
  await app.keyboard.press('Enter')
  await app.keyboard.type('（')
  await app.keyboard.type('一）')
  await expect(app.getByLabel('第3段，标题', { exact: true })).toHaveValue('')
  await app.keyboard.press('Control+z')
  await expect(app.getByLabel('第3段，正文')).toHaveValue('（一）')
})

test('bold is put on the chosen words and kept by typing around them, by saving and in the Word file', async ({
  app,
}) => {
  await arrive(app)
  await newDocument(app, '意见')
  const first = app.getByLabel('第1段，正文')
  await first.fill('一要加强领导。各单位认真落实。')
  await chosen(first, 0, 7)
  await app.keyboard.press('Control+b')
  await caretAt(first, 15)
  await app.keyboard.type('特此说明。')
  await chosen(first, 2, 4)
  await app.keyboard.type('强化')
  await save(app)
  await expect(app.getByText('已保存', { exact: true })).toBeVisible()
  await app.reload()
  await expect(first).toHaveValue('一要强化领导。各单位认真落实。特此说明。')
  await expect(app.locator('[data-index="0"] .look-bold')).toHaveText('一要强化领导。')
  const word = await download(app, () => app.getByRole('button', { name: '导出Word' }).click())
  const xml = strFromU8(unzipSync(word.bytes)['word/document.xml'] ?? new Uint8Array())
  const run = /<w:r>(?:(?!<\/w:r>).)*一要强化领导。(?:(?!<\/w:r>).)*<\/w:r>/.exec(xml)?.[0]
  expect(run).toMatch(/<w:b(?: w:val="(?:true|1)")?\/>/)
})

test('what is still to be filled in is counted, found one after the other, and typed over', async ({ app }) => {
  await arrive(app)
  await newDocument(app, '批复')
  await app.getByRole('tab', { name: '版头' }).click()
  const next = app.getByRole('button', { name: /处待填写$/ })
  await expect(next).toHaveText('4处待填写')
  await next.click()
  await app.keyboard.type('同意补选委员')
  await expect(app.getByLabel('标题', { exact: true })).toHaveValue('云山县总工会关于同意补选委员的批复')
  await next.click()
  await app.keyboard.type('关于补选委员的请示')
  await expect(app.getByLabel('第1段，正文')).toHaveValue(/^你单位《关于补选委员的请示》（【待填写/)
  await next.click()
  await app.keyboard.type('一厂工发〔2026〕3号')
  await next.click()
  await app.keyboard.type('同意你单位的意见。')
  await expect(next).toHaveCount(0)
})

test('everything is undone step by step to the beginning and done again to the end', async ({ app }) => {
  await arrive(app)
  await newDocument(app, '通知')
  const title = app.getByLabel('标题', { exact: true })
  const first = app.getByLabel('第1段，正文')
  const start = { title: await title.inputValue(), first: await first.inputValue() }
  await title.fill('关于撤销的通知')
  await first.fill('写一句。')
  await app.keyboard.press('Enter')
  await app.keyboard.type('再写一句。')
  await app.getByRole('button', { name: '表格' }).click()
  await app.getByRole('tab', { name: '版头' }).click()
  await app.getByLabel('份号').fill('000001')
  await app.getByRole('tab', { name: '正文' }).click()
  await expect(app.getByLabel('第3段，表格')).toBeVisible()

  const undo = app.getByRole('button', { name: '撤销' })
  await app.keyboard.press('Control+z')
  // What was undone is shown.
  await expect(app.getByLabel('份号')).toHaveValue('')
  await app.keyboard.press('Control+z')
  await expect(app.getByLabel('第3段，表格')).toHaveCount(0)
  while (await undo.isEnabled()) await undo.click()
  await expect(title).toHaveValue(start.title)
  await expect(first).toHaveValue(start.first)
  await expect(app.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()

  while (await app.getByRole('button', { name: '重做' }).isEnabled()) await app.keyboard.press('Control+y')
  await expect(app.getByLabel('份号')).toHaveValue('000001')
  await app.getByRole('tab', { name: '正文' }).click()
  await expect(title).toHaveValue('关于撤销的通知')
  await expect(app.getByLabel('第2段，正文')).toHaveValue('再写一句。')
  await expect(app.getByLabel('第3段，表格')).toBeVisible()
  await expect(pages(app)).toContainText('000001')
})

test('several lines are pasted as paragraphs and headings, cells of a spreadsheet as a table and over one', async ({
  app,
}) => {
  await arrive(app)
  await newDocument(app, '通知')
  const first = app.getByLabel('第1段，正文')
  await first.fill('开头。')
  await paste(first, '接着。\n一、总体要求\n（一）加强领导\n各单位落实。')
  await expect(first).toHaveValue('开头。接着。')
  await expect(app.getByLabel('第2段，标题', { exact: true })).toHaveValue('总体要求')
  await expect(app.getByLabel('第3段，标题', { exact: true })).toHaveValue('加强领导')
  await expect(app.getByLabel('第4段，正文')).toHaveValue('各单位落实。')

  await paste(app.getByLabel('第4段，正文'), '\n姓名\t单位\n张三\t一厂\n')
  await expect(app.getByLabel('第5段，第2行第1列')).toHaveValue('张三')
  await paste(app.getByLabel('第5段，第2行第2列'), '二厂\t班长\n三厂\t')
  await expect(app.getByLabel('第5段，第3行第2列')).toHaveValue('三厂')
  await app.getByLabel('第5段，表题').fill('人员名单')
  await app.getByLabel('第5段，第3行第1列').fill('李四')
  await app.getByRole('button', { name: '第5段，行和列' }).click()
  await app.getByRole('menuitem', { name: '删除本行' }).click()
  await expect(app.getByLabel('第5段，第3行第1列')).toHaveCount(0)
  await expect(pages(app)).toContainText('人员名单')
  await expect(pages(app)).toContainText('班长')
})

test('an input method composes without disturbance, and only what is chosen becomes text', async ({ app }) => {
  await arrive(app)
  await newDocument(app, '通知')
  const first = app.getByLabel('第1段，正文')
  await first.fill('前后')
  await caretAt(first, 1)
  const session = await app.context().newCDPSession(app)
  await session.send('Input.imeSetComposition', { text: 'zhong', selectionStart: 5, selectionEnd: 5 })
  await expect(first).toHaveValue('前zhong后')
  await expect(pages(app)).not.toContainText('zhong')
  await session.send('Input.insertText', { text: '中' })
  await expect(first).toHaveValue('前中后')
  await app.keyboard.type('间')
  await expect(first).toHaveValue('前中间后')
  await expect(pages(app)).toContainText('前中间后')
})

test('text annexes are added, written, ordered and named under the text', async ({ app }) => {
  await arrive(app)
  await newDocument(app, '通知')
  await app.getByRole('tab', { name: /^附件/ }).click()
  await app.getByRole('button', { name: '添加附件' }).click()
  await app.getByLabel('附件1名称').fill('报名表')
  await app.getByLabel('附件1第1段，正文').fill('报名表的内容。')
  await app.getByRole('button', { name: '添加附件' }).click()
  await save(app)
  await expect(app.getByRole('tab', { name: /附件 2.*1处要改/ })).toBeVisible()
  await app.getByLabel('附件2名称').fill('日程安排')
  await app.getByRole('button', { name: '附件2上移' }).click()
  await expect(app.getByLabel('附件1名称')).toHaveValue('日程安排')
  await expect(app.getByLabel('附件2第1段，正文')).toHaveValue('报名表的内容。')
  await expect(pages(app)).toContainText('2.报名表')
  await save(app)
  await expect(app.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()
})

test('a picture is put into the text with its caption and width', async ({ app }) => {
  await arrive(app)
  await newDocument(app, '通报')
  await app.getByLabel('第1段，正文').click()
  await app
    .locator('input[type=file]')
    .setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: Buffer.from(makePng(600, 400)) })
  await app.getByLabel('第2段，图题').fill('图1 活动现场')
  await app.getByLabel('第2段，印出宽度').fill('80')
  await app.getByLabel('第2段，印出宽度').press('Tab')
  await expect(app.locator('[data-index="1"] img')).toBeVisible()
  await expect(pages(app)).toContainText('图1 活动现场')
  await save(app)
  await expect(app.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()
})

test('what the program says in passing does not come out on the sheets', async ({ app }) => {
  await arrive(app)
  await newDocument(app, '通知')
  await download(app, () => app.getByRole('button', { name: '导出Word' }).click())
  const message = app.getByText(/已导出/)
  await expect(message).toBeVisible()
  await app.emulateMedia({ media: 'print' })
  await expect(message).toBeHidden()
})

test('a page beside the editor is no window to scroll in, so that no bars lie on it', async ({ app }) => {
  await arrive(app)
  await newDocument(app, '通知')
  await expect(pages(app).getByLabel('第1页', { exact: true })).toBeVisible()
  const scrolled = await pages(app)
    .locator('.sheet')
    .evaluateAll((sheets) => sheets.map((sheet) => getComputedStyle(sheet).overflow))
  expect(new Set(scrolled)).toEqual(new Set(['visible']))
})

test('a row of a table that is left for writing by hand is as high as the others', async ({ app }) => {
  await arrive(app)
  await newDocument(app, '通知')
  await app.getByLabel('第1段，正文').click()
  await app.getByRole('button', { name: '表格' }).click()
  await app.getByLabel('第2段，第2行第1列').fill('一厂')
  const rows = pages(app).locator('.laid-table tbody tr')
  await expect(rows.first()).toHaveText(/一厂/)
  const [written, empty] = await rows.evaluateAll((all) => all.map((row) => (row as HTMLElement).offsetHeight))
  expect(empty).toBe(written)
})

async function newDocument(app: Page, kind: string): Promise<void> {
  await openPage(app, '报告与公文')
  await app.getByRole('button', { name: '新建公文' }).click()
  await app.getByRole('menuitem', { name: new RegExp(`^${kind}`) }).click()
  await expect(app.getByRole('heading', { level: 1, name: kind })).toBeVisible()
}

async function save(app: Page): Promise<void> {
  await app.getByRole('button', { name: '保存', exact: true }).click()
}

function pages(app: Page): Locator {
  return app.getByRole('complementary', { name: '版面预览' })
}

async function chosen(area: Locator, from: number, to: number): Promise<void> {
  await area.focus()
  await area.evaluate((element, range) => (element as HTMLTextAreaElement).setSelectionRange(...range), [from, to] as [
    number,
    number,
  ])
}

async function caretAt(area: Locator, at: number): Promise<void> {
  await chosen(area, at, at)
}

/** As Ctrl+V does, at the caret, which `fill` and a click leave at the end. */
async function paste(area: Locator, text: string): Promise<void> {
  await area.focus()
  await area.evaluate((element, pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
}
