/** The small registers (名册) at the window: names offered while typing, renaming, merging, collecting, duties. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { addRecord, arrive, fillIn, introduce, openPage, startRecord } from './clerk.ts'
import { test } from './open-app.ts'

test('an entry is added and offered by its sound where records name it; choosing it fills in what belongs to it', async ({
  app,
}) => {
  await arrive(app)
  await openPage(app, '名册')
  await app.getByRole('tab', { name: '宣讲员' }).click()
  await add(app, '添加宣讲员', { 姓名: '单国栋', 职务: '市劳动模范', 类别: ['劳模工匠'] })
  await app.getByRole('tab', { name: '阵地场所' }).click()
  await add(app, '添加阵地场所', { 名称: '古田园职工书屋', 类别: ['职工书屋'], 场所类型: ['工会阵地'] })

  const form = await startRecord(app, '宣讲', { 主题: '产改政策宣讲', 宣讲方式: ['劳模宣讲'] })
  await form.getByLabel('宣讲人1的姓名').fill('sgd')
  await offered(app, '单国栋').click()
  await expect(form.getByLabel('宣讲人1的姓名')).toHaveValue('单国栋')
  await expect(form.getByLabel('宣讲人1的职务')).toHaveValue('市劳动模范')
  await expect(form.getByTitle('劳模工匠')).toBeVisible()
  await form.getByLabel('地点', { exact: true }).fill('gty')
  await offered(app, '古田园职工书屋').click()
  await expect(form.getByTitle('工会阵地')).toBeVisible()
  await form.getByLabel('宣讲团', { exact: true }).fill('没有登记的宣讲团')
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await expect(app.getByRole('row', { name: /产改政策宣讲/ })).toContainText('单国栋')
})

test('what is offered does not get in the way of the keyboard: Tab and Enter keep what was typed, Escape closes the list only', async ({
  app,
}) => {
  await arrive(app)
  await openPage(app, '名册')
  await app.getByRole('tab', { name: '宣讲员' }).click()
  await add(app, '添加宣讲员', { 姓名: '单国栋', 职务: '市劳动模范', 类别: ['劳模工匠'] })
  const form = await startRecord(app, '宣讲', { 主题: '产改政策宣讲' })
  const name = form.getByLabel('宣讲人1的姓名')
  const type = async (text: string) => {
    await name.fill('')
    await name.pressSequentially(text)
    await expect(offered(app, '单国栋')).toBeVisible()
  }
  await type('sgd')
  await name.press('Enter')
  await expect(name).toHaveValue('sgd')
  await type('sg')
  await name.press('Tab')
  await expect(name).toHaveValue('sg')
  await type('dan')
  await name.press('Escape')
  await expect(offered(app, '单国栋')).toHaveCount(0)
  await expect(form).toBeVisible()
  await type('dong')
  await name.press('ArrowDown')
  await name.press('Enter')
  await expect(name).toHaveValue('单国栋')
  const post = form.getByLabel('宣讲人1的职务')
  await expect(post).toHaveValue('市劳动模范')
  // What was filled in belongs to the draft like what was typed.
  await app.waitForTimeout(800)
  await app.reload()
  await expect(post).toHaveValue('市劳动模范')
})

test('renaming an entry takes the records along, and merging shows first what it changes', async ({ app }) => {
  await arrive(app)
  const study = { 学习类型: ['主题党日'], 组织单位: '机关党支部' }
  await addRecord(app, '学习', { ...study, 主题: '重温誓词' })
  await addRecord(app, '学习', { ...study, 主题: '学习章程' })
  await openPage(app, '名册')
  await app.getByRole('tab', { name: '学习组织' }).click()
  await app.getByRole('button', { name: '从记录中收集' }).click()
  const collecting = app.getByRole('dialog')
  await collecting
    .getByRole('row', { name: /机关党支部/ })
    .getByRole('checkbox')
    .check()
  await collecting.getByRole('button', { name: '加入名册（1）' }).click()
  const row = app.getByRole('row', { name: /机关党支部/ }).first()
  await expect(row).toContainText('党支部')

  await row.click()
  const drawer = app.getByRole('dialog')
  await expect(drawer).toContainText('在用处（2）')
  await drawer.getByRole('button', { name: /^填入常见要求：主题党日 每月1次/ }).click()
  await fillIn(drawer, { 名称: '县总工会机关党支部' })
  await expect(drawer.getByLabel('有2处写的是“机关党支部”，保存时一并改为新名')).toBeChecked()
  await drawer.getByRole('button', { name: '保存', exact: true }).click()
  await expect(drawer).toBeHidden()
  const duties = app.getByRole('region', { name: '学习任务完成情况' })
  await expect(duties.getByRole('row', { name: /主题党日 每月1次/ })).toContainText('县总工会机关党支部')
  await duties.getByRole('button', { name: /已开展2次/ }).click()
  await expect(app.getByRole('tooltip').getByRole('link', { name: '学习章程' })).toBeVisible()
  await app.keyboard.press('Escape')

  await add(app, '添加学习组织', { 名称: '机关支部', 类别: ['党支部'] })
  await app
    .getByRole('row', { name: /县总工会机关党支部/ })
    .first()
    .click()
  await app.getByRole('button', { name: '与重复的学习组织合并' }).click()
  const merging = app.getByRole('dialog', { name: '合并重复的学习组织' })
  await merging.getByLabel('与“县总工会机关党支部”是同一个的').fill('jgzb')
  await app.locator('.ant-select-dropdown:visible').getByTitle('机关支部').click()
  await merging.getByLabel('机关支部', { exact: true }).check()
  await expect(merging).toContainText('2条记录中的“县总工会机关党支部”改为“机关支部”（学习2条）')
  await merging.getByRole('button', { name: /^合\s?并$/ }).click()
  await expect(app.getByText('“县总工会机关党支部”已并入“机关支部”，改了2条记录')).toBeVisible()
  await openPage(app, '学习')
  await expect(app.getByRole('cell', { name: '机关支部', exact: true })).toHaveCount(2)
})

test('the pages of the registers break no serious rule of accessibility, with their forms and dialogs', async ({
  app,
}) => {
  test.setTimeout(180_000)
  await introduce(app)
  await app.getByRole('button', { name: '载入示例县' }).click()
  await app.getByRole('button', { name: '先到工作台看看' }).click({ timeout: 30_000 })
  const found: string[] = []
  const look = async (where: string) => {
    await expect(app.locator('[aria-busy="true"]')).toHaveCount(0)
    const { violations } = await new AxeBuilder({ page: app }).analyze()
    for (const { id, impact, nodes } of violations)
      if (impact === 'serious' || impact === 'critical') found.push(`${where}: ${id} ${nodes[0]?.html.slice(0, 200)}`)
  }
  await openPage(app, '名册')
  for (const tab of ['干部', '宣讲员', '宣讲团', '学习组织', '阵地场所', '学习材料']) {
    await app.getByRole('tab', { name: tab }).click()
    await expect(app.getByRole('row').nth(1)).toBeVisible()
    await look(tab)
    await app.getByRole('row').nth(1).click()
    await expect(app.getByText(/在用处（\d+）/)).toBeVisible()
    await look(`${tab} form`)
    if (tab === '学习组织') {
      await app.getByRole('button', { name: '与重复的学习组织合并' }).click()
      await app.getByLabel(/是同一个的$/).click()
      await app.locator('.ant-select-dropdown:visible').getByTitle('县总工会党组').click()
      await expect(app.getByLabel('合并会改动什么')).toBeVisible()
      await look('merge')
      await app.getByRole('button', { name: '不合并了' }).click()
    }
    await app.getByText('关闭', { exact: true }).click()
  }
  await app.getByRole('button', { name: '从记录中收集' }).click()
  await expect(app.getByRole('dialog').getByRole('row').nth(1)).toBeVisible()
  await look('collect')
  expect(found).toEqual([])
})

async function add(app: Page, button: string, filled: Parameters<typeof fillIn>[1]): Promise<void> {
  await app.getByRole('button', { name: button }).first().click()
  const drawer = app.getByRole('dialog')
  await fillIn(drawer, filled)
  await drawer.getByRole('button', { name: '保存', exact: true }).click()
  await expect(drawer).toBeHidden()
}

function offered(app: Page, name: string) {
  return app.locator('.ant-select-dropdown:visible').getByText(name, { exact: true })
}
