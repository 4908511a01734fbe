import { expect, test } from 'vitest'
import { openTestApp } from '../../open-test-app.ts'
import { activity, office, union } from '../../sample-records.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }

test('an activity counts once in the period of its date, by kind, and its own number is never added up', async () => {
  const { api } = await openTestApp()
  await api.activities.add([
    activity({ count: 12, unit: '期' }),
    activity({ count: 3, unit: '篇' }),
    activity({ kind: '文化', genre: '征文', participants: 40 }),
    activity({ kind: '典型', genre: '先进人物', date: '2026-12-01' }),
  ])
  const { figures } = await api.workbench.show()
  expect(figures.activity).toEqual({ publicity: 2, culture: 1, research: 0, models: 0, participants: 40 })
})

test('a bundle carries the activities of its period', async () => {
  const { api } = await openTestApp()
  await api.office.set(office)
  await api.activities.add([activity(), activity({ date: '2026-12-01' })])
  const { counts, delivery } = await api.bundles.export({ period: november })
  expect(counts.activity).toBe(1)
  if (delivery.state !== 'download') throw new Error('no file')
  const { manifest } = await api.bundles.inspect({ file: delivery.file as File })
  expect(manifest?.counts.activity).toBe(1)
})

test('a union that took part in an activity cannot be removed', async () => {
  const { api } = await openTestApp()
  const { ids } = await api.unions.add([union()])
  await api.activities.add([activity({ unionIds: ids })])
  await expect(api.unions.remove({ id: ids[0] ?? '' })).rejects.toThrow('有1条宣讲、蹲点或宣传文化记录用到这个单位')
})
