import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CrossTable } from '../../../src-shared/cross-tables.ts'
import type { Sheet } from '../../../src-shared/statistics.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { openWorkbook } from '../../read-workbook.ts'
import { cli, cliJson } from './run-in-process.ts'

const period = ['--from', '2026-08-21', '--to', '2026-11-20']
type Behind = { row: string | null; column: string | null; ids: string[] }

async function sampleFolder() {
  const folder = await makeTestFolder()
  await cliJson(folder, 'sample', 'load')
  return folder
}

test('stats shows the sheets of a subject, with the records behind every number when asked', async () => {
  const folder = await sampleFolder()
  const shown = await cliJson<Sheet[]>(folder, 'stats', 'coverage', ...period)
  expect(shown.map(({ title }) => title)).toEqual(['基层工会宣讲覆盖情况表'])
  const [study] = await cliJson<(Sheet & { blocks: { records: Behind[] }[] })[]>(
    folder,
    'stats',
    'study',
    ...period,
    '--records',
  )
  const sessions = study?.blocks[0]?.records.filter(({ column }) => column === '场次') ?? []
  expect(sessions.map(({ ids }) => ids.length)).toEqual([
    ...(study?.blocks[0]?.rows.map((row) => row[1]) ?? []),
    study?.blocks[0]?.total?.[1],
  ])
})

test('stats cross counts by what is asked, names what may be asked, and writes the table', async () => {
  const folder = await sampleFolder()
  const ask = ['--kind', 'lecture', '--rows', 'mode', '--columns', 'month', '--measure', 'sessions', ...period]
  const table = await cliJson<CrossTable & { records: Behind[] }>(folder, 'stats', 'cross', ...ask, '--records')
  expect(table.title).toBe('宣讲场次（按宣讲方式、月份）')
  expect(table.records.find(({ row, column }) => row === null && column === null)?.ids.length).toBe(table.figures.total)
  const wrong = await cli(folder, 'stats', 'cross', '--kind', 'stay', '--rows', 'mode', '--measure', 'days', ...period)
  expect([wrong.code, wrong.error]).toEqual([
    1,
    expect.stringContaining('行应为month（月份）、quarter（季度）、cadre（蹲点干部）'),
  ])
  const { file } = await cliJson<{ file: string }>(
    folder,
    'sheet',
    'cross',
    ...ask,
    '--compare',
    'last',
    '--out',
    join(folder, '交叉.xlsx'),
  )
  expect((await openWorkbook(await readFile(file))).worksheets.map(({ name }) => name)).toEqual(['交叉表'])
})

test('sheet summary writes cover, summary and every sheet into one workbook', async () => {
  const folder = await sampleFolder()
  const { file } = await cliJson<{ file: string }>(
    folder,
    'sheet',
    'summary',
    ...period,
    '--out',
    join(folder, '汇总.xlsx'),
  )
  const { worksheets } = await openWorkbook(await readFile(file))
  expect(worksheets.slice(0, 3).map(({ name }) => name)).toEqual(['封面', '工作情况汇总表', '学习活动统计表'])
  expect(worksheets).toHaveLength(12)
})
