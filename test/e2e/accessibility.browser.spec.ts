/** Every page, form and dialog of the window against axe's rules, and no page wider than the window. */
import { expect, type Page } from '@playwright/test'
import { test } from './open-app.ts'
import { openAddress, pagesOfSampleCounty, seriousViolations } from './window-pages.ts'

const registerKinds = ['cadre', 'lecturer', 'lectureTeam', 'studyGroup', 'venue', 'material']
/** Those that the sizes of the window are not tried on. */
const furtherPages = [
  ...['office/keys', 'evidence', 'batch', 'print/lecture', 'help', 'help/lectures', 'help/shortcuts', 'help/glossary'],
  ...['notices?intake=text', 'documents/incoming?record=new', 'studies?type=主题党日&text=学'],
  ...registerKinds.flatMap((kind) => [`registers/${kind}`, `registers/${kind}?record=new`]),
]

test('no page and no form of the window breaks a serious rule of accessibility, at 1366×768', async ({ app }) => {
  test.setTimeout(600_000)
  const all = [...(await pagesOfSampleCounty(app)), ...furtherPages]
  const violations: string[] = []
  for (const page of all) {
    await openAddress(app, page)
    for (const found of await seriousViolations(app)) violations.push(`/${page} ${found}`)
  }
  expect(violations).toEqual([])
})

test('no dialog and no drawer that a button opens breaks a serious rule of accessibility', async ({ app }) => {
  test.setTimeout(300_000)
  const pages = await pagesOfSampleCounty(app)
  const notice = pages.find((page) => /^notices\/[\w-]{36}$/.test(page)) ?? ''
  const document = pages.find((page) => /^documents\/[\w-]{36}$/.test(page)) ?? ''
  const violations: string[] = []
  const look = async (what: string) => {
    for (const found of await seriousViolations(app)) violations.push(`${what} ${found}`)
  }
  for (const { page, what, open } of dialogs(notice, document)) {
    await openAddress(app, page)
    await open(app)
    await look(what)
    await app.keyboard.press('Escape')
  }
  expect(violations).toEqual([])
})

test('no page is wider than a window of 1366 or of 1000 pixels', async ({ app }) => {
  test.setTimeout(300_000)
  const all = [...(await pagesOfSampleCounty(app)), ...furtherPages]
  const wide: string[] = []
  for (const width of [1366, 1000]) {
    await app.setViewportSize({ width, height: 768 })
    for (const page of all) {
      await openAddress(app, page)
      const over = await app.evaluate(() => {
        const frame = document.querySelector('.frame-page') ?? document.documentElement
        const inFrame = frame.scrollWidth - frame.clientWidth
        return Math.max(inFrame, document.documentElement.scrollWidth - window.innerWidth)
      })
      if (over > 0) wide.push(`${width} /${page} by ${over} px`)
    }
  }
  expect(wide).toEqual([])
})

type Dialog = { readonly page: string; readonly what: string; readonly open: (app: Page) => Promise<void> }

function dialogs(notice: string, document: string): readonly Dialog[] {
  const button = (name: string | RegExp) => async (app: Page) => {
    await app.getByRole('button', { name }).first().click()
    await expect(app.getByRole('dialog').last()).toBeVisible()
  }
  const fromMenu = (name: string) => async (app: Page) => {
    await app.getByRole('button', { name: /常用查询/ }).click()
    await app.getByRole('menuitem', { name }).click()
    await expect(app.getByRole('dialog').last()).toBeVisible()
  }
  return [
    {
      page: '',
      what: 'search',
      open: async (app) => {
        await app.keyboard.press('Control+k')
        await app.getByRole('dialog').getByRole('combobox').fill('工会')
        await expect(app.getByRole('option').first()).toBeVisible()
      },
    },
    {
      page: 'studies',
      what: 'shortcuts',
      open: async (app) => {
        await app.keyboard.press('?')
        await expect(app.getByRole('dialog', { name: '快捷键' })).toBeVisible()
      },
    },
    {
      page: 'lectures',
      what: 'conditions',
      open: async (app) => {
        await app.getByRole('button', { name: '更多条件' }).click()
        await expect(app.getByRole('region', { name: '更多条件' })).toBeVisible()
      },
    },
    { page: 'studies?type=主题党日', what: 'saving a view', open: fromMenu('保存当前筛选…') },
    { page: 'studies', what: 'taking the sample out', open: button('清除示例') },
    { page: 'documents/outgoing', what: 'first serial', open: button('设置起始号') },
    { page: `${notice}/requirements`, what: 'form of a requirement', open: button('添加要求') },
    { page: notice, what: 'form of a notice', open: button('修改要素') },
    { page: document, what: 'finalising', open: button(/定\s?稿/) },
  ]
}
