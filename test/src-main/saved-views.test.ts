import { safe } from '@orpc/server'
import { expect, test } from 'vitest'
import { openTestApp } from '../open-test-app.ts'

const party = { page: 'studies', name: '主题党日', query: 'type=主题党日&page=3&record=new&text=' }

async function names(api: Awaited<ReturnType<typeof openTestApp>>['api'], page = 'studies') {
  return (await api.views.list({ page })).map(({ name, isDefault }) => (isDefault ? `*${name}` : name))
}

test('a view keeps the filter of its page and neither the page turned to nor the form that was open', async () => {
  const { api } = await openTestApp()
  const view = await api.views.add(party)
  expect([...new URLSearchParams(view.query)]).toEqual([['type', '主题党日']])
  await api.views.add({ ...party, page: 'lectures' })
  expect(await names(api)).toEqual(['主题党日'])
  expect((await api.views.list({})).map(({ page }) => page)).toEqual(['lectures', 'studies'])
})

test('the same filter in another order of words is the same text', async () => {
  const { api } = await openTestApp()
  const one = await api.views.add({ ...party, query: 'to=2026-11-30&from=2026-11-01' })
  const other = await api.views.add({ ...party, name: '十一月', query: 'from=2026-11-01&to=2026-11-30' })
  expect(one.query).toBe(other.query)
})

test('two views of a page cannot share a name, on two pages they can; a removed name is free again', async () => {
  const { api } = await openTestApp()
  const { id } = await api.views.add(party)
  expect((await safe(api.views.add(party)))[0]?.message).toContain('已有名为“主题党日”的常用查询')
  const second = await api.views.add({ ...party, name: '学习小组' })
  const renamed = { id: second.id, version: second.version, fields: { name: '主题党日', query: second.query } }
  expect((await safe(api.views.update(renamed)))[0]?.message).toContain('已有名为“主题党日”')
  await api.views.remove({ id })
  await api.views.update(renamed)
  expect((await safe(api.views.restore({ id })))[0]?.message).toContain('已有名为“主题党日”')
  expect(await names(api)).toEqual(['主题党日'])
})

test('a page has one view of its own: choosing another gives the first up', async () => {
  const { api } = await openTestApp()
  const first = await api.views.add({ ...party, isDefault: true })
  await api.views.add({ ...party, page: 'lectures', isDefault: true })
  const second = await api.views.add({ ...party, name: '乙', isDefault: true })
  expect(await names(api)).toEqual(['*乙', '主题党日'])
  await api.views.remove({ id: second.id })
  const [now] = await api.views.list({ page: 'studies' })
  await api.views.update({
    id: first.id,
    version: now?.version ?? 0,
    fields: { name: '甲', query: '', isDefault: true },
  })
  await api.views.restore({ id: second.id })
  expect(await names(api)).toEqual(['*甲', '乙'])
  expect(await names(api, 'lectures')).toEqual(['*主题党日'])
})

test('a view that was changed in another window is not overwritten', async () => {
  const { api } = await openTestApp()
  const { id, version } = await api.views.add(party)
  const fields = { name: '甲', query: 'type=主题党日' }
  await api.views.update({ id, version, fields })
  expect((await safe(api.views.update({ id, version, fields: { ...fields, name: '乙' } })))[0]?.message).toContain(
    '已在别的窗口改过',
  )
})
