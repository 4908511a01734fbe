/** Numbers that are asked for, in Chinese and Arabic numerals, and of whom. */
import { expect, test } from 'vitest'
import { minimumsIn } from '../../../../src-main/notices/propose/minimums.ts'

test.each([
  ['至少开展 1 次主题党日', ['1次 本单位']],
  ['各党支部至少开展一次', ['1次 每个党支部']],
  ['中心组举行至少1次学习和1次交流', ['1次 每个中心组', '1次 每个中心组']],
  ['每季度集中学习不少于一次', ['1次 每个季度']],
  ['每月不少于两场', ['2场 每月']],
  ['每名干部蹲点不少于十五天', ['15天 每名干部']],
  ['班子成员每人至少讲1次党课', ['1次 每名干部']],
  ['报送信息不低于12篇', ['12篇 本单位']],
  ['开展宣讲30场以上', ['30场 本单位']],
  ['选树2至3个典型', ['2个 本单位']],
  ['每月举办一期，全年不少于8期', ['1期 每月', '8期 本单位']],
  ['推出“四个一”活动，成立一个宣讲团，召开的一次十分重要的大会', []],
  ['2025年第三季度，第12个安全生产月，每次不超过3人', []],
] as const)('%s', (words, expected) => {
  expect(minimumsIn(words, '本单位').map(({ minimum }) => `${minimum.count}${minimum.unit} ${minimum.scope}`)).toEqual(
    expected,
  )
})
