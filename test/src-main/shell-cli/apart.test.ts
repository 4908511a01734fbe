/** Commands that need not, or must not, hold the ledger: a window may have it open. */
import { existsSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import type { BundleInspection } from '../../../src-shared/bundles.ts'
import { makeTestFolder, openTestApp } from '../../open-test-app.ts'
import { office } from '../../sample-records.ts'
import { format1Bytes } from '../sync/format-1-writer.ts'
import { cli, cliJson } from './run-in-process.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

const period = ['--from', '2026-11-01', '--to', '2026-11-30']

test('a bundle is inspected while a window holds the folder, and the own key is known', async () => {
  const folder = await makeTestFolder()
  const { api, context } = await openTestApp({ dataFolder: join(folder, 'ledger'), host: { shell: 'electron' } })
  await api.office.set(office)
  const file = join(folder, '上报包.ghb')
  await writeFile(file, await format1Bytes(context, { from: '2026-11-01', to: '2026-11-30' }))
  expect((await cli(folder, 'bundle', 'list')).error).toContain('在桌面窗口中使用')
  expect(await cliJson<BundleInspection>(folder, 'bundle', 'inspect', file)).toMatchObject({ isOwnKey: true })
  await openTestApp({ dataFolder: join(folder, 'other') })
  const ran = await cli(folder, '--data', join(folder, 'other'), 'bundle', 'inspect', file, '--json')
  expect(JSON.parse(ran.out)).toMatchObject({ isSignatureValid: true, isOwnKey: false })
})

test('inspecting leaves no ledger and no key where there was none', async () => {
  const folder = await makeTestFolder()
  await writeFile(join(folder, 'f.ghb'), '不是上报包')
  expect((await cli(folder, 'bundle', 'inspect', 'f.ghb')).code).toBe(1)
  expect(await readdir(folder)).toEqual(['f.ghb'])
})

test('a PDF without an Electron, or without a display, is refused in one sentence', async () => {
  const folder = await makeTestFolder()
  await cliJson(folder, 'sample', 'load')
  const { documentId } = await cliJson<{ documentId: string }>(folder, 'report', 'draft', ...period)
  const pdf = () => cli(folder, 'document', 'pdf', documentId, '--out', 'f.pdf')
  vi.stubEnv('DISPLAY', ':99')
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', join(folder, '没有'))
  const advice = '不能存为PDF，请用 document write 写出Word文件后另存。'
  expect(await pdf()).toEqual({
    code: 1,
    out: '',
    error: `ELECTRON_OVERRIDE_DIST_PATH 所指的“${join(folder, '没有')}”中没有 Electron，${advice}`,
  })
  if (process.platform === 'linux') {
    vi.stubEnv('DISPLAY', '')
    vi.stubEnv('WAYLAND_DISPLAY', '')
    expect((await pdf()).error).toBe(`这里没有图形界面，打不开桌面窗口，${advice}`)
  }
  expect(existsSync(join(folder, 'f.pdf'))).toBe(false)
})

test('a PDF of an unknown document, or of a folder that a window holds, is refused before any window opens', async () => {
  const folder = await makeTestFolder()
  const { close } = await openTestApp({ dataFolder: join(folder, 'ledger'), host: { shell: 'electron' } })
  const pdf = async () => (await cli(folder, 'document', 'pdf', 'no-such-id', '--out', 'f.pdf')).error
  expect(await pdf()).toContain('在桌面窗口中使用')
  await close()
  expect(await pdf()).toBe((await cli(folder, 'document', 'show', 'no-such-id')).error)
  expect((await cli(folder, 'document', 'pdf', 'no-such-id')).code).toBe(2)
})
