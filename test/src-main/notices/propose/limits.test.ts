/** Shares, upper limits and quotas are no least numbers: they are kept in words. */
import { expect, test } from 'vitest'
import { limitsIn } from '../../../../src-main/notices/propose/limits.ts'
import { minimumsIn } from '../../../../src-main/notices/propose/minimums.ts'

test.each([
  ['开展宣讲，一线职工覆盖率达到80%以上。', '比例：一线职工覆盖率达到80%以上'],
  ['征集作品，每单位限报3件', '名额或上限：每单位限报3件'],
  ['每个县区可推荐1家单位', '名额或上限：每个县区可推荐1家单位'],
  ['发言控制在8分钟以内，其中女职工占百分之三十', '比例：其中女职工占百分之三十；名额或上限：发言控制在8分钟以内'],
  ['每个支部每月开展1次主题党日', '每个支部分别计'],
  ['全年宣讲不少于6场', ''],
] as const)('%s', (words, expected) => {
  expect(limitsIn(words)).toBe(expected)
})

test('a quota, the copies of a form and the days of a public notice are no minimum; what 其中 names is one where nothing was counted before', () => {
  for (const words of ['每个县区可申报1家', '每人限报2件', '报名表一式3份', '公示期不少于5个工作日'])
    expect(minimumsIn(words, '本单位'), words).toEqual([])
  const counts = (words: string) => minimumsIn(words, '本单位').map(({ minimum }) => minimum.count)
  expect(counts('8月10日前选送选手，其中县总工会至少推荐2名')).toEqual([2])
  expect(counts('推荐先进个人不少于5名，其中一线职工不少于3名')).toEqual([5])
})
