import { expect, test } from 'vitest'
import { creditCodeCheck, organisationCheck } from '../../../src-shared/credit-code.ts'
import { introduce, openOffice, openOffices, type TestOffice } from '../../open-offices.ts'
import { union } from '../../sample-records.ts'

const text =
  '固川市总工会关于开展学习的通知\n固工发〔2026〕8号\n各县（区）总工会：\n请认真组织学习。\n固川市总工会\n2026年11月1日'

async function noticeOf({ api }: TestOffice, title = '集体学习三次') {
  const notice = await api.notices.add({ text })
  for (const { id } of notice.requirements) await api.requirements.remove({ id })
  const fields = [{ kind: '学习', title, state: '已确认', minimum: { count: 3, unit: '次' } } as const]
  const { ids } = await api.requirements.add({ noticeId: notice.noticeId, fields })
  return { noticeId: notice.noticeId, requirementId: ids[0] ?? '' }
}

/** The file as the browser hands it out. */
async function sent({ api }: TestOffice, input: Parameters<TestOffice['api']['upper']['sendDown']>[0]) {
  const { delivery } = await api.upper.sendDown(input)
  if (delivery.state !== 'download' || delivery.downloads.length !== 1) throw new Error('one file was expected')
  return delivery.downloads[0] as File
}

test('a notice comes down with its own ids, is registered as a letter, and taking it again changes nothing', async () => {
  const { city, counties } = await openOffices({ counties: 2 })
  const { noticeId, requirementId } = await noticeOf(city)
  const file = await sent(city, { noticeIds: [noticeId] })
  for (const { api } of counties) {
    const preview = await api.tasks.preview({ file })
    expect((await api.notices.list({})).total).toBe(0)
    expect(await api.tasks.take({ file })).toEqual(preview)
    expect(preview.notices).toMatchObject([{ noticeId, outcome: '新收', added: ['集体学习三次'] }])
    const notice = await api.notices.get({ id: noticeId })
    expect(notice.requirements.map(({ id, title }) => [id, title])).toEqual([[requirementId, '集体学习三次']])
    expect((await api.incoming.list({})).rows[0]).toMatchObject({
      senderNumber: '固工发〔2026〕8号',
      note: '随下发包收到',
    })
    expect((await api.tasks.take({ file })).notices[0]?.outcome).toBe('相同')
    expect((await api.incoming.list({})).total).toBe(1)
  }
})

test('T12: a newer package changes only what the clerk has not changed, and tells what she keeps', async () => {
  const { city, counties } = await openOffices()
  const [county] = counties as [TestOffice]
  const { noticeId, requirementId } = await noticeOf(city)
  await county.api.tasks.take({ file: await sent(city, { noticeIds: [noticeId] }) })
  const change = async ({ api }: TestOffice, fields: object) => {
    const own = (await api.notices.get({ id: noticeId })).requirements.find(({ id }) => id === requirementId)
    if (!own) throw new Error('no such requirement')
    const { id, version, createdAt: _c, updatedAt: _u, noticeId: _n, position: _p, ...rest } = own
    await api.requirements.update({ id, version, fields: { ...rest, ...fields } })
  }
  await change(county, { title: '集体学习三次（含支部）' })
  await change(city, { title: '集中学习四次', minimum: { count: 4, unit: '次', scope: '本单位' } })
  await city.api.requirements.add({ noticeId, fields: [{ kind: '宣讲', title: '宣讲一次', state: '已确认' }] })
  const effect = await county.api.tasks.take({ file: await sent(city, { noticeIds: [noticeId] }) })
  expect(effect.notices).toMatchObject([
    {
      outcome: '更新',
      added: ['宣讲一次'],
      updated: ['集体学习三次（含支部）'],
      kept: [{ title: '集体学习三次（含支部）', field: 'title', offered: '集中学习四次' }],
    },
  ])
  const { requirements } = await county.api.notices.get({ id: noticeId })
  expect(requirements.map(({ title, minimum }) => [title, minimum?.count ?? null])).toEqual([
    ['集体学习三次（含支部）', 4],
    ['宣讲一次', null],
  ])
})

test('a notice that the clerk took in by herself is linked by its number: hers stays, what she lacks is proposed', async () => {
  const { city, counties } = await openOffices()
  const [county] = counties as [TestOffice]
  const own = await noticeOf(county, '本县自己列的要求')
  const { noticeId, requirementId } = await noticeOf(city)
  const effect = await county.api.tasks.take({ file: await sent(city, { noticeIds: [noticeId] }) })
  expect(effect.notices).toMatchObject([{ outcome: '对上', noticeId: own.noticeId, added: ['集体学习三次'] }])
  expect((await county.api.notices.list({})).total).toBe(1)
  const { requirements } = await county.api.notices.get({ id: own.noticeId })
  expect(requirements.map(({ id, title, state }) => [id, title, state])).toEqual([
    [own.requirementId, '本县自己列的要求', '已确认'],
    [requirementId, '集体学习三次', '待确认'],
  ])
})

test('T12: a notice that no number tells is matched by the clerk, and later packages follow what she said', async () => {
  const { city, counties } = await openOffices()
  const [county] = counties as [TestOffice]
  const { noticeId, requirementId } = await noticeOf(city)
  const own = await county.api.notices.add({ text: text.replace('固工发〔2026〕8号', '固工传〔2026〕18号') })
  const file = await sent(city, { noticeIds: [noticeId] })
  expect((await county.api.tasks.preview({ file })).notices).toMatchObject([{ outcome: '新收', noticeId }])
  const matches = { [noticeId]: own.noticeId }
  const effect = await county.api.tasks.take({ file, matches })
  expect(effect.notices).toMatchObject([{ outcome: '对上', taskId: noticeId, noticeId: own.noticeId }])
  expect((await county.api.notices.list({})).total).toBe(1)
  const requirements = async () => (await county.api.notices.get({ id: own.noticeId })).requirements.map(({ id }) => id)
  expect(await requirements()).toContain(requirementId)
  const { ids } = await city.api.requirements.add({
    noticeId,
    fields: [{ kind: '蹲点', title: '蹲点十天', state: '已确认' }],
  })
  const next = await county.api.tasks.take({ file: await sent(city, { noticeIds: [noticeId] }) })
  expect(next.notices).toMatchObject([{ outcome: '对上', noticeId: own.noticeId, added: ['蹲点十天'] }])
  expect(await requirements()).toContain(ids[0])
  expect((await county.api.notices.list({})).total).toBe(1)
  await expect(county.api.tasks.take({ file, matches: { [noticeId]: 'nothing' } })).rejects.toThrow(
    '要对应的通知不在台账里',
  )
})

test('a notice that the clerk removed does not come back', async () => {
  const { city, counties } = await openOffices()
  const [county] = counties as [TestOffice]
  const { noticeId } = await noticeOf(city)
  const file = await sent(city, { noticeIds: [noticeId] })
  await county.api.tasks.take({ file })
  await county.api.notices.remove({ id: noticeId })
  expect((await county.api.tasks.take({ file })).notices[0]?.outcome).toBe('已删除')
  expect((await county.api.notices.list({})).total).toBe(0)
})

test('the rule for stays is taken by an office that has none; materials only under names that it does not have', async () => {
  const { city, counties } = await openOffices({ counties: 2 })
  const [first, second] = counties as [TestOffice, TestOffice]
  const rule = { minDays: 20, period: '每年', source: '固工发〔2026〕3号' } as const
  await city.api.stayRule.set(rule)
  await second.api.stayRule.set({ ...rule, minDays: 30 })
  await city.api.materials.add([{ name: '二十届四中全会辅导读本', kind: '辅导读本' }])
  await second.api.materials.add([{ name: '二十届四中全会辅导读本', kind: '辅导读本', note: '本县的' }])
  const file = await sent(city, { withStayRule: true, withRegisters: true })
  expect(await first.api.tasks.take({ file })).toMatchObject({ stayRule: '采用', registers: 1 })
  expect(await second.api.tasks.take({ file })).toMatchObject({ stayRule: '未采用', registers: 0 })
  expect([await first.api.stayRule.show(), (await second.api.stayRule.show())?.minDays]).toEqual([rule, 30])
})

/** A sound 统一社会信用代码 over eight characters of an organisation. */
function creditCode(organisation: string): string {
  const body = `81640000${organisation}${organisationCheck(organisation)}`
  return `${body}${creditCodeCheck(body)}`
}

test('codes of unions come down to those that lack them; what the office has entered stays, and is told', async () => {
  const { city, counties } = await openOffices()
  const [county] = counties as [TestOffice]
  const [code, otherCode] = [creditCode('MC123456'), creditCode('MC654321')]
  await city.api.unions.add([
    union({ name: '县水泥厂工会', code, statisticsCode: '6404210001' }),
    union({ name: '县糖厂工会', code: otherCode, statisticsCode: '6404210002' }),
    union({ name: '县纸厂工会', statisticsCode: '6404210003' }),
    union({ name: '邻县的工会', statisticsCode: '6404220001' }),
    union({ name: '没有编码的工会' }),
  ])
  await county.api.unions.add([
    union({ name: '水泥厂工会委员会', code }),
    union({ name: '县糖厂工会', statisticsCode: '6404219999' }),
    union({ name: '县纸厂工会' }),
    union({ name: '县木材厂工会', statisticsCode: '6404210003' }),
  ])
  const file = await sent(city, { withCodes: true })
  const preview = await county.api.tasks.preview({ file })
  const codes = async () =>
    Object.fromEntries((await county.api.unions.list({})).rows.map((one) => [one.name, [one.code, one.statisticsCode]]))
  const before = await codes()
  expect(await county.api.tasks.take({ file })).toEqual(preview)
  expect(preview.codes.filled.toSorted()).toEqual(['县糖厂工会', '水泥厂工会委员会'])
  expect(preview.codes.kept).toEqual([
    { name: '县糖厂工会', field: 'statisticsCode', own: '6404219999', offered: '6404210002', why: '' },
    {
      name: '县纸厂工会',
      field: 'statisticsCode',
      own: '',
      offered: '6404210003',
      why: expect.stringContaining('已是“县木材厂工会”的统计编码'),
    },
  ])
  expect(await codes()).toEqual({
    ...before,
    水泥厂工会委员会: [code, '6404210001'],
    县糖厂工会: [otherCode, '6404219999'],
  })
  expect((await county.api.tasks.take({ file })).codes.filled).toEqual([])
  await expect(county.api.upper.sendDown({ withCodes: true })).rejects.toThrow('没有能收下发包的下级单位')
})

test('T13: nobody but those it is sealed for can open it, nobody takes tasks from one who is not above', async () => {
  const { city, counties } = await openOffices({ counties: 2 })
  const [first, second] = counties as [TestOffice, TestOffice]
  const { noticeId } = await noticeOf(city)
  const officeIds = [first.context.officeId]
  const file = await sent(city, { noticeIds: [noticeId], officeIds })
  await expect(second.api.tasks.take({ file })).rejects.toThrow('打不开')
  await expect(city.api.tasks.take({ file })).rejects.toThrow('本单位自己下发')
  const stranger = await openOffice(200, { name: '外市总工会' })
  await introduce(stranger, first)
  const other = await sent(stranger, { noticeIds: [(await noticeOf(stranger)).noticeId] })
  // Known, and this time as a subordinate: it may report to us, not tell us what to do.
  await first.context.db
    .updateTable('peer')
    .set({ role: '下级' })
    .where('officeId', '=', stranger.context.officeId)
    .execute()
  await expect(first.api.tasks.take({ file: other })).rejects.toThrow('不是本单位登记的上级')
})

test('with nothing chosen nothing is sent', async () => {
  const { city } = await openOffices()
  await expect(city.api.upper.sendDown({})).rejects.toThrow('没有可下发的内容')
})
