import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chineseDate, chineseNumeral, periodWords, widthOf } from '../../src-shared/chinese.ts'

test('a date has no padding', () => {
  expect([chineseDate('2026-01-08'), chineseDate('2026-11-21')]).toEqual(['2026年1月8日', '2026年11月21日'])
})

test.each([
  ['2026-11-01', '2026-11-30', '2026年11月'],
  ['2026-10-01', '2026-12-31', '2026年第四季度'],
  ['2026-01-01', '2026-03-31', '2026年第一季度'],
  ['2026-01-01', '2026-06-30', '2026年上半年'],
  ['2026-07-01', '2026-12-31', '2026年下半年'],
  ['2026-01-01', '2026-12-31', '2026年'],
  ['2028-02-01', '2028-02-29', '2028年2月'],
  ['2026-02-01', '2026-02-27', '2026年2月1日至27日'],
  ['2026-10-02', '2026-12-31', '2026年10月2日至12月31日'],
  ['2026-02-01', '2026-04-30', '2026年2至4月'],
  ['2026-11-05', '2026-11-05', '2026年11月5日'],
  ['2025-12-01', '2026-01-31', '2025年12月1日至2026年1月31日'],
])('the period %s to %s is called %s…', (from, to, words) => {
  expect(periodWords({ from, to })).toBe(words)
})

test('numerals of headings run from 一 to 九十九', () => {
  expect([1, 9, 10, 11, 20, 21, 99].map(chineseNumeral)).toEqual(['一', '九', '十', '十一', '二十', '二十一', '九十九'])
  expect(() => chineseNumeral(100)).toThrow(RangeError)
})

test('the date of clause 7.3.5.4 is as wide as its examples say', () => {
  expect([widthOf('2022年10月28日'), widthOf('2022年1月8日')]).toEqual([7, 6])
})

test('quotation marks, dashes, ellipses and the dot in a name are full-width, Latin is half', () => {
  expect(widthOf('“—…·”〔〕')).toBe(7)
  expect(widthOf('GB/T 9704')).toBe(4.5)
})

test('the width of a text is the sum of the widths of its parts', () => {
  const words = fc.string({ unit: fc.constantFrom('工', '会', '2', 'a', '“', '，', '·', '𠮷', ' ') })
  fc.assert(fc.property(words, words, (one, other) => widthOf(one + other) === widthOf(one) + widthOf(other)))
})
