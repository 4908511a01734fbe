import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  areaOf,
  cellsOfClipboard,
  cleared,
  filledDown,
  pasted,
  textOfArea,
  withSpareRows,
} from '../../../src-shared/editing/batch-rows.ts'

const columns = ['date', 'topic', 'place'].map((field) => ({ field }))

test('what is copied out of the grid is pasted back the same, line breaks and quotation marks and all', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', 'a', '"', '\t', '\n', ' 乙', ',') }).map((word) => word.trim())
  const rows = fc.array(fc.record({ date: fc.stringMatching(/^[0-9]{1,4}$/u), topic: text, place: text }), {
    minLength: 1,
    maxLength: 5,
  })
  fc.assert(
    fc.property(rows, (given) => {
      const whole = areaOf({ row: 0, column: 0 }, { row: given.length - 1, column: 2 })
      expect(pasted(columns, [], whole.min, textOfArea(columns, given, whole))).toEqual(given)
    }),
  )
})

test('a clipboard of Excel has a row for each line, and none behind its last line break', () => {
  expect(cellsOfClipboard('2026.11.5\t班前会\r\n2026.11.6\t"两\n行"\r\n')).toEqual([
    ['2026.11.5', '班前会'],
    ['2026.11.6', '两\n行'],
  ])
  expect(cellsOfClipboard('')).toEqual([])
  expect(cellsOfClipboard('\t乙\n')).toEqual([['', '乙']])
})

test('filling down repeats the first row of what is selected, and a single row takes what stands above it', () => {
  const rows = [{ date: '5', topic: '甲', place: '一班' }, { place: '二班' }, { place: '三班' }]
  const three = areaOf({ row: 2, column: 1 }, { row: 0, column: 0 })
  expect(filledDown(columns, rows, three)).toEqual([
    { date: '5', topic: '甲', place: '一班' },
    { date: '5', topic: '甲', place: '二班' },
    { date: '5', topic: '甲', place: '三班' },
  ])
  const one = areaOf({ row: 1, column: 0 }, { row: 1, column: 0 })
  expect(filledDown(columns, rows, one)[1]).toEqual({ date: '5', place: '二班' })
  const first = areaOf({ row: 0, column: 0 }, { row: 0, column: 0 })
  expect(filledDown(columns, rows, first)).toEqual(rows)
})

test('clearing empties what is selected and nothing else', () => {
  const rows = [
    { date: '5', topic: '甲' },
    { date: '6', topic: '乙' },
  ]
  expect(cleared(columns, rows, areaOf({ row: 0, column: 0 }, { row: 1, column: 0 }))).toEqual([
    { date: '', topic: '甲' },
    { date: '', topic: '乙' },
  ])
})

test('pasting makes the rows that it needs and leaves out columns that the grid has not', () => {
  const grid = pasted(columns, [{}], { row: 0, column: 1 }, '甲\t一班\t多余\n乙\t二班\t多余')
  expect(grid).toEqual([
    { topic: '甲', place: '一班' },
    { topic: '乙', place: '二班' },
  ])
  expect(withSpareRows(grid)).toHaveLength(14)
})
