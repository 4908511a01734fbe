import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kindBehind, recordsBehind } from '../../../src-main/statistics/figure-records.ts'
import { computeFigures, ratio } from '../../../src-main/statistics/figures.ts'
import type { PeriodFigureKey } from '../../../src-shared/statistics.ts'
import type { Stay } from '../../../src-shared/stays.ts'
import { openTestApp } from '../../open-test-app.ts'
import { enterRecords, randomLedger, randomPeriod } from '../../random-records.ts'

type Rows = readonly Readonly<Record<string, unknown>>[]

const sum = (rows: Rows, field: string) => rows.reduce((total, row) => total + Number(row[field]), 0)
const stated = (rows: Rows, field: string) => (rows.length === 0 ? null : Math.round(sum(rows, field) * 100) / 100)
const listed = (rows: Rows, field: string) => rows.reduce((total, row) => total + (row[field] as unknown[]).length, 0)
const settled = (rows: Rows) =>
  (rows as unknown as Stay[]).flatMap(({ problems }) => problems).filter(({ state }) => /已办结|跟踪回访/.test(state))
    .length

/** How each figure comes out of its records and of nothing else. */
const counted: Readonly<Partial<Record<PeriodFigureKey, (rows: Rows) => number | null>>> = {
  'study.ratedDue': (rows) => sum(rows, 'dueCount'),
  'study.ratedAttended': (rows) => sum(rows, 'attendedCount'),
  'study.attended': (rows) => stated(rows, 'attendedCount'),
  'study.attendanceRate': (rows) => ratio(sum(rows, 'attendedCount'), sum(rows, 'dueCount')),
  'lecture.audienceOnSite': (rows) => stated(rows, 'audienceOnSite'),
  'lecture.audienceOnline': (rows) => stated(rows, 'audienceOnline'),
  'lecture.clicks': (rows) => stated(rows, 'clicks'),
  'lecture.questionsAnswered': (rows) => stated(rows, 'questionsAnswered'),
  'stay.cadres': (rows) => listed(rows, 'cadres'),
  'stay.problems': (rows) => listed(rows, 'problems'),
  'stay.problemsSolved': settled,
  'stay.deeds': (rows) => listed(rows, 'deeds'),
  'activity.participants': (rows) => stated(rows, 'participants'),
  ...Object.fromEntries(
    [
      'daysOnSite',
      'visits',
      'talks',
      'meetings',
      'suggestions',
      'unionsFounded',
      'membersJoined',
      'consolationPeople',
      'consolationYuan',
    ].map((field) => [`stay.${field}`, (rows: Rows) => stated(rows, field)]),
  ),
}

test('every figure comes out again from the records behind it alone', async () => {
  await fc.assert(
    fc.asyncProperty(randomLedger, async (ledger) => {
      const { api, context, close } = await openTestApp()
      await enterRecords(api, ledger)
      const figures = await computeFigures(context.db, randomPeriod)
      const registers = {
        study: api.studies,
        lecture: api.lectures,
        stay: api.stays,
        activity: api.activities,
        grassrootsUnion: api.unions,
      }
      const baseUnions = (await recordsBehind(context.db, 'lecture.baseUnions', randomPeriod)).length
      for (const group of ['study', 'lecture', 'stay', 'activity'] as const)
        for (const [name, value] of Object.entries(figures[group])) {
          const figure = `${group}.${name}` as PeriodFigureKey
          const ids = await recordsBehind(context.db, figure, randomPeriod)
          expect([figure, new Set(ids).size]).toEqual([figure, ids.length])
          const rows: Record<string, unknown>[] = []
          for (const id of ids) rows.push({ ...(await registers[kindBehind(figure)].get({ id })) })
          const again = counted[figure]?.(rows) ?? (counted[figure] ? null : rows.length)
          expect([figure, figure === 'lecture.coverageRate' ? ratio(rows.length, baseUnions) : again]).toEqual([
            figure,
            value,
          ])
        }
      await close()
    }),
    { numRuns: 25 },
  )
})
