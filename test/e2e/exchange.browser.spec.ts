/** 两台电脑 and 冲突: a bundle of the other PC is looked at, merged in, and what both changed is decided. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { study } from '../sample-records.ts'
import { fillLedger } from './ledger-by-cli.ts'
import { startBrowserShell, test } from './open-app.ts'
import { openAddress, seriousViolations } from './window-pages.ts'

const root = join(import.meta.dirname, '../..')

function cli(folder: string, ...line: string[]): string {
  const program = join(root, 'src-main/shell-cli/main.ts')
  return execFileSync(join(root, 'node_modules/.bin/node'), [program, '--data', folder, ...line], { encoding: 'utf8' })
}

/** A ledger with a record, and a copy of it on the other PC; both have changed its topic, each has a record of its own. */
function openPcs(folder: string): { here: string; files: string[] } {
  const [here, there] = [join(folder, '本机', '台账'), join(folder, '另一台', '台账')]
  mkdirSync(here, { recursive: true })
  const json = (value: unknown) => {
    const file = join(folder, 'input.json')
    writeFileSync(file, JSON.stringify(value))
    return file
  }
  fillLedger(here, [['records', 'add', 'study', '--json-file', json([study()])]])
  const [{ id } = { id: '' }] = JSON.parse(cli(here, 'records', 'list', 'study', '--json')) as { id: string }[]
  cpSync(here, there, { recursive: true })
  cli(here, 'records', 'update', id, '--json-file', json({ topic: '学习工会法，讨论基层工会怎样依法维权' }))
  cli(
    there,
    'records',
    'update',
    id,
    '--json-file',
    json({ topic: '学习中国工会章程，逐条对照检查', note: '补学三人' }),
  )
  cli(there, 'records', 'add', 'study', '--json-file', json([study({ topic: '劳模精神专题学习' })]))
  const stick = join(folder, 'U盘')
  cli(there, 'bundle', 'exchange', '--out', stick)
  return { here, files: readdirSync(stick).map((name) => join(stick, name)) }
}

test('what the other PC brings is shown first, merged in when the clerk says so, and she decides what both changed', async ({
  page,
  dataFolder,
}) => {
  test.setTimeout(300_000)
  const { here, files } = openPcs(dataFolder)
  const shell = await startBrowserShell(here)
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.goto(shell.launchUrl)
  await page.waitForFunction(() => document.title === '学宣台账')
  await openAddress(page, 'bundles/exchange')
  await page.locator('input[type=file]').setInputFiles(files)
  const shown = page.locator('.exchange-taken')
  await expect(shown).toContainText('现在还没有改动')
  await expect(shown.getByRole('row', { name: /^学习/ })).toContainText('1')
  await page.screenshot({ path: test.info().outputPath('preview.png') })
  expect(await seriousViolations(page)).toEqual([])
  await shown.getByRole('button', { name: '并入' }).click()
  await expect(shown).toContainText('已并入本机台账')
  await page.screenshot({ path: test.info().outputPath('taken.png') })

  await openAddress(page, '')
  await expect(page.getByText('本单位两台电脑有1处改得不一样')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('workbench.png') })
  await page.getByRole('button', { name: '去处理' }).first().click()
  const conflict = page.locator('.conflict')
  await expect(conflict).toContainText('学习中国工会章程，逐条对照检查')
  await expect(conflict).toContainText('学习工会法，讨论基层工会怎样依法维权')
  await page.screenshot({ path: test.info().outputPath('conflicts.png') })
  expect(await seriousViolations(page)).toEqual([])
  await conflict.getByRole('button', { name: '改用另一个' }).click()
  await expect(page.getByText('没有冲突')).toBeVisible()
  await page.getByRole('checkbox', { name: '连处理过的也列出' }).check()
  await expect(page.locator('.conflict')).toHaveCount(1)
  await page.screenshot({ path: test.info().outputPath('settled.png') })

  await page.getByRole('tab', { name: '两台电脑' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出同步包' }).click()
  expect((await download).suggestedFilename()).toMatch(/^云山县总工会_同步包_0001\.ghb$/)
  await expect(page.getByText('请全部带到另一台电脑')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('exported.png') })
  await shell.stop()
})
