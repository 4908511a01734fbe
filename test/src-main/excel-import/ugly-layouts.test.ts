/** Tables laid out as clerks lay them out (各种样式的台账): what must come out of each. */
import { expect, test } from 'vitest'
import type { ImportSheet } from '../../../src-shared/excel-import.ts'
import { openTestApp } from '../../open-test-app.ts'
import { union } from '../../sample-records.ts'
import { type Cells, lectureHeader, lectureRow, type UglySheet, workbookFile } from './workbooks.ts'

async function taken(sheets: readonly UglySheet[], name?: string) {
  const { api } = await openTestApp()
  await api.unions.add([union()])
  const applied = await api.imports.apply({ file: await workbookFile(sheets, name), goodOnly: true })
  const rows = (await api.lectures.list({})).rows.toReversed()
  return { api, sheets: applied.sheets, rows }
}
const counts = ({ kind, header, rows, new: added, wrong }: ImportSheet) => ({ kind, header, rows, added, wrong })

test('the header stands in row 7, below titles, a note and the office', async () => {
  const rows: Cells = [
    ['附件2'],
    [],
    ['2026年党的二十大精神宣讲情况统计表'],
    ['（截至11月20日）'],
    ['填报单位：云山县总工会（公章）', null, null, null, '单位：场、人次'],
    [],
    lectureHeader,
    lectureRow(1, '11月5日'),
  ]
  const { sheets } = await taken([{ name: 'Sheet1', rows, merges: ['A3:H3', 'A4:H4'] }])
  expect(sheets.map(counts)).toEqual([{ kind: 'lecture', header: 7, rows: 1, added: 1, wrong: 0 }])
})

test('a sheet for each month, each with its header; a chart of totals beside them is left alone', async () => {
  const month = (number: number): UglySheet => ({
    name: `${number}月`,
    rows: [
      [`${number}月宣讲台账`],
      lectureHeader,
      lectureRow(1, `${number}月5日`),
      ['合计', null, null, null, null, null, null, 45],
    ],
  })
  const totals: UglySheet = {
    name: '汇总',
    rows: [
      ['月份', '场次', '人次'],
      ['10月', 1, 45],
      ['11月', 1, 45],
    ],
  }
  const { sheets, rows } = await taken([month(10), month(11), totals], '2026年宣讲.xlsx')
  expect(rows.map(({ date }) => date)).toEqual(['2026-10-05', '2026-11-05'])
  expect(sheets.map(({ name, kind }) => [name, kind])).toEqual([
    ['10月', 'lecture'],
    ['11月', 'lecture'],
    ['汇总', null],
  ])
})

test('blank columns between the columns, and 300 columns of remarks to the right', async () => {
  const spread = (cells: Cells[number]) => cells.flatMap((cell) => [cell, null])
  const wide = Array.from({ length: 300 }, (_, index) => `第${index}栏`)
  const { sheets, rows } = await taken([
    {
      name: '2026年宣讲',
      rows: [
        [...spread(lectureHeader), ...wide],
        [...spread(lectureRow(1, '11月5日')), ...wide],
      ],
    },
  ])
  expect(sheets.map(counts)).toEqual([{ kind: 'lecture', header: 1, rows: 1, added: 1, wrong: 0 }])
  expect(rows).toMatchObject([{ date: '2026-11-05', audienceOnSite: 45, place: '车间1' }])
})

test('words of the header are broken over lines, spaced out and starred', async () => {
  const header = [
    '序 号',
    '宣讲\n时间*',
    '宣 讲 主 题',
    '宣讲方式（可多选）',
    '宣讲人\n（姓名）',
    '场所类型★',
    '宣讲地点：',
    '现场人次\n（人）',
  ]
  const { sheets } = await taken([{ name: '2026年宣讲', rows: [header, lectureRow(1, '11月5日')] }])
  expect(sheets.map(counts)).toEqual([{ kind: 'lecture', header: 1, rows: 1, added: 1, wrong: 0 }])
})

test('titles of sections stand between the rows, sub-totals of each below them', async () => {
  const { sheets } = await taken([
    {
      name: '2026年宣讲',
      rows: [
        lectureHeader,
        ['一、第三季度'],
        lectureRow(1, '9月5日'),
        ['第三季度小计', null, null, null, null, null, null, 45],
        ['二、第四季度'],
        [null, '10月份'],
        lectureRow(2, '10月5日'),
        ['本季累计：', null, null, null, null, null, null, 45],
        ['总 计', null, null, null, null, null, null, 90],
      ],
    },
  ])
  expect(sheets.map(counts)).toEqual([{ kind: 'lecture', header: 1, rows: 2, added: 2, wrong: 0 }])
})

test('a register of unions has a sub-total for each township, whose name is merged over its rows', async () => {
  const { api, sheets } = await taken([
    {
      name: '基层工会名册',
      rows: [
        ['乡镇（街道）', '单位名称', '单位类别', '职工数（人）', '会员数（人）'],
        ['南河乡', '供水公司工会', '企业工会', '1,200', '１１００'],
        [null, '中心小学工会', '事业单位工会', 45, 45],
        ['南河乡小计', null, null, 1245, 1145],
        ['北川镇', '北川镇机关工会', '机关工会', 30, 30],
        ['合计', null, null, 1275, 1175],
      ],
      merges: ['A2:A3'],
    },
  ])
  expect(sheets.map(counts)).toEqual([{ kind: 'grassrootsUnion', header: 1, rows: 3, added: 3, wrong: 0 }])
  const unions = (await api.unions.list({})).rows.filter(({ name }) => name !== '云山水泥有限公司工会')
  expect(unions.map(({ name, township, staff }) => [name, township, staff]).toSorted()).toEqual([
    ['中心小学工会', '南河乡', 45],
    ['供水公司工会', '南河乡', 1200],
    ['北川镇机关工会', '北川镇', 30],
  ])
})

test('the unit is merged over several lectures and holds for each', async () => {
  const row = (unit: string | null, day: string) => [unit, day, '二十大', '劳模宣讲', '赵铁柱', '车间', `${day}车间`]
  const { rows } = await taken([
    {
      name: '2026年宣讲',
      rows: [
        ['覆盖单位', '日期', '主题', '宣讲方式', '宣讲人', '场所', '地点'],
        row('云山水泥有限公司工会', '11月5日'),
        row(null, '11月6日'),
        row(null, '11月7日'),
      ],
      merges: ['A2:A4'],
    },
  ])
  expect(rows.map(({ unionIds }) => unionIds.length)).toEqual([1, 1, 1])
})

test('notes at the foot, people who sign and the day of filling in are no records', async () => {
  const { sheets } = await taken([
    {
      name: '2026年宣讲',
      rows: [
        lectureHeader,
        lectureRow(1, '11月5日'),
        ['填表人：王芳', null, '审核人：李红梅', null, '联系电话：0954-1234567', null, '填报日期：2026年11月20日'],
        ['说明：1.现场人次不含线上', null],
        [null, '注：线上人次另报'],
        ['单位负责人（签字）：'],
      ],
    },
  ])
  expect(sheets.map(counts)).toEqual([{ kind: 'lecture', header: 1, rows: 1, added: 1, wrong: 0 }])
})

test('numbers and days are kept as text, with Excel’s mark, spaces or a weekday', async () => {
  const { rows } = await taken([
    {
      name: '2026年宣讲',
      rows: [
        lectureHeader,
        lectureRow(1, "'2026-11-01", "'45"),
        lectureRow(2, '2026年11月2日（星期一）', '1 200'),
        lectureRow(3, '2026.11.03 周二', '３０余人'),
        lectureRow(4, '二○二六年十一月四日', 45),
        lectureRow(5, '26.11.5', '45人（含线上0人）'),
      ],
    },
  ])
  expect(rows.map(({ date, audienceOnSite }) => [date, audienceOnSite])).toEqual([
    ['2026-11-01', 45],
    ['2026-11-02', 1200],
    ['2026-11-03', 30],
    ['2026-11-04', 45],
  ])
})

test('text with line breaks inside a cell is kept; blank lines at its ends are not', async () => {
  const row = lectureRow(1, '2026-11-05')
  row[2] = '\n党的二十大精神\r\n进车间\n\n'
  const { rows } = await taken([{ name: '宣讲', rows: [lectureHeader, row] }])
  expect(rows).toMatchObject([{ topic: '党的二十大精神\n进车间' }])
})

test('a form with fields on the left and what is filled in on the right is told apart, not read', async () => {
  const { api } = await openTestApp()
  const file = await workbookFile([
    {
      name: '宣讲登记表',
      rows: [
        ['宣讲活动登记表'],
        ['宣讲时间', '2026-11-05', '宣讲地点', '一车间'],
        ['宣讲主题', '党的二十大精神'],
        ['宣讲人', '赵铁柱'],
        ['现场人次', 45],
        ['职工反响', '反响热烈'],
      ],
      merges: ['A1:D1', 'B3:D3', 'B4:D4'],
    },
  ])
  const { sheets } = await api.imports.preview({ file })
  expect(sheets).toMatchObject([
    {
      kind: null,
      remarks: [
        {
          code: 'SHEET_UNKNOWN',
          message:
            '这张表左边是项目、右边是内容，没有读入；导入的表要一行一条、第一行是表头，请把内容抄进“导出模板”中的表',
        },
      ],
    },
  ])
})

test('several sessions summed into a row of a month are refused row by row, not counted as one', async () => {
  const { sheets } = await taken([
    {
      name: '2026年宣讲',
      rows: [lectureHeader, lectureRow(1, '11月5日', '5场/300人次'), lectureRow(2, '11月', '3场，120人')],
    },
  ])
  expect(sheets[0]?.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
    [2, 'H', 'SEVERAL_SESSIONS'],
    [3, 'B', 'DATE_UNREADABLE'],
    [3, 'H', 'SEVERAL_SESSIONS'],
  ])
})

test('a protected, filtered sheet with frozen panes is read; its filtered rows too', async () => {
  const { sheets } = await taken([
    {
      name: '2026年宣讲',
      rows: [lectureHeader, lectureRow(1, '11月5日'), lectureRow(2, '11月6日')],
      hidden: [3],
      isProtected: true,
      filter: 'A1:H3',
    },
  ])
  expect(sheets.map(counts)).toEqual([{ kind: 'lecture', header: 1, rows: 2, added: 2, wrong: 0 }])
})
