import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { BundleInspection } from '../../../src-shared/bundles.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { cli, cliJson } from './run-in-process.ts'

test('the demonstration leaves report, sheets and bundle, each of which opens, and no temporary ledger', async () => {
  const folder = await makeTestFolder()
  const temporary = await makeTestFolder()
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, temporary)
  onTestFinished(() => void vi.unstubAllEnvs())
  const made = await cliJson<{ report: string; sheets: string; bundle: string; counts: object }>(
    folder,
    ...['demo', '--out', '出件'],
  )
  const bundleName = '云山县总工会_2026-08-21至2026-11-20_上报包_0001.ghb'
  expect((await readdir(join(folder, '出件'))).sort()).toEqual(['report.docx', 'sheets.xlsx', bundleName])
  expect(made.counts).toEqual({ study: 46, lecture: 59, stay: 9, activity: 11, grassrootsUnion: 60 })
  for (const file of [made.report, made.sheets]) expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK')
  const { manifest, isOwnKey } = await cliJson<BundleInspection>(folder, 'bundle', 'inspect', made.bundle)
  expect(manifest.counts).toEqual(made.counts)
  expect(isOwnKey).toBe(false)
  expect(await readdir(temporary)).toEqual([])
})

test('the demonstration says in Chinese what it made, and does so as often as it is asked', async () => {
  const folder = await makeTestFolder()
  await cli(folder, 'demo', '--out', '.')
  const { code, out } = await cli(folder, 'demo', '--out', '.')
  expect(code).toBe(0)
  expect(out.split('\n').map((line) => line.split('：')[0])).toEqual([
    '示例县（虚构）2026-08-21至2026-11-20',
    '情况报告',
    '统计表',
    '上报包',
  ])
  expect(await readdir(folder)).toHaveLength(3)
})
