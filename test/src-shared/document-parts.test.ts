import fc from 'fast-check'
import { expect, test } from 'vitest'
import { widthOf } from '../../src-shared/chinese.ts'
import { annexNotes, bodyParts, headingNumber } from '../../src-shared/document-parts.ts'
import type { Block } from '../../src-shared/documents.ts'
import { markPart } from '../../src-shared/mark-part.ts'
import { signature } from '../../src-shared/signature-part.ts'

test('the four levels are numbered 一、（一）1.（1） and a higher one starts the lower ones again', () => {
  const heading = (level: 1 | 2 | 3 | 4, text: string): Block => ({ kind: 'heading', level, text })
  const blocks = [1, 2, 3, 4, 4, 3, 2, 1, 2, 3].map((level) => heading(level as 1, '题'))
  expect(bodyParts(blocks).map((part) => part.runs[0]?.text)).toEqual([
    '一、题',
    '（一）题',
    '1.题',
    '（1）题',
    '（2）题',
    '2.题',
    '（二）题',
    '二、题',
    '（一）题',
    '1.题',
  ])
  expect(headingNumber(2, 12)).toBe('（十二）')
})

test('an empty paragraph is not printed', () => {
  expect(bodyParts([{ kind: 'paragraph', runs: [{ text: ' ' }] }])).toEqual([])
})

test('several annexes are numbered and their names stand below each other; a single one has no number', () => {
  expect(annexNotes(['甲表', '乙表'])).toEqual([
    { lead: '附件：1.', leadAt: 2, name: '甲表', nameAt: 6 },
    { lead: '2.', leadAt: 5, name: '乙表', nameAt: 6 },
  ])
  expect(annexNotes(['甲表'])).toEqual([{ lead: '附件：', leadAt: 2, name: '甲表', nameAt: 5 }])
})

test('with a seal the date ends four characters before the edge and the issuer is centred on it', () => {
  const signed = signature({ issuer: '云山县总工会', date: '2026-11-21', hasSeal: true })
  expect(signed).toMatchObject({ date: '2026年11月21日', dateRight: 4, issuerRight: 4.5 })
})

test('without a seal the issuer ends two characters before the edge and the date begins two after it', () => {
  const long = signature({ issuer: '固川市云山县总工会', date: '2026-01-08', hasSeal: false })
  expect(long).toMatchObject({ issuerRight: 2, dateRight: 2 + 9 - 6 - 2 })
  const short = signature({ issuer: '云山县总', date: '2026-11-21', hasSeal: false })
  expect(short).toMatchObject({ issuerRight: 2 + 2 + 7 - 4, dateRight: 2 })
})

test('neither issuer nor date ever passes the right edge', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 24 }), fc.boolean(), (length, hasSeal) => {
      const { issuerRight, dateRight } = signature({ issuer: '工'.repeat(length), date: '2026-11-21', hasSeal })
      expect(Math.min(issuerRight, dateRight)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('a mark of any length fits the line and is never smaller than 小初 unless condensed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 40 }), (length) => {
      const mark = markPart(`${'工'.repeat(length - 2)}文件`)
      const widest = Math.max(...mark.lines.map(widthOf))
      expect(widest * mark.size * (mark.scale / 100)).toBeLessThanOrEqual(442.2)
      expect(mark.size).toBeGreaterThanOrEqual(36)
      expect(mark.lines.join('')).toHaveLength(length)
    }),
  )
  expect(markPart('云山县总工会文件')).toEqual({ lines: ['云山县总工会文件'], size: 52, scale: 100 })
})
