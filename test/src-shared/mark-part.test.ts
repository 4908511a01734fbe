/** 发文机关标志: as large as fits, condensed before it wraps, and wrapped between words. */
import { expect, test } from 'vitest'
import { widthOf } from '../../src-shared/chinese.ts'
import { markPart } from '../../src-shared/mark-part.ts'

test('a short mark stands in one line, as large as fits', () => {
  expect(markPart('云山县总工会文件')).toEqual({ lines: ['云山县总工会文件'], size: 52, scale: 100 })
})

test('a long mark is condensed before it wraps', () => {
  const { lines, size, scale } = markPart('云山县经济技术开发区总工会文件')
  expect([lines.length, size]).toEqual([1, 36])
  expect(scale).toBeLessThan(100)
  expect(scale).toBeGreaterThanOrEqual(66)
})

test('a mark too long for a line wraps between words, in lines of about one length, and loses nothing', () => {
  const mark =
    '云山县总工会劳动和经济工作部宣传教育和网络工作部权益保障部组织和基层工作部财务和资产监督管理部经费审查委员会办公室文件'
  const { lines } = markPart(mark)
  expect(lines.join('')).toBe(mark)
  expect(lines).toEqual([
    '云山县总工会劳动和经济工作部',
    '宣传教育和网络工作部权益保障部',
    '组织和基层工作部财务和资产监督',
    '管理部经费审查委员会办公室文件',
  ])
})

test.each([25, 40, 60, 100, 199])('one endless word of %s characters wraps too, without a stub of a line', (count) => {
  const { lines, scale } = markPart('中'.repeat(count))
  expect(lines.join('').length).toBe(count)
  const widths = lines.map(widthOf)
  expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(3)
  expect(scale).toBeGreaterThanOrEqual(60)
})
