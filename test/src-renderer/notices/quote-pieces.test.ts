/** Where a quotation may be cut. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsOf, piecesOf } from '../../../src-renderer/notices/requirements/quote-pieces.ts'

test('a quotation may be cut after each mark; a closing quotation mark stays with its sentence', () => {
  expect(piecesOf('组建宣讲团，深入企业、车间；做到“听得懂。”再报告')).toEqual([
    '组建宣讲团，',
    '深入企业、',
    '车间；',
    '做到“听得懂。”',
    '再报告',
  ])
})

test('the parts together are the quotation, wherever it is cut', () => {
  const words = fc.string({ unit: fc.constantFrom('宣', '讲', '。', '，', '、', '”', '\n', ' '), maxLength: 40 })
  fc.assert(
    fc.property(words, fc.array(fc.nat(12)), (quote, cuts) => {
      const pieces = piecesOf(quote)
      expect(pieces.join('')).toBe(quote)
      expect(partsOf(pieces, new Set(cuts)).join('')).toBe(quote)
    }),
  )
})

test('a cut behind the last piece cuts nothing', () => {
  expect(partsOf(['甲，', '乙。'], new Set([1]))).toEqual(['甲，乙。'])
  expect(partsOf(['甲，', '乙。'], new Set([0]))).toEqual(['甲，', '乙。'])
})
