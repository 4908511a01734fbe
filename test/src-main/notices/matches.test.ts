import { expect, test } from 'vitest'
import { openTestApp } from '../../open-test-app.ts'
import { activity, lecture, stay, study } from '../../sample-records.ts'
import { noticeWith, requirement } from './sample-notice.ts'

async function open(...fields: Parameters<typeof requirement>[0][]) {
  const { api } = await openTestApp()
  const { id, ids } = await noticeWith(api, fields.map(requirement))
  const matches = async () => await api.notices.matches({ id })
  return { api, id, ids, requirementId: ids[0] ?? '', matches }
}

test('a record of the form that is asked, in the window, answers; each reason is one sentence', async () => {
  const { api, matches, requirementId } = await open({})
  const { ids } = await api.studies.add([
    study({ type: '主题党日', date: '2026-10-08', topic: '走进驿站' }),
    study({ type: '主题党日', date: '2026-10-07' }),
    study({ type: '支部学习' }),
  ])
  expect(await matches()).toEqual([
    {
      requirementId,
      recordKind: 'study',
      recordId: ids[0],
      date: '2026-10-08',
      title: '走进驿站',
      state: null,
      counts: true,
      why: '类型“主题党日”符合要求的形式，日期在2026-10-08，属于要求期间（2026-10-08起）。',
    },
  ])
})

test('a window of its own may begin before the notice and end: its first and last day belong to it', async () => {
  const { api, matches } = await open({ window: { from: '2026-10-01', to: '2026-12-31', words: '10月--12月底' } })
  const days = ['2026-09-30', '2026-10-01', '2026-12-31', '2027-01-01']
  await api.studies.add(days.map((date) => study({ type: '主题党日', date })))
  expect((await matches()).map(({ date }) => date)).toEqual(['2026-12-31', '2026-10-01'])
})

test('what a record states otherwise makes it doubtful; what it leaves blank does not', async () => {
  const { api, matches } = await open({
    kind: '宣讲',
    forms: ['劳模宣讲'],
    venues: ['企业', '车间', '班组'],
    audiences: ['一线职工'],
  })
  await api.lectures.add([
    lecture({ date: '2026-11-04', venueType: '车间', strata: [{ stratum: '一线职工', people: 40 }] }),
    lecture({ date: '2026-11-03', venueType: '车间', strata: [] }),
    lecture({ date: '2026-11-02', venueType: '学校', strata: [{ stratum: '一线职工', people: null }] }),
    lecture({ date: '2026-11-01', venueType: '班组', strata: [{ stratum: '女职工', people: 3 }] }),
    lecture({ date: '2026-10-31', modes: ['专家宣讲'] }),
  ])
  const found = await matches()
  expect(found.map(({ date, counts }) => [date, counts])).toEqual([
    ['2026-11-04', true],
    ['2026-11-03', true],
    ['2026-11-02', false],
    ['2026-11-01', false],
  ])
  expect(found[0]?.why).toBe(
    '方式“劳模宣讲”符合要求的形式，对象“一线职工”符合要求，场所类型“车间”符合要求，日期在2026-11-04，属于要求期间（2026-10-08起）。',
  )
  expect(found[2]?.why).toContain('；但场所类型是“学校”，要求的是企业、班组、车间，请核对。')
})

test('where no form is asked a mark must be met; where nothing is asked the kind and the day are enough', async () => {
  const { api, matches, ids } = await open(
    { kind: '宣讲', forms: [], venues: ['车间'] },
    { kind: '宣讲', forms: [], venues: ['基层一线'], audiences: ['广大职工'] },
  )
  await api.lectures.add([
    lecture({ date: '2026-11-03', venueType: '车间' }),
    lecture({ date: '2026-11-02', venueType: '其他' }),
    lecture({ date: '2026-11-01', venueType: '学校' }),
  ])
  const found = await matches()
  const of = (id = '') => found.filter((one) => one.requirementId === id).map(({ date, counts }) => [date, counts])
  expect(of(ids[0])).toEqual([
    ['2026-11-03', true],
    ['2026-11-02', false],
  ])
  expect(of(ids[1])).toEqual([
    ['2026-11-03', true],
    ['2026-11-02', true],
    ['2026-11-01', true],
  ])
})

test('a form that no record can show leaves every record of the kind to the clerk', async () => {
  const { api, matches } = await open({ kind: '学习', forms: ['三会一课'] })
  await api.studies.add([study()])
  expect(await matches()).toMatchObject([{ counts: false, why: expect.stringContaining('无法从记录中核对') }])
})

test('the occasion of a lecture is a form too; a stay is one whatever the notice adds', async () => {
  const { api, matches } = await open(
    { kind: '宣讲', forms: ['车间班前会', '小组学习会'] },
    { kind: '蹲点', forms: ['三蹲六联'] },
  )
  await api.lectures.add([
    lecture({ topic: '甲', occasion: '车间班前会' }),
    lecture({ topic: '乙', occasion: '讲座' }),
    lecture({ topic: '丙', occasion: '小组学习会' }),
  ])
  await api.stays.add([stay({ unitName: '丁' })])
  const found = await matches()
  expect(found.map(({ title, counts }) => [title, counts])).toEqual([
    ['丙', true],
    ['甲', true],
    ['丁', true],
  ])
  expect(found[1]?.why).toMatch(/^方式“车间班前会”符合要求的形式/)
})

test('who speaks is not taken for who listens', async () => {
  const { api, matches } = await open({ kind: '宣讲', forms: ['劳模宣讲'], audiences: ['劳模工匠'] })
  await api.lectures.add([lecture({ strata: [{ stratum: '一线职工', people: 40 }] })])
  expect((await matches()).map(({ counts }) => counts)).toEqual([true])
})

test('who acts is told by organiser, speakers and cadres', async () => {
  const { api, matches } = await open(
    { kind: '学习', forms: ['集体专题学习'], actors: ['党组理论学习中心组'] },
    { kind: '宣讲', forms: [], actors: ['市县两级工会党组班子成员'] },
    { kind: '蹲点', forms: [], actors: ['领导班子成员'] },
  )
  await api.studies.add([
    study({ type: '集体专题学习', organiser: '县总工会党组', topic: '甲' }),
    study({ type: '集体专题学习', organiser: '工业园区工会', topic: '乙' }),
    study({ type: '理论学习中心组集体学习', organiser: '县总工会机关', topic: '丙' }),
  ])
  await api.lectures.add([
    lecture({ topic: '丁', speakers: [{ name: '马建国', kind: '领导干部' }] }),
    lecture({ topic: '戊', speakers: [{ name: '赵铁柱', kind: '劳模工匠' }] }),
  ])
  await api.stays.add([
    stay({ unitName: '己' }),
    stay({ unitName: '庚', cadres: [{ name: '马小军', isLeader: false }] }),
  ])
  const counting = (await matches()).filter(({ counts }) => counts).map(({ title }) => title)
  expect(counting.toSorted()).toEqual(['丁', '丙', '己', '甲'].toSorted())
})

test('a place by name is looked for in the place of the record', async () => {
  const { api, matches } = await open({ kind: '宣讲', forms: ['专家宣讲'], venues: ['市职工活动中心六楼会议室'] })
  await api.lectures.add([
    lecture({ topic: '甲', modes: ['专家宣讲'], place: '市职工活动中心六楼会议室' }),
    lecture({ topic: '乙', modes: ['专家宣讲'], place: '县文化馆' }),
    lecture({ topic: '丙', modes: ['专家宣讲'], place: '' }),
  ])
  expect((await matches()).filter(({ counts }) => counts).map(({ title }) => title)).toEqual(['丙', '甲'])
})

test('publicity, culture, research and models are answered by activities of that kind and form', async () => {
  const { api, matches } = await open({ kind: '宣传', forms: ['短视频'] }, { kind: '文化', forms: ['诵读'] })
  await api.activities.add([
    activity({ title: '甲', genre: '短视频' }),
    activity({ title: '乙', genre: '新闻报道' }),
    activity({ title: '丙', kind: '文化', genre: '诵读读书' }),
  ])
  await api.studies.add([study({ type: '读书诵读', topic: '丁' }), study({ type: '主题党日', topic: '戊' })])
  expect((await matches()).map(({ title }) => title)).toEqual(['甲', '丙', '丁'])
})

test('the clerk confirms, refuses and takes back; one record may answer several', async () => {
  const { api, ids, matches } = await open({}, { forms: ['主题党日', '支部学习'] }, { kind: '组织', forms: [] })
  const { ids: records } = await api.studies.add([study({ type: '主题党日' })])
  const recordId = records[0] ?? ''
  const say = (index: number, state: '采用' | '不采用' | null) =>
    api.answers.set({ requirementId: ids[index] ?? '', recordKind: 'study', recordId, state })
  await say(0, '采用')
  await say(1, '不采用')
  await say(2, '采用')
  expect((await matches()).map(({ state, counts }) => [state, counts])).toEqual([
    ['采用', true],
    ['不采用', false],
    ['采用', true],
  ])
  expect((await matches())[2]?.why).toContain('人工确认')
  await say(1, null)
  await say(0, null)
  await say(0, '不采用')
  expect((await matches()).map(({ state }) => state)).toEqual(['不采用', null, '采用'])
})

test('a record before the requirement is never its answer, and one that is not there cannot be said of', async () => {
  const { api, requirementId } = await open({})
  const { ids } = await api.studies.add([study({ type: '主题党日', date: '2026-10-07' })])
  const answer = { requirementId, recordKind: 'study', state: '采用' } as const
  await expect(api.answers.set({ ...answer, recordId: ids[0] ?? '' })).rejects.toThrow('早于要求开始的2026-10-08')
  await expect(api.answers.set({ ...answer, recordId: 'nobody' })).rejects.toThrow('没有编号为“nobody”的学习记录')
  await expect(api.answers.set({ ...answer, recordKind: 'lecture', recordId: ids[0] ?? '' })).rejects.toThrow(
    '宣讲记录',
  )
})

test('a confirmed record that is moved before the requirement, or removed, counts no more', async () => {
  const { api, id, requirementId, matches } = await open({})
  const { ids } = await api.studies.add([study({ type: '主题党日' }), study({ type: '主题党日' })])
  const [moved = '', removed = ''] = ids
  for (const recordId of ids) await api.answers.set({ requirementId, recordKind: 'study', recordId, state: '采用' })
  await api.studies.update({ id: moved, version: 1, fields: study({ type: '主题党日', date: '2026-09-01' }) })
  await api.studies.remove({ id: removed })
  expect((await api.notices.progress({ id })).requirements[0]).toMatchObject({ confirmed: 0, done: 0, recordIds: [] })
  expect((await matches()).map(({ counts }) => counts)).toEqual([false])
})

test('at most the asked number of proposals is listed, of one requirement or of all', async () => {
  const { api, id, ids } = await open({}, {})
  await api.studies.add(Array.from({ length: 5 }, () => study({ type: '主题党日' })))
  expect(await api.notices.matches({ id, limit: 2 })).toHaveLength(4)
  expect(await api.notices.matches({ id, requirementId: ids[1] ?? '' })).toHaveLength(5)
})
