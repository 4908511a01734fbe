/** Editing a report: figures are drawn, text is the clerk's; both survive drawing again, a crash and the preview. */
import { expect, type Page } from '@playwright/test'
import { addRecord, arrive, openPage } from './clerk.ts'
import { startBrowserShell, test } from './open-app.ts'

const study = { 学习类型: ['主题党日'], 组织单位: '机关党支部', 主题: '重温誓词', 应到人数: '20', 实到人数: '19' }

test('figures are explained where they stand, deleted only as a whole, and drawn again in a sentence made over', async ({
  app,
}) => {
  await draftReport(app)
  const sentence = app.getByLabel('第4段，正文')
  await expect(sentence).toHaveValue(/^本期共组织学习活动1场/)
  await pointAtFigure(app, 3)
  await expect(sentence).toHaveAttribute('title', /学习场次/)

  await sentence.click()
  await caretAt(app, 0)
  await app.keyboard.type('据台账，')
  await caretAt(app, (await sentence.inputValue()).indexOf('95.0%') + 2)
  await app.keyboard.press('Backspace')
  await expect(sentence).toHaveValue(/^据台账，本期共组织学习活动1场.*到课率为。$/)
  await app.getByRole('button', { name: '保存', exact: true }).click()
  await expect(app.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()

  const editor = app.url()
  await addRecord(app, '学习', { ...study, 主题: '第二次主题党日' })
  await app.goto(editor)
  await expect(sentence).toHaveValue(/学习活动1场/)
  await app.getByRole('button', { name: '重新取数' }).click()
  await expect(sentence).toHaveValue(/^据台账，本期共组织学习活动2场.*到课率为。$/)

  await sentence.click()
  await app.getByRole('button', { name: '更多' }).click()
  await app.getByRole('menuitem', { name: /数字改为手写/ }).click()
  await expect(app.locator('[data-index="3"] mark')).toHaveCount(0)
  await expect(sentence).toHaveValue(/^据台账，本期共组织学习活动2场/)
})

test('a sentence that the records give and the document lacks is offered, and taken in under its heading', async ({
  app,
}) => {
  await draftReport(app)
  await app.getByLabel('第4段，正文').click()
  await app.getByRole('button', { name: '删除本段' }).click()
  await expect(app.getByLabel('第4段，正文')).toHaveValue(/^围绕/)
  await app.getByRole('button', { name: '重新取数' }).click()
  await expect(app.getByText('台账里还有公文中没有的内容')).toBeVisible()
  await expect(app.getByLabel('第4段，正文')).toHaveValue(/^围绕/)
  await app.getByRole('button', { name: '补入公文' }).click()
  await expect(app.getByLabel('第5段，正文')).toHaveValue(/^本期共组织学习活动1场/)
  await expect(app.getByText('台账里还有公文中没有的内容')).toHaveCount(0)
})

test('words made bold in a text take no more room than before, so that the caret stands where it seems to', async ({
  app,
}) => {
  await draftReport(app)
  const sentence = app.getByLabel('第4段，正文')
  const last = app.locator('[data-index="3"] mark').last()
  const before = await last.boundingBox()
  await sentence.focus()
  await sentence.evaluate((element) => (element as HTMLTextAreaElement).setSelectionRange(0, 24))
  await app.keyboard.press('Control+b')
  await expect(app.locator('[data-index="3"] .look-bold').first()).toBeVisible()
  expect(await last.boundingBox()).toEqual(before)
})

test('what was typed when the program was killed is there again at the next start and can be given up', async ({
  app,
  shell,
  dataFolder,
}) => {
  await draftReport(app)
  const title = app.getByLabel('标题', { exact: true })
  const before = await title.inputValue()
  await title.fill('改了一半的标题')
  await expect(app.getByRole('status').filter({ hasText: /草稿已保存 \d\d:\d\d/ })).toBeVisible()
  const address = new URL(app.url()).hash
  shell.process.kill('SIGKILL')

  const next = await startBrowserShell(dataFolder)
  await app.goto(next.launchUrl)
  await app.waitForFunction(() => document.title === '学宣台账')
  await app.goto(`${next.origin}/${address}`)
  await expect(app.getByText('已恢复上次未保存的内容')).toBeVisible()
  await expect(title).toHaveValue('改了一半的标题')
  await app.getByRole('button', { name: '放弃这些内容' }).click()
  await expect(title).toHaveValue(before)
  await app.reload()
  await expect(app.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()
  await next.stop()
})

test('a wrong number is said at its field, on the part of the editor where it stands', async ({ app }) => {
  await draftReport(app)
  await app.getByRole('tab', { name: '版头' }).click()
  const number = app.getByLabel('发文字号', { exact: true })
  await number.fill('云工发(2026)第5号')
  await app.getByRole('tab', { name: /^附件/ }).click()
  await app.getByRole('button', { name: '保存', exact: true }).click()
  await expect(app.getByRole('tab', { name: '版头1处要改' })).toBeVisible()
  await expect(app.getByText('年份用六角括号〔〕')).toBeVisible()
  await number.fill('云工发〔2026〕5号')
  await expect(app.getByText('年份用六角括号〔〕')).toHaveCount(0)
  await app.getByRole('button', { name: '保存', exact: true }).click()
  await expect(app.getByText('公文已保存')).toBeVisible()
})

async function draftReport(app: Page): Promise<void> {
  await arrive(app)
  await addRecord(app, '学习', study)
  await openPage(app, '报告与公文')
  await app.getByRole('button', { name: /^起草/ }).click()
  await expect(app.getByRole('heading', { name: '情况报告' })).toBeVisible()
}

/** The text area lies over the figure, so the pointer goes by place. */
async function pointAtFigure(app: Page, index: number): Promise<void> {
  const box = await app.locator(`[data-index="${index}"] mark`).first().boundingBox()
  if (!box) throw new Error('no figure in sight')
  await app.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
}

async function caretAt(app: Page, at: number): Promise<void> {
  await app.evaluate((place) => {
    if (document.activeElement instanceof HTMLTextAreaElement) document.activeElement.setSelectionRange(place, place)
  }, at)
}
