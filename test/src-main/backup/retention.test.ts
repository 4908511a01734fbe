import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timesToKeep } from '../../../src-main/backup/retention.ts'

const hourly = (from: string, hours: number) =>
  Array.from({ length: hours }, (_, index) => new Date(Date.parse(from) + index * 3_600_000).toISOString())

test('of two years of backups every hour few stay: of days, weeks and months the newest', () => {
  const times = hourly('2025-01-01T00:00:00.000Z', 2 * 365 * 24)
  const keep = [...timesToKeep(times)].toSorted().reverse()
  expect(keep.length).toBeLessThan(25)
  expect(keep[0]).toBe(times.at(-1))
  expect(new Set(keep.map((time) => time.slice(0, 10))).size).toBeGreaterThanOrEqual(7)
  expect(new Set(keep.map((time) => time.slice(0, 7))).size).toBe(12)
})

test('whatever the times, the newest stays, and nothing that was not given is kept', () => {
  const time = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(fc.array(time, { minLength: 1, maxLength: 60 }), (dates) => {
      const times = dates.map((date) => date.toISOString())
      const keep = timesToKeep(times)
      expect(keep).toContain(times.toSorted().at(-1))
      for (const one of keep) expect(times).toContain(one)
    }),
  )
})

test('pruning again after each backup keeps what pruning once would keep of the last weeks', () => {
  let kept: string[] = []
  for (const time of hourly('2026-10-01T00:00:00.000Z', 24 * 40)) kept = [...timesToKeep([...kept, time])]
  const days = new Set(kept.map((time) => time.slice(0, 10)))
  expect(days.size).toBeGreaterThanOrEqual(7 + 2)
})
