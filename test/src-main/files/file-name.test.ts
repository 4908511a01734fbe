import { expect, test } from 'vitest'
import { safeFileName } from '../../../src-main/files/file-name.ts'

test.each([
  ['情况报告', '情况报告.docx'],
  ['a<b>c:d"e/f\\g|h?i*j', 'abcdefghij.docx'],
  [' ..报告. ', '报告.docx'],
  ['CON', '_CON.docx'],
  ['\u0000\n', '未命名.docx'],
])('the title %j becomes the file %s', (title, name) => {
  expect(safeFileName(title, 'docx')).toBe(name)
})

test('a very long title is cut', () => {
  expect([...safeFileName('报'.repeat(200), 'docx')].length).toBe(85)
})
