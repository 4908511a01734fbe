import { expect, test } from 'vitest'
import { openTestApp } from '../../open-test-app.ts'
import { openSuperior, report } from '../../report-upward.ts'
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

test('a bundle carries the activities and counts those of its period', async () => {
  const app = await openTestApp()
  await app.api.office.set(office)
  await app.api.activities.add([activity(), activity({ date: '2026-12-01' })])
  const { manifest } = await report(app, await openSuperior(app), november)
  expect(manifest.counts.activity).toEqual({ present: 2, removed: 0 })
  expect(manifest.figures.activity.publicity).toBe(1)
})

test('a union that took part in an activity cannot be removed', async () => {
  const { api } = await openTestApp()
  const { ids } = await api.unions.add([union()])
  await api.activities.add([activity({ unionIds: ids })])
  await expect(api.unions.remove({ id: ids[0] ?? '' })).rejects.toThrow('有1条宣讲、蹲点或宣传文化记录用到这个单位')
})
