import { expect, test } from 'vitest'
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
  expect(words).toContain('宣讲场次合计1场，居前的是云山县总工会（1）。')
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
