/** Made-up notices of other shapes and wordings: those that the rules were tuned by, and those that nobody looked at before. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recogniseDocument } from '../../../../src-main/documents/recognise/recognise-document.ts'
import { documentText } from '../../../../src-main/documents/recognise/render-text.ts'
import { proposeRequirements } from '../../../../src-main/notices/propose/propose-requirements.ts'
import { requirementSchema } from '../../../../src-shared/notices.ts'
import { compareProposals, comparisonText, totalOf } from './compare-proposals.ts'
import { contestNotices } from './contest-notices.ts'
import type { ExpectedNotice } from './expected-notice.ts'
import { heldOutNotices } from './held-out-notices.ts'
import { lastOpenedNotices } from './last-opened-notices.ts'
import { laterOpenedNotices } from './later-opened-notices.ts'
import { morePracticeNotices } from './more-practice-notices.ts'
import { newlyOpenedNotices } from './newly-opened-notices.ts'
import { openedNotices } from './opened-notices.ts'
import { practiceNotices } from './practice-notices.ts'

const practice = [
  ...practiceNotices,
  ...morePracticeNotices,
  ...openedNotices,
  ...laterOpenedNotices,
  ...lastOpenedNotices,
  ...newlyOpenedNotices,
  ...contestNotices,
]

const read = ({ text, date }: ExpectedNotice) => {
  const { document } = recogniseDocument({ text })
  return { document, proposals: proposeRequirements(document, { noticeDate: date }) }
}
const compare = (notices: readonly ExpectedNotice[]) =>
  notices.map((notice) => compareProposals(notice.name, notice.expected, read(notice).proposals))

describe('proposals from made-up notices', () => {
  test.each(practice)('$name: everything asked and nothing else', (notice) => {
    const { missed, wrong, extra } = compareProposals(notice.name, notice.expected, read(notice).proposals)
    expect({ missed, wrong, extra }).toEqual({ missed: [], wrong: [], extra: [] })
  })

  test('notices that the rules were never tuned by keep precision 0.8 and recall 0.75', () => {
    const comparisons = compare(heldOutNotices)
    console.log(comparisonText(comparisons).split('\n').at(-1))
    const { precision, recall } = totalOf(comparisons)
    expect(precision).toBeGreaterThanOrEqual(0.8)
    expect(recall).toBeGreaterThanOrEqual(0.75)
  })

  test('every quotation is a piece of the recognised text, every proposal what the schema lets through', () => {
    for (const notice of [...practice, ...heldOutNotices]) {
      const { document, proposals } = read(notice)
      const text = documentText(document)
      for (const proposal of proposals) {
        expect(text).toContain(proposal.quote)
        expect(requirementSchema.parse(proposal)).toEqual(proposal)
      }
    }
  })

  test('whatever the text, proposals quote it exactly and are what the schema lets through', () => {
    const pieces = [
      '各级工会',
      '要',
      '开展宣讲',
      '不少于',
      '3场',
      '每名干部',
      '9月底前',
      '将情况',
      '报市总工会',
      '制定',
      '计划',
    ]
    const marks = ['，', '。', '；', '、', '：', '（', '）', '“', '”', '《', '》', ';', '\n', ' ', '一、', '1.', '\t']
    const text = fc.array(fc.oneof(fc.constantFrom(...pieces, ...marks), fc.string({ maxLength: 4 })), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(text, (words) => {
        const { document } = recogniseDocument({ text: `关于工作的通知\n\n各单位：\n\n${words.join('')}` })
        const whole = documentText(document)
        for (const proposal of proposeRequirements(document, { noticeDate: '2026-11-21' })) {
          expect(requirementSchema.parse(proposal)).toEqual(proposal)
          expect(whole).toContain(proposal.quote)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('a text that asks for nothing gives nothing', () => {
    const text = `关于表彰先进集体的通报

各乡镇总工会：

过去一年，全县各级工会坚持以职工为中心，是党联系职工群众的桥梁。大会指出，工会事业是党的事业的重要组成部分。职工群众深受鼓舞。

云岭县总工会
2024年1月5日`
    expect(proposeRequirements(recogniseDocument({ text }).document, { noticeDate: '2024-01-05' })).toEqual([])
    expect(proposeRequirements({ format: '普通', blocks: [] }, { noticeDate: null })).toEqual([])
  })

  test('without a date of the notice only days whose year it states are reckoned', () => {
    const text = `关于开展宣讲的通知

各乡镇总工会：

一、即日起至10月底，各乡镇总工会要开展宣讲不少于2场。
二、2024年6月至8月，县总工会组织宣讲团到企业宣讲。
三、请于11月20日前将宣讲情况报县总工会宣教部。`
    const proposals = proposeRequirements(recogniseDocument({ text }).document, { noticeDate: null })
    expect(proposals.map(({ window, report }) => window ?? report?.due)).toEqual([
      { from: null, to: null, words: '即日起至10月底' },
      { from: '2024-06-01', to: '2024-08-31', words: '2024年6月至8月' },
      '',
    ])
  })
})
