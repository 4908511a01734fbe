import fc from 'fast-check'
import { expect, test } from 'vitest'
import { widthOf } from '../../src-shared/chinese.ts'
import { breakTitle } from '../../src-shared/title-breaking.ts'

const names = ['云山县总工会', '云山县总工会办公室']

/** 梯形 or 菱形: lines differ, and once they shrink they do not grow again. */
function hasGoodShape(lines: readonly string[]): boolean {
  const steps = lines.slice(1).map((line, index) => widthOf(line) - widthOf(lines[index] ?? ''))
  const turn = steps.findIndex((step) => step < 0)
  return steps.every((step, index) => Math.abs(step) >= 1 && (turn === -1 || index < turn || step < 0))
}

test.each([
  [
    '云山县总工会关于2026年第四季度学习宣讲蹲点工作情况的报告',
    ['云山县总工会关于2026年第四季度', '学习宣讲蹲点工作情况的报告'],
  ],
  [
    '云山县总工会关于2026年11月学习宣讲蹲点工作情况的报告',
    ['云山县总工会关于', '2026年11月学习宣讲蹲点工作情况的报告'],
  ],
  [
    '云山县总工会关于2026年10月1日至12月31日学习宣讲蹲点工作情况的报告',
    ['云山县总工会关于', '2026年10月1日至12月31日', '学习宣讲蹲点工作情况的报告'],
  ],
  [
    '云山县总工会关于深入学习宣传贯彻党的二十届四中全会精神的通知',
    ['云山县总工会关于深入学习宣传', '贯彻党的二十届四中全会精神的通知'],
  ],
])('%s breaks where its meaning breaks', (title, lines) => {
  expect(breakTitle(title, { names })).toEqual(lines)
})

test('joint issuers stand above what the document is about, and no line begins or ends with a space', () => {
  const title = '云山县总工会 云山县教育局关于开展劳模工匠进校园活动的通知'
  expect(breakTitle(title, { names: ['云山县总工会', '云山县教育局'] })).toEqual([
    '云山县总工会 云山县教育局',
    '关于开展劳模工匠进校园活动的通知',
  ])
})

test('a title that fits stays one line', () => {
  expect(breakTitle('学习活动统计表')).toEqual(['学习活动统计表'])
})

test.each([
  '云山县总工会关于转发《全国总工会关于认真学习宣传贯彻大会精神的通知》的通知',
  '云山县总工会办公室关于报送2026年10月1日至2026年12月31日宣讲场次和人次的报告',
  '云山县总工会关于慰问困难职工1280人次发放慰问金365000元有关情况的报告',
  '云山县总工会办公室关于第二十三期基层工会主席履职能力提升培训班学习情况的报告',
])('in “%s” no line ends inside a date, a number with its unit or an ordinal', (title) => {
  const lines = breakTitle(title, { names })
  const ends = lines.slice(0, -1)
  expect(lines.join('')).toBe(title)
  expect(hasGoodShape(lines)).toBe(true)
  for (const [index, line] of ends.entries()) {
    const joint = `${line}|${lines[index + 1]}`
    expect(joint).not.toMatch(
      /\d\|[年月日人万元个场]|\d\|\d|第[一二三四五六七八九十]*\||[二十]\|[三期]|年\|\d|月\|\d+日/,
    )
    expect(joint).not.toMatch(/[《（“]\||\|[》）”、，]|\|的|的\|报告$/)
    expect(joint).not.toMatch(/云[山县总工]*\||云山县总工\|会|总工会\|办公室|办公\|室/)
  }
})

test('a quoted title stays whole when a line can hold it', () => {
  const lines = breakTitle('云山县总工会关于学习贯彻《关于新就业形态劳动者建会入会的意见》情况的报告', { names })
  expect(lines.some((line) => line.includes('《关于新就业形态劳动者建会入会的意见》'))).toBe(true)
})

test('any title of two lines or more is a trapezoid or a diamond within 20 characters, and loses nothing', () => {
  const part = fc.constantFrom(
    '学习',
    '宣讲',
    '蹲点',
    '工作',
    '职工',
    '基层工会',
    '情况',
    '、',
    '和',
    '2026年',
    '的',
    '“三个一”',
    '园区',
  )
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 30 }), (parts) => {
      const title = `云山县总工会关于${parts.join('')}的报告`
      const lines = breakTitle(title, { names })
      expect(lines.join('')).toBe(title)
      expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(20)
      expect(hasGoodShape(lines)).toBe(true)
      if (lines.length > 1) expect(widthOf(lines.at(-1) ?? '')).toBeGreaterThanOrEqual(4)
    }),
    { numRuns: 300 },
  )
})

test('one endless word is still broken', () => {
  const lines = breakTitle('工'.repeat(47))
  expect(lines.join('')).toBe('工'.repeat(47))
  expect(hasGoodShape(lines)).toBe(true)
})
