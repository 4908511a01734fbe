import { expect, test } from 'vitest'
import type { SavedView } from '../../../src-shared/saved-views.ts'
import type { Found } from '../../../src-shared/search.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { study } from '../../sample-records.ts'
import { cli, cliJson, jsonFile } from './run-in-process.ts'

test('search prints what was found by kind with the words marked, and says so when there is nothing', async () => {
  const folder = await makeTestFolder()
  const studies = [study({ topic: '琥珀行动部署' }), study({ topic: '读书会', decisions: '会议决定开展琥珀行动' })]
  await cli(folder, 'records', 'add', 'study', '--json-file', await jsonFile(folder, 'studies.json', studies))
  const found = await cliJson<Found>(folder, 'search', '琥珀 行动')
  expect(found.groups.map(({ kind, total, hits }) => [kind, total, hits.length])).toEqual([['study', 2, 2]])
  const limited = await cli(folder, 'search', '琥珀', '--limit', '1')
  expect(limited.out).toContain('2条，列出最新的1条')
  expect((await cli(folder, 'search', '琥珀')).out).toContain('【琥珀】')
  expect((await cli(folder, 'search', '没有的词')).out).toContain('没有找到“没有的词”')
  expect((await cli(folder, 'search', '琥珀', '--limit', '0')).code).toBe(1)
  expect((await cli(folder, 'search')).code).toBe(2)
})

test('a view is saved, listed as its page, removed from the command line', async () => {
  const folder = await makeTestFolder()
  const view = await cliJson<SavedView>(
    folder,
    'views',
    'add',
    'studies',
    '本月党日',
    'type=主题党日&period=本月',
    '--default',
  )
  expect(view).toMatchObject({ page: 'studies', name: '本月党日', isDefault: true, version: 1 })
  expect((await cli(folder, 'views', 'list')).out).toContain('studies  本月党日（默认）  period=本月&type=主题党日')
  expect(await cliJson<SavedView[]>(folder, 'views', 'list', 'lectures')).toEqual([])
  await cliJson(folder, 'views', 'remove', view.id)
  expect(await cliJson<SavedView[]>(folder, 'views', 'list', 'studies')).toEqual([])
  expect((await cli(folder, 'views', 'add', 'studies', '名称', '主题党日')).code).toBe(2)
})
