import { expect, test } from 'vitest'
import { deskStatus } from '../../../src-main/desk/office-status.ts'
import type { OfficeStatus } from '../../../src-shared/desk.ts'
import { openOffices, type TestOffice } from '../../open-offices.ts'
import { lecture, stay, study, union } from '../../sample-records.ts'
import { makeReport, november } from '../intake/make-report.ts'
import { takeIn } from '../intake/take-in.ts'

const zero = [{ what: '本期工作', reason: '机构合并，本期未开展' }]

async function fill({ api }: TestOffice, studies = 2) {
  const unions = await api.unions.add([union()])
  await api.studies.add(Array.from({ length: studies }, (_, index) => study({ topic: `专题${index + 1}` })))
  await api.lectures.add([lecture({ unionIds: unions.ids })])
}

async function statesOf({ api }: TestOffice, asked: Parameters<TestOffice['api']['upper']['status']>[0]) {
  const { offices } = await api.upper.status(asked)
  return Object.fromEntries(offices.map(({ name, state }) => [name, state]))
}

async function statusOf(
  upper: TestOffice,
  lower: TestOffice,
  asked = { period: november } as object,
): Promise<OfficeStatus> {
  const { offices } = await upper.api.upper.status(asked)
  const found = offices.find(({ officeId }) => officeId === lower.context.officeId)
  if (!found) throw new Error('no such office')
  return found
}

test('without a bundle an office has not reported; with a whole one it waits for approval; a person approves', async () => {
  const { city, counties } = await openOffices({ counties: 2 })
  const [first, second] = counties as [TestOffice, TestOffice]
  await fill(first)
  expect(await statesOf(city, { period: november })).toEqual({ 云山县总工会: '未报', 清河县总工会: '未报' })
  const report = await makeReport(first, city)
  await takeIn(city, [report])
  expect(await statesOf(city, { period: november })).toEqual({ 云山县总工会: '已报待验', 清河县总工会: '未报' })
  const officeId = first.context.officeId
  await city.api.upper.approve({ officeId, period: november })
  expect(await statusOf(city, first)).toMatchObject({
    state: '已验',
    approval: { isStale: false },
    records: 3,
    remarks: [],
  })
  await city.api.upper.withdrawApproval({ officeId, period: november })
  expect(await statesOf(city, { period: november })).toEqual({ 云山县总工会: '已报待验', 清河县总工会: '未报' })
  await expect(city.api.upper.approve({ officeId: second.context.officeId, period: november })).rejects.toThrow(
    '还没有接收',
  )
})

test('a later change of content makes an approved report wait again and says what has changed', async () => {
  const { city, counties } = await openOffices()
  const [county] = counties as [TestOffice]
  await fill(county)
  const first = await makeReport(county, city)
  await takeIn(city, [first])
  await city.api.upper.approve({ officeId: county.context.officeId, period: november })
  await county.api.studies.add([study({ topic: '漏报的一次' })])
  const correction = { manifest: { correction: '补报一次学习' }, seq: 2, previousHash: first.manifestHash }
  await takeIn(city, [await makeReport(county, city, correction)])
  const { state, remarks, approval } = await statusOf(city, county)
  expect([state, approval?.isStale]).toEqual(['已报待验', true])
  expect(remarks[0]?.words).toContain('又接收了第2号包（更正：补报一次学习）：学习场次由2变为3')
})

test('an approval that holds no longer names its day by the clock on the wall, some figures apart, and how many there are', async () => {
  const { city, counties } = await openOffices()
  const [county] = counties as [TestOffice]
  await fill(county)
  const first = await makeReport(county, city)
  await takeIn(city, [first])
  const { officeId } = county.context
  await city.api.upper.approve({ officeId, period: november })
  // Ten past seven in the morning of the 24th, where we are.
  await city.context.db.updateTable('approval').set({ at: '2026-11-23T23:10:00.000Z' }).execute()
  await county.api.studies.add([study({ dueCount: 40, attendedCount: 38, attendanceNote: '' })])
  await takeIn(city, [await makeReport(county, city, { seq: 2, previousHash: first.manifestHash })])
  const { remarks } = await statusOf(city, county)
  expect(remarks[0]?.words).toMatch(
    /^验收（2026-11-24）以后又接收了第2号包：学习场次由2变为3、实到人次由\d+变为\d+、计率应到人次由\d+变为\d+、计率实到人次由\d+变为\d+等\d项，请重新验收$/,
  )
})

test('a record that was returned twice is one record that has not been changed', async () => {
  const { city, counties } = await openOffices()
  const [county] = counties as [TestOffice]
  const { ids } = await county.api.studies.add([study({ topic: '甲' }), study({ topic: '乙' })])
  await takeIn(city, [await makeReport(county, city)])
  const returning = { officeId: county.context.officeId, table: 'study', rowId: ids[0] ?? '', version: 1 }
  await city.api.receipts.returnRow({ ...returning, words: '没有签到表' })
  await city.api.receipts.returnRow({ ...returning, field: 'attendedCount', words: '实到人数不符' })
  expect((await statusOf(city, county)).remarks.map(({ words }) => words)).toEqual(['退回1条未改'])
})

test('what was said of a version that is not here any more waits with it: neither board nor receipt tells it', async () => {
  const { city, counties } = await openOffices()
  const [county] = counties as [TestOffice]
  const { ids } = await county.api.studies.add([study({ topic: '甲' })])
  const id = ids[0] ?? ''
  const first = await makeReport(county, city)
  await takeIn(city, [first])
  await county.api.studies.update({ id, version: 1, fields: study({ topic: '甲，改过' }) })
  const second = await makeReport(county, city, { seq: 2, previousHash: first.manifestHash })
  await takeIn(city, [second])
  const { officeId } = county.context
  await city.api.receipts.returnRow({ officeId, table: 'study', rowId: id, version: 2, words: '没有签到表' })
  const told = async () => (await statusOf(city, county)).remarks.map(({ words }) => words)
  expect(await told()).toEqual(['退回1条未改'])
  await city.api.intake.undo({ bundleId: second.manifest.bundleId })
  expect(await told()).toEqual([])
  await city.api.intake.import({ bundleIds: [second.manifest.bundleId] })
  expect(await told()).toEqual(['退回1条未改'])
})

test('a report whose cover states other totals than its records stands in red', async () => {
  const { city, counties } = await openOffices()
  const [county] = counties as [TestOffice]
  await fill(county)
  const { manifest } = await makeReport(county, city)
  if (manifest.figures === null) throw new Error('a report has figures')
  const figures = { ...manifest.figures, study: { ...manifest.figures.study, sessions: 9 } }
  await takeIn(city, [await makeReport(county, city, { manifest: { figures } })], true)
  const { state, remarks } = await statusOf(city, county)
  expect(state).toBe('部分报')
  const asks = '明细与封面的合计不符（学习场次封面9、明细2），请核对更正'
  expect(remarks).toEqual([{ level: 'must', words: '明细与封面合计不符：学习场次封面9、明细2', asks }])
})

test('a 零报告 with its reason counts as reported; an empty bundle without one does not', async () => {
  const { city, counties } = await openOffices({ counties: 2 })
  const [silent, told] = counties as [TestOffice, TestOffice]
  await takeIn(city, [
    await makeReport(silent, city),
    await makeReport(told, city, { manifest: { declaredEmpty: zero } }),
  ])
  expect(await statesOf(city, { period: november })).toEqual({ 云山县总工会: '部分报', 清河县总工会: '已报待验' })
  expect((await statusOf(city, told)).zero).toEqual(zero)
})

test('of a notice only the reports that answer it count, by its id or its number, and its requirements are held against them', async () => {
  const { city, counties } = await openOffices({ counties: 2 })
  const [answering, other] = counties as [TestOffice, TestOffice]
  const notice = await noticeOfCity(city)
  for (const county of counties) await fill(county)
  const answer = { id: notice.noticeId, number: '固工发〔2026〕8号', title: '通知', issuer: '固川市总工会' }
  await takeIn(city, [
    await makeReport(answering, city, { manifest: { notice: answer } }),
    await makeReport(other, city),
  ])
  const asked = { noticeId: notice.noticeId }
  expect(await statesOf(city, asked)).toEqual({ 云山县总工会: '部分报', 清河县总工会: '未报' })
  const status = await statusOf(city, answering, asked)
  expect(status.requirements.map(({ state, done, gap }) => [state, done, gap])).toEqual([['未落实', 2, 1]])
  expect(status.remarks.map(({ words }) => words)).toEqual(['要求“集体学习三次”差1次'])
})

test('on time is by our clock to the last day of the notice; both clocks are shown', async () => {
  const { city, counties } = await openOffices()
  const [county] = counties as [TestOffice]
  await fill(county)
  const createdAt = '2026-01-01T00:00:00.000Z'
  await takeIn(city, [await makeReport(county, city, { manifest: { createdAt } })])
  const on = async (due: string) => (await statusOf(city, county, { period: november, due })).timing
  expect([await on('2026-11-20'), await on('2026-11-21')]).toEqual(['逾期', '按时'])
  expect(await statusOf(city, county)).toMatchObject({
    timing: null,
    sentAt: createdAt,
    receivedAt: city.context.now(),
  })
})

test('what was counted is kept until the rows of the office change', async () => {
  const { city, counties } = await openOffices({ counties: 2 })
  const [first] = counties as [TestOffice]
  for (const county of counties) await fill(county)
  await takeIn(city, [await makeReport(first, city), await makeReport(counties[1] as TestOffice, city)])
  const counted: number[] = []
  const count = () =>
    deskStatus(city.context, { noticeId: null, period: november, due: null }, async (_, total) => {
      counted.push(total)
    })
  await count()
  expect(counted.length).toBeGreaterThan(0)
  counted.length = 0
  await count()
  expect(counted).toEqual([])
  await first.api.studies.add([study()])
  await takeIn(city, [await makeReport(first, city, { seq: 2 })], true)
  await count()
  // The one office, for what is asked and for its cover alike.
  expect(counted).toEqual([1])
})

test('a 零报告 of one kind accounts for the requirements of that kind, as long as there are none of it', async () => {
  const { city, counties } = await openOffices()
  const [county] = counties as [TestOffice]
  const notice = await noticeOfCity(city)
  await city.api.requirements.add({
    noticeId: notice.noticeId,
    fields: [{ kind: '蹲点', title: '蹲点一批', state: '已确认', minimum: { count: 1, unit: '次' } }],
  })
  await fill(county, 3)
  const answer = { id: notice.noticeId, number: '固工发〔2026〕8号', title: '通知', issuer: '固川市总工会' }
  let previousHash: string | null = null
  const told = async (seq: number, what: string) => {
    const declaredEmpty = [{ what, reason: '集中迎检，未安排' }]
    const made = await makeReport(county, city, { seq, previousHash, manifest: { notice: answer, declaredEmpty } })
    previousHash = made.manifestHash
    await takeIn(city, [made], true)
    const { state, requirements } = await statusOf(city, county, { noticeId: notice.noticeId })
    return [state, ...requirements.map((one) => one.state)]
  }
  expect(await told(1, '宣传文化')).toEqual(['部分报', '已落实', '未落实'])
  expect(await told(2, '蹲点')).toEqual(['已报待验', '已落实', '零报告'])
  await county.api.stays.add([stay({ from: '2026-11-02', to: '2026-11-20' })])
  expect((await told(3, '蹲点')).slice(1)).toEqual(['已落实', '已落实'])
})

async function noticeOfCity({ api }: TestOffice) {
  const text =
    '固川市总工会关于学习的通知\n固工发〔2026〕8号\n各县（区）总工会：\n请认真组织学习。\n固川市总工会\n2026年11月1日'
  const notice = await api.notices.add({ text })
  for (const { id } of notice.requirements) await api.requirements.remove({ id })
  await api.requirements.add({
    noticeId: notice.noticeId,
    fields: [{ kind: '学习', title: '集体学习三次', state: '已确认', minimum: { count: 3, unit: '次' } }],
  })
  return notice
}
