import fc from 'fast-check'
import { createQueryId, type KyselyPlugin, SqliteQueryCompiler, sql } from 'kysely'
import { expect, test } from 'vitest'
import { computeFigures } from '../../../src-main/statistics/figures.ts'
import { openTestApp } from '../../open-test-app.ts'
import { enterRecords, randomLedger, randomPeriod } from '../../random-records.ts'
import { lecture, stay, study, union } from '../../sample-records.ts'
import { plainFigures } from './plain-figures.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }

test('without records nothing is counted and nothing is stated', async () => {
  const { context } = await openTestApp()
  expect(await computeFigures(context.db, november)).toEqual({
    study: {
      sessions: 0,
      attended: null,
      ratedDue: 0,
      ratedAttended: 0,
      attendanceRate: null,
      coreGroupSessions: 0,
      partyDaySessions: 0,
    },
    lecture: {
      sessions: 0,
      audienceOnSite: null,
      audienceOnline: null,
      clicks: null,
      questionsAnswered: null,
      coveredUnions: 0,
      baseUnions: 0,
      coverageRate: null,
    },
    stay: {
      stays: 0,
      continuing: 0,
      cadres: 0,
      daysOnSite: null,
      visits: null,
      talks: null,
      meetings: null,
      lectures: 0,
      suggestions: null,
      problems: 0,
      problemsSolved: 0,
      deeds: 0,
      unionsFounded: null,
      membersJoined: null,
      consolationPeople: null,
      consolationYuan: null,
    },
    activity: { publicity: 0, culture: 0, research: 0, models: 0, participants: null },
  })
})

test('a blank is not 0: only sessions that state both numbers enter the rate', async () => {
  const { api, context } = await openTestApp()
  await api.studies.add([
    study({ dueCount: 10, attendedCount: 8 }),
    study({ dueCount: 90, attendedCount: null }),
    study({ dueCount: null, attendedCount: 30 }),
  ])
  const { study: figures } = await computeFigures(context.db, november)
  expect(figures).toMatchObject({ sessions: 3, attended: 38, ratedDue: 10, ratedAttended: 8, attendanceRate: 0.8 })
})

test('the first and the last day belong to the period, their neighbours do not', async () => {
  const { api, context } = await openTestApp()
  const days = ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01']
  await api.studies.add(days.map((date) => study({ date })))
  await api.lectures.add(days.map((date) => lecture({ date })))
  await api.stays.add(days.map((to) => stay({ from: '2026-10-20', to })))
  const figures = await computeFigures(context.db, november)
  expect([figures.study.sessions, figures.lecture.sessions, figures.stay.stays]).toEqual([2, 2, 2])
})

test('a stay counts where its last day lies, with all its lectures; one that goes on is only named', async () => {
  const { api, context } = await openTestApp()
  const { ids } = await api.stays.add([
    stay({ from: '2026-10-26', to: '2026-11-06', visits: 5 }),
    stay({ from: '2026-11-16', to: '2026-12-04', visits: 100 }),
    stay({ from: '2026-12-01', to: '2026-12-04', daysOnSite: 4 }),
  ])
  await api.lectures.add([
    lecture({ date: '2026-10-28', stayId: ids[0] ?? null }),
    lecture({ date: '2026-11-03', stayId: ids[0] ?? null }),
    lecture({ date: '2026-11-18', stayId: ids[1] ?? null }),
  ])
  const { stay: figures } = await computeFigures(context.db, november)
  expect(figures).toMatchObject({ stays: 1, continuing: 1, visits: 5, lectures: 2 })
})

test('a union reached several times is covered once, and one that left the register not at all', async () => {
  const { api, context } = await openTestApp()
  const { ids } = await api.unions.add(['甲厂工会', '乙厂工会', '丙厂工会', '丁厂工会'].map((name) => union({ name })))
  const [one = '', two = '', three = ''] = ids
  await api.lectures.add([lecture({ unionIds: [one, two] }), lecture({ unionIds: [one] })])
  const removed = await api.lectures.add([lecture({ unionIds: [three] })])
  await api.lectures.remove({ id: removed.ids[0] ?? '' })
  await api.unions.remove({ id: three })
  await api.lectures.restore({ id: removed.ids[0] ?? '' })
  const { lecture: figures } = await computeFigures(context.db, november)
  expect(figures).toMatchObject({ sessions: 3, coveredUnions: 2, baseUnions: 3, coverageRate: 2 / 3 })
})

test('amounts of money add up without a stray digit', async () => {
  const { api, context } = await openTestApp()
  await api.stays.add([stay({ consolationYuan: 4.35 }), stay({ consolationYuan: 0.1 })])
  expect((await computeFigures(context.db, november)).stay.consolationYuan).toBe(4.45)
})

test('on random records every figure is what plain SQL counts', async () => {
  await fc.assert(
    fc.asyncProperty(randomLedger, async (ledger) => {
      const app = await openTestApp()
      await enterRecords(app.api, ledger)
      expect(await computeFigures(app.context.db, randomPeriod)).toEqual(plainFigures(app.dataFolder, randomPeriod))
      await app.close()
    }),
    { numRuns: 40 },
  )
}, 120_000)

test('every table of records is read through an index, never from end to end', async () => {
  const { context } = await openTestApp()
  const asked: string[] = []
  const listen: KyselyPlugin = {
    transformQuery({ node }) {
      const compiled = new SqliteQueryCompiler().compileQuery(node, createQueryId())
      asked.push(compiled.sql.replaceAll('?', "'2026-11-01'"))
      return node
    },
    transformResult: async ({ result }) => result,
  }
  await computeFigures(context.db.withPlugin(listen), november)
  // The three statements, and the parts of them that are statements of their own.
  expect(asked.length).toBeGreaterThanOrEqual(3)
  for (const query of asked) {
    const plan = await sql.raw<{ detail: string }>(`explain query plan ${query}`).execute(context.db)
    const steps = plan.rows.map((row) => row.detail)
    expect(steps.filter((step) => /^SCAN (study|lecture|stay|other|lectureUnion)/.test(step))).toEqual([])
  }
})
