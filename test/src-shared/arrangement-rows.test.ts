import { expect, test } from 'vitest'
import {
  type ArrangementRow,
  blankArrangement,
  isGridText,
  movedRow,
  pastedRows,
} from '../../src-shared/arrangement-rows.ts'

const row = (fields: Partial<ArrangementRow>): ArrangementRow => ({ ...blankArrangement, ...fields })

test('cells from Excel go right and down from where they are pasted; further lines are new rows', () => {
  const before = [row({ id: 'a', speaker: '甲' }), row({ id: 'b', speaker: '乙' })]
  expect(pastedRows(before, { row: 1, column: 2 }, '赵铁柱\t劳模精神\r\n李红梅\t产改\t12月\r\n')).toEqual([
    before[0],
    row({ id: 'b', speaker: '赵铁柱', topic: '劳模精神' }),
    row({ speaker: '李红梅', topic: '产改', time: '12月' }),
  ])
})

test('the line of titles is left out, and a cell with a line break is one cell', () => {
  const text = '类别\t宣讲人类别\t宣讲人\n宣讲\t劳模工匠\t"赵铁柱\n（劳模）"\n学习\t讲师团\t他说""好""'
  expect(pastedRows([], { row: 0, column: 0 }, text)).toEqual([
    row({ speakerKind: '劳模工匠', speaker: '赵铁柱 （劳模）' }),
    row({ kind: '学习', speakerKind: '其他', speaker: '他说""好""' }),
  ])
})

test('what does not fit beyond the last column is left out; empty cells stay in their place', () => {
  expect(pastedRows([], { row: 0, column: 6 }, '职工\t\t多余')).toEqual([row({ audience: '职工' })])
  expect(pastedRows([], { row: 0, column: 2 }, '\t主题')).toEqual([row({ topic: '主题' })])
})

test('words of one cell are no grid', () => {
  expect(['劳模精神', '劳模精神\n', '甲\t乙', '甲\n乙'].map(isGridText)).toEqual([false, false, true, true])
})

test('a row moves by one and stops at the ends', () => {
  expect(movedRow(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
  expect(movedRow(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
})
