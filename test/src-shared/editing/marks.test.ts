import { expect, test } from 'vitest'
import { countMarks, marksIn } from '../../../src-shared/editing/marks.ts'

test('every mark of a document is counted, wherever it stands, but nothing in a sheet', () => {
  const document = {
    title: '关于【待填写：事由】的通知',
    blocks: [{ kind: 'paragraph', runs: [{ text: '【待填写：甲】和【待填写】' }] }],
    annexes: [{ title: '表', sheet: { notes: ['【待填写：乙】'] } }],
  }
  expect(countMarks(document)).toBe(3)
  expect(countMarks({ title: '关于填写的通知' })).toBe(0)
})

test('a mark is found from its first bracket to its last', () => {
  expect(marksIn('请【待填写：甲】看')).toEqual([{ from: 1, to: 8 }])
})
