import { expect, test } from 'vitest'
import {
  withCell,
  withCells,
  withColumn,
  withoutColumn,
  withoutRow,
  withRow,
} from '../../../src-shared/editing/table-grid.ts'

const rows = [
  ['姓名', '单位'],
  ['张三', '一厂'],
]

test('rows and columns come in empty and go whole', () => {
  expect(withRow(rows, 1)).toEqual([rows[0], ['', ''], rows[1]])
  expect(withColumn(rows, 2)).toEqual([
    ['姓名', '单位', ''],
    ['张三', '一厂', ''],
  ])
  expect(withoutColumn(withoutRow(rows, 0), 0)).toEqual([['一厂']])
  expect(withCell(rows, 1, 0, '李四')).toEqual([rows[0], ['李四', '一厂']])
})

test('the last row and the last column stay', () => {
  expect(withoutRow([['甲']], 0)).toEqual([['甲']])
  expect(withoutColumn([['甲'], ['乙']], 0)).toEqual([['甲'], ['乙']])
})

test('pasted cells lie over the table from their corner, which grows for them', () => {
  expect(withCells(rows, { row: 1, column: 1 }, [['二厂', '班长'], ['三厂']])).toEqual([
    ['姓名', '单位', ''],
    ['张三', '二厂', '班长'],
    ['', '三厂', ''],
  ])
})
