/** The order of the rows of a sheet (排序). */
import { expect, test } from 'vitest'
import { nextSorting, sortedPlaces } from '../../../src-renderer/sheets/sort-rows.ts'

const rows = [
  ['主题党日', 3, null],
  ['干部培训', 12, 0.9],
  ['个人自学', 3, 0],
]

test('without a sorting the rows stand as the sheet has them', () => {
  expect(sortedPlaces(rows, null)).toEqual([0, 1, 2])
})

test('equal rows keep their order, whichever way the column is sorted', () => {
  expect(sortedPlaces(rows, { column: 1, direction: 'ascending' })).toEqual([0, 2, 1])
  expect(sortedPlaces(rows, { column: 1, direction: 'descending' })).toEqual([1, 0, 2])
})

test('a cell that is not stated comes last both ways, behind one that states 0', () => {
  expect(sortedPlaces(rows, { column: 2, direction: 'ascending' })).toEqual([2, 1, 0])
  expect(sortedPlaces(rows, { column: 2, direction: 'descending' })).toEqual([1, 2, 0])
})

test('words are sorted by their sound, numbers in them by their size', () => {
  const words = [['主题'], ['第10组'], ['第2组'], ['安全']]
  expect(sortedPlaces(words, { column: 0, direction: 'ascending' })).toEqual([3, 2, 1, 0])
})

test('the head of a column goes through largest, smallest and the order of the sheet; of words first by their sound', () => {
  const first = nextSorting(null, 1, true)
  const second = nextSorting(first, 1, true)
  expect([first?.direction, second?.direction, nextSorting(second, 1, true)]).toEqual(['descending', 'ascending', null])
  expect(nextSorting(second, 0, false)).toEqual({ column: 0, direction: 'ascending' })
})
