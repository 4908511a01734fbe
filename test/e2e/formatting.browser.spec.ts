/** Texts and files from elsewhere at the window: read part by part, kept as a draft, written, checked and mended. */
import { expect, type Locator, type Page } from '@playwright/test'
import { makeDocx, paragraph } from '../src-main/documents/make-docx.ts'
import { arrive, choose, download, openPage } from './clerk.ts'
import { test } from './open-app.ts'

const messy = `云山县总工会文件
云工发[2026] 第031号
云山县总工会关于开展宣讲活动的通知
各乡镇总工会,县直机关工会联合会:
为把会议精神学深学透,现就 2026 年宣讲活动有关事项通知如下.
## 一、总体要求
**坚持学用结合**,把宣讲送到车间班组。
附件：宣讲活动安排
云山县总工会
2026年11月21日
附件
宣讲安排表
11月25日在云山水泥有限公司宣讲。
`
const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])

test('a pasted text is read while one types: what was found, what is missing, what was tidied, and its page', async ({
  app,
}) => {
  await openTab(app, '整理成文')
  await expect(app.getByText('排好的版面会显示在这里')).toBeVisible()
  await expect(app.getByRole('button', { name: '存为公文草稿' })).toBeDisabled()
  await app.getByLabel('公文文字').fill(messy)
  const found = app.getByRole('region', { name: /^认出的要素/ })
  await expect(found.getByRole('listitem').filter({ hasText: '发文字号' })).toContainText('云工发[2026] 第031号第2行')
  await found.getByRole('button', { name: '第2行' }).click()
  const chosen = app.getByLabel('公文文字').evaluate((area: HTMLTextAreaElement) => {
    return area.value.slice(area.selectionStart, area.selectionEnd)
  })
  expect(await chosen).toBe('云工发[2026] 第031号')
  await expect(app.getByRole('region', { name: /^原文未见/ })).toContainText('可以没有的：份号')
  await expect(app.getByRole('region', { name: /^请核对/ })).toContainText('与附件标题“宣讲安排表”不一致')
  const tidied = app.getByRole('region', { name: /^整理/ })
  await tidied.getByRole('button', { name: /发文字号用六角括号.*1处/ }).click()
  await expect(tidied).toContainText('云工发〔2026〕31号')
  const page = app.getByRole('region', { name: '版面预览' }).getByLabel('第1页', { exact: true })
  await expect(page).toContainText('云工发〔2026〕31号')
  await expect(page).toContainText('现就2026年宣讲活动')

  await app.getByLabel('公文文字').fill(messy.replace('云山县总工会\n2026年11月21日\n', ''))
  await expect(app.getByRole('region', { name: /^原文未见（2项需要补）/ })).toContainText('应有：署名、成文日期')
  await app.getByRole('button', { name: '清空' }).click()
  await expect(app.getByText('排好的版面会显示在这里')).toBeVisible()
})

test('a text that lacks parts is stored as a draft all the same, and what was pasted is there until then', async ({
  app,
}) => {
  await openTab(app, '整理成文')
  const kept = app.waitForResponse(/\/rpc\/drafts\/put/)
  await app.getByLabel('公文文字').fill('关于召开会议的通知\n\n请各单位准时参加会议，不得缺席。\n')
  await kept
  await app.reload()
  await expect(app.getByLabel('公文文字')).toHaveValue(/请各单位准时参加会议/)
  await app.getByRole('button', { name: '存为公文草稿' }).click()
  await expect(app.getByText('已存为公文草稿，请核对、补齐后保存')).toBeVisible()
  await expect(app).toHaveURL(/#\/documents\/[0-9a-f-]{36}$/)
  await openTab(app, '整理成文')
  await expect(app.getByLabel('公文文字')).toHaveValue('')
  await app.getByRole('tab', { name: '公文', exact: true }).click()
  await expect(app.getByRole('row').filter({ hasText: '关于召开会议的通知' })).toContainText('草稿')
})

test('a file is read, its kind and seal are stated, it is written as DOCX and passes the check', async ({ app }) => {
  await openTab(app, '整理成文')
  await openFile(app, '通知.txt', Buffer.from(messy))
  await expect(app.getByText(/文件：通知\.txt/)).toBeVisible()
  await expect(app.getByRole('region', { name: /^认出的要素/ })).toContainText('发文机关标志')
  await choose(app.getByLabel('文种'), ['通报'])
  await app.getByRole('switch', { name: '加盖印章' }).click()
  await expect(app.getByRole('region', { name: /^请核对/ })).toContainText('指定的文种与标题不符')
  const { name, bytes } = await download(app, () => app.getByRole('button', { name: '直接导出Word' }).click())
  expect(name).toBe('云山县总工会关于开展宣讲活动的通知.docx')

  await openTab(app, '格式检查')
  await openFile(app, name, bytes)
  await expect(app.getByRole('status').filter({ hasText: '必须改' })).toContainText('必须改0项，建议改0项')
})

test('what cannot be read is refused in one sentence, and the next file is read', async ({ app }) => {
  await openTab(app, '整理成文')
  await openFile(app, '旧.doc', ole)
  await expect(
    app.getByText('这是旧版的 .doc 或 .wps 文件，请用 Word 或 WPS 打开，另存为 .docx 后再试。'),
  ).toBeVisible()
  await openFile(app, '宏.docm', Buffer.from(makeDocx(paragraph('通知'), { further: { 'word/vbaProject.bin': 'x' } })))
  await expect(app.getByText('文件里有宏，为安全起见没有打开')).toBeVisible()
  await openFile(app, '长.txt', Buffer.alloc(5_000_001, 0x61))
  await expect(app.getByText('“长.txt”超过5兆，不像一份公文')).toBeVisible()
  await openFile(app, '好.txt', Buffer.from(messy))
  await expect(app.getByRole('region', { name: /^认出的要素/ })).toBeVisible()
  await app.getByRole('button', { name: '清空' }).click()
  await pasteAtOnce(app.getByLabel('公文文字'), messy.repeat(1200))
  await expect(app.getByText(/^文字有\d+万字，不像一份公文，没有识别/)).toBeVisible()
  await expect(app.getByRole('button', { name: '存为公文草稿' })).toBeDisabled()
})

test('a foreign file is dragged in, judged row by row, and mended at one click', async ({ app }) => {
  await openTab(app, '格式检查')
  await expect(app.getByText(/打开一个DOCX文件，或把它拖到这里/)).toBeVisible()
  await drop(app, '来文.docx', makeDocx(foreign))
  const must = app.getByRole('region', { name: /^必须改/ })
  const page = must.getByRole('listitem').filter({ hasText: '天头（上页边距）' })
  await expect(page).toContainText('第5.2.1条')
  await expect(page).toContainText('应为上 37毫米')
  await expect(page).toContainText('怎么改在“页面设置”中把上边距改为3.7厘米')
  await app.getByRole('button', { name: /^通过/ }).click()
  await expect(app.getByText('文件完整，各部件可读，引用的部件都在')).toBeVisible()

  const { name, bytes } = await download(app, () => app.getByRole('button', { name: '一键订正' }).click())
  expect(name).toBe('来文（已修）.docx')
  await expect(app.getByText(/^已订正\d+项，文字没有改动。还有\d+项要人改，见下。$/)).toBeVisible()
  await expect(page).toHaveCount(0)
  await openFile(app, name, bytes)
  await expect(app.getByRole('status').filter({ hasText: '必须改' })).toBeVisible()
  await expect(page).toHaveCount(0)
  await openFile(app, '旧.wps', ole)
  await expect(
    app.getByText('这是旧版的 .doc 或 .wps 文件，请用 Word 或 WPS 打开，另存为 .docx 后再试。'),
  ).toBeVisible()
  await expect(must).toHaveCount(0)
})

const foreign = [
  paragraph('云山县总工会文件', '<w:jc w:val="center"/>'),
  paragraph('云工发[2026]第031号', '<w:jc w:val="center"/>'),
  paragraph('云山县总工会关于开展宣讲活动的通知', '<w:jc w:val="center"/>'),
  paragraph('各乡镇总工会:'),
  paragraph('为把会议精神学深学透,现就宣讲活动有关事项通知如下。'),
  paragraph('一、总体要求'),
  paragraph('坚持学用结合，把宣讲送到车间班组。'),
  paragraph('云山县总工会', '<w:jc w:val="right"/>'),
  paragraph('2026年11月21日', '<w:jc w:val="right"/>'),
].join('')

async function openTab(app: Page, name: string): Promise<void> {
  if (await app.getByRole('navigation').count()) await openPage(app, '报告与公文')
  else {
    await arrive(app)
    await openPage(app, '报告与公文')
  }
  await app.getByRole('tab', { name }).click()
  await expect(app.getByRole('heading', { level: 1, name })).toBeVisible()
}

async function openFile(app: Page, name: string, buffer: Buffer): Promise<void> {
  await app.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
}

/** As the clipboard does; typing a book into the field would take minutes. */
async function pasteAtOnce(field: Locator, text: string): Promise<void> {
  await field.evaluate((area, words) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, words)
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }, text)
}

/** Drags a file over the page and lets it go. */
async function drop(app: Page, name: string, bytes: Uint8Array): Promise<void> {
  const data = await app.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([Uint8Array.from(content)], fileName))
      return transfer
    },
    [name, [...bytes]] as const,
  )
  const place = app.locator('.file-drop')
  await place.dispatchEvent('dragover', { dataTransfer: data })
  await expect(place).toHaveClass(/file-over/)
  await place.dispatchEvent('drop', { dataTransfer: data })
}
