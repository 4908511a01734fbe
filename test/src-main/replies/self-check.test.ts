import { describe, expect, test } from 'vitest'
import { unequalTotals } from '../../../src-main/replies/self-check/output-rules.ts'
import type { Api } from '../../../src-shared/contract.ts'
import type { RequirementInput } from '../../../src-shared/notices.ts'
import { type SelfCheckRule, selfCheckRules } from '../../../src-shared/self-check-rules.ts'
import { openTestApp } from '../../open-test-app.ts'
import { lecture, office, stay, study, union } from '../../sample-records.ts'
import { noticeWith, requirement } from '../notices/sample-notice.ts'
import { autumn, fillMarks, openCounty } from './open-replies.ts'

type Ledger = {
  readonly api: Api
  readonly noticeId: string
  readonly requirementId: string
  readonly unionIds: readonly string[]
}

/** One unit with 320 workers, a notice that asks for one lecture, and what the test enters. */
async function findings(
  rule: SelfCheckRule,
  enter: (ledger: Ledger) => Promise<unknown>,
  asked: Partial<RequirementInput> = {},
) {
  const { api } = await openTestApp()
  await api.office.set(office)
  const { ids: unionIds } = await api.unions.add([union()])
  const { id: noticeId, ids } = await noticeWith(api, [
    requirement({ kind: '宣讲', title: '开展宣讲', forms: [], ...asked }),
  ])
  await enter({ api, noticeId, requirementId: ids[0] ?? '', unionIds })
  const all = await api.notices.selfCheck({ id: noticeId, period: autumn })
  return all.filter((one) => one.rule === rule)
}

const addLectures =
  (...fields: Parameters<typeof lecture>[0][]) =>
  ({ api, unionIds }: Ledger) =>
    api.lectures.add(fields.map((one) => lecture({ unionIds: [...unionIds], ...one })))

/** A reply drafted of one lecture, then changed. */
const replyThat = (change: (ledger: Ledger, documentId: string) => Promise<unknown>) => async (ledger: Ledger) => {
  await addLectures({})(ledger)
  const { documentId } = await ledger.api.notices.reply({ noticeId: ledger.noticeId, period: autumn })
  await fillMarks(ledger.api, documentId)
  await change(ledger, documentId)
}

type Case = {
  readonly rule: SelfCheckRule
  readonly title: string
  readonly breaks: (ledger: Ledger) => Promise<unknown>
  readonly keeps: (ledger: Ledger) => Promise<unknown>
  readonly asked?: Partial<RequirementInput>
  readonly says: string
}

const minimum = { count: 2, unit: '场' }
const report = (due: string) => ({ kind: '报告' as const, forms: [], report: { to: [], slots: [], due } })

const cases: readonly Case[] = [
  {
    rule: 'L01',
    title: 'a record of tomorrow',
    breaks: ({ api }) => api.studies.add([study({ date: '2026-11-22' })]),
    keeps: ({ api }) => api.studies.add([study({ date: '2026-11-21' })]),
    says: '晚于今天',
  },
  {
    rule: 'L02',
    title: 'the same lecture twice; two lectures of one day at two places are two',
    breaks: addLectures({}, {}),
    keeps: addLectures({}, { place: '水泥公司二车间' }),
    says: '登记了2条',
  },
  {
    rule: 'L03',
    title: 'a confirmed record whose day was moved out of the window',
    breaks: async ({ api, requirementId }) => {
      const [id = ''] = (await api.lectures.add([lecture()])).ids
      await api.answers.set({ requirementId, recordKind: 'lecture', recordId: id, state: '采用' })
      await api.lectures.update({ id, version: 1, fields: lecture({ date: '2026-11-16' }) })
    },
    keeps: async ({ api, requirementId }) => {
      const [id = ''] = (await api.lectures.add([lecture()])).ids
      await api.answers.set({ requirementId, recordKind: 'lecture', recordId: id, state: '采用' })
    },
    asked: { window: { from: '2026-11-01', to: '2026-11-10' } },
    says: '不在“开展宣讲”要求的时间范围内',
  },
  {
    rule: 'L04',
    title: 'more on site than the units employ',
    breaks: addLectures({ audienceOnSite: 321 }),
    keeps: addLectures({ audienceOnSite: 320 }),
    says: '多于所到单位职工总数320人',
  },
  {
    rule: 'L05',
    title: 'lectures that name more unions than the register has',
    breaks: async ({ api, unionIds }) => {
      const [gone = ''] = (await api.unions.add([union({ name: '已撤并工会' })])).ids
      const [lectureId = ''] = (await api.lectures.add([lecture({ unionIds: [...unionIds, gone] })])).ids
      await api.lectures.remove({ id: lectureId })
      await api.unions.remove({ id: gone })
      await api.lectures.restore({ id: lectureId })
    },
    keeps: addLectures({}),
    says: '其中已撤并工会已不在名册',
  },
  {
    rule: 'L06',
    title: 'one cadre at two places on the same days; the day after is free',
    breaks: ({ api }) =>
      api.stays.add([stay(), stay({ unitName: '河湾水电站', from: '2026-11-13', to: '2026-11-16', daysOnSite: 2 })]),
    keeps: ({ api }) =>
      api.stays.add([stay(), stay({ unitName: '河湾水电站', from: '2026-11-14', to: '2026-11-16', daysOnSite: 2 })]),
    says: '李红梅在云山工业园区和河湾水电站的蹲点时间有重叠',
  },
  {
    rule: 'L07',
    title: 'a lecture of a stay outside its days',
    breaks: async (ledger) => {
      const [stayId = ''] = (await ledger.api.stays.add([stay()])).ids
      await addLectures({ stayId, date: '2026-11-14' })(ledger)
    },
    keeps: async (ledger) => {
      const [stayId = ''] = (await ledger.api.stays.add([stay()])).ids
      await addLectures({ stayId, date: '2026-11-13' })(ledger)
    },
    says: '不在期间内',
  },
  {
    rule: 'L09',
    title: 'a report that the records have left behind',
    breaks: replyThat(({ api }) => api.lectures.add([lecture({ topic: '又一场' })])),
    keeps: replyThat(async () => undefined),
    says: '数字与台账不一致',
  },
  {
    rule: 'L10',
    title: 'a report dated before its last record',
    breaks: replyThat(({ api }, id) => redate(api, id, '2026-11-05')),
    keeps: replyThat(({ api }, id) => redate(api, id, '2026-11-06')),
    says: '早于最后一条记录的日期2026-11-06',
  },
  {
    rule: 'L11',
    title: 'a report with something left to fill in',
    breaks: async (ledger) => ledger.api.notices.reply({ noticeId: ledger.noticeId, period: autumn }),
    keeps: replyThat(async () => undefined),
    says: '待填写的内容',
  },
  {
    rule: 'L12',
    title: 'a minimum that is not reached',
    breaks: addLectures({}),
    keeps: addLectures({}, { topic: '第二场' }),
    asked: { minimum },
    says: '至少2场，已完成1场，还差1场',
  },
  {
    rule: 'L13',
    title: 'a report that was due yesterday',
    breaks: async ({ api, noticeId }) =>
      api.requirements.add({ noticeId, fields: [requirement(report('2026-11-20'))] }),
    keeps: async ({ api, noticeId }) => api.requirements.add({ noticeId, fields: [requirement(report('2026-11-21'))] }),
    says: '要求2026-11-20前报送',
  },
  {
    rule: 'L14',
    title: 'a number of people that was not entered; an online lecture has nobody on site',
    breaks: addLectures({ audienceOnSite: null }),
    keeps: addLectures({ audienceOnSite: null, delivery: '线上', audienceOnline: 30 }),
    says: '有1条宣讲没有填现场人次',
  },
  {
    rule: 'L15',
    title: 'a unit without its number of staff',
    breaks: ({ api }) => api.unions.add([union({ name: '乙厂工会', staff: null })]),
    keeps: async () => undefined,
    says: '有1个单位没有填职工人数',
  },
]

async function redate(api: Api, id: string, date: string) {
  const { version, content } = await api.documents.get({ id })
  await api.documents.update({ id, version, content: { ...content, date } })
}

describe('each rule finds the ledger that breaks it, and not the one that keeps it', () => {
  test.each(cases)('$rule: $title', async ({ rule, breaks, keeps, asked, says }) => {
    const found = await findings(rule, breaks, asked)
    expect(found).toMatchObject([
      {
        severity: selfCheckRules.find(({ id }) => id === rule)?.severity,
        explanation: '',
        message: expect.stringContaining(says),
      },
    ])
    expect(await findings(rule, keeps, asked)).toEqual([])
  })

  test('L08: a total that its rows do not give', async () => {
    const { api, period } = await openCounty()
    const sheets = await api.sheets.show(period)
    expect(unequalTotals(sheets)).toEqual([])
    const wrong = sheets.map((sheet, index) => ({
      ...sheet,
      blocks: sheet.blocks.map((block) => ({
        ...block,
        total:
          index === 0
            ? (block.total?.map((cell) => (typeof cell === 'number' ? cell + 1 : cell)) ?? null)
            : block.total,
      })),
    }))
    const found = unequalTotals(wrong)
    expect(found.length).toBeGreaterThan(0)
    expect(found.every(({ rule, message }) => rule === 'L08' && message.includes('与合计栏'))).toBe(true)
  })

  test('every rule is shown to break, L08 apart in the test above', () => {
    expect(new Set(cases.map(({ rule }) => rule)).size + 1).toBe(selfCheckRules.length)
  })
})

test('an explanation stays with its finding, can be changed, and is taken back with nothing', async () => {
  const { api } = await openTestApp()
  await api.office.set(office)
  const { id: noticeId, ids } = await noticeWith(api, [requirement({ kind: '宣讲', forms: [], minimum })])
  const [subject = ''] = ids
  const said = async () =>
    (await api.notices.selfCheck({ id: noticeId })).find(({ rule }) => rule === 'L12')?.explanation
  const explain = (text: string) => api.notices.explain({ noticeId, rule: 'L12', subject, text })
  await explain('劳模外出疗休养，十二月补开')
  await explain('十二月上旬补开两场')
  expect(await said()).toBe('十二月上旬补开两场')
  await explain('')
  expect(await said()).toBe('')
  await expect(api.notices.explain({ noticeId: 'nobody', rule: 'L12', subject, text: '无' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('without a period it looks from the day of the notice to today', async () => {
  const { api } = await openTestApp()
  await api.office.set(office)
  const { id } = await noticeWith(api, [requirement()])
  await api.lectures.add([lecture({ date: '2026-10-07' }), lecture({ date: '2026-10-07' })])
  expect(await api.notices.selfCheck({ id })).toEqual([])
  await api.lectures.add([lecture({ date: '2026-10-08' }), lecture({ date: '2026-10-08' })])
  expect((await api.notices.selfCheck({ id })).map(({ rule }) => rule)).toEqual(['L02'])
})
