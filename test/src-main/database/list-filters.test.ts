import { safe } from '@orpc/server'
import { expect, test } from 'vitest'
import type { Page } from '../../../src-shared/calls.ts'
import { type ListFilter, type ListName, listFilters } from '../../../src-shared/list-filters.ts'
import { openTestApp } from '../../open-test-app.ts'
import { lecture, stay } from '../../sample-records.ts'

type Api = Awaited<ReturnType<typeof openTestApp>>['api']
type List = (query: Readonly<Record<string, string>>) => Promise<Page<unknown>>

function listOf(api: Api, list: ListName): List | undefined {
  const lists: Partial<Record<ListName, unknown>> = {
    study: api.studies.list,
    lecture: api.lectures.list,
    stay: api.stays.list,
    activity: api.activities.list,
    grassrootsUnion: api.unions.list,
  }
  return lists[list] as List | undefined
}

test('every value that a filter offers leaves exactly as many rows as it says', async () => {
  const { api, context } = await openTestApp()
  await api.sample.load({})
  // A word of the level above on the first record of each register.
  for (const tableName of ['study', 'lecture', 'stay', 'activity'] as const) {
    const { id, version } = await context.db
      .selectFrom(tableName)
      .select(['id', 'version'])
      .limit(1)
      .executeTakeFirstOrThrow()
    const said = { rule: '', field: '', words: '请核对', receiptId: 'r', at: context.now() }
    await context.db
      .insertInto('acknowledgement')
      .values({ officeId: 'city', tableName, rowId: id, version, result: '退回', ...said })
      .execute()
  }
  for (const list of ['study', 'lecture', 'stay', 'activity', 'grassrootsUnion'] as const)
    for (const filter of listFilters[list]) {
      const choices = await api.lists.choices({ list, filter })
      expect(choices.length, `${list} ${filter}`).toBeGreaterThan(0)
      for (const { value, count } of choices)
        expect((await listOf(api, list)?.({ [filter]: value }))?.total, `${list} ${filter} ${value}`).toBe(count)
    }
})

test('filters narrow each other, and a lecture of several modes is found by each of them', async () => {
  const { api } = await openTestApp()
  await api.lectures.add([
    lecture({ modes: ['劳模宣讲', '网上宣讲'], venueType: '车间' }),
    lecture({ modes: ['劳模宣讲'], venueType: '学校' }),
  ])
  const total = async (query: object) => (await api.lectures.list(query)).total
  expect(await total({ modes: '劳模宣讲' })).toBe(2)
  expect(await total({ modes: '网上宣讲' })).toBe(1)
  expect(await total({ modes: '网上宣讲', venueType: '学校' })).toBe(0)
  // A part of a word is a search, not a filter.
  expect(await total({ modes: '劳模' })).toBe(0)
})

test('a stay is found by the state of any of its problems, counted once', async () => {
  const { api } = await openTestApp()
  const problem = (state: '待办' | '办理中') => ({ text: '通风不足', state })
  await api.stays.add([
    stay({ problems: [problem('待办'), problem('待办'), problem('办理中')] }),
    stay({ problems: [] }),
  ])
  expect(await api.lists.choices({ list: 'stay', filter: 'state' })).toEqual([
    { value: '办理中', count: 1 },
    { value: '待办', count: 1 },
  ])
  expect((await api.stays.list({ state: '待办' })).total).toBe(1)
})

test('a removed row offers no value, and a list refuses a filter that it does not know', async () => {
  const { api } = await openTestApp()
  const { ids } = await api.lectures.add([lecture({ organiser: '县总工会' })])
  await api.lectures.remove({ id: ids[0] ?? '' })
  expect(await api.lists.choices({ list: 'lecture', filter: 'organiser' })).toEqual([])
  expect(await api.lists.choices({ list: 'lecture', filter: 'township' as ListFilter })).toEqual([])
  const strange = { township: '城关镇' } as object
  expect((await safe(api.lectures.list(strange)))[0]?.message).toContain('township')
})
