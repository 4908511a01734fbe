import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Requirement, requirementSchema } from '../../src-shared/notices.ts'
import {
  evidenceFor,
  gapOf,
  isShownBy,
  nextStepOf,
  progressStateOf,
  type Tally,
} from '../../src-shared/requirement-state.ts'

const nothing: Tally = { records: 0, done: 0, doubtful: 0, isCountable: true, isShown: null, groups: [] }
const once = { count: 1, unit: '次', scope: '本单位' } as const
const each = { count: 2, unit: '次', scope: '每个党支部' } as const

const requirement = (fields: object): Requirement => ({
  ...requirementSchema.parse({ kind: '学习', title: '主题党日', ...fields }),
  id: 'r',
  version: 1,
  createdAt: '',
  updatedAt: '',
  noticeId: 'n',
  position: 0,
})

test('the state follows from what is counted, what is asked and whether the time is over', () => {
  const states = (minimum: typeof once | null, tally: Tally) => [
    progressStateOf(minimum, tally, false),
    progressStateOf(minimum, tally, true),
  ]
  const one = { ...nothing, records: 1, done: 1 }
  expect(states(once, nothing)).toEqual(['未开始', '已超期'])
  expect(states(once, one)).toEqual(['已达标', '已达标'])
  expect(states(null, nothing)).toEqual(['未开始', '已超期'])
  expect(states(null, one)).toEqual(['进行中', '已达标'])
  expect(states(null, { ...nothing, isCountable: false })).toEqual(['无法量化', '无法量化'])
  expect(states(null, { ...nothing, isCountable: false, isShown: false })).toEqual(['无法量化', '已超期'])
  expect(states(null, { ...nothing, isCountable: false, isShown: true })).toEqual(['已达标', '已达标'])
})

test('a number asked of each is missing of each that is known, and met only when none lacks any', () => {
  const groups = [
    { name: '机关党支部', done: 5, gap: 0 },
    { name: '园区党支部', done: 1, gap: 1 },
  ]
  const tally = { ...nothing, records: 6, done: 6, groups }
  expect([gapOf(each, tally), progressStateOf(each, tally, false)]).toEqual([1, '进行中'])
  expect(gapOf(each, nothing)).toBe(2)
  expect(gapOf(null, tally)).toBeNull()
})

test('whatever is counted, 已达标 and a gap of 0 say the same of a number asked of the office', () => {
  fc.assert(
    fc.property(fc.nat(9), fc.integer({ min: 1, max: 9 }), fc.boolean(), (done, count, isOver) => {
      const minimum = { ...once, count }
      const tally = { ...nothing, records: done, done }
      expect(progressStateOf(minimum, tally, isOver) === '已达标').toBe(gapOf(minimum, tally) === 0)
    }),
  )
})

test('a plan is shown by a document of its name, all of several by all of theirs, a report only by a report', () => {
  const documents = [
    { role: '宣讲方案', title: '云山县总工会关于印发《学习宣讲工作方案》的通知' },
    { role: '情况报告', title: '关于学习宣讲情况的报告' },
  ]
  const shown = (produces: string[]) => isShownBy({ kind: '组织', produces }, documents)
  expect([shown(['宣讲方案']), shown(['学习宣讲工作方案']), shown(['宣讲方案', '学习计划']), shown([])]).toEqual([
    true,
    true,
    false,
    null,
  ])
  expect(isShownBy({ kind: '报告', produces: [] }, documents)).toBe(true)
  expect(isShownBy({ kind: '报告', produces: [] }, documents.slice(0, 1))).toBe(false)
})

test('what would show it is named, and the next step is one sentence', () => {
  expect(evidenceFor(requirement({ produces: ['学习计划', '工作计划'] }))).toBe('已印发的学习计划、工作计划')
  expect(evidenceFor(requirement({ kind: '贯彻' }))).toMatch(/台账/)
  const facts = { ...nothing, state: '未开始', gap: 1, due: '2026-12-20', evidence: '' } as const
  expect(nextStepOf(requirement({ minimum: once }), facts)).toBe('还差1次，最迟2026-12-20，请安排并登记学习活动。')
  const groups = ['甲', '乙', '丙', '丁'].map((name) => ({ name: `${name}支部`, done: 0, gap: 1 }))
  expect(nextStepOf(requirement({ minimum: { ...each, count: 1 } }), { ...facts, gap: 4, due: null, groups })).toBe(
    '还差甲支部、乙支部、丙支部等4个，共4次，请安排并登记学习活动。',
  )
})
