import { expect, test } from 'vitest'
import type { RequirementInput } from '../../../src-shared/notices.ts'
import { openTestApp } from '../../open-test-app.ts'
import { lecture, office, study } from '../../sample-records.ts'
import { noticeText, noticeWith, requirement } from '../notices/sample-notice.ts'
import { explainAll, fillMarks, finalise } from '../replies/open-replies.ts'

// Today is 2026-11-21, the notice of 2026-10-08; 14 days ahead is 2026-12-05.

type App = Awaited<ReturnType<typeof openTestApp>>

const title = '固川市总工会关于开展“工会进万家”学习宣讲活动的通知'
const until = (to: string, fields: Partial<RequirementInput> = {}) =>
  requirement({ window: { from: '2026-10-08', to, words: '' }, minimum: { count: 1, unit: '次' }, ...fields })
const report = (due: string) =>
  requirement({ kind: '报告', title: '报送情况', forms: [], report: { to: ['固川市总工会'], slots: [], due } })

/** What the workbench says of notices: code, sentence without the title, number, whether it leads to the notice. */
async function remindersOf({ api }: App, id: string) {
  const { gaps } = await api.workbench.show()
  return gaps
    .filter(({ where }) => where === 'notices')
    .map(({ code, sentence, count, noticeId }) => [code, sentence.replace(`《${title}》`, ''), count, noticeId === id])
}

test('requirements past their last day, and those that end in the next 14 days, are told of unless they are met', async () => {
  const app = await openTestApp()
  const { id } = await noticeWith(app.api, [
    until('2026-11-20'),
    until('2026-11-21', { title: '今天到期' }),
    until('2026-12-05', { title: '第十四天到期' }),
    until('2026-12-06', { title: '第十五天到期' }),
    until('2026-11-01', { title: '不适用的', state: '不适用' }),
    until('2026-12-01', { title: '已有一场宣讲', kind: '宣讲', forms: [] }),
  ])
  await app.api.lectures.add([lecture({ date: '2026-11-02' })])
  expect(await remindersOf(app, id)).toEqual([
    ['requirements-overdue', '有1条要求过了期限还没有办结，请补做补记，或者在报告中说明原因。', 1, true],
    ['requirements-due', '有2条要求14天内到期（最早2026年11月21日），还没有办结。', 2, true],
  ])
  await app.api.studies.add([study({ type: '主题党日', date: '2026-11-20' })])
  expect(await remindersOf(app, id)).toEqual([])
})

test('requirements that nobody has confirmed are told of once for each notice', async () => {
  const app = await openTestApp()
  const { id } = await noticeWith(app.api, [
    requirement({ state: '待确认' }),
    requirement({ title: '另一条', state: '待确认' }),
    requirement({ title: '看过的' }),
  ])
  expect(await remindersOf(app, id)).toEqual([
    ['requirements-unconfirmed', '还有2条要求没有确认，请对照原文核对后确认。', 2, true],
  ])
})

test.each([
  ['2026-11-20', [['reply-overdue', '要求2026年11月20日前报告，已经超过，情况报告还没有定稿。', 1, true]]],
  ['2026-11-21', [['reply-due', '要求2026年11月21日前报告，情况报告还没有定稿。', 1, true]]],
  ['2026-12-05', [['reply-due', '要求2026年12月5日前报告，情况报告还没有定稿。', 1, true]]],
  ['2026-12-06', []],
  ['及时', [['reply-overdue', '要求及时报告，来文已超过30天，情况报告还没有定稿。', 1, true]]],
  ['', []],
])('a report that is wanted by %j is asked for when that is near or over', async (due, expected) => {
  const app = await openTestApp()
  const { id } = await noticeWith(app.api, [report(due)])
  expect(await remindersOf(app, id)).toEqual(expected)
})

test('及时 leaves thirty days', async () => {
  for (const [clock, count] of [
    ['2026-11-07T09:00:00+08:00', 0],
    ['2026-11-08T09:00:00+08:00', 1],
  ] as const) {
    const app = await openTestApp({ clock: () => new Date(clock) })
    const { id } = await noticeWith(app.api, [report('及时')])
    expect(await remindersOf(app, id)).toHaveLength(count)
  }
})

test('a finalised reply ends the reminders of its report and of what was due before it; a draft ends none', async () => {
  const app = await openTestApp()
  const { api } = app
  await api.office.set(office)
  const { id } = await noticeWith(api, [
    report('2026-11-10'),
    until('2026-11-20'),
    until('2026-12-01', { title: '后到期' }),
  ])
  const codes = async () => (await remindersOf(app, id)).map(([code]) => code)
  const period = { from: '2026-10-08', to: '2026-11-21' }
  const { documentId } = await api.notices.reply({ noticeId: id, period })
  expect(await codes()).toEqual(['reply-overdue', 'requirements-overdue', 'requirements-due'])
  await explainAll(api, id, period)
  await api.documents.refresh({ id: documentId })
  await finalise(api, await fillMarks(api, documentId))
  expect(await codes()).toEqual(['requirements-due'])
})

test('of many notices with the same want five are named and the others counted; removed ones are not', async () => {
  const { api } = await openTestApp()
  const ids = []
  for (const serial of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const text = noticeText.replace('31号', `${serial}号`).replaceAll('工会进万家', `工会进万家之${serial}`)
    ids.push((await api.notices.add({ text })).noticeId)
  }
  await api.notices.remove({ id: ids[0] ?? '' })
  const found = (await api.workbench.show()).gaps.filter(({ code }) => code === 'requirements-unconfirmed')
  expect(found.map(({ noticeId }) => noticeId !== undefined)).toEqual([true, true, true, true, true, false])
  expect(found.at(-1)).toEqual({
    code: 'requirements-unconfirmed',
    sentence: '另有2件通知有要求没有确认。',
    count: 2,
    where: 'notices',
  })
})
