/** 学习任务完成情况: what came due in a period, what was held, what is missing. */
import { describe, expect, test } from 'vitest'
import { type DutyPeriod, spansBegun } from '../../../src-shared/study-duties.ts'
import { openTestApp } from '../../open-test-app.ts'

describe('what comes due in a period', () => {
  test.each<[DutyPeriod, string, string, number]>([
    ['月', '2026-08-21', '2026-11-20', 3],
    ['月', '2026-09-01', '2026-09-01', 1],
    ['月', '2026-09-02', '2026-09-30', 0],
    ['季度', '2026-08-21', '2026-11-20', 1],
    ['季度', '2026-11-01', '2026-11-30', 0],
    ['半年', '2026-01-01', '2026-12-31', 2],
    ['年', '2025-12-21', '2026-12-20', 1],
    ['年', '2026-01-02', '2026-12-31', 0],
  ])('%s from %s to %s: %s of which begin in it', (per, from, to, expected) => {
    expect(spansBegun(per, { from, to })).toBe(expected)
  })
})

test('sessions of the type count for the group that organised them or is their Party organisation; what has not begun is not due', async () => {
  const { api } = await openTestApp()
  const monthly = { type: '主题党日', times: 2, per: '月' } as const
  await api.studyGroups.add([
    { name: '机关党支部', kind: '党支部', duties: [monthly, { type: '支部学习', times: 1, per: '季度' }] },
    { name: '青年小组', kind: '青年理论学习小组' },
  ])
  const session = { type: '主题党日', topic: '重温誓词', organiser: '机关党支部' } as const
  const [first, second, third] = (
    await api.studies.add([
      { ...session, date: '2026-10-09' },
      { ...session, date: '2026-11-21', organiser: '县总工会', partyOrganisation: '机关党支部' },
      { ...session, date: '2026-10-02', type: '支部学习' },
      { ...session, date: '2026-10-03', organiser: '城关党支部' },
      { ...session, date: '2026-09-30' },
    ])
  ).ids
  const states = await api.registers.duties({ from: '2026-10-01', to: '2026-12-31' })
  const topic = '重温誓词'
  expect(states).toMatchObject([
    {
      group: '机关党支部',
      ...monthly,
      due: 4,
      held: 2,
      missing: 2,
      sessions: [
        { id: first, date: '2026-10-09', topic },
        { id: second, date: '2026-11-21', topic },
      ],
    },
    { type: '支部学习', due: 1, held: 1, missing: 0, sessions: [{ id: third, date: '2026-10-02', topic }] },
  ])
})
