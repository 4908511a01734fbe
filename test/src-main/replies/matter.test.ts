import { expect, test } from 'vitest'
import { citationOf, matterOf, planTitle, receiversOf, slotsOf, workOf } from '../../../src-main/replies/matter.ts'
import type { Requirement } from '../../../src-shared/notices.ts'

const notice = (title: string, issuer = '固川市总工会') => ({ title, issuer })

const asking = (...reports: readonly { to?: string[]; slots?: string[]; state?: string }[]) =>
  reports.map(({ to = [], slots = [], state = '已确认' }) => ({
    state,
    report: { to, slots, due: '' },
  })) as Requirement[]

test.each([
  ['固川市总工会关于认真学习宣传贯彻党的二十大精神的通知', '学习宣传贯彻党的二十大精神'],
  ['关于切实做好\n困难职工帮扶工作的通知', '困难职工帮扶工作'],
  ['关于全市工会系统开展党的二十大精神宣讲工作的通知', '开展党的二十大精神宣讲工作'],
  ['关于印发《工会宣讲工作方案》的通知', '贯彻落实《工会宣讲工作方案》'],
  ['工会宣讲工作方案', '贯彻落实《工会宣讲工作方案》'],
])('%s is about %s', (title, matter) => {
  expect(matterOf(notice(title))).toBe(matter)
})

test('work and plans repeat no word', () => {
  const lectures = notice('关于全市工会系统开展党的二十大精神宣讲工作的通知')
  expect(workOf(lectures)).toBe('党的二十大精神宣讲工作')
  expect(planTitle(lectures, '宣讲方案')).toBe('党的二十大精神宣讲方案')
  expect(planTitle(lectures, '工作计划')).toBe('党的二十大精神宣讲工作计划')
  expect(workOf(notice('关于学习贯彻党的二十大精神的通知'))).toBe('学习贯彻党的二十大精神工作')
})

test('a quoted title holds 〈〉 inside 《》, and its number behind it', () => {
  expect(citationOf({ title: '关于转发《甲方案》的通知', number: '固工发〔2026〕3号' })).toBe(
    '《关于转发〈甲方案〉的通知》（固工发〔2026〕3号）',
  )
})

test('receivers get their full names, each once; what is set aside names nobody', () => {
  const requirements = asking(
    { to: ['市总宣教部', '市总办公室'] },
    { to: ['宣教部'] },
    { to: ['县委'], state: '不适用' },
  )
  expect(receiversOf(notice('关于宣讲的通知'), requirements)).toEqual(['固川市总工会宣教部', '固川市总工会办公室'])
  expect(receiversOf(notice('关于宣讲的通知'), asking({}))).toEqual([])
})

test('slots keep the order of the notice; a plan is none; without any the report has the usual four', () => {
  expect(slotsOf(asking({ slots: ['推进落实情况', '学习计划'] }, { slots: ['职工群众反响', '推进落实情况'] }))).toEqual(
    ['推进落实情况', '职工群众反响'],
  )
  expect(slotsOf(asking({}))).toEqual(['主要做法', '取得成效', '存在问题', '下一步打算'])
})
