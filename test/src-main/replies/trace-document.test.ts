import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openTestApp } from '../../open-test-app.ts'
import { enterRecords, randomLedger, randomPeriod } from '../../random-records.ts'
import { lecture, office, study, union } from '../../sample-records.ts'
import { noticeWith, requirement } from '../notices/sample-notice.ts'
import { figureRuns } from './open-replies.ts'

async function openLedger() {
  const { api } = await openTestApp()
  await api.office.set(office)
  const { ids: unionIds } = await api.unions.add([union(), union({ name: '甲厂工会' })])
  const { ids: lectureIds } = await api.lectures.add([
    lecture({ unionIds: unionIds.slice(0, 1), audienceOnSite: 45 }),
    lecture({ unionIds: [], audienceOnSite: null, topic: '座谈式宣讲', modes: ['基层工会宣讲'] }),
  ])
  await api.studies.add([study()])
  const notice = await noticeWith(api, [
    requirement({ kind: '宣讲', title: '劳模宣讲进车间', forms: ['劳模宣讲'], minimum: { count: 2, unit: '场' } }),
  ])
  const { documentId } = await api.notices.reply({ noticeId: notice.id, period: randomPeriod })
  return { api, unionIds, lectureIds, notice, documentId }
}

test('a figure is told with its definition, unit, value and the records it was counted from', async () => {
  const { api, unionIds, lectureIds, notice, documentId } = await openLedger()
  const traced = await api.documents.trace({ id: documentId })
  const of = (figure: string) => traced.find((one) => one.figure === figure)
  expect(of('lecture.sessions')).toMatchObject({
    value: 2,
    unit: '场',
    text: '2',
    isStale: false,
    recordIds: lectureIds,
  })
  expect(of('lecture.audienceOnSite')).toMatchObject({
    value: 45,
    recordIds: lectureIds.slice(0, 1),
    records: [{ kind: 'lecture', id: lectureIds[0], date: '2026-11-06', title: '党的二十大精神宣讲' }],
  })
  expect(of('lecture.coverageRate')).toMatchObject({
    text: '50.0%',
    value: 50,
    unit: '%',
    recordIds: unionIds.slice(0, 1),
  })
  expect(
    of('lecture.baseUnions')
      ?.records.map(({ kind, title }) => [kind, title])
      .sort(),
  ).toEqual([
    ['grassrootsUnion', '云山水泥有限公司工会'],
    ['grassrootsUnion', '甲厂工会'],
  ])
  expect(of(`requirement.${notice.ids[0]}`)).toMatchObject({
    value: 1,
    unit: '场',
    meaning: expect.stringContaining('劳模宣讲进车间'),
    recordIds: lectureIds.slice(0, 1),
  })
})

test('a figure that the records have left behind says so, with the value of now', async () => {
  const { api, lectureIds, documentId } = await openLedger()
  await api.lectures.remove({ id: lectureIds[1] ?? '' })
  const traced = await api.documents.trace({ id: documentId })
  expect(traced.find(({ figure }) => figure === 'lecture.sessions')).toMatchObject({
    text: '2',
    value: 1,
    isStale: true,
    recordIds: lectureIds.slice(0, 1),
  })
  expect(traced.find(({ figure }) => figure === 'study.sessions')?.isStale).toBe(false)
})

test('a confirmed record of any kind counts for its requirement and is traced with its kind', async () => {
  const { api, notice, lectureIds } = await openLedger()
  const [requirementId = ''] = notice.ids
  const recordId = lectureIds[1] ?? ''
  await api.answers.set({ requirementId, recordKind: 'lecture', recordId, state: '采用' })
  const { documentId } = await api.notices.reply({ noticeId: notice.id, period: randomPeriod })
  const traced = await api.documents.trace({ id: documentId })
  const figure = traced.find((one) => one.figure === `requirement.${requirementId}`)
  expect([figure?.value, figure?.recordIds.toSorted()]).toEqual([2, [...lectureIds].sort()])
})

test('over random records every number of a reply is traced once, holds, and names the records it lists', async () => {
  await fc.assert(
    fc.asyncProperty(randomLedger, async (ledger) => {
      const { api, close } = await openTestApp()
      await api.office.set(office)
      await enterRecords(api, ledger)
      const { id: noticeId } = await noticeWith(api, [
        requirement({ kind: '宣讲', title: '宣讲', forms: [] }),
        requirement({ kind: '学习', title: '学习', forms: [] }),
      ])
      const { documentId } = await api.notices.reply({ noticeId, period: randomPeriod })
      const { content } = await api.documents.get({ id: documentId })
      const traced = await api.documents.trace({ id: documentId })
      expect(traced.map(({ figure }) => figure)).toEqual([...new Set(figureRuns(content).map(({ figure }) => figure))])
      for (const { figure, value, isStale, records, recordIds } of traced) {
        expect([figure, isStale, records.map(({ id }) => id)]).toEqual([figure, false, recordIds])
        if (figure.startsWith('requirement.')) expect([figure, value]).toEqual([figure, recordIds.length])
      }
      await close()
    }),
    { numRuns: 15 },
  )
})
