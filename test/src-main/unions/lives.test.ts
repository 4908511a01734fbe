/** What becomes of unions, and what it does to the coverage of each period. */
import { expect, test } from 'vitest'
import { computeFigures } from '../../../src-main/statistics/figures.ts'
import { openTestApp } from '../../open-test-app.ts'
import { activity, lecture, stay, union } from '../../sample-records.ts'

const of2025 = { from: '2025-01-01', to: '2025-12-31' }
const of2026 = { from: '2026-01-01', to: '2026-12-31' }

/** Unions by letters, in one township. */
async function openRegister(...names: string[]) {
  const { api, context } = await openTestApp()
  const { ids } = await api.unions.add(names.map((name) => union({ name })))
  const id = (name: string) => ids[names.indexOf(name)] ?? ''
  const reach = (date: string, ...reached: string[]) => api.lectures.add([lecture({ date, unionIds: reached.map(id) })])
  const coverage = async (period: typeof of2025) => {
    const { lecture: figures } = await computeFigures(context.db, period)
    return [figures.coveredUnions, figures.baseUnions]
  }
  return { api, context, id, reach, coverage }
}

test('a lecture to a union that was merged counts for the one that it became, and last year stays as it was', async () => {
  const { api, id, reach, coverage } = await openRegister('甲', '乙', '丙', '丁')
  await reach('2025-05-06', '甲')
  await reach('2026-05-06', '甲')
  await api.unions.merge({ into: id('乙'), ids: [id('甲')], on: '2026-06-01' })
  await api.unions.merge({ into: id('丙'), ids: [id('乙')], on: '2026-07-01' })
  expect(await coverage(of2025)).toEqual([1, 4])
  expect(await coverage({ from: '2026-01-01', to: '2026-05-31' })).toEqual([1, 4])
  expect(await coverage({ from: '2026-01-01', to: '2026-06-30' })).toEqual([1, 3])
  expect(await coverage(of2026)).toEqual([1, 2])
  const { rows } = await api.unions.list({ on: '2026-06-30' })
  expect(rows.map(({ name }) => name)).toEqual(['丁', '丙', '乙'])
})

test('a lecture to a dissolved or split union stays a lecture and covers nobody in the base', async () => {
  const { api, context, id, reach, coverage } = await openRegister('甲', '乙', '丙')
  await reach('2026-03-01', '甲', '乙')
  await api.unions.retire({ id: id('甲'), on: '2026-04-01' })
  await api.unions.split({ id: id('乙'), on: '2026-04-02', parts: [{ name: '乙一' }, { name: '乙二' }] })
  expect(await coverage({ from: '2026-01-01', to: '2026-03-31' })).toEqual([2, 3])
  expect(await coverage({ from: '2026-01-01', to: '2026-04-01' })).toEqual([1, 2])
  expect(await coverage(of2026)).toEqual([0, 3])
  const { lecture: figures } = await computeFigures(context.db, of2026)
  expect(figures.sessions).toBe(1)
})

test('a union is in the base of a period from the day on which it was founded; unknown is always', async () => {
  const { api, coverage } = await openRegister('甲')
  await api.unions.add([union({ name: '乙', foundedOn: '2026-01-01' })])
  expect(await coverage(of2025)).toEqual([0, 1])
  expect(await coverage(of2026)).toEqual([0, 2])
})

test('lists and records of a past period show the name of its last day', async () => {
  const { api, id } = await openRegister('甲')
  const done = await api.unions.rename({ id: id('甲'), name: '新甲', on: '2026-03-01' })
  expect(done).toMatchObject({ sentence: '由“甲”更名为“新甲”', remarks: [] })
  await api.unions.rename({ id: id('甲'), name: '再新甲', on: '2026-05-01' })
  const nameOn = async (on: string) => (await api.unions.list({ on })).rows[0]?.name
  expect([await nameOn('2026-02-28'), await nameOn('2026-03-01'), await nameOn('2026-05-01')]).toEqual([
    '甲',
    '新甲',
    '再新甲',
  ])
  expect((await api.unions.list({ text: '新甲' })).total).toBe(1)
  expect((await api.unions.history({ id: id('甲') })).map(({ day, sentence }) => [day, sentence])).toEqual([
    ['2026-05-01', '由“新甲”更名为“再新甲”'],
    ['2026-03-01', '由“甲”更名为“新甲”'],
  ])
})

test('what goes on may take the name of what was merged into it, and both were called so in their time', async () => {
  const { api, id } = await openRegister('甲', '乙')
  await expect(api.unions.rename({ id: id('乙'), name: '甲', on: '2026-06-02' })).rejects.toThrow('已有“甲”')
  await api.unions.merge({ into: id('乙'), ids: [id('甲')], on: '2026-06-01' })
  const { remarks } = await api.unions.rename({ id: id('乙'), name: '甲', on: '2026-06-02' })
  expect(remarks).toEqual(['2026-06-01以前另有一个“甲”，以往各期报表中的“甲”指那个单位。'])
  expect((await api.unions.list({ standing: '在册' })).rows.map(({ name }) => name)).toEqual(['甲'])
  expect((await api.unions.list({ standing: '已终止' })).rows.map((row) => row.id)).toEqual([id('甲')])
  expect((await api.unions.list({ on: '2026-05-31' })).rows.map(({ name }) => name)).toEqual(['甲', '乙'])
})

test('days that cannot be are refused with what is known', async () => {
  const { api, id } = await openRegister('甲', '乙')
  const { ids } = await api.unions.add([union({ name: '丙', foundedOn: '2026-03-01' })])
  const retire = (on: string) => api.unions.retire({ id: ids[0] ?? '', on })
  await expect(retire('2026-02-01')).rejects.toThrow('“丙”2026-03-01才成立，撤销日期应晚于那一天')
  await expect(retire('2026-11-22')).rejects.toThrow('撤销日期2026-11-22晚于今天')
  await expect(api.unions.merge({ into: ids[0] ?? '', ids: [id('甲')], on: '2026-02-01' })).rejects.toThrow(
    '“丙”2026-03-01才成立，合并日期不能早于那一天',
  )
  await expect(api.unions.merge({ into: id('甲'), ids: [id('甲')], on: '2026-05-01' })).rejects.toThrow(
    '“甲”不能并入它自己',
  )
  await api.unions.retire({ id: id('乙'), on: '2026-05-01' })
  await expect(api.unions.merge({ into: id('乙'), ids: [id('甲')], on: '2026-05-02' })).rejects.toThrow(
    '“乙”已于2026-05-01撤销，不能再并入别的单位',
  )
  await expect(api.unions.rename({ id: id('乙'), name: '新乙', on: '2026-05-03' })).rejects.toThrow('不能再更名')
  await api.unions.rename({ id: id('甲'), name: '新甲', on: '2026-05-01' })
  await expect(api.unions.rename({ id: id('甲'), name: '更新甲', on: '2026-05-01' })).rejects.toThrow(
    '“新甲”2026-05-01由“甲”更名而来，更名日期应晚于那一天',
  )
})

test('what took another union in was there on that day, so it ends after it', async () => {
  const { api, id } = await openRegister('甲', '乙', '丙')
  await api.unions.merge({ into: id('乙'), ids: [id('甲')], on: '2026-06-01' })
  const sentence = '“甲”2026-06-01才并入“乙”'
  await expect(api.unions.retire({ id: id('乙'), on: '2026-05-01' })).rejects.toThrow(sentence)
  await expect(api.unions.merge({ into: id('丙'), ids: [id('乙')], on: '2026-06-01' })).rejects.toThrow(sentence)
  await api.unions.rename({ id: id('乙'), name: '新乙', on: '2026-05-01' })
  await api.unions.retire({ id: id('乙'), on: '2026-06-02' })
})

test('what splits off is founded on that day, takes the place of the old one and says where it came from', async () => {
  const { api, id } = await openRegister('甲')
  const done = await api.unions.split({
    id: id('甲'),
    on: '2026-04-01',
    keepsOriginal: true,
    parts: [{ name: '甲车间', members: 12, staff: 15 }],
  })
  expect(done.sentence).toBe('由“甲”分设“甲车间”，“甲”保留')
  const [part] = (await api.unions.list({ text: '甲车间' })).rows
  expect(part).toMatchObject({
    foundedOn: '2026-04-01',
    township: '城关镇',
    industry: '制造业',
    members: 12,
    staff: 15,
  })
  expect(part?.life).toMatchObject({ originId: id('甲'), endedOn: null })
  await expect(api.unions.split({ id: id('甲'), on: '2026-04-02', parts: [{ name: '丙' }] })).rejects.toThrow(
    '至少要有两个单位',
  )
})

test('every act is taken back as a whole, and what was entered since in other fields stays', async () => {
  const { api, id, reach, coverage } = await openRegister('甲', '乙')
  await reach('2026-05-06', '甲')
  const before = await api.unions.list({})
  const bare = (page: typeof before) => page.rows.map(({ version: _v, updatedAt: _u, ...row }) => row)
  const acts = [
    () => api.unions.rename({ id: id('甲'), name: '新甲', on: '2026-06-01' }),
    () => api.unions.retire({ id: id('甲'), on: '2026-06-01' }),
    () => api.unions.merge({ into: id('乙'), ids: [id('甲')], on: '2026-06-01' }),
    () => api.unions.split({ id: id('甲'), on: '2026-06-01', parts: [{ name: '甲一' }, { name: '甲二' }] }),
    () => api.unions.mergeDuplicates({ keep: id('乙'), drop: id('甲') }),
  ]
  for (const act of acts) {
    const done = await act()
    expect(bare(await api.unions.list({}))).not.toEqual(bare(before))
    expect(await api.unions.undoAct({ id: done.id })).toEqual({ sentence: done.sentence })
    expect(bare(await api.unions.list({}))).toEqual(bare(before))
    expect(await coverage(of2026)).toEqual([1, 2])
    await expect(api.unions.undoAct({ id: done.id })).rejects.toThrow('没有找到')
  }
  const done = await api.unions.rename({ id: id('甲'), name: '新甲', on: '2026-06-01' })
  const { life: _, id: _id, version, createdAt: _c, updatedAt: _u, ...fields } = await api.unions.get({ id: id('甲') })
  await api.unions.update({ id: id('甲'), version, fields: { ...fields, phone: '6221008' } })
  await api.unions.undoAct({ id: done.id })
  expect(await api.unions.get({ id: id('甲') })).toMatchObject({ name: '甲', phone: '6221008' })
})

test('an act is not taken back from under a later one, nor when a name or a new union is in use since', async () => {
  const { api, id } = await openRegister('甲', '乙')
  const first = await api.unions.rename({ id: id('甲'), name: '新甲', on: '2026-05-01' })
  const second = await api.unions.rename({ id: id('甲'), name: '再新甲', on: '2026-06-01' })
  await expect(api.unions.undoAct({ id: first.id })).rejects.toThrow('请先撤销后面的变更')
  await api.unions.undoAct({ id: second.id })
  await api.unions.rename({ id: id('乙'), name: '甲', on: '2026-06-01' })
  await expect(api.unions.undoAct({ id: first.id })).rejects.toThrow('已有“甲”')
  const split = await api.unions.split({
    id: id('甲'),
    on: '2026-06-01',
    parts: [{ name: '甲一' }, { name: '甲二' }],
  })
  const [part] = (await api.unions.list({ text: '甲一' })).rows
  await api.lectures.add([lecture({ unionIds: [part?.id ?? ''] })])
  await expect(api.unions.undoAct({ id: split.id })).rejects.toThrow('新设的单位已被记录或别的单位用到')
  expect((await api.unions.get({ id: id('甲') })).life.ending).toBe('分设')
})

test('a union that was entered twice becomes one: every record names it once, empty fields are filled', async () => {
  const { api, id, coverage } = await openRegister('甲', '乙', '丙')
  const drop = union({ name: '甲有限公司工会', code: '', industry: '', members: 9, staff: null, phone: '6221008' })
  const { ids } = await api.unions.add([{ ...drop, statisticsCode: '640422-007', parentId: id('乙') }])
  const twin = ids[0] ?? ''
  await api.lectures.add([lecture({ unionIds: [id('甲'), twin] }), lecture({ topic: '再讲', unionIds: [twin] })])
  await api.stays.add([stay({ unionId: twin, unitName: '甲有限公司工会' })])
  await api.activities.add([activity({ unionIds: [twin, id('丙')] })])
  const done = await api.unions.mergeDuplicates({ keep: id('甲'), drop: twin })
  expect(done.sentence).toBe('“甲有限公司工会”系重复登记，并入“甲”，改了4处引用')
  const lectures = (await api.lectures.list({})).rows
  expect(lectures.map(({ unionIds }) => unionIds)).toEqual([[id('甲')], [id('甲')]])
  expect((await api.stays.list({})).rows[0]?.unionId).toBe(id('甲'))
  expect((await api.activities.list({})).rows[0]?.unionIds).toEqual([id('甲'), id('丙')])
  expect(await api.unions.get({ id: id('甲') })).toMatchObject({
    members: 310,
    staff: 320,
    phone: '6221008',
    statisticsCode: '640422-007',
    parentId: id('乙'),
    note: '曾重复登记为“甲有限公司工会”',
  })
  await expect(api.unions.get({ id: twin })).rejects.toThrow('没有找到')
  expect(await coverage(of2026)).toEqual([1, 3])
  await api.unions.undoAct({ id: done.id })
  expect((await api.lectures.list({})).rows.map(({ unionIds }) => unionIds)).toEqual([[twin], [id('甲'), twin]])
  expect(await api.unions.get({ id: twin })).toMatchObject({ statisticsCode: '640422-007' })
})

test('two unions with different codes are no duplicates', async () => {
  const { api } = await openTestApp()
  const { ids } = await api.unions.add([
    union({ name: '甲', statisticsCode: '001' }),
    union({ name: '乙', statisticsCode: '002' }),
  ])
  const [keep = '', drop = ''] = ids
  await expect(api.unions.mergeDuplicates({ keep, drop })).rejects.toThrow('统计编码不同（001、002），应是两个单位')
  await expect(api.unions.mergeDuplicates({ keep, drop: keep })).rejects.toThrow('选的是同一个单位')
})
