/** Which requirements press most, and how a group of them stands. */
import { expect, test } from 'vitest'
import type { RequirementProgress } from '../../src-shared/progress.ts'
import { mostUrgent, worstState } from '../../src-shared/urgency.ts'

const one = (title: string, state: RequirementProgress['state'], due: string | null): RequirementProgress => ({
  requirementId: title,
  kind: '学习',
  title,
  state,
  isCountable: true,
  done: 0,
  confirmed: 0,
  proposed: 0,
  doubtful: 0,
  minimum: null,
  scope: null,
  gap: null,
  unit: null,
  groups: [],
  figures: {
    records: 0,
    attended: null,
    audienceOnSite: null,
    audienceOnline: null,
    clicks: null,
    coveredUnions: 0,
    daysOnSite: null,
  },
  recordIds: [],
  lastRecord: null,
  due,
  evidence: '',
  nextStep: '',
  remarks: [],
})

test('overdue requirements come first, then those due soonest, then those without a day; what is met is left out', () => {
  const all = [
    one('no day, begun', '进行中', null),
    one('met', '已达标', '2026-11-01'),
    one('due in January', '未开始', '2027-01-31'),
    one('overdue since October', '已超期', '2026-10-31'),
    one('no day, not begun', '未开始', null),
    one('due in December', '进行中', '2026-12-31'),
    one('overdue since June', '已超期', '2026-06-30'),
  ]
  expect(mostUrgent(all).map(({ title }) => title)).toEqual([
    'overdue since June',
    'overdue since October',
    'due in December',
    'due in January',
    'no day, not begun',
    'no day, begun',
  ])
  expect(mostUrgent(all, 2)).toHaveLength(2)
})

test('a group stands as its most pressing requirement does', () => {
  expect(worstState(['已达标', '进行中', '已超期'])).toBe('已超期')
  expect(worstState(['已达标', '无法量化'])).toBe('无法量化')
  expect(worstState(['已达标'])).toBe('已达标')
  expect(worstState([])).toBeNull()
})
