/** Periods round a day (统计期). */
import { expect, test } from 'vitest'
import { halfOf, lastHalf } from '../../src-shared/periods.ts'

test('the half of a year in which a day lies begins in January or July', () => {
  expect(halfOf('2026-06-30')).toEqual({ from: '2026-01-01', to: '2026-06-30' })
  expect(halfOf('2026-07-01')).toEqual({ from: '2026-07-01', to: '2026-12-31' })
})

test('the newest half that is over may lie in the year before', () => {
  expect(lastHalf('2026-11-21')).toEqual({ from: '2026-01-01', to: '2026-06-30' })
  expect(lastHalf('2026-02-28')).toEqual({ from: '2025-07-01', to: '2025-12-31' })
})
