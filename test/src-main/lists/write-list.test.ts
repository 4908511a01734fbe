import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { makeTestFolder, openTestApp } from '../../open-test-app.ts'
import { openWorkbook, shownRow } from '../../read-workbook.ts'
import { office, study } from '../../sample-records.ts'
import { cli, cliJson, jsonFile } from '../shell-cli/run-in-process.ts'

test('the workbook of a list has title, office and filter above, its header on every page and a row for each record', async () => {
  const { api } = await openTestApp()
  await api.office.set(office)
  await api.studies.add([
    study({ topic: '=1+1', type: '主题党日', dueCount: 20, attendedCount: null }),
    study({ type: '支部学习' }),
  ])
  const delivery = await api.lists.write({ list: 'study', type: '主题党日' })
  if (delivery.state !== 'download') throw new Error('the command line has no save dialog')
  expect(delivery.file.name).toBe('学习台账20261121.xlsx')
  const workbook = await openWorkbook(new Uint8Array(await delivery.file.arrayBuffer()))
  const [sheet] = workbook.worksheets
  if (!sheet) throw new Error('the workbook has a sheet')
  expect(shownRow(sheet, 1)[0]).toBe('学习台账')
  expect(shownRow(sheet, 2).filter((text) => text !== '')).toEqual([
    `填报单位：${office.name}`,
    '学习类型：主题党日　共1条　2026年11月21日',
  ])
  const head = shownRow(sheet, 3)
  const cell = (title: string) => shownRow(sheet, 4)[head.indexOf(title)]
  // Text that looks like a formula stays text; what nobody counted stays empty.
  expect([cell('主题'), cell('应到'), cell('实到')]).toEqual(['=1+1', 20, ''])
  expect(sheet.rowCount).toBe(4)
  expect(sheet.pageSetup.printTitlesRow).toBe('1:3')
})

test('writing a list can be cancelled', async () => {
  const { api, context } = await openTestApp()
  await api.studies.add(Array.from({ length: 600 }, () => study()))
  const writing = api.lists.write({ list: 'study', jobId: 'job' })
  context.jobs.cancel('job')
  await expect(writing).rejects.toThrow('已取消')
})

test('the command line writes a filtered list and refuses a filter that it does not know', async () => {
  const folder = await makeTestFolder()
  const file = await jsonFile(folder, 'studies.json', [study({ type: '主题党日' }), study({ type: '支部学习' })])
  await cli(folder, 'records', 'add', 'study', '--json-file', file)
  const line = ['list', 'export', 'study', '--out', 'studies.xlsx']
  const written = await cliJson<{ file: string }>(folder, ...line, '--filter', 'type=支部学习')
  const workbook = await openWorkbook(await readFile(written.file))
  expect(workbook.worksheets[0]?.rowCount).toBe(4)
  const odd = await cli(folder, ...line, '--filter', 'colour=red')
  expect([odd.code, odd.error.split('\n')[0]]).toEqual([
    2,
    '筛选里的“colour”不认识，应为type、organiser、township等字段名。',
  ])
  expect((await cli(folder, 'list', 'export', 'nothing', '--out', 'x.xlsx')).code).toBe(2)
})
