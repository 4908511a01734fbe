import { expect, test } from 'vitest'
import { stageFiles } from '../../../src-main/intake/stage-files.ts'
import type { Block } from '../../../src-shared/documents.ts'
import { openOffices, type TestOffice } from '../../open-offices.ts'
import { lecture, study, union } from '../../sample-records.ts'
import { makeReport, november } from '../intake/make-report.ts'
import { takeIn } from '../intake/take-in.ts'

const asked = { period: november, due: '2026-11-20' }

/** The first county has reported, late; the second has not. */
async function cityOfTwo() {
  const offices = await openOffices({ counties: 2 })
  const [first] = offices.counties as [TestOffice]
  const { ids } = await first.api.unions.add([union()])
  await first.api.lectures.add([lecture({ unionIds: ids, audienceOnSite: 40 })])
  await first.api.studies.add([study(), study()])
  await offices.city.api.studies.add([study({ topic: '市总自己的学习' })])
  const report = await makeReport(first, offices.city)
  await takeIn(offices.city, [report])
  return { ...offices, first, report }
}

const wordsOf = (blocks: readonly Block[]) =>
  blocks.map((block) =>
    'runs' in block ? block.runs.map((run) => run.text).join('') : 'text' in block ? block.text : '',
  )

test('the collected report counts all offices and our own, and goes on doing so when it is drawn again and traced', async () => {
  const { city, first, report } = await cityOfTwo()
  const { documentId } = await city.api.upper.report({ period: november })
  const drafted = await city.api.documents.get({ id: documentId })
  expect(drafted.content.scope).toBe('received')
  expect(wordsOf(drafted.content.blocks)[1]).toContain('应报单位2个，已报齐1个，未报1个')
  expect(drafted.content.annexes.map(({ title }) => title)[0]).toBe('分单位汇总表')
  const sessions = async () =>
    (await city.api.documents.trace({ id: documentId })).find(({ figure }) => figure === 'study.sessions')
  expect(await sessions()).toMatchObject({ value: 3, isStale: false })
  await first.api.studies.add([study({ topic: '补报' })])
  await takeIn(city, [await makeReport(first, city, { seq: 2, previousHash: report.manifestHash })])
  expect(await sessions()).toMatchObject({ value: 4, isStale: true })
  await city.api.documents.refresh({ id: documentId })
  expect(await sessions()).toMatchObject({ value: 4, text: '4', isStale: false })
  // Our own records alone: what an ordinary report of the same period counts.
  const own = await city.api.documents.draftReport(november)
  const traced = await city.api.documents.trace({ id: own.documentId })
  expect(traced.find(({ figure }) => figure === 'study.sessions')).toMatchObject({ value: 1 })
})

test('a table of several offices cannot be put into a document that counts one', async () => {
  const { city } = await cityOfTwo()
  const { documentId } = await city.api.documents.draftReport(november)
  const { version } = await city.api.documents.get({ id: documentId })
  await expect(city.api.sheets.annex({ documentId, version, sheet: { kind: 'offices' } })).rejects.toThrow(
    '请加入汇总报告',
  )
})

test('who has not reported gets a letter; who lacks nothing gets none', async () => {
  const { city, counties } = await cityOfTwo()
  const { documentIds } = await city.api.upper.remind({ ...asked, until: '2026-11-28' })
  expect(documentIds.length).toBe(1)
  const { content } = await city.api.documents.get({ id: documentIds[0] ?? '' })
  expect([content.kind, content.recipients, content.title]).toEqual([
    '函',
    ['清河县总工会'],
    '固川市总工会关于请清河县总工会报送工作情况的函',
  ])
  expect(wordsOf(content.blocks)).toEqual([
    '按照工作安排，各单位应于2026年11月20日前报送2026年11月学习宣讲蹲点工作情况。截至2026年11月21日，尚未收到你单位的上报包。',
    expect.stringContaining('于2026年11月28日前补报'),
    '特此函达。',
  ])
  const [first] = counties as [TestOffice]
  const input = { ...asked, officeIds: [first.context.officeId] }
  await expect(city.api.upper.remind(input)).rejects.toThrow('没有需要催报的单位')
})

test('a circular says who reported, who was late, who leads, and ranks all in its table', async () => {
  const { city } = await cityOfTwo()
  const { documentId } = await city.api.upper.circular({
    ...asked,
    figures: ['lecture.sessions', 'lecture.coverageRate'],
  })
  const { content } = await city.api.documents.get({ id: documentId })
  const words = wordsOf(content.blocks)
  expect(content.kind).toBe('通报')
  expect(words).toContain('报送截止日期为2026年11月20日。应报单位2个，已报齐1个，未报1个，逾期报送1个。')
  expect(words).toContain('未报的单位：清河县总工会。')
  expect(words).toContain('已报送单位宣讲场次合计1场，居前的是云山县总工会（1）。')
  const [annex] = content.annexes
  const table = annex && 'blocks' in annex ? annex.blocks[0] : undefined
  expect(table).toMatchObject({
    rows: [
      ['序号', '单位', '报送情况', '宣讲场次', '位次', '覆盖率', '位次'],
      ['1', '云山县总工会', '已报待验，逾期', '1', '1', '100.0%', '1'],
      ['2', '清河县总工会', '未报', '—', '—', '—', '—'],
    ],
  })
})

test('a letter asks for what only the office can bring, in its own words; what is ours to do goes to nobody', async () => {
  const { city, counties, first, report } = await cityOfTwo()
  const [, second] = counties as [TestOffice, TestOffice]
  const quarter = { from: '2026-10-01', to: '2026-12-31' }
  await city.api.upper.approve({ officeId: first.context.officeId, period: quarter })
  await first.api.studies.add([study({ topic: '补报' })])
  await takeIn(city, [await makeReport(first, city, { seq: 2, previousHash: report.manifestHash })])
  // Received, but nobody has opened it yet.
  await stageFiles(city.context, (await makeReport(second, city)).files, { step: async () => undefined })
  const { offices } = await city.api.upper.status({ period: quarter })
  const told = offices.map(({ remarks }) => remarks.map(({ words }) => words).join('；'))
  expect(told[0]).toMatch(/^统计期没有报满：2026-10-01至2026-10-31未报；验收（.+请重新验收$/)
  expect(told[1]).toMatch(/^第1号包已收到，尚未接收入库；统计期没有报满：2026-10-01至2026-10-31未报$/)

  const { documentIds } = await city.api.upper.remind({ period: quarter, until: '2026-11-28' })
  const letters = await Promise.all(
    documentIds.map(async (id) => wordsOf((await city.api.documents.get({ id })).content.blocks)),
  )
  expect(letters.map(([opening]) => opening?.split('截至')[1])).toEqual([
    '2026年11月21日，你单位报送的第2号上报包已于2026年11月21日收到，没有报送2026年10月的工作情况。',
    '2026年11月21日，你单位报送的第1号上报包已于2026年11月21日收到，没有报送2026年10月的工作情况。',
  ])
  expect(letters[0]?.[1]).not.toContain('零报告')
  await expect(city.api.upper.remind({ period: november, until: null })).rejects.toThrow('没有需要催报的单位')
})

test('nobody is ranked for a period that they have not reported, whatever they hold of it; ties lead together, zeros never', async () => {
  const { city, counties } = await openOffices({ counties: 5 })
  const held = [2, 2, 1, 1, 0]
  for (const [index, county] of counties.entries()) {
    if (index < 4) await county.api.studies.add(Array.from({ length: held[index] ?? 0 }, () => study()))
    // Of December, in a report of November.
    await county.api.studies.add([study({ date: '2026-12-01' })])
    await takeIn(city, [await makeReport(county, city)])
  }
  const figures = ['study.sessions', 'lecture.sessions', 'lecture.baseUnions'] as const
  const textOf = async (period: typeof november) => {
    const { documentId } = await city.api.upper.circular({ period, figures: [...figures] })
    const { blocks, annexes } = (await city.api.documents.get({ id: documentId })).content
    const [annex] = annexes
    const table = annex && 'blocks' in annex && annex.blocks[0]?.kind === 'table' ? annex.blocks[0].rows : []
    return { words: wordsOf(blocks), table }
  }
  const { words, table } = await textOf(november)
  expect(words).toContain(
    '已报送单位学习场次合计6场，居前的是云山县总工会（2）、清河县总工会（2）、石桥县总工会（1）、柳林县总工会（1）。',
  )
  expect(words).toContain('已报送单位宣讲场次合计0场。')
  expect(table.slice(1).map(([, , , , place]) => place)).toEqual(['1', '1', '3', '3', '5'])
  expect(table.slice(1).every((row) => row.at(-1) === '—')).toBe(true)
  const later = await textOf({ from: '2026-12-01', to: '2026-12-31' })
  expect(later.words.join()).not.toMatch(/工作进展|居前|合计/)
  expect(later.table.slice(1).flatMap((row) => row.slice(2))).toEqual(
    Array.from({ length: 5 }, () => ['未报', '—', '—', '—', '—', '—', '—']).flat(),
  )
})

test('a number that a notice of our own bears already is not proposed again', async () => {
  const { city } = await openOffices()
  const documentCode = (await city.api.office.show())?.documentCode ?? ''
  await city.api.notices.add({
    text: `固川市总工会关于学习的通知\n${documentCode}〔2026〕18号\n各县总工会：\n请组织学习。\n2026年9月1日`,
  })
  const { documentId } = await city.api.upper.report({ period: november })
  expect((await city.api.documents.get({ id: documentId })).content.number).toBe(`${documentCode}〔2026〕19号`)
})

test('a 零报告 is named with its reason; of rates nobody leads who lags behind all together', async () => {
  const { city, counties } = await openOffices({ counties: 4 })
  const unions = ['一厂工会', '二厂工会', '三厂工会', '四厂工会']
  for (const [index, reached] of [4, 3, 1].entries()) {
    const county = counties[index] as TestOffice
    const { ids } = await county.api.unions.add(unions.map((name) => union({ name })))
    await county.api.lectures.add([lecture({ unionIds: ids.slice(0, reached) })])
    await takeIn(city, [await makeReport(county, city)])
  }
  const declaredEmpty = [{ what: '本期工作', reason: '机构改革，未开展' }]
  await takeIn(city, [await makeReport(counties[3] as TestOffice, city, { manifest: { declaredEmpty } })])
  const { documentId } = await city.api.upper.circular({ ...asked, figures: ['lecture.coverageRate'] })
  const words = wordsOf((await city.api.documents.get({ id: documentId })).content.blocks)
  expect(words.find((one) => one.includes('应报单位'))).toContain('应报单位4个，已报齐4个（其中零报告1个），未报0个')
  expect(words).toContain('作零报告的单位：柳林县总工会（机构改革，未开展）。')
  expect(words).toContain('已报送单位覆盖率总体66.7%，居前的是云山县总工会（100.0%）、清河县总工会（75.0%）。')
})
