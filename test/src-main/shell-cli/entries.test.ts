/** The small registers (名册) from the command line. */
import { expect, test } from 'vitest'
import type { MergePreview, RegisterUses } from '../../../src-shared/register-uses.ts'
import type { DutyState } from '../../../src-shared/study-duties.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { cli, cliJson, jsonFile } from './run-in-process.ts'

const period = ['--from', '2026-08-21', '--to', '2026-11-20']

test('every register is listed, changed, emptied and filled by the same words', async () => {
  const folder = await makeTestFolder()
  const file = await jsonFile(folder, 'venue.json', { name: '古田园职工书屋', kind: '职工书屋' })
  const [id = ''] = (await cliJson<{ ids: string[] }>(folder, 'venues', 'add', '--json-file', file)).ids
  const edit = await jsonFile(folder, 'edit.json', { capacity: 30 })
  expect(await cliJson(folder, 'venues', 'update', id, '--json-file', edit)).toMatchObject({ capacity: 30, version: 2 })
  expect(await cliJson(folder, 'venues', 'list', '--text', 'gtyzg')).toMatchObject([{ id }])
  await cliJson(folder, 'venues', 'remove', id)
  expect((await cli(folder, 'venues', 'get', id)).code).toBe(1)
  await cliJson(folder, 'venues', 'restore', id)
  expect(await cliJson(folder, 'venues', 'get', id)).toMatchObject({ name: '古田园职工书屋', version: 4 })
  for (const word of ['cadres', 'lecturers', 'teams', 'groups', 'materials'])
    expect(await cliJson(folder, word, 'list')).toEqual([])
})

test('names of the sample county are found, merged after a look, collected, and its duties counted', async () => {
  const folder = await makeTestFolder()
  await cliJson(folder, 'sample', 'load')
  const [keep] = await cliJson<{ id: string }[]>(folder, 'groups', 'list', '--text', 'xzghjgdzb')
  const file = await jsonFile(folder, 'group.json', { name: '机关党支部', kind: '党支部' })
  const [drop = ''] = (await cliJson<{ ids: string[] }>(folder, 'groups', 'add', '--json-file', file)).ids
  const uses = await cliJson<RegisterUses>(folder, 'registers', 'uses', 'groups', drop)
  expect(uses).toMatchObject({ name: '机关党支部', total: 8 })

  const merge = ['registers', 'merge', 'groups', keep?.id ?? '', drop]
  expect(await cliJson<MergePreview>(folder, ...merge, '--preview')).toMatchObject({ records: 8, filled: [] })
  expect(await cliJson(folder, ...merge)).toEqual({ id: keep?.id, records: 8 })
  const duties = await cliJson<DutyState[]>(folder, 'stats', 'duties', ...period)
  expect(duties.filter(({ missing }) => missing > 0).map(({ group, due, held }) => [group, due, held])).toEqual([
    ['白石镇机关党支部', 3, 0],
    ['柳林镇机关党支部', 3, 0],
  ])

  const collected = await cliJson<{ name: string }[]>(folder, 'registers', 'collect', 'cadres')
  expect(collected.map(({ name }) => name)).toContain('周海燕')
  const added = await cliJson<{ ids: string[] }>(folder, 'registers', 'collect', 'cadres', '--apply')
  expect(added.ids).toHaveLength(collected.length)
  expect(await cliJson(folder, 'registers', 'collect', 'cadres')).toEqual([])
  const wrong = await cli(folder, 'registers', 'collect', 'people')
  expect([wrong.code, wrong.error]).toEqual([2, expect.stringContaining('不认识“people”')])
})
