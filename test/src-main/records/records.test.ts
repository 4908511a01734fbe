import { isDefinedError, safe } from '@orpc/server'
import { expect, test } from 'vitest'
import { openTestApp } from '../../open-test-app.ts'
import { lecture, stay, study, union } from '../../sample-records.ts'

test('a record comes back as it was entered, with its stamp', async () => {
  const { api } = await openTestApp()
  const { ids } = await api.studies.add([study({ strata: [{ stratum: '党员', people: 9 }] })])
  const found = await api.studies.get({ id: ids[0] ?? '' })
  expect(found).toEqual({
    ...study(),
    startTime: null,
    endTime: null,
    materials: '',
    partyOrganisation: '',
    host: '',
    leadSpeaker: '',
    place: '',
    delivery: '线下',
    attendanceNote: '',
    strata: [{ stratum: '党员', people: 9 }],
    decisions: '',
    note: '',
    id: ids[0],
    version: 1,
    createdAt: '2026-11-21T06:30:00.000Z',
    updatedAt: '2026-11-21T06:30:00.000Z',
  })
})

test('of several records all are stored or none', async () => {
  const { api } = await openTestApp()
  const [error] = await safe(api.lectures.add([lecture(), lecture({ unionIds: ['nobody'] })]))
  expect(error?.message).toBe('单位名册中没有编号为“nobody”的基层工会，请先在“单位名册”中添加。')
  expect(await api.lectures.list({})).toEqual({ rows: [], total: 0 })
})

test('wrong fields are named in one Chinese sentence and one by one', async () => {
  const { api } = await openTestApp()
  const [error] = await safe(
    api.studies.add([study(), study({ date: '2026-02-30', topic: ' ', dueCount: 5, attendedCount: -1 })]),
  )
  expect(error?.message).toBe(
    '填写有误，没有保存：第2条“日期”：应为“2026-11-21”这样的日期，年份在2000至2099之间；第2条“主题”：必填；第2条“实到人数”：不能小于0。',
  )
  expect(isDefinedError(error) && error.code).toBe('INVALID_INPUT')
  expect(isDefinedError(error) && error.data.issues?.map((issue) => issue.path)).toEqual([
    [1, 'date'],
    [1, 'topic'],
    [1, 'attendedCount'],
  ])
})

test('more present than due needs a reason', async () => {
  const { api } = await openTestApp()
  const [error] = await safe(api.studies.add([study({ dueCount: 10, attendedCount: 12 })]))
  expect(error?.message).toContain('“实到人数”：实到多于应到')
  await api.studies.add([study({ dueCount: 10, attendedCount: 12, attendanceNote: '两名工会积极分子旁听' })])
  expect((await api.studies.list({})).total).toBe(1)
})

test('an edit made on an old version is refused and nothing is overwritten', async () => {
  const { api } = await openTestApp()
  const { ids } = await api.studies.add([study()])
  const id = ids[0] ?? ''
  await api.studies.update({ id, version: 1, fields: study({ topic: '甲窗口的修改' }) })
  const [error] = await safe(api.studies.update({ id, version: 1, fields: study({ topic: '乙窗口的修改' }) }))
  expect(error?.message).toBe('这条内容已在别的窗口改过，本次修改未保存，请重新打开后再改。')
  expect((await api.studies.get({ id })).topic).toBe('甲窗口的修改')
})

test('every write is noted as a change, an update with the old values of the changed columns only', async () => {
  const { api, context } = await openTestApp()
  const { ids } = await api.studies.add([study()])
  const id = ids[0] ?? ''
  await api.studies.update({ id, version: 1, fields: study({ topic: '新主题' }) })
  await api.studies.remove({ id })
  await api.studies.restore({ id })
  const changes = await context.db
    .selectFrom('change')
    .select(['op', 'version', 'old', 'rowId'])
    .orderBy('seq')
    .execute()
  expect(changes).toEqual([
    { op: 'insert', version: 1, old: null, rowId: id },
    { op: 'update', version: 2, old: JSON.stringify({ topic: study().topic }), rowId: id },
    { op: 'remove', version: 3, old: null, rowId: id },
    { op: 'restore', version: 4, old: null, rowId: id },
  ])
})

test('a removed record is gone from the list and comes back whole when the removal is undone', async () => {
  const { api } = await openTestApp()
  const { ids } = await api.stays.add([stay({ deeds: ['为园区协调母婴室一处'] })])
  const id = ids[0] ?? ''
  await api.stays.remove({ id })
  expect((await api.stays.list({})).total).toBe(0)
  expect((await safe(api.stays.get({ id })))[0]?.message).toContain('没有找到编号')
  await api.stays.restore({ id })
  expect((await api.stays.get({ id })).deeds).toEqual(['为园区协调母婴室一处'])
})

test('a union that a record names cannot be removed', async () => {
  const { api } = await openTestApp()
  const added = await api.unions.add([union()])
  const unionId = added.ids[0] ?? ''
  const lectures = await api.lectures.add([lecture({ unionIds: [unionId] })])
  expect((await safe(api.unions.remove({ id: unionId })))[0]?.message).toContain(
    '有1条宣讲、蹲点或宣传文化记录用到这个单位',
  )
  await api.lectures.remove({ id: lectures.ids[0] ?? '' })
  await api.unions.remove({ id: unionId })
  expect((await api.unions.list({})).total).toBe(0)
})

test('a list is filtered by period and by all words, newest first', async () => {
  const { api } = await openTestApp()
  await api.studies.add([
    study({ date: '2026-10-01', topic: '甲' }),
    study({ date: '2026-11-02', topic: '乙 丙' }),
    study({ date: '2026-11-03', topic: '丙' }),
  ])
  const page = await api.studies.list({ from: '2026-11-01', to: '2026-11-30', text: '丙 县总工会' })
  expect(page.rows.map((row) => row.date)).toEqual(['2026-11-03', '2026-11-02'])
})

test('lectures of a stay are those that are linked to it, whatever their date and whoever else speaks of it', async () => {
  const { api } = await openTestApp()
  const { ids } = await api.stays.add([stay(), stay()])
  const [stayId = '', other = ''] = ids
  await api.lectures.add([
    lecture({ stayId, topic: '期间' }),
    lecture({ stayId, topic: '事后', date: '2027-01-05' }),
    lecture({ stayId: other, topic: '别处' }),
    lecture({ note: stayId }),
  ])
  const page = await api.lectures.list({ stayId })
  expect([page.total, page.rows.map(({ topic }) => topic)]).toEqual([2, ['事后', '期间']])
  expect((await api.lectures.list({ stayId, to: '2026-12-31' })).rows.map(({ topic }) => topic)).toEqual(['期间'])
})

test('unions of a township are those that lie in it, not those whose name or note mentions it', async () => {
  const { api } = await openTestApp()
  await api.unions.add([
    union({ name: '甲厂工会', township: '城关镇' }),
    union({ name: '乙厂工会', township: '城关镇' }),
    union({ name: '城关镇商会工会', township: '河湾乡', note: '城关镇' }),
    union({ name: '丙厂工会', township: '新城关镇' }),
  ])
  const page = await api.unions.list({ township: '城关镇' })
  expect([page.total, page.rows.map(({ name }) => name).toSorted()]).toEqual([2, ['乙厂工会', '甲厂工会']])
  expect((await api.unions.list({ township: '城关镇', text: '甲' })).total).toBe(1)
  expect((await api.unions.list({ township: '城关' })).total).toBe(0)
})

test('a list that has no townships refuses to be filtered by one', async () => {
  const { api } = await openTestApp()
  const [error] = await safe(api.studies.list({ township: '城关镇' } as never))
  expect(error?.message).toContain('有不认识的字段“township”')
})

test('a stay cannot have more days on site than its dates allow', async () => {
  const { api } = await openTestApp()
  const [error] = await safe(api.stays.add([stay({ from: '2026-11-02', to: '2026-11-03', daysOnSite: 3 })]))
  expect(error?.message).toContain('起止日期之间只有2天')
  const [second] = await safe(api.stays.add([stay({ from: '2026-11-02', to: '2026-11-01' })]))
  expect(second?.message).toContain('“截止日期”：截止日期早于起始日期')
})
