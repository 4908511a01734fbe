/** Where quotations stand in the text of a notice. */
import { expect, test } from 'vitest'
import { linesOf, markQuotes } from '../../../src-renderer/notices/text/notice-lines.ts'
import type { Requirement } from '../../../src-shared/notices.ts'
import type { RecognisedDocument } from '../../../src-shared/recognition.ts'

const paragraph = (text: string) => ({ kind: 'paragraph', runs: [{ text }] }) as const
const requirement = (id: string, quote: string) => ({ id, quote }) as Requirement

const document: RecognisedDocument = {
  format: '普通',
  number: '固工发〔2026〕31号',
  title: '关于开展学习的通知',
  recipients: [{ names: ['各县总工会', '各基层工会'] }],
  blocks: [
    { kind: 'heading', level: 1, number: '一、', text: '学习' },
    paragraph('各支部要开展学习。每月报告一次。'),
    paragraph('请认真落实。'),
    {
      kind: 'table',
      rows: [
        ['时间', '内容'],
        ['12月', '宣讲'],
      ],
    },
  ],
  date: '2026-10-09',
}

function marked(...requirements: Requirement[]) {
  return markQuotes(linesOf(document), requirements).flatMap(({ stretches }) =>
    stretches.filter((one) => one.requirementIds.length > 0).map((one) => [one.text, ...one.requirementIds]),
  )
}

test('every part of the text has its line, in the order of the page', () => {
  expect(linesOf(document).map(({ text }) => text)).toEqual([
    '固工发〔2026〕31号',
    '关于开展学习的通知',
    '各县总工会、各基层工会：',
    '一、学习',
    '各支部要开展学习。每月报告一次。',
    '请认真落实。',
    '时间',
    '内容',
    '12月',
    '宣讲',
    '2026-10-09',
  ])
})

test('a quotation is marked where it stands, whatever spaces it is quoted with', () => {
  expect(marked(requirement('a', '每月 报告一次。'))).toEqual([['每月报告一次。', 'a']])
})

test('a quotation that runs over two paragraphs is marked in both', () => {
  expect(marked(requirement('a', '每月报告一次。请认真落实。'))).toEqual([
    ['每月报告一次。', 'a'],
    ['请认真落实。', 'a'],
  ])
})

test('where quotations overlap, the words they share belong to both', () => {
  expect(marked(requirement('a', '各支部要开展学习。'), requirement('b', '开展学习。每月'))).toEqual([
    ['各支部要', 'a'],
    ['开展学习。', 'a', 'b'],
    ['每月', 'b'],
  ])
})

test('the quotations of a merged requirement are marked each at its place, and words that are not there nowhere', () => {
  expect(marked(requirement('a', '请认真落实。\n一、学习'))).toEqual([
    ['一、学习', 'a'],
    ['请认真落实。', 'a'],
  ])
  expect(marked(requirement('a', '没有这句话'), requirement('b', ''))).toEqual([])
})
