import { safe } from '@orpc/server'
import { expect, test } from 'vitest'
import { writeDocx } from '../../../src-main/documents/write-docx.ts'
import { computeFigures } from '../../../src-main/statistics/figures.ts'
import { asAnnex } from '../../../src-main/statistics/sheets.ts'
import { type Block, documentSchema } from '../../../src-shared/documents.ts'
import type { FigureKey, PeriodFigures } from '../../../src-shared/statistics.ts'
import { openTestApp } from '../../open-test-app.ts'
import { lecture, office, stay, study, union } from '../../sample-records.ts'

const quarter = { from: '2026-10-01', to: '2026-12-31' }

async function openOffice() {
  const app = await openTestApp()
  await app.api.office.set(office)
  return app
}

type Api = Awaited<ReturnType<typeof openTestApp>>['api']

async function draft(api: Api, period = quarter) {
  const { documentId } = await api.documents.draftReport(period)
  return await api.documents.get({ id: documentId })
}

const runsOf = (block: Block) => (block.kind === 'paragraph' ? block.runs : [])
const textOf = (block: Block) =>
  block.kind === 'heading'
    ? block.text
    : runsOf(block)
        .map((run) => run.text)
        .join('')
const textsOf = (blocks: readonly Block[]) => blocks.map(textOf)
const figuresIn = (blocks: readonly Block[]) => blocks.flatMap(runsOf).filter((run) => run.figure !== undefined)

/** The chapter below a heading. */
function chapter(blocks: readonly Block[], title: string): string[] {
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.text === title)
  const rest = blocks.slice(start + 1)
  const end = rest.findIndex((block) => block.kind === 'heading')
  return textsOf(end === -1 ? rest : rest.slice(0, end))
}

test('without the office nothing can be drafted', async () => {
  const { api } = await openTestApp()
  const [error] = await safe(api.documents.draftReport(quarter))
  expect(error).toMatchObject({ code: 'OFFICE_MISSING' })
  expect(await api.documents.list()).toEqual([])
})

test('head and foot come from the office, the period and today', async () => {
  const { api } = await openOffice()
  const { content, period } = await draft(api)
  expect(period).toEqual(quarter)
  expect({ ...content, blocks: [], annexes: content.annexes.map((annex) => annex.title) }).toEqual({
    kind: '报告',
    mark: '云山县总工会文件',
    number: '云工发〔2026〕1号',
    signers: ['马建国'],
    title: '云山县总工会关于2026年第四季度学习宣讲蹲点工作情况的报告',
    recipients: ['固川市总工会'],
    blocks: [],
    annexes: ['学习活动统计表', '宣讲覆盖统计表', '蹲点工作统计表'],
    issuer: '云山县总工会',
    hasSeal: true,
    date: '2026-11-21',
    copyTo: [],
    printer: '云山县总工会办公室',
    printedOn: '2026-11-21',
  })
  expect(documentSchema.safeParse(content).success).toBe(true)
})

test('an empty period reads naturally, invents nothing and asks the clerk', async () => {
  const { api } = await openOffice()
  const { content } = await draft(api)
  expect(textsOf(content.blocks)).toEqual([
    '现将云山县总工会2026年第四季度学习宣讲蹲点工作情况报告如下。',
    '主要做法',
    '学习活动组织情况',
    '本期未组织学习活动。',
    '宣讲工作开展情况',
    '本期未开展宣讲。',
    '蹲点工作开展情况',
    '本期未安排蹲点。',
    '取得成效',
    '【待填写：本期取得的成效，请据实写明】',
    '存在问题',
    '【待填写：本期存在的问题，请据实写明】',
    '下一步打算',
    '【待填写：下一步打算，请写明措施和时限】',
    '特此报告。',
  ])
})

test('one record of each kind: what is not stated is left out', async () => {
  const { api } = await openOffice()
  const { ids } = await api.unions.add([union()])
  await api.studies.add([study({ type: '培训班', topic: '“产改”实务', dueCount: null, attendedCount: null })])
  await api.lectures.add([lecture({ unionIds: ids, reactions: '“听得懂、用得上。”' })])
  await api.stays.add([stay({ deeds: ['协调加开晚班车'], outcome: '摸清了底数。' })])
  const { content } = await draft(api)
  const texts = textsOf(content.blocks)
  expect(texts).toContain('本期共组织学习活动1场。')
  expect(texts).toContain('围绕“‘产改’实务”主题开展学习。')
  expect(texts).toContain('本期共开展宣讲1场，现场听讲45人次。宣讲覆盖基层工会1个，占单位名册所列1个基层工会的100.0%。')
  expect(texts).toContain(
    '本期共完成蹲点1批次，参加干部1人次，累计在岗10天；走访单位和职工家庭16家，访谈职工48人次；办实事1件。',
  )
  expect(chapter(content.blocks, '取得成效')).toEqual([
    '宣讲后，职工反映：“听得懂、用得上”。',
    '结合蹲点为职工群众办实事1件：协调加开晚班车。',
    '在云山工业园区蹲点：摸清了底数。',
  ])
  expect(texts.join('')).not.toMatch(/(?<!\d)0[场个人家件次条]|null|NaN|undefined|。。|；。|：。|，。/)
})

test('存在问题 names the unions not reached and the problems still open, overdue ones first', async () => {
  const { api } = await openOffice()
  const { ids } = await api.unions.add([
    union(),
    union({ name: '甲工会', township: '河湾乡' }),
    union({ name: '乙工会', township: '河湾乡' }),
  ])
  await api.lectures.add([lecture({ unionIds: ids.slice(0, 1) })])
  await api.stays.add([
    stay({
      problems: [
        { text: '宿舍漏水', state: '已办结' },
        { text: '末班车太早', due: '2026-12-20', state: '办理中' },
        { text: '加班费计算不明', due: '2026-11-10', state: '待办' },
      ],
    }),
  ])
  const { content } = await draft(api)
  expect(chapter(content.blocks, '存在问题')).toEqual([
    '单位名册所列3个基层工会中，本期宣讲覆盖1个，宣讲覆盖还不全面，尚未覆盖的有河湾乡2个。',
    '蹲点中梳理的3个问题，已办结1个，其余2个尚未办结：云山工业园区“加班费计算不明”（已超过办理时限）；云山工业园区“末班车太早”。',
  ])
  expect(textsOf(content.blocks).join('')).not.toContain('待填写：本期存在的问题')
})

test('every figure of a full quarter is the one that the statistics count, in the text as in the annexes', async () => {
  const { api, context } = await openTestApp()
  await api.office.set(office)
  const { period } = await api.sample.load({})
  const { content } = await draft(api, period)
  const figures = await computeFigures(context.db, period)
  const figureOf = (key: FigureKey) => {
    const [group, name] = key.split('.') as [keyof PeriodFigures, string]
    return (figures[group] as Record<string, number>)[name]
  }
  const runs = figuresIn(content.blocks)
  expect(runs.length).toBeGreaterThan(20)
  for (const { text, figure } of runs) {
    const counted = figureOf(figure as FigureKey) ?? Number.NaN
    expect([figure, text]).toEqual([figure, text.endsWith('%') ? `${(counted * 100).toFixed(1)}%` : String(counted)])
  }
  expect(content.annexes.map((annex) => 'sheet' in annex && annex.sheet)).toEqual(
    (await api.sheets.show(period)).map(asAnnex),
  )
  expect((await writeDocx(content)).length).toBeGreaterThan(10_000)
})

test('numbers go on from the highest of the year and no two documents share one', async () => {
  const { api } = await openOffice()
  const first = await draft(api)
  const second = await draft(api)
  expect([first.content.number, second.content.number]).toEqual(['云工发〔2026〕1号', '云工发〔2026〕2号'])
  await api.documents.update({
    id: second.id,
    version: second.version,
    content: { ...second.content, number: '云工发〔2026〕41号' },
  })
  expect((await draft(api)).content.number).toBe('云工发〔2026〕42号')
  const [error] = await safe(
    api.documents.update({
      id: first.id,
      version: first.version,
      content: { ...first.content, number: '云工发〔2026〕41号' },
    }),
  )
  expect(error?.message).toContain('文号“云工发〔2026〕41号”已用于《云山县总工会')
})

test('refresh draws the figures again and leaves the words of the clerk', async () => {
  const { api } = await openOffice()
  await api.studies.add([study()])
  const { id, version, content } = await draft(api)
  const isAboutLectures = (block: Block) => textOf(block) === '本期未开展宣讲。'
  const edited = {
    ...content,
    title: '云山县总工会关于学习情况的报告',
    signers: ['李红梅'],
    blocks: [
      ...content.blocks.filter((block) => !isAboutLectures(block)).slice(0, -1),
      { kind: 'paragraph' as const, runs: [{ text: '我们自己写的一段，提到学习5场。' }] },
    ],
  }
  await api.documents.update({ id, version, content: edited })
  await api.studies.add([study({ date: '2026-11-12', attendedCount: 9 })])
  await api.stays.add([stay()])
  await api.lectures.add([lecture()])

  const fresh = await api.documents.refresh({ id })
  const texts = textsOf(fresh.content.blocks)
  expect(texts).toContain(
    '本期共组织学习活动2场，其中理论学习中心组集体学习2场；参加学习20人次。按应到、实到人数均有登记的场次计算，应到24人次，实到20人次，到课率为83.3%。',
  )
  expect(texts.some((words) => words.startsWith('本期共完成蹲点1批次'))).toBe(true)
  expect(texts.join('')).not.toContain('宣讲1场')
  expect(texts.at(-1)).toBe('我们自己写的一段，提到学习5场。')
  expect([fresh.content.title, fresh.content.signers]).toEqual([edited.title, edited.signers])
  expect(fresh.content.annexes.map((annex) => 'sheet' in annex && annex.sheet)).toEqual(
    (await api.sheets.show(quarter)).map(asAnnex),
  )
  expect(fresh.version).toBe(3)
})

test('a paragraph whose figures no longer hold goes, and its chapter asks the clerk', async () => {
  const { api } = await openOffice()
  const { ids } = await api.unions.add([union()])
  const { id } = await draft(api)
  await api.lectures.add([lecture({ unionIds: ids })])
  const { content } = await api.documents.refresh({ id })
  expect(chapter(content.blocks, '存在问题')).toEqual(['【待填写：本部分原有数字已不适用，请据实改写】'])
})

test('in a paragraph that the clerk made over only the numbers change', async () => {
  const { api } = await openOffice()
  await api.studies.add([study()])
  const { id, version, content } = await draft(api)
  const own: Block = {
    kind: 'paragraph',
    runs: [{ text: '到场' }, { text: '11', figure: 'study.attended' }, { text: '人次，讨论热烈。' }],
  }
  await api.documents.update({ id, version, content: { ...content, blocks: [own] } })
  await api.studies.add([study({ date: '2026-11-12', attendedCount: 9 })])
  const fresh = await api.documents.refresh({ id })
  expect(textsOf(fresh.content.blocks)).toEqual(['到场20人次，讨论热烈。'])
})

test('refreshing twice changes nothing more', async () => {
  const { api } = await openOffice()
  await api.sample.load({})
  const { id } = await draft(api)
  const once = await api.documents.refresh({ id })
  expect(await api.documents.refresh({ id })).toEqual(once)
})
