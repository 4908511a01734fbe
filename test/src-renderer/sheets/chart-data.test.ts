/** What a chart shows of a table (统计图). */
import { expect, test } from 'vitest'
import {
  type Chart,
  chartOfColumn,
  chartSentence,
  fewSeries,
  scaleMarks,
} from '../../../src-renderer/sheets/chart-data.ts'
import type { SheetBlock } from '../../../src-shared/statistics.ts'

const block: SheetBlock = {
  caption: '',
  columns: [
    { title: '学习类型', width: 20, kind: 'text' },
    { title: '场次', width: 10, kind: 'count' },
    { title: '到课率', width: 10, kind: 'rate' },
  ],
  rows: [
    ['主题党日', 12, 0.9],
    ['支部学习', 3, 1.25],
    ['个人自学', 1, null],
  ],
  total: ['合计', 16, 0.95],
}

test('a chart of a column has its rows, never the total', () => {
  expect(chartOfColumn(block, 1)).toEqual({
    measure: '场次',
    kind: 'count',
    categories: ['主题党日', '支部学习', '个人自学'],
    series: [{ name: '场次', values: [12, 3, 1] }],
    isOverTime: false,
  })
})

test('its sentence names the most and the least as the table writes them, and what is not stated', () => {
  expect(chartSentence(chartOfColumn(block, 1))).toBe('场次：最多的是主题党日（12），最少的是个人自学（1）。')
  expect(chartSentence(chartOfColumn(block, 2))).toBe(
    '到课率：最多的是支部学习（125.0%），最少的是主题党日（90.0%），未统计1项。',
  )
  expect(chartSentence({ ...chartOfColumn(block, 1), series: [{ name: '场次', values: [null, null, 0] }] })).toBe(
    '场次：没有数字。',
  )
})

test('more series than can be told apart in grey are left to the table, the smallest first', () => {
  const chart: Chart = {
    ...chartOfColumn(block, 1),
    series: [5, 1, 9, 2, 8, 3, 7].map((value) => ({ name: `${value}`, values: [value, null, 0] })),
  }
  const { chart: few, left } = fewSeries(chart)
  expect([few.series.map(({ name }) => name), left]).toEqual([['5', '9', '2', '8', '3', '7'], 1])
})

test('the scale begins at 0, has round marks, reaches the largest and counts nothing in halves', () => {
  expect(scaleMarks(47, 'count')).toEqual([0, 10, 20, 30, 40, 50])
  expect(scaleMarks(3, 'count')).toEqual([0, 1, 2, 3])
  expect(scaleMarks(0.95, 'rate')).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
  expect(scaleMarks(0, 'count')).toEqual([0, 1])
})
