import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { readEnvelope } from '../../../src-main/sync/read-envelope.ts'
import type { CarriedCounts } from '../../../src-shared/bundle-manifest.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { cli, cliJson } from './run-in-process.ts'

test('the demonstration leaves report, sheets and bundle, each of which opens, and no temporary ledger', async () => {
  const folder = await makeTestFolder()
  const temporary = await makeTestFolder()
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, temporary)
  onTestFinished(() => void vi.unstubAllEnvs())
  const made = await cliJson<{ report: string; sheets: string; bundle: string; covers: string[]; rows: CarriedCounts }>(
    folder,
    ...['demo', '--out', '出件'],
  )
  const bundleName = '云山县总工会_2026-08-21至2026-11-20_上报包_0001'
  expect((await readdir(join(folder, '出件'))).sort()).toEqual([
    'report.docx',
    'sheets.xlsx',
    `${bundleName}.ghb`,
    `${bundleName}_封面.docx`,
    `${bundleName}_封面.xlsx`,
  ])
  expect(made.rows).toMatchObject({
    study: { present: 46 },
    lecture: { present: 59 },
    grassrootsUnion: { present: 60 },
  })
  for (const file of [made.report, made.sheets, ...made.covers])
    expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK')
  const envelope = readEnvelope(await readFile(made.bundle)).envelope
  expect(envelope).toMatchObject({ sender: { name: '云山县总工会' }, recipient: { name: '固川市总工会' }, seq: 1 })
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
    '上报封面',
    '上报封面',
  ])
  // Report and sheets are written anew, a bundle takes the next name: an earlier one may be the only copy there is.
  expect(await readdir(folder)).toHaveLength(2 + 3 + 3)
})
