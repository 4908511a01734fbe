/** Rules by which lines and rows are put on pages. */
import { expect, test } from 'vitest'
import { type FlowPiece, fillPages } from '../../src-shared/page-filling.ts'

const lines = (count: number, more: Partial<FlowPiece> = {}): FlowPiece => ({
  heights: Array.from({ length: count }, () => 10),
  keepsNext: false,
  ...more,
})
/** `0:0-3` are the lines 0 to 2 of the first piece. */
const pagesOf = (pieces: readonly FlowPiece[], height = 100) =>
  fillPages(pieces, height).map(({ slices }) => slices.map(({ piece, from, to }) => `${piece}:${from}-${to}`).join(' '))

test('a page takes as many lines as it has room for', () => {
  expect(pagesOf([lines(4), lines(13)])).toEqual(['0:0-4 1:0-6', '1:6-13'])
  expect(fillPages([lines(4)], 100)).toEqual([{ slices: [{ piece: 0, from: 0, to: 4 }], used: 40 }])
})

test('nothing stands on one empty page', () => {
  expect(fillPages([], 100)).toEqual([{ slices: [], used: 0 }])
})

test('a heading goes with the first line of what follows', () => {
  expect(pagesOf([lines(9), lines(1, { keepsNext: true }), lines(3)])).toEqual(['0:0-9', '1:0-1 2:0-3'])
})

test('the last line of a text that keeps with the next goes over with it, or all of it where its lines keep too', () => {
  const pieces = (keepsLines: boolean) => [lines(6), lines(3, { keepsNext: true, keepsLines }), lines(2)]
  expect(pagesOf(pieces(false), 90)).toEqual(['0:0-6 1:0-2', '1:2-3 2:0-2'])
  expect(pagesOf(pieces(true), 90)).toEqual(['0:0-6', '1:0-3 2:0-2'])
})

test('lines that keep together but are higher than a page part all the same', () => {
  expect(pagesOf([lines(5), lines(12, { keepsNext: true, keepsLines: true }), lines(1)])).toEqual([
    '0:0-5 1:0-5',
    '1:5-12 2:0-1',
  ])
})

test('what begins a page begins one, but never leaves an empty page', () => {
  expect(pagesOf([lines(1, { startsPage: true }), lines(1, { startsPage: true })])).toEqual(['0:0-1', '1:0-1'])
})

test('the head of a table stands above its rows on every page and takes its room there', () => {
  const table = lines(20, { head: 20 })
  expect(pagesOf([lines(1), table])).toEqual(['0:0-1 1:0-7', '1:7-15', '1:15-20'])
})

test('a row that fits below the others stays, however high the head is', () => {
  expect(pagesOf([lines(8, { head: 20 })])).toEqual(['0:0-8'])
})

test('a head never stands without a row', () => {
  expect(pagesOf([lines(8), lines(3, { head: 15 })])).toEqual(['0:0-8', '1:0-3'])
})

test('what is higher than a page takes one for itself', () => {
  expect(pagesOf([lines(1), { heights: [150], keepsNext: false }, lines(1)])).toEqual(['0:0-1', '1:0-1', '2:0-1'])
})
