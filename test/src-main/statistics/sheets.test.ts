import { safe } from '@orpc/server'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { computeFigures } from '../../../src-main/statistics/figures.ts'
import type { Sheet, SheetCell } from '../../../src-shared/statistics.ts'
import { openTestApp } from '../../open-test-app.ts'
import { enterRecords, randomLedger, randomPeriod } from '../../random-records.ts'
import { lecture, office, stay, study, union } from '../../sample-records.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }

test('sheets need the office that reports them', async () => {
  const { api } = await openTestApp()
  const [error] = await safe(api.sheets.show(november))
  expect(error?.message).toBe('还没有填写本单位信息，请先到“设置”中填写单位名称、发文代字和上级工会。')
})

test('an empty period gives three sheets without rows and without totals', async () => {
  const { api } = await openTestApp()
  await api.office.set(office)
  const sheets = await api.sheets.show(november)
  expect(sheets.map((sheet) => sheet.title)).toEqual(['学习活动统计表', '宣讲覆盖统计表', '蹲点工作统计表'])
  expect(sheets.flatMap((sheet) => sheet.blocks.map((block) => [block.rows, block.total]))).toEqual(
    Array.from({ length: 5 }, () => [[], null]),
  )
})

test('the sheet of studies has a row for each type that occurred, in the order of the vocabulary', async () => {
  const { api } = await openTestApp()
  await api.office.set(office)
  await api.studies.add([
    study({ type: '主题党日', delivery: '线上', dueCount: null, attendedCount: null }),
    study({ type: '理论学习中心组集体学习', dueCount: 12, attendedCount: 9 }),
    study({ type: '理论学习中心组集体学习', delivery: '线上线下结合', dueCount: 12, attendedCount: null }),
    study({ type: '集中学习', dueCount: 8, attendedCount: 6 }),
    study({ type: '集中学习', dueCount: null, attendedCount: 40 }),
  ])
  const sheet = (await api.sheets.show(november))[0] as Sheet
  expect(sheet.blocks[0]?.rows).toEqual([
    ['理论学习中心组集体学习', 2, 1, 0, 1, 9, 12, 9, 0.75],
    ['主题党日', 1, 0, 1, 0, null, null, null, null],
    ['集中学习', 2, 2, 0, 0, 46, 8, 6, 0.75],
  ])
  expect(sheet.blocks[0]?.total).toEqual(['合计', 5, 3, 1, 1, 55, 20, 15, 0.75])
  expect(sheet.notes[1]).toContain('另有3场未填全')
})

test('the sheet of lectures states coverage with its base, venues with a total, modes without one', async () => {
  const { api } = await openTestApp()
  await api.office.set(office)
  const { ids } = await api.unions.add([
    union({ name: '甲厂工会', township: '城关镇' }),
    union({ name: '乙厂工会', township: '城关镇' }),
    union({ name: '丙村工会', township: '南河乡' }),
  ])
  await api.lectures.add([
    lecture({ modes: ['劳模宣讲', '领导干部宣讲'], venueType: '车间', unionIds: [ids[0] ?? ''], audienceOnSite: 45 }),
    lecture({ modes: ['劳模宣讲'], venueType: '企业', unionIds: [ids[0] ?? ''], audienceOnSite: 30, clicks: 200 }),
  ])
  const sheet = (await api.sheets.show(november))[1] as Sheet
  const [coverage, venues, modes] = sheet.blocks
  expect(coverage?.rows).toEqual([
    ['南河乡', 1, 0, 1, 0],
    ['城关镇', 2, 1, 1, 0.5],
  ])
  expect(coverage?.total).toEqual(['合计', 3, 1, 2, 1 / 3])
  expect(venues?.rows).toEqual([
    ['企业', 1, 30, null, 200, null],
    ['车间', 1, 45, null, null, null],
  ])
  expect(venues?.total).toEqual(['合计', 2, 75, null, 200, null])
  expect(modes?.rows).toEqual([
    ['领导干部宣讲', 1, 45, null, null, null],
    ['劳模宣讲', 2, 75, null, 200, null],
  ])
  expect(modes?.total).toBeNull()
  expect(sheet.notes.join()).toContain('单位名册截至2026年11月21日的基层工会数')
})

test('the sheet of stays has a row for each stay and says how many go on beyond the period', async () => {
  const { api } = await openTestApp()
  await api.office.set(office)
  await api.stays.add([
    stay({
      cadres: [{ name: '李红梅' }, { name: '马强' }],
      problems: [
        { text: '欠缴会费', state: '已办结' },
        { text: '无活动场地', state: '待办' },
      ],
      deeds: ['协调母婴室'],
      consolationYuan: 1200.5,
    }),
    stay({ from: '2026-11-23', to: '2026-12-05' }),
  ])
  const sheet = (await api.sheets.show(november))[2] as Sheet
  expect(sheet.blocks[0]?.rows).toEqual([
    // biome-ignore format: one row of the sheet
    ['李红梅、马强', 2, '云山工业园区', '2026-11-02', '2026-11-13', 10, 16, 48, null, 0, null, 2, 1, 1, null, null, null, 1200.5],
  ])
  expect(sheet.notes[0]).toContain('跨期蹲点未计入：1次')
  expect(sheet.signatures).toEqual([
    { label: '单位负责人', value: '马建国' },
    { label: '审核人', value: '李红梅' },
    { label: '填表人', value: '王芳' },
    { label: '联系电话', value: '0954-1234567' },
    { label: '报出日期', value: '2026年11月21日' },
  ])
})

test('on random records the totals of the sheets are the figures of the period', async () => {
  await fc.assert(
    fc.asyncProperty(randomLedger, async (ledger) => {
      const { api, context, close } = await openTestApp()
      await api.office.set(office)
      await enterRecords(api, ledger)
      const sheets = await api.sheets.show(randomPeriod)
      const total = (sheet: number, block: number): readonly SheetCell[] => sheets[sheet]?.blocks[block]?.total ?? []
      const { study: s, lecture: l, stay: t } = await computeFigures(context.db, randomPeriod)
      if (s.sessions > 0)
        // The sheet leaves the base empty where no session states it; the figure counts from 0.
        expect([total(0, 0)[1], total(0, 0)[5], total(0, 0)[6] ?? 0, total(0, 0)[7] ?? 0, total(0, 0)[8]]).toEqual([
          s.sessions,
          s.attended,
          s.ratedDue,
          s.ratedAttended,
          s.attendanceRate,
        ])
      if (l.baseUnions > 0)
        expect(total(1, 0)).toEqual([
          '合计',
          l.baseUnions,
          l.coveredUnions,
          l.baseUnions - l.coveredUnions,
          l.coverageRate,
        ])
      if (l.sessions > 0)
        expect(total(1, 1)).toEqual([
          '合计',
          l.sessions,
          l.audienceOnSite,
          l.audienceOnline,
          l.clicks,
          l.questionsAnswered,
        ])
      expect(sheets[2]?.blocks[0]?.rows.length).toBe(t.stays)
      // biome-ignore format: one row of the sheet
      if (t.stays > 0)
        expect(total(2, 0)).toEqual([
          '合计', t.cadres, null, null, null, t.daysOnSite, t.visits, t.talks, t.meetings, t.lectures, t.suggestions,
          t.problems, t.problemsSolved, t.deeds, t.unionsFounded, t.membersJoined, t.consolationPeople, t.consolationYuan,
        ])
      await close()
    }),
    { numRuns: 30 },
  )
}, 120_000)
