import { safe } from '@orpc/server'
import { expect, test } from 'vitest'
import {
  deliveries,
  lectureModes,
  problemStates,
  strata,
  studyTypes,
  venueTypes,
} from '../../../src-shared/vocabulary.ts'
import { openTestApp } from '../../open-test-app.ts'
import { office, study, union } from '../../sample-records.ts'

async function loaded() {
  const app = await openTestApp()
  const counts = await app.api.sample.load({})
  const all = { limit: 1000 }
  return {
    ...app,
    counts,
    unions: (await app.api.unions.list(all)).rows,
    studies: (await app.api.studies.list(all)).rows,
    lectures: (await app.api.lectures.list(all)).rows,
    stays: (await app.api.stays.list(all)).rows,
    activities: (await app.api.activities.list(all)).rows,
  }
}

test('the sample county has 60 unions and three months of every kind of record', async () => {
  const { counts, unions, studies, lectures, stays, activities } = await loaded()
  expect(counts).toEqual({
    unions: 60,
    studies: 46,
    lectures: 59,
    stays: 10,
    activities: 11,
    period: { from: '2026-08-21', to: '2026-11-20' },
  })
  expect([unions.length, studies.length, lectures.length, stays.length, activities.length]).toEqual([
    60, 46, 59, 10, 11,
  ])
  expect(new Set(unions.map((row) => row.township)).size).toBe(8)
  for (const { date } of [...studies, ...lectures, ...activities])
    expect(date >= '2026-08-21' && date <= '2026-11-20').toBe(true)
})

test('every word of the vocabularies for types, modes, venues and states occurs', async () => {
  const { studies, lectures, stays } = await loaded()
  const words = (used: Iterable<string>) => [...new Set(used)].sort()
  expect(words(studies.map((row) => row.type))).toEqual([...studyTypes].sort())
  expect(words(lectures.flatMap((row) => row.modes))).toEqual([...lectureModes].sort())
  expect(words(lectures.map((row) => row.venueType))).toEqual([...venueTypes].sort())
  expect(words(lectures.map((row) => row.delivery))).toEqual([...deliveries].sort())
  expect(words(stays.flatMap((row) => row.problems.map((problem) => problem.state)))).toEqual([...problemStates].sort())
  const audiences = [...studies, ...lectures].flatMap((row) => row.strata.map((share) => share.stratum))
  expect(words(audiences)).toEqual([...strata].sort())
})

test('it has the gaps of real life: missing attendance, audience and reactions, uncovered unions, an overdue problem', async () => {
  const { unions, studies, lectures, stays } = await loaded()
  expect(studies.filter((row) => row.attendedCount === null).length).toBeGreaterThanOrEqual(3)
  expect(lectures.filter((row) => row.audienceOnSite === null && row.audienceOnline === null).length).toBeGreaterThan(1)
  expect(lectures.filter((row) => row.reactions === '').length).toBeGreaterThan(5)
  const covered = new Set(lectures.flatMap((row) => row.unionIds))
  const uncovered = new Set(unions.filter((row) => !covered.has(row.id)).map((row) => row.township))
  expect(covered.size).toBeGreaterThan(40)
  expect(covered.size).toBeLessThan(60)
  expect([...uncovered]).toContain('青岭乡')
  const open = stays.flatMap((row) => row.problems).filter((problem) => ['待办', '办理中'].includes(problem.state))
  expect(open.filter((problem) => problem.due !== null && problem.due < '2026-11-20').length).toBeGreaterThan(1)
  expect(stays.filter((row) => row.to > '2026-11-20')).toHaveLength(1)
})

test('nothing lies on a weekend or on a day of the national holiday', async () => {
  const { studies, lectures } = await loaded()
  const odd = [...studies, ...lectures].filter(
    ({ date }) => (date >= '2026-10-01' && date <= '2026-10-07') || [0, 6].includes(new Date(date).getUTCDay()),
  )
  // Both are days on which people work to make up for the holiday.
  expect(odd.map((row) => row.date).sort()).toEqual(['2026-09-20', '2026-10-10'])
})

test('a lecture given during a stay lies between its days', async () => {
  const { lectures, stays } = await loaded()
  for (const lecture of lectures.filter((row) => row.stayId !== null)) {
    const stay = stays.find((row) => row.id === lecture.stayId)
    expect(stay && lecture.date >= stay.from && lecture.date <= stay.to, `${lecture.date} ${lecture.topic}`).toBe(true)
  }
})

test('the same county comes out whenever and wherever it is loaded', async () => {
  const first = await loaded()
  const later = await openTestApp({ clock: () => new Date('2031-02-03T04:05:06Z') })
  await later.api.sample.load({ jobId: 'job' })
  for (const kind of ['unions', 'studies', 'lectures', 'stays'] as const)
    expect((await later.api[kind].list({ limit: 1000 })).rows).toEqual(first[kind])
})

test('particulars of the office that are already there stay', async () => {
  const { api } = await openTestApp()
  await api.office.set({ ...office, name: '河阳县总工会' })
  await api.sample.load({})
  expect((await api.office.show())?.name).toBe('河阳县总工会')
})

test('a ledger that holds anything refuses the sample and stays as it was, removed rows counted', async () => {
  const { api } = await openTestApp()
  const { ids } = await api.studies.add([study()])
  await api.studies.remove({ id: ids[0] ?? '' })
  expect((await safe(api.sample.load({})))[0]?.message).toContain('示例县只能装入空的台账')
  expect((await api.unions.list({})).total).toBe(0)
  const second = await openTestApp()
  await second.api.unions.add([union()])
  expect((await safe(second.api.sample.load({})))[0]?.message).toContain('示例县只能装入空的台账')
})

test('a cancelled loading leaves nothing', async () => {
  const { api, context } = await openTestApp()
  const loading = safe(api.sample.load({ jobId: 'job' }))
  context.jobs.cancel('job')
  expect((await loading)[0]?.message).toContain('已取消')
  expect((await api.unions.list({})).total).toBe(0)
  expect(await api.office.show()).toBeNull()
})

test('every entry of its registers is named by a record', async () => {
  const { api } = await loaded()
  const unused: string[] = []
  for (const { kind, calls } of registersOf(api)) {
    const { rows } = await calls.list({ limit: 1000 })
    expect(rows.length).toBeGreaterThan(1)
    for (const { id, name } of rows)
      if ((await api.registers.uses({ kind, id })).total === 0) unused.push(`${kind} ${name}`)
  }
  expect(unused).toEqual([])
})

function registersOf(api: Awaited<ReturnType<typeof loaded>>['api']) {
  return [
    { kind: 'cadre', calls: api.cadres },
    { kind: 'lecturer', calls: api.lecturers },
    { kind: 'lectureTeam', calls: api.lectureTeams },
    { kind: 'studyGroup', calls: api.studyGroups },
    { kind: 'venue', calls: api.venues },
    { kind: 'material', calls: api.materials },
  ] as const
}
