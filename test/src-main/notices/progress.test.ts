import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openTestApp } from '../../open-test-app.ts'
import { activity, lecture, office, stay, study, union } from '../../sample-records.ts'
import { noticeWith, progressOfOne, requirement } from './sample-notice.ts'

const atLeast = (
  count: number,
  unit = '次',
  scope: '本单位' | '每个党支部' | '每个中心组' | '每个基层工会' | '每名干部' | '每个季度' | '每月' = '本单位',
) => ({ minimum: { count, unit, scope } }) as const
type App = Awaited<ReturnType<typeof openTestApp>>
type Api = App['api']
type Db = App['context']['db']

const until = (to: string) => ({ window: { from: null, to, words: '' } })

test('nothing done, something done, enough done', async () => {
  const { api } = await openTestApp()
  const progress = await progressOfOne(api, requirement(atLeast(2)))
  expect(await progress()).toMatchObject({
    state: '未开始',
    done: 0,
    gap: 2,
    nextStep: '还差2次，请安排并登记学习活动。',
  })
  const { ids } = await api.studies.add([study({ type: '主题党日', date: '2026-11-05' })])
  expect(await progress()).toMatchObject({
    state: '进行中',
    done: 1,
    gap: 1,
    recordIds: ids,
    lastRecord: { kind: 'study', id: ids[0], date: '2026-11-05' },
  })
  await api.studies.add([study({ type: '主题党日' })])
  expect(await progress()).toMatchObject({ state: '已达标', done: 2, gap: 0, nextStep: '已达到要求，继续做好记录。' })
})

test('its last day belongs to the time; after it, what is missing is overdue', async () => {
  const { api } = await openTestApp()
  const { id } = await noticeWith(
    api,
    ['2026-11-20', '2026-11-21'].map((day) => requirement({ ...atLeast(1), ...until(day) })),
  )
  const { requirements } = await api.notices.progress({ id })
  expect(requirements.map(({ state, due }) => [state, due])).toEqual([
    ['已超期', '2026-11-20'],
    ['未开始', '2026-11-21'],
  ])
  expect(requirements[0]?.nextStep).toBe('已过2026-11-20，还差1次，请补做补记，或者在报告中说明原因。')
})

test('without a number one record is a beginning, which the end of the time makes enough', async () => {
  const { api } = await openTestApp()
  const { id } = await noticeWith(api, [requirement(), requirement(until('2026-11-20'))])
  await api.studies.add([study({ type: '主题党日' })])
  const { requirements } = await api.notices.progress({ id })
  expect(requirements.map(({ state, minimum, gap, unit }) => [state, minimum, gap, unit])).toEqual([
    ['进行中', null, null, null],
    ['已达标', null, null, null],
  ])
})

test('what records cannot count says what would show it', async () => {
  const { api } = await openTestApp()
  const { id } = await noticeWith(api, [
    requirement({ kind: '组织', forms: [], produces: ['工作计划'] }),
    requirement({
      kind: '报告',
      forms: [],
      report: { to: ['市总工会'], slots: ['进度情况', '典型经验'], due: '及时' },
    }),
    requirement({ kind: '学习', forms: [], ...atLeast(30, '人') }),
    requirement({ kind: '评估', forms: [] }),
  ])
  await api.studies.add([study()])
  const { requirements } = await api.notices.progress({ id })
  expect(requirements.map(({ state, evidence }) => [state, evidence])).toEqual([
    ['无法量化', '已印发的工作计划'],
    ['无法量化', '已定稿报出的情况报告，写明进度情况、典型经验'],
    ['进行中', ''],
    ['无法量化', '督促检查的通报、评价结果或反馈意见'],
  ])
  expect(requirements[2]).toMatchObject({ done: 0, remarks: ['“人”无法从记录中数出来，请另备名单或材料。'] })
})

test('a report or plan that has gone out for the notice shows its requirement; one that is late is overdue', async () => {
  const { api, context } = await openTestApp()
  const report = { to: ['市总工会'], slots: [], due: '2026-11-20' }
  const { id } = await noticeWith(api, [
    requirement({ kind: '报告', forms: [], report }),
    requirement({ kind: '组织', forms: [], produces: ['工作计划', '宣讲方案'] }),
  ])
  const states = async () => (await api.notices.progress({ id })).requirements.map(({ state }) => state)
  expect(await states()).toEqual(['已超期', '无法量化'])
  expect((await api.notices.progress({ id })).requirements[0]?.nextStep).toBe(
    '已过2026-11-20，请尽快备好已定稿报出的情况报告。',
  )
  await api.office.set(office)
  await api.studies.add([study()])
  for (const role of ['情况报告', '工作计划', '宣讲方案']) await finaliseFor(api, context.db, { noticeId: id, role })
  expect(await states()).toEqual(['已达标', '已达标'])
})

/** A finalised document linked to the notice in this role. */
async function finaliseFor(api: Api, db: Db, { noticeId, role }: { noticeId: string; role: string }): Promise<void> {
  const { documentId } = await api.documents.draftReport({ from: '2026-11-01', to: '2026-11-30' })
  const { version, content } = await api.documents.get({ id: documentId })
  const blocks = content.blocks.filter((block) => !JSON.stringify(block).includes('【待填写'))
  const edited = await api.documents.update({ id: documentId, version, content: { ...content, blocks } })
  await api.documents.finalise({ id: documentId, version: edited.version, requestId: documentId })
  const at = '2026-11-21T06:30:00.000Z'
  await sql`insert into noticeDocument (id, version, replica, createdAt, updatedAt, noticeId, documentId, role, zeroReason)
    values (${`${documentId}-link`}, 1, 'r', ${at}, ${at}, ${noticeId}, ${documentId}, ${role}, '')`.execute(db)
}

test('confirmed, proposed and doubtful records are told apart; doubtful ones do not count', async () => {
  const { api } = await openTestApp()
  const { id, ids } = await noticeWith(api, [
    requirement({ kind: '宣讲', forms: ['劳模宣讲'], venues: ['车间'], ...atLeast(4, '场') }),
  ])
  const { ids: lectures } = await api.lectures.add([
    lecture({ date: '2026-11-01' }),
    lecture({ date: '2026-11-02' }),
    lecture({ date: '2026-11-03', venueType: '学校' }),
    lecture({ date: '2026-11-04', venueType: '学校' }),
  ])
  const [first = '', , third = ''] = lectures
  const say = (recordId: string, state: '采用' | '不采用') =>
    api.answers.set({ requirementId: ids[0] ?? '', recordKind: 'lecture', recordId, state })
  await say(third, '采用')
  await say(first, '不采用')
  const [one] = (await api.notices.progress({ id })).requirements
  expect(one).toMatchObject({ confirmed: 1, proposed: 1, doubtful: 1, done: 2, gap: 2, state: '进行中' })
  expect(one?.recordIds.toSorted()).toEqual(lectures.slice(1, 3).toSorted())
  expect(one?.nextStep).toBe('有1条记录可能符合，请先确认是否采用；还差2场。')
})

test('现场人次, 线上人次, 点击, 场次 and covered unions stay apart; a union is counted once', async () => {
  const { api } = await openTestApp()
  const progress = await progressOfOne(api, requirement({ kind: '宣讲', forms: ['劳模宣讲'] }))
  const { ids } = await api.unions.add([union(), union({ name: '二中工会' })])
  const [one = '', two = ''] = ids
  await api.lectures.add([
    lecture({ audienceOnSite: 40, audienceOnline: 100, clicks: 300, unionIds: [one, two] }),
    lecture({ audienceOnSite: null, audienceOnline: 20, clicks: null, unionIds: [one] }),
  ])
  expect((await progress()).figures).toEqual({
    records: 2,
    attended: null,
    audienceOnSite: 40,
    audienceOnline: 120,
    clicks: 300,
    coveredUnions: 2,
    daysOnSite: null,
  })
})

test('a minimum of each branch is met when each branch that the ledger knows has met it', async () => {
  const { api } = await openTestApp()
  const progress = await progressOfOne(api, requirement(atLeast(1, '次', '每个党支部')))
  expect(await progress()).toMatchObject({ state: '未开始', gap: 1, groups: [] })
  expect((await progress()).remarks).toEqual(['台账里还没有出现过党支部，应有多少个无从得知。'])
  await api.studies.add([
    study({ type: '主题党日', partyOrganisation: '机关党支部' }),
    study({ type: '主题党日', partyOrganisation: '机关党支部' }),
    study({ type: '支部学习', organiser: '水泥公司党支部', date: '2026-01-05' }),
    study({ type: '主题党日', organiser: '县总工会机关' }),
  ])
  const one = await progress()
  expect(one).toMatchObject({
    state: '进行中',
    done: 3,
    gap: 1,
    nextStep: '还差水泥公司党支部，共1次，请安排并登记学习活动。',
  })
  expect(one.groups).toEqual([
    { name: '机关党支部', done: 2, gap: 0 },
    { name: '水泥公司党支部', done: 0, gap: 1 },
  ])
  expect(one.remarks).toEqual([
    '党支部以记录中出现过的2个为准，从未登记过的无从得知。',
    '有1次没有写明党支部，补填后才能计入。',
  ])
  await api.studies.add([study({ type: '主题党日', organiser: '水泥公司党支部' })])
  expect(await progress()).toMatchObject({ state: '已达标', gap: 0 })
})

test('core groups are those that hold collective studies; unions those of the register; cadres those of stays', async () => {
  const { api } = await openTestApp()
  const { id } = await noticeWith(api, [
    requirement({ forms: ['集体专题学习'], actors: ['中心组'], ...atLeast(1, '次', '每个中心组') }),
    requirement({ kind: '宣讲', forms: [], ...atLeast(1, '场', '每个基层工会') }),
    requirement({ kind: '蹲点', forms: [], ...atLeast(10, '天', '每名干部') }),
  ])
  const { ids } = await api.unions.add([union(), union({ name: '二中工会' })])
  await api.studies.add([
    study({ date: '2026-03-01', organiser: '园区工会', partyOrganisation: '园区党工委' }),
    study(),
  ])
  await api.lectures.add([lecture({ unionIds: ids.slice(0, 1) }), lecture({ unionIds: ids.slice(0, 1) })])
  await api.stays.add([
    stay({ cadres: [{ name: '李红梅' }, { name: '马小军' }], daysOnSite: 6 }),
    stay({ cadres: [{ name: '李红梅' }], daysOnSite: 4 }),
  ])
  const { requirements } = await api.notices.progress({ id })
  expect(requirements.map(({ groups }) => groups.map(({ name, done, gap }) => [name, done, gap]))).toEqual([
    [
      ['县总工会党组', 1, 0],
      ['园区党工委', 0, 1],
    ],
    [
      ['二中工会', 0, 1],
      ['云山水泥有限公司工会', 2, 0],
    ],
    [
      ['李红梅', 10, 0],
      ['马小军', 6, 4],
    ],
  ])
  // Ten days of stays, though two cadres shared six of them.
  expect(requirements[2]).toMatchObject({ done: 10, gap: 4, unit: '天' })
})

test('each quarter and month since the notice is asked, the present one too', async () => {
  const { api } = await openTestApp()
  const { id } = await noticeWith(api, [
    requirement({ ...atLeast(1, '次', '每月') }),
    requirement({ ...atLeast(1, '次', '每个季度'), window: { from: '2026-05-01', to: null, words: '' } }),
  ])
  await api.studies.add([
    study({ type: '主题党日', date: '2026-10-12' }),
    study({ type: '主题党日', date: '2026-08-01' }),
  ])
  const { requirements } = await api.notices.progress({ id })
  expect(requirements.map(({ groups }) => groups)).toEqual([
    [
      { name: '2026年10月', done: 1, gap: 0 },
      { name: '2026年11月', done: 0, gap: 1 },
    ],
    [
      { name: '2026年第2季度', done: 0, gap: 1 },
      { name: '2026年第3季度', done: 1, gap: 0 },
      { name: '2026年第4季度', done: 1, gap: 0 },
    ],
  ])
})

test('a number of 篇 or 人次 is what the records state, of activities in their own unit', async () => {
  const { api } = await openTestApp()
  const { id } = await noticeWith(api, [
    requirement({ kind: '宣传', forms: [], ...atLeast(5, '篇') }),
    requirement({ kind: '学习', forms: [], ...atLeast(20, '人次') }),
  ])
  await api.activities.add([activity({ count: 3 }), activity({ count: null }), activity({ count: 9, unit: '条' })])
  await api.studies.add([study({ attendedCount: 11 }), study({ attendedCount: null })])
  const { requirements } = await api.notices.progress({ id })
  expect(requirements.map(({ done, gap }) => [done, gap])).toEqual([
    [4, 1],
    [11, 9],
  ])
})

test('the records are listed only when asked for, and the figures are the same', async () => {
  const { api } = await openTestApp()
  const { id } = await noticeWith(api, [requirement(), requirement({ title: '同样的要求' })])
  await api.studies.add([study({ type: '主题党日' })])
  const full = (await api.notices.progress({ id })).requirements
  const short = (await api.notices.progress({ id, withRecords: false })).requirements
  expect(short).toEqual(full.map((one) => ({ ...one, recordIds: [] })))
  await expect(api.notices.progress({ id: 'nobody' })).rejects.toThrow('没有找到')
})

test('a notice without a date is answered from the year of its 文号 on', async () => {
  const { api } = await openTestApp()
  const { id } = await noticeWith(api, [requirement()])
  const {
    version,
    createdAt,
    updatedAt,
    incomingId,
    document,
    catalogueNumber,
    requirements,
    id: _,
    ...fields
  } = await api.notices.get({ id })
  await api.notices.update({ id, version, fields: { ...fields, date: null } })
  await api.studies.add(['2025-12-31', '2026-01-01'].map((date) => study({ type: '主题党日', date })))
  expect((await api.notices.progress({ id })).requirements[0]?.done).toBe(1)
})

test('every notice is one line: its requirements by state, and the first day that is still to come', async () => {
  const { api } = await openTestApp()
  const { id, ids } = await noticeWith(api, [
    requirement({ ...atLeast(1), ...until('2026-11-20') }),
    requirement({ ...atLeast(2), ...until('2026-12-20') }),
    requirement({ kind: '蹲点', forms: [], ...atLeast(1), ...until('2026-12-01') }),
    requirement({ kind: '评估', forms: [] }),
    requirement({ kind: '宣讲', ...until('2026-11-22') }),
  ])
  await api.requirements.setAside({ ids: ids.slice(4) })
  await api.stays.add([stay()])
  expect(await api.notices.overview({})).toEqual([
    {
      noticeId: id,
      title: '固川市总工会关于开展“工会进万家”学习宣讲活动的通知',
      number: '固工发〔2026〕31号',
      issuer: '固川市总工会',
      date: '2026-10-08',
      states: { 未开始: 1, 进行中: 0, 已达标: 1, 已超期: 1, 无法量化: 1 },
      nextDue: '2026-12-20',
    },
  ])
  expect(await api.notices.overview({ from: '2026-10-09' })).toEqual([])
})

test('coverage names each township with the unions that no lecture since the notice has reached', async () => {
  const { api } = await openTestApp()
  const { id } = await noticeWith(api, [requirement({ kind: '宣讲', forms: [] })])
  expect(await api.notices.coverage({ id })).toMatchObject({ base: 0, covered: 0, rate: null, townships: [] })
  const { ids } = await api.unions.add([
    union({ name: '甲厂工会', township: '城关镇' }),
    union({ name: '乙厂工会', township: '城关镇' }),
    union({ name: '丙村工会', township: '柳林镇' }),
  ])
  const [one = '', two = '', three = ''] = ids
  await api.lectures.add([
    lecture({ unionIds: [one] }),
    lecture({ unionIds: [one] }),
    lecture({ date: '2026-10-07', unionIds: [three] }),
  ])
  expect(await api.notices.coverage({ id })).toEqual({
    period: { from: '2026-10-08', to: '2026-11-21' },
    base: 3,
    covered: 1,
    rate: 1 / 3,
    townships: [
      { township: '城关镇', base: 2, covered: 1, unreached: [{ id: two, name: '乙厂工会' }] },
      { township: '柳林镇', base: 1, covered: 0, unreached: [{ id: three, name: '丙村工会' }] },
    ],
  })
})

test('days of stays are held against the rule that the office has set, with its source; without one only counted', async () => {
  const { api } = await openTestApp()
  await api.stays.add([
    stay({ daysOnSite: 6, cadres: [{ name: '李红梅' }, { name: '马小军' }] }),
    stay({ daysOnSite: null }),
    stay({ from: '2026-06-01', to: '2026-06-30', daysOnSite: 20 }),
  ])
  expect(await api.stayRule.show()).toBeNull()
  expect(await api.stayRule.days({})).toMatchObject({
    rule: null,
    period: { from: '2026-01-01', to: '2026-12-31' },
    cadres: [
      { name: '李红梅', stays: 3, days: 26, unstated: 1, gap: null },
      { name: '马小军', stays: 1, days: 6, unstated: 0, gap: null },
    ],
  })
  const rule = { minDays: 7, period: '每季度', source: '《云山县总工会干部蹲点办法》（云工发〔2026〕3号）' } as const
  expect(await api.stayRule.set(rule)).toEqual(rule)
  expect(await api.stayRule.days({ date: '2026-12-31' })).toEqual({
    rule,
    period: { from: '2026-10-01', to: '2026-12-31' },
    cadres: [
      { name: '李红梅', stays: 2, days: 6, unstated: 1, gap: 1 },
      { name: '马小军', stays: 1, days: 6, unstated: 0, gap: 1 },
    ],
  })
  expect(await api.stayRule.set(null)).toBeNull()
  await expect(api.stayRule.set({ ...rule, source: '' })).rejects.toThrow('必填')
})
