/** 密钥与往来单位 at the window: a card is enrolled by the fingerprint that is read out, keys are locked, changed, made anew. */
import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'
import { office } from '../sample-records.ts'
import { arrive } from './clerk.ts'
import { fillLedger } from './ledger-by-cli.ts'
import { test } from './open-app.ts'

const root = join(import.meta.dirname, '../..')

/** Another office on the command line, in a folder of its own. */
async function otherOffice(folder: string, name: string) {
  await mkdir(folder, { recursive: true })
  const run = (...args: string[]) => {
    const main = join(root, 'src-main/shell-cli/main.ts')
    const line = [main, '--data', join(folder, 'ledger'), '--json', ...args]
    return JSON.parse(execFileSync(join(root, 'node_modules/.bin/node'), line, { encoding: 'utf8' }))
  }
  const file = join(folder, 'office.json')
  await writeFile(file, JSON.stringify({ ...office, name, mark: name, printer: '' }))
  run('office', 'set', '--json-file', file)
  return {
    show: () => run('keys', 'show') as { officeId: string },
    card: () => run('keys', 'card', '--out', join(folder, `${name}.ghk`)) as { file: string; fingerprint: string },
    rotate: () => run('keys', 'rotate', '--reason', '每年更换', '--out', join(folder, '变更.ghk')) as { file: string },
  }
}

async function openKeys(app: Page): Promise<void> {
  await app.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '设置' }).click()
  const section = app.getByRole('region', { name: '密钥与往来单位' })
  await section.getByRole('link', { name: '口令、名片、登记往来单位' }).click()
  await expect(app.getByRole('heading', { name: '密钥与往来单位', level: 1 })).toBeVisible()
}

async function noSeriousViolation(app: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: app }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
}

const shot = (app: Page, name: string) => app.screenshot({ path: test.info().outputPath(`${name}.png`) })

async function take(app: Page, peers: Locator, file: string): Promise<Locator> {
  const choosing = app.waitForEvent('filechooser')
  await peers.getByRole('button', { name: '接收名片或密钥变更…' }).click()
  await (await choosing).setFiles(file)
  return app.getByRole('dialog')
}

test('offices are enrolled by the fingerprint that is read out, follow a rotation and are parted from', async ({
  app,
  dataFolder,
}) => {
  test.setTimeout(120_000)
  await app.setViewportSize({ width: 1366, height: 768 })
  const city = await otherOffice(join(dataFolder, '市'), '固川市总工会')
  const county = await otherOffice(join(dataFolder, '县'), '清河县总工会')
  await arrive(app)
  await openKeys(app)
  const peers = app.getByRole('region', { name: '往来单位', exact: true })
  await expect(peers.getByText('还没有登记往来单位')).toBeVisible()
  await shot(app, 'empty')

  const { file, fingerprint } = city.card()
  const other = county.card()
  const dialog = await take(app, peers, file)
  await expect(dialog.getByText('登记“固川市总工会”的名片')).toBeVisible()
  await expect(dialog.getByText(fingerprint)).toBeHidden()
  await expect(dialog.getByRole('radio', { name: '上级' })).toBeChecked()
  const accept = dialog.getByRole('button', { name: '核对一致，登记' })
  await dialog.getByLabel('指纹').fill('A1B2 C3')
  await accept.click()
  await expect(dialog.getByText('已录入6位，应为32位')).toBeVisible()
  await dialog.getByLabel('指纹').fill(other.fingerprint)
  await accept.click()
  await expect(app.getByText('指纹不符')).toBeVisible()
  await shot(app, 'refused')
  await noSeriousViolation(app)
  await dialog.getByLabel('指纹').fill(fingerprint.toLowerCase().replaceAll(' ', '-'))
  await accept.click()
  await expect(peers.getByRole('cell', { name: '固川市总工会', exact: true })).toBeVisible()

  await take(app, peers, other.file)
  await dialog.getByLabel('指纹').fill(other.fingerprint)
  await shot(app, 'card')
  await accept.click()
  await expect(peers.getByRole('cell', { name: '清河县总工会', exact: true })).toBeVisible()

  await take(app, peers, county.rotate().file)
  await expect(dialog.getByText('清河县总工会更换密钥：每年更换')).toBeVisible()
  await shot(app, 'changes')
  await dialog.getByRole('button', { name: '接收', exact: true }).click()
  await expect(peers.getByText('另有旧密钥1个')).toBeVisible()
  await shot(app, 'peers')
  await noSeriousViolation(app)

  const handed = app.waitForEvent('download')
  await peers.getByRole('button', { name: '导出名片：清河县总工会' }).click()
  expect((await handed).suggestedFilename()).toBe('清河县总工会_找回单位编号.ghk')

  await peers.getByRole('button', { name: '吊销密钥：清河县总工会' }).click()
  await dialog.getByLabel('吊销原因').fill('电脑失窃')
  const download = app.waitForEvent('download')
  await dialog.getByRole('button', { name: '吊销并导出文件' }).click()
  expect((await download).suggestedFilename()).toBe('清河县总工会_密钥吊销.ghk')
  await expect(peers.getByText('已吊销，请重新登记名片')).toBeVisible()
  await shot(app, 'revoked')
  await peers.getByRole('button', { name: '停止往来：清河县总工会' }).click()
  await app.getByRole('dialog').getByRole('button', { name: '停止往来' }).click()
  await expect(peers.getByRole('cell', { name: '清河县总工会', exact: true })).toBeHidden()
})

test('an office whose PC and backups are gone takes its id back from the card that is kept above', async ({
  app,
  dataFolder,
}) => {
  await app.setViewportSize({ width: 1366, height: 768 })
  const lost = await otherOffice(join(dataFolder, '旧电脑'), '云山县总工会')
  const { officeId } = lost.show()
  const stranger = await otherOffice(join(dataFolder, '县'), '清河县总工会')
  await arrive(app)
  await openKeys(app)
  const own = app.getByRole('region', { name: '本单位密钥' })
  await expect(own.getByText(officeId)).toBeHidden()
  await own.getByRole('button', { name: '更多' }).click()
  await app.getByRole('menuitem', { name: '找回单位编号（电脑和备份都没有了）…' }).click()
  const dialog = app.getByRole('dialog', { name: '找回单位编号' })
  const choose = async (file: string) => {
    const choosing = app.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: '选择上级给的名片…' }).click()
    await (await choosing).setFiles(file)
    await dialog.getByRole('button', { name: /^找\s?回$/ }).click()
  }
  await choose(stranger.card().file)
  await expect(app.getByText(/^这份名片是“清河县总工会”的，本机登记的是“云山县总工会”/)).toBeVisible()
  await shot(app, 'reclaim')
  await noSeriousViolation(app)
  await choose(lost.card().file)
  await expect(app.getByText(/^已找回单位编号/)).toBeVisible()
  await expect(dialog).toBeHidden()
  await expect(own.getByText(officeId)).toBeVisible()
})

test('a passphrase is set, keys are rotated with it, and lost keys are made anew', async ({ app }) => {
  test.setTimeout(120_000)
  await app.setViewportSize({ width: 1366, height: 768 })
  await arrive(app)
  await openKeys(app)
  const own = app.getByRole('region', { name: '本单位密钥' })
  const download = app.waitForEvent('download')
  await own.getByRole('button', { name: '导出名片' }).click()
  expect((await download).suggestedFilename()).toBe('云山县总工会_密钥名片.ghk')
  const page = app.waitForEvent('download')
  await own.getByRole('button', { name: '打印页（盖章用）' }).click()
  expect((await page).suggestedFilename()).toBe('云山县总工会_密钥名片.docx')
  const before = await own.getByRole('img', { name: /^指纹/ }).getAttribute('aria-label')

  const dialog = app.getByRole('dialog')
  await own.getByRole('button', { name: '设口令…' }).click()
  await dialog.getByLabel('新口令').fill('云山工会2026')
  await dialog.getByLabel('再输一遍').fill('云山工会2025')
  await dialog.getByRole('button', { name: '设定' }).click()
  await expect(dialog.getByText('两次输入的不一样')).toBeVisible()
  await shot(app, 'passphrase')
  await dialog.getByLabel('再输一遍').fill('云山工会2026')
  await dialog.getByRole('button', { name: '设定' }).click()
  await expect(own.getByText('口令保护，每次启动后要输入一次（本次已解锁）')).toBeVisible()

  await own.getByRole('button', { name: '更换密钥…' }).click()
  await dialog.getByLabel('现在的口令').fill('云山工会2026')
  await shot(app, 'rotate')
  const changes = app.waitForEvent('download')
  await dialog.getByRole('button', { name: '更换并导出变更文件' }).click()
  expect((await changes).suggestedFilename()).toBe('云山县总工会_密钥变更.ghk')
  await expect(dialog).toBeHidden()

  await own.getByRole('button', { name: '密钥丢失或外泄…' }).click()
  await dialog.getByRole('radio', { name: /外泄了/ }).click()
  await dialog.getByLabel('吊销原因').fill('办公电脑失窃')
  await shot(app, 'lost')
  await noSeriousViolation(app)
  const revocation = app.waitForEvent('download')
  await dialog.getByRole('button', { name: '重建密钥' }).click()
  expect((await revocation).suggestedFilename()).toBe('云山县总工会_密钥吊销.ghk')
  await expect(dialog).toBeHidden()
  await expect(own.getByRole('img', { name: /^指纹/ })).not.toHaveAttribute('aria-label', before ?? '')
  await shot(app, 'renewed')
})

test.describe('keys that a passphrase locked before this start', () => {
  const lockedTest = test.extend({
    dataFolder: async ({ dataFolder }, use) => {
      await mkdir(dataFolder, { recursive: true })
      const secret = join(dataFolder, '口令.txt')
      await writeFile(secret, '云山工会2026')
      fillLedger(dataFolder, [['keys', 'passphrase', '--secret-file', secret]])
      await use(dataFolder)
    },
  })

  lockedTest('are unlocked below the navigation, and until then say so', async ({ app }) => {
    await app.setViewportSize({ width: 1366, height: 768 })
    await openKeys(app)
    const own = app.getByRole('region', { name: '本单位密钥' })
    await expect(own.getByText('密钥锁着：上报、接收要先输入口令')).toBeVisible()
    await own.getByRole('button', { name: '导出名片' }).click()
    await expect(app.getByText('密钥已用口令锁住，请先输入口令，再做这一步。')).toBeVisible()
    await shot(app, 'locked')
    await noSeriousViolation(app)
    await app.getByRole('button', { name: '输入密钥口令' }).click()
    const dialog = app.getByRole('dialog')
    await dialog.getByLabel('口令', { exact: true }).fill('猜一个口令')
    await dialog.getByRole('button', { name: '解锁' }).click()
    await expect(app.getByText(/^口令不对/)).toBeVisible()
    await shot(app, 'wrong')
    await dialog.getByLabel('口令', { exact: true }).fill('云山工会2026')
    await dialog.getByRole('button', { name: '解锁' }).click()
    await expect(own.getByText('（本次已解锁）')).toBeVisible()
    await expect(app.getByRole('button', { name: '输入密钥口令' })).toBeHidden()
  })
})
