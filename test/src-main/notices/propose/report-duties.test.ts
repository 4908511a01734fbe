/** Duties to report: which clauses are one, to whom, what, until when. */
import { expect, test } from 'vitest'
import { asksForReport, reportDutyIn, reportsApart } from '../../../../src-main/notices/propose/report-duties.ts'

const read = (clause: string) =>
  reportDutyIn(clause, { notice: '2025-03-01', actors: ['各县（区）总工会'], sentence: clause })

test('a report goes to the receivers that are named, two where there are two', () => {
  expect(read('请于4月10日前将推荐表报区总工会宣教部')).toEqual({
    report: { to: ['区总工会宣教部'], slots: ['推荐表'], due: '2025-04-10' },
    rhythm: '',
  })
  expect(read('活动情况请及时报送市总工会办公室、宣教部').report).toEqual({
    to: ['市总工会办公室', '市总工会宣教部'],
    slots: ['活动情况'],
    due: '及时',
  })
  expect(read('随时向区委宣传部、区总工会报告').report.to).toEqual(['区委宣传部', '区总工会'])
  expect(read('及时上报进度情况、创新做法和典型经验').report).toEqual({
    to: [],
    slots: ['进度情况', '创新做法', '典型经验'],
    due: '及时',
  })
})

test('a report on the whole matter names no part of it', () => {
  expect(read('各县（区）总工会学习宣传贯彻大会精神情况请及时报省总工会').report).toEqual({
    to: ['省总工会'],
    slots: [],
    due: '及时',
  })
})

test('what the report is to hold is what the notice says it holds', () => {
  const clause = '请于12月20日前将活动开展情况报市总工会宣教部，内容包括主要做法、典型经验和下一步打算'
  expect(read(clause).report).toEqual({
    to: ['市总工会宣教部'],
    slots: ['主要做法', '典型经验', '下一步打算'],
    due: '2025-12-20',
  })
})

test('a rhythm is kept in words, for no single day can hold it', () => {
  expect(read('于每月25日前报送工作进展')).toEqual({
    report: { to: [], slots: ['工作进展'], due: '' },
    rhythm: '于每月25日前',
  })
})

test('several days in one clause are several reports', () => {
  expect(reportsApart('于7月15日前将活动方案、9月25日前将活动总结和统计表报市总工会', '2025-03-01')).toEqual([
    { due: '2025-07-15', slots: ['活动方案'], end: 12 },
    { due: '2025-09-25', slots: ['活动总结', '统计表'], end: 33 },
  ])
})

test('报告会, 送温暖, 推送 and the report of a congress are no reports', () => {
  for (const clause of [
    '举办先进事迹报告会',
    '开展送温暖活动',
    '每周推送短视频',
    '认真学习大会报告',
    '邀请专家作专题辅导报告',
    '做好新闻报道',
    '在全市通报',
  ])
    expect(asksForReport(clause), clause).toBe(false)
})

test('papers go to whom they are handed in, sent by mail or listed before the receiver', () => {
  expect(read('于7月15日前将填好的报名表一份和演讲内容一式三份交到市总工会宣教部').report).toEqual({
    to: ['市总工会宣教部'],
    slots: ['报名表', '演讲内容'],
    due: '2025-07-15',
  })
  expect(read('请于5月10日前报送调查表和总结至县总宣教部').report).toMatchObject({
    to: ['县总宣教部'],
    due: '2025-05-10',
  })
  for (const clause of ['电子版发至a@example.org邮箱', '认真填写《摸底表》附件2', '汇总上报县总工会', '上交校工会'])
    expect(asksForReport(clause), clause).toBe(true)
  for (const clause of ['填报单位可下载软件', '报送要求', '申报劳模', '交流经验'])
    expect(asksForReport(clause), clause).toBe(false)
})
