/** Times as notices say them, reckoned from the day of the notice. */
import { expect, test } from 'vitest'
import { dueIn, windowIn } from '../../../../src-main/notices/propose/windows.ts'

const ends = (words: string, notice: string) => {
  const window = windowIn(words, notice)
  return window && [window.from, window.to]
}

test.each([
  ['从现在起到明年年初，集中开展宣讲', '2022-11-14', ['2022-11-14', '2023-01-31']],
  ['即日起至12月31日', '2025-03-01', ['2025-03-01', '2025-12-31']],
  ['自即日起开展', '2025-03-01', ['2025-03-01', null]],
  ['11月底前完成', '2024-05-06', [null, '2024-11-30']],
  ['春节前走访', '2025-12-20', [null, '2026-02-16']],
  ['年底前建成', '2025-03-12', [null, '2025-12-31']],
  ['年内举办2期', '2023-11-02', [null, '2023-12-31']],
  ['3月底前报送', '2025-12-20', [null, '2026-03-31']],
  ['2026年3月底前', '2025-12-20', [null, '2026-03-31']],
  ['12月至明年2月深入车间', '2025-11-10', ['2025-12-01', '2026-02-28']],
  ['11月至次年2月', '2023-10-20', ['2023-11-01', '2024-02-29']],
  ['2022年12月下旬至2023年1月20日', '2022-12-20', ['2022-12-21', '2023-01-20']],
  ['9月举办大赛', '2025-03-12', ['2025-09-01', '2025-09-30']],
  ['6月20日下班前', '2025-03-12', [null, '2025-06-20']],
  ['2023年1月3日至9日', '2022-12-28', ['2023-01-03', '2023-01-09']],
  ['7至9月集中开展', '2025-03-12', ['2025-07-01', '2025-09-30']],
  ['第三季度召开', '2025-03-12', ['2025-07-01', '2025-09-30']],
  ['十二月十日前', '2025-03-12', [null, '2025-12-10']],
  ['长期开展', '2025-03-12', [null, null]],
  ['《行动计划（2023-2027年）》和“2025年工程”', '2025-03-12', null],
  ['过去5年的工作', '2025-03-12', null],
] as const)('%s, said on %s', (words, notice, expected) => {
  expect(ends(words, notice)).toEqual(expected)
})

test('a window may begin before its notice, and one that would be over is next year', () => {
  expect(ends('10月—12月底', '2022-12-08')).toEqual(['2022-10-01', '2022-12-31'])
  expect(ends('3月至5月', '2022-12-08')).toEqual(['2023-03-01', '2023-05-31'])
})

test('a report is due on a day, 及时, or in a rhythm that no single day can hold', () => {
  const due = (words: string) => Object.values(dueIn(words, '2025-03-01'))
  expect(due('于11月30日前报送')).toEqual(['2025-11-30', ''])
  expect(due('请及时报送')).toEqual(['及时', ''])
  expect(due('于每月25日前报送')).toEqual(['', '于每月25日前'])
  expect(due('10日内报送')).toEqual(['2025-03-11', ''])
  expect(due('活动结束后一周内报送')).toEqual(['', '活动结束后一周内'])
  expect(due('报送总结')).toEqual(['', ''])
})
