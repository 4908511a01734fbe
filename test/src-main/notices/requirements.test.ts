import { expect, test } from 'vitest'
import { openTestApp } from '../../open-test-app.ts'
import { study } from '../../sample-records.ts'
import { noticeWith, requirement } from './sample-notice.ts'

/** What a form sends: the fields without the stamp and the place. */
function fieldsOf<Row extends { id: string; version: number }>(row: Row) {
  const { id, version, createdAt, updatedAt, noticeId, position, ...fields } = row as Row & Record<string, unknown>
  return fields as unknown as Parameters<
    Awaited<ReturnType<typeof openTestApp>>['api']['requirements']['update']
  >[0]['fields']
}

test('requirements are confirmed and set aside several at once, or none when one is not there', async () => {
  const { api } = await openTestApp()
  const { id, ids } = await noticeWith(api, [requirement({ state: '待确认' }), requirement({ state: '待确认' })])
  await expect(api.requirements.confirm({ ids: [...ids, 'nobody'] })).rejects.toThrow('没有找到')
  const states = async () => (await api.notices.get({ id })).requirements.map(({ state }) => state)
  expect(await states()).toEqual(['待确认', '待确认'])
  await api.requirements.confirm({ ids })
  expect(await states()).toEqual(['已确认', '已确认'])
  await api.requirements.setAside({ ids: ids.slice(0, 1) })
  expect(await states()).toEqual(['不适用', '已确认'])
  expect((await api.notices.progress({ id })).requirements.map((one) => one.requirementId)).toEqual(ids.slice(1))
})

test('a requirement that is split becomes several at its place, whose quotations together are the old one', async () => {
  const { api } = await openTestApp()
  const quote = '中心组安排专题学习不少于2次，交流研讨不少于1次。'
  const { id, ids } = await noticeWith(api, [requirement({ quote }), requirement({ title: '后一条' })])
  const [old = ''] = ids
  const parts = [
    requirement({ title: '专题学习', quote: '中心组安排专题学习不少于2次' }),
    requirement({ title: '专题交流', quote: '，交流研讨不少于1次。' }),
  ]
  await expect(
    api.requirements.split({ id: old, version: 1, parts: [requirement(), ...parts.slice(1)] }),
  ).rejects.toThrow('正好是拆分前的原文')
  const split = await api.requirements.split({ id: old, version: 1, parts })
  const { requirements } = await api.notices.get({ id })
  expect(requirements.map(({ title }) => title)).toEqual(['专题学习', '专题交流', '后一条'])
  expect(split.ids).toEqual(requirements.slice(0, 2).map((one) => one.id))
  expect(split.ids[0]).toBe(old)
  await expect(api.requirements.split({ id: old, version: 1, parts })).rejects.toThrow('别的窗口改过')
})

test('several merged into one keep every quotation, every word and every answer', async () => {
  const { api } = await openTestApp()
  const { id, ids } = await noticeWith(api, [
    requirement({ quote: '开展主题党日。', actors: ['党支部'] }),
    requirement({ title: '诵读', quote: '组织职工诵读。', forms: ['读书诵读'], audiences: ['青年职工'] }),
  ])
  const [one = '', other = ''] = ids
  const records = (await api.studies.add([study({ type: '读书诵读' }), study({ type: '主题党日' })])).ids
  const [read = '', day = ''] = records
  await api.answers.set({ requirementId: other, recordKind: 'study', recordId: read, state: '采用' })
  await api.answers.set({ requirementId: other, recordKind: 'study', recordId: day, state: '不采用' })
  await api.answers.set({ requirementId: one, recordKind: 'study', recordId: day, state: '采用' })
  const merged = await api.requirements.merge({ ids: [other, one] })
  expect(merged).toMatchObject({
    id: one,
    quote: '开展主题党日。\n组织职工诵读。',
    forms: ['主题党日', '读书诵读'],
    actors: ['党支部'],
    audiences: ['青年职工'],
    state: '已确认',
  })
  expect((await api.notices.get({ id })).requirements).toEqual([merged])
  const [progress] = (await api.notices.progress({ id })).requirements
  expect([progress?.confirmed, progress?.recordIds.toSorted()]).toEqual([2, records.toSorted()])
})

test('what differs in number, time or report is not merged until somebody says which holds, with all words', async () => {
  const { api } = await openTestApp()
  const asked = (count: number, quote: string) =>
    requirement({ quote, minimum: { count, unit: '次', scope: '本单位' } })
  const { ids } = await noticeWith(api, [asked(1, '至少1次'), asked(2, '至少2次')])
  await expect(api.requirements.merge({ ids })).rejects.toThrow('这几条要求的数量不一样')
  await expect(api.requirements.merge({ ids, fields: asked(3, '至少1次') })).rejects.toThrow('没有“至少2次”')
  const merged = await api.requirements.merge({ ids, fields: asked(3, '至少1次，至少2次') })
  expect(merged.minimum?.count).toBe(3)
})

test('requirements of two notices are not merged, and one with itself neither', async () => {
  const { api } = await openTestApp()
  const { ids } = await noticeWith(api, [requirement()])
  const [known] = await api.notices.catalogue({})
  const { requirements } = await api.notices.adopt({ number: known?.number ?? '' })
  await expect(api.requirements.merge({ ids: [ids[0] ?? '', requirements[0]?.id ?? ''] })).rejects.toThrow(
    '不在同一件通知',
  )
  await expect(api.requirements.merge({ ids: [ids[0] ?? '', ids[0] ?? ''] })).rejects.toThrow('两条不同的要求')
})

test('a requirement is changed on the version that was read, removed and brought back', async () => {
  const { api } = await openTestApp()
  const { id, ids } = await noticeWith(api, [requirement()])
  const [row] = (await api.notices.get({ id })).requirements
  if (!row) throw new Error('no requirement')
  const minimum = { count: 4, unit: '次', scope: '每个季度' } as const
  const changed = await api.requirements.update({ id: row.id, version: 1, fields: { ...fieldsOf(row), minimum } })
  expect([changed.version, changed.minimum]).toEqual([2, minimum])
  await expect(api.requirements.update({ id: row.id, version: 1, fields: fieldsOf(row) })).rejects.toThrow('别的窗口')
  await api.requirements.remove({ id: ids[0] ?? '' })
  expect((await api.notices.get({ id })).requirements).toEqual([])
  await api.requirements.restore({ id: ids[0] ?? '' })
  expect((await api.notices.get({ id })).requirements).toHaveLength(1)
  await expect(api.requirements.add({ noticeId: 'nobody', fields: [requirement()] })).rejects.toThrow('没有找到')
})
