/** How a report is handed in, as a clerk would note it beside the date. */
import { expect, test } from 'vitest'
import { recogniseDocument } from '../../../../src-main/documents/recognise/recognise-document.ts'
import { proposeRequirements } from '../../../../src-main/notices/propose/propose-requirements.ts'
import { contactIn, reportDetails } from '../../../../src-main/notices/propose/report-details.ts'

test('a contact is read with its address and numbers, a longer digit string is no telephone', () => {
  expect(contactIn('联系人：林小雨、周远，电话：0000-5551234，13900000000；邮箱：xj123456789@example.org')).toEqual({
    mail: ['xj123456789@example.org'],
    persons: ['林小雨', '周远'],
    phones: ['0000-5551234', '13900000000'],
  })
  expect(contactIn('选票编号202401010001')).toEqual({ mail: [], persons: [], phones: [] })
})

test('forms are named by their 附件, a range of them too', () => {
  const annexes = new Map([
    [1, '推荐表'],
    [2, '《汇总表》'],
    [3, '评分办法'],
  ])
  const contact = { mail: [], persons: [], phones: [] }
  const details = (quote: string) => reportDetails(quote, { contact, annexes })
  expect(details('将推荐表（附件1-2，一式两份）报区总工会')).toBe(
    '填报：附件1《推荐表》、附件2《汇总表》；形式：一式两份',
  )
  expect(details('将有关材料报区总工会，逾期不报视为放弃')).toBe('逾期不报视为放弃')
  expect(details('将总结报区总工会')).toBe('')
})

test('a line of its own below the signature tells of the reports above it', () => {
  const text = `云岭县总工会关于报送学习计划的通知

各乡镇总工会：

请于2024年3月15日（星期五）17：00前将学习计划（附件2）报县总工会宣教部。

附件：1.重点篇目
2.学习计划样表

云岭县总工会
2024年3月1日

联系人：林小雨，电话：5551234`
  const { document } = recogniseDocument({ text })
  expect(proposeRequirements(document, { noticeDate: '2024-03-01' })).toMatchObject([
    {
      kind: '报告',
      report: { to: ['县总工会宣教部'], slots: ['学习计划'], due: '2024-03-15' },
      note: '填报：附件2《学习计划样表》；联系人：林小雨；电话：5551234',
    },
  ])
})
