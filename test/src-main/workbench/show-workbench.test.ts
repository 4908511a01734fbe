import { expect, test } from 'vitest'
import { insertRows } from '../../../src-main/database/changes.ts'
import { openTestApp } from '../../open-test-app.ts'
import { lecture, office, stay, study, union } from '../../sample-records.ts'

// Today is 2026-11-21: the newest month over is October, the newest quarter the third.

const codes = (gaps: readonly { readonly code: string }[]) => gaps.map((gap) => gap.code)

test('an empty ledger asks for the office, then for unions, then for the first record', async () => {
  const { api } = await openTestApp()
  const workbench = await api.workbench.show()
  expect(codes(workbench.gaps)).toEqual(['office-missing', 'unions-missing', 'no-records'])
  expect(workbench.nextStep).toEqual({
    code: 'office-missing',
    count: 1,
    where: 'office',
    sentence: '还没有填写本单位信息，报告、统计表和上报包都要用到。',
  })
  expect(workbench).toMatchObject({
    today: '2026-11-21',
    month: { from: '2026-11-01', to: '2026-11-30' },
    totals: { study: 0, lecture: 0, stay: 0, union: 0 },
    recent: [],
  })
})

test('what is missing is told with its number, in the order in which it is mended', async () => {
  const { api } = await openTestApp()
  await api.office.set(office)
  const { ids } = await api.unions.add([union(), union({ name: '南河乡总工会' }), union({ name: '北川镇总工会' })])
  await api.studies.add([
    study({ dueCount: null }),
    study({ attendedCount: null, date: '2026-10-09' }),
    study(),
    study({ dueCount: null, date: '2025-12-31' }),
  ])
  await api.lectures.add([lecture({ audienceOnSite: null, unionIds: [ids[0] ?? ''] }), lecture()])
  await api.stays.add([
    stay({
      problems: [
        { text: '欠缴会费', due: '2026-11-20', state: '办理中' },
        { text: '无活动场地', due: '2026-11-21', state: '待办' },
        { text: '用工不规范', due: '2026-10-01', state: '已办结' },
        { text: '无期限', due: null, state: '待办' },
      ],
    }),
  ])
  const { gaps } = await api.workbench.show()
  expect(gaps.map(({ sentence, count, where }) => [sentence, count, where])).toEqual([
    ['今年有2场学习没有填全应到、实到人数，这些场次的到课率算不出来。', 2, 'studies'],
    ['今年有1场宣讲没有填写现场人次、线上人次或点击次数，统计时算不进去。', 1, 'lectures'],
    ['本季度2场宣讲都没有记下职工反响，报告里“职工群众反响”没有材料可写。', 2, 'lectures'],
    ['蹲点中有1个问题过了办理时限还没有办结，请催办或更新办理状态。', 1, 'stays'],
    ['今年还有2个基层工会没有宣讲到（名册共3个）。', 2, 'unions'],
    ['2026年10月有1条记录，还没有起草情况报告。', 1, 'documents'],
  ])
})

test('one written reaction, audiences, covered unions and a settled problem close their gaps', async () => {
  const { api } = await openTestApp()
  await api.office.set(office)
  const { ids } = await api.unions.add([union()])
  await api.lectures.add([
    lecture({ reactions: '职工说“听得懂、记得住”', unionIds: ids }),
    lecture({ audienceOnSite: null, clicks: 0 }),
  ])
  const workbench = await api.workbench.show()
  expect(workbench.gaps).toEqual([])
  expect(workbench.nextStep).toBeNull()
})

test('right after a quarter it is the quarter that wants a report', async () => {
  const { api } = await openTestApp({ clock: () => new Date('2026-10-08T09:00:00+08:00') })
  await api.office.set(office)
  await api.unions.add([union()])
  await api.studies.add([study({ date: '2026-07-02' })])
  expect((await api.workbench.show()).gaps.at(-1)?.sentence).toBe('2026年第三季度有1条记录，还没有起草情况报告。')
})

test('a drafted report that holds the newest month or the newest quarter closes the gap', async () => {
  for (const period of [
    { from: '2026-10-01', to: '2026-10-31' },
    { from: '2026-07-01', to: '2026-09-30' },
    { from: '2026-08-21', to: '2026-11-20' },
  ]) {
    const { api, context } = await openTestApp()
    await api.office.set(office)
    await api.studies.add([study({ date: '2026-10-09' })])
    expect(codes((await api.workbench.show()).gaps)).toContain('report-missing')
    const row = { title: '情况报告', number: '', periodFrom: period.from, periodTo: period.to, content: '{}' }
    await context.db.transaction().execute((trx) => insertRows(trx, context, 'document', [row]))
    expect(codes((await api.workbench.show()).gaps)).not.toContain('report-missing')
  }
})

test('the eight newest records of all kinds are shown, a stay by its last day, removed ones not', async () => {
  const { api } = await openTestApp()
  await api.studies.add(
    Array.from({ length: 9 }, (_, index) => study({ date: `2026-10-0${index + 1}`, topic: `学${index + 1}` })),
  )
  await api.lectures.add([lecture({ date: '2026-10-08', topic: '讲一' })])
  const { ids } = await api.stays.add([stay(), stay({ unitName: '删去的' })])
  await api.stays.remove({ id: ids[1] ?? '' })
  const { recent } = await api.workbench.show()
  expect(recent.map(({ kind, date, title }) => `${kind} ${date} ${title}`)).toEqual([
    'stay 2026-11-13 云山工业园区',
    'study 2026-10-09 学9',
    'study 2026-10-08 学8',
    'lecture 2026-10-08 讲一',
    'study 2026-10-07 学7',
    'study 2026-10-06 学6',
    'study 2026-10-05 学5',
    'study 2026-10-04 学4',
  ])
})

test('the figures are those of this month', async () => {
  const { api } = await openTestApp()
  await api.studies.add([study(), study({ date: '2026-10-31' })])
  expect((await api.workbench.show()).figures.study.sessions).toBe(1)
})
