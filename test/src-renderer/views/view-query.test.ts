import { expect, test } from 'vitest'
import { addressOfView, filtersIn, viewInWords, withMovingPeriod } from '../../../src-renderer/views/view-query.ts'

const november = new URLSearchParams('type=主题党日&from=2026-11-01&to=2026-11-30&page=2&record=new')

test('a view of this month is next month the view of that month', () => {
  const kept = withMovingPeriod(november, '2026-11-21').toString()
  expect([...addressOfView(kept, '2026-12-05')]).toEqual([
    ['from', '2026-12-01'],
    ['to', '2026-12-31'],
    ['type', '主题党日'],
  ])
  expect(viewInWords(kept)).toBe('时间：本月；学习类型：主题党日')
})

test('days that are no named period stay the days they are', () => {
  const words = new URLSearchParams('from=2026-11-03&to=2026-11-30')
  const kept = withMovingPeriod(words, '2026-11-21').toString()
  expect(addressOfView(kept, '2027-01-01').toString()).toBe('from=2026-11-03&to=2026-11-30')
})

test('a period that this version does not know is left out instead of standing in the address', () => {
  expect(addressOfView('period=本旬&type=主题党日', '2026-11-21').get('period')).toBeNull()
})

test('words of an address that are no condition of a list are not handed to the core', () => {
  expect(filtersIn(new URLSearchParams('type=主题党日&sheet=study&size=50&strange=1&year=2026'))).toEqual({
    type: '主题党日',
    year: 2026,
  })
})
