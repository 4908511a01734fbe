/** The days of a notice and the weeks of a month. */
import { expect, test } from 'vitest'
import { daysOf, monthAfter, openOn, weeksOf } from '../../../src-renderer/notices/calendar/notice-days.ts'
import { fieldsIn, valuesOf } from '../../../src-renderer/notices/requirements/requirement-values.ts'
import { blankRequirement } from '../../../src-shared/blank-requirement.ts'
import type { Requirement, RequirementFields } from '../../../src-shared/notices.ts'

const one = (id: string, fields: Partial<RequirementFields>): Requirement => ({
  ...blankRequirement,
  ...fields,
  id,
  noticeId: 'notice',
  position: 0,
  version: 1,
  createdAt: '',
  updatedAt: '',
})

const requirements = [
  one('a', { window: { from: '2026-10-09', to: '2026-12-31', words: '' } }),
  one('b', { report: { to: [], slots: [], due: '2026-11-30' } }),
  one('c', { report: { to: [], slots: [], due: '及时' }, window: { from: null, to: null, words: '当前' } }),
  one('d', { state: '不适用', window: { from: '2026-01-01', to: '2026-12-01', words: '' } }),
]

test('beginnings, ends and days of report come in order; 及时 is no day, and what was set aside has none', () => {
  expect(daysOf(requirements).map(({ date, what, requirementId }) => `${date} ${what} ${requirementId}`)).toEqual([
    '2026-10-09 起 a',
    '2026-11-30 报 b',
    '2026-12-31 止 a',
  ])
  expect(['2026-10-08', '2026-10-09', '2026-12-31'].map((date) => openOn(requirements, date))).toEqual([0, 1, 1])
})

test('a month is shown in whole weeks from Monday, across the ends of years', () => {
  const weeks = weeksOf('2026-11')
  expect(weeks).toHaveLength(6)
  expect(weeks[0]?.[0]).toBe('2026-10-26')
  expect(weeks.at(-1)?.at(-1)).toBe('2026-12-06')
  expect(weeksOf('2027-02')).toHaveLength(4)
  expect(monthAfter('2026-12', 1)).toBe('2027-01')
  expect(monthAfter('2026-01', -1)).toBe('2025-12')
})

test('a form that nothing was changed in holds the requirement as it was', () => {
  for (const { id: _id, ...requirement } of requirements) expect(fieldsIn(valuesOf(requirement))).toEqual(requirement)
  const full = { ...blankRequirement, minimum: { count: 2, unit: '场', scope: '每个党支部' as const } }
  expect(fieldsIn(valuesOf(full))).toEqual(full)
})
