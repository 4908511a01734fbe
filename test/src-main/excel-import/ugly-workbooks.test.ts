import { expect, test } from 'vitest'
import type { ImportSheet } from '../../../src-shared/excel-import.ts'
import { openTestApp } from '../../open-test-app.ts'
import { union } from '../../sample-records.ts'
import { excelDay, lectureHeader, lectureRow, type UglySheet, workbookFile } from './workbooks.ts'

async function preview(sheet: UglySheet, name?: string): Promise<ImportSheet> {
  const { api } = await openTestApp()
  const { sheets } = await api.imports.preview({ file: await workbookFile([sheet], name) })
  const [only] = sheets
  if (!only) throw new Error('no sheet')
  return only
}

/** Takes the good rows in and answers the lectures, oldest first. */
async function lecturesOf(...sheets: UglySheet[]) {
  const { api } = await openTestApp()
  await api.unions.add([union(), union({ name: '供水公司工会', township: '南河乡' })])
  await api.imports.apply({ file: await workbookFile(sheets), goodOnly: true })
  return (await api.lectures.list({})).rows.toReversed()
}

const counts = ({ rows, new: added, wrong }: ImportSheet) => ({ rows, new: added, wrong })

test('merged title rows, a row for the reporting unit and an empty row stand above the header', async () => {
  const sheet = await preview({
    name: 'Sheet1',
    rows: [
      ['云山县总工会2026年宣讲情况统计表'],
      ['填报单位：云山县总工会', null, null, null, null, '填报日期：2026年11月20日'],
      [],
      lectureHeader,
      lectureRow(1, '11月5日'),
    ],
    merges: ['A1:H1', 'A2:E2', 'F2:H2'],
  })
  expect(sheet).toMatchObject({ kind: 'lecture', header: 4, rows: 1, new: 1, problems: [] })
})

test('two header rows are read as one: the group says what the leaf belongs to', async () => {
  const { api } = await openTestApp()
  const file = await workbookFile([
    {
      name: '学习台账',
      rows: [
        ['2026年学习台账'],
        ['序号', '学习时间', '学习类型', '学习主题', '组织单位', '参加人数', null],
        [null, null, null, null, null, '应到', '实到'],
        [1, '2026.11.5', '中心组学习', '二十大报告', '县总工会', 12, 11],
      ],
      merges: ['A1:G1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3', 'F2:G2'],
    },
  ])
  const { sheets } = await api.imports.apply({ file })
  expect(sheets).toMatchObject([{ kind: 'study', header: 3, rows: 1, new: 1 }])
  expect((await api.studies.list({})).rows).toMatchObject([
    { date: '2026-11-05', type: '理论学习中心组集体学习', dueCount: 12, attendedCount: 11 },
  ])
})

test('days are read however they are written: date cells, serial numbers, points, slashes, Chinese, full-width', async () => {
  const days = [
    excelDay('2026-11-01'),
    46_328,
    '2026.11.3',
    '2026/11/4',
    '2026年11月5日',
    '11月6日',
    '２０２６年１１月７日',
    20_261_108,
    '2026-11-9（星期一）',
    ' 2026年 11月 10日 上午9:30',
  ]
  const lectures = await lecturesOf({
    name: '2026年宣讲',
    rows: [lectureHeader, ...days.map((day, index) => lectureRow(index + 1, day))],
  })
  expect(lectures.map(({ date }) => date)).toEqual([
    '2026-11-01',
    '2026-11-02',
    '2026-11-03',
    '2026-11-04',
    '2026-11-05',
    '2026-11-06',
    '2026-11-07',
    '2026-11-08',
    '2026-11-09',
    '2026-11-10',
  ])
})

test('a day that cannot be told for sure is wrong, with its row, its column and what to write', async () => {
  const sheet = await preview({
    name: '宣讲',
    rows: [
      lectureHeader,
      ...['11月5日', 11.1, '2026年11月', '2026年10-12月', '11月5日-6日', '2026-02-30', '下周'].map((day, index) =>
        lectureRow(index + 1, day),
      ),
    ],
  })
  expect(sheet.problems).toEqual([
    { row: 2, column: 'B', code: 'YEAR_MISSING', message: '“11月5日”没有年份，请写成“2026-11-05”，或在标题中写明年份' },
    { row: 3, column: 'B', code: 'DATE_UNREADABLE', message: '“11.1”是小数，分不清是1日还是10日，请写成“2026-11-05”' },
    { row: 4, column: 'B', code: 'DATE_UNREADABLE', message: '“2026年11月”没有写到日，请写成“2026-11-05”' },
    { row: 5, column: 'B', code: 'DATE_UNREADABLE', message: '“2026年10-12月”没有写到日，请写成“2026-11-05”' },
    {
      row: 6,
      column: 'B',
      code: 'DATE_UNREADABLE',
      message: '“11月5日-6日”是一段时间，请一天一行，写成“2026-11-05”',
    },
    { row: 7, column: 'B', code: 'DATE_UNREADABLE', message: '“2026-02-30”不是2000至2099年间的日期，请核对' },
    { row: 8, column: 'B', code: 'DATE_UNREADABLE', message: '“下周”认不出是哪一天，请写成“2026-11-05”' },
  ])
})

test('numbers with words are read; an approximate one is told of, blank and 无 are not 0', async () => {
  const written = ['约300人', '1,200人次', '２００', '2.5万余', '1场/80人次', '无', '/', 0]
  const { api } = await openTestApp()
  const file = await workbookFile([
    {
      name: '2026年宣讲',
      rows: [lectureHeader, ...written.map((number, index) => lectureRow(index + 1, `11月${index + 1}日`, number))],
    },
  ])
  const { sheets } = await api.imports.apply({ file })
  const lectures = (await api.lectures.list({})).rows.toReversed()
  expect(lectures.map(({ audienceOnSite }) => audienceOnSite)).toEqual([300, 1200, 200, 25_000, 80, null, null, 0])
  expect(sheets[0]?.remarks.filter(({ code }) => code === 'APPROXIMATE')).toEqual([
    { row: 2, column: 'H', code: 'APPROXIMATE', message: '“约300人”是约数，按300读入' },
    { row: 5, column: 'H', code: 'APPROXIMATE', message: '“2.5万余”是约数，按25000读入' },
  ])
})

test('several lectures in one row would be counted as one, so the row is refused', async () => {
  const sheet = await preview({ name: '宣讲', rows: [lectureHeader, lectureRow(1, '2026.11.5', '5场/300人次')] })
  expect(sheet.problems).toEqual([
    { row: 2, column: 'H', code: 'SEVERAL_SESSIONS', message: '一行写了5场，场次会少算，请一场一行分开填写' },
  ])
})

test('totals, notes, repeated headers and empty rows are no records; a hidden row is one, and told of', async () => {
  const sheet = await preview({
    name: '2026年宣讲',
    rows: [
      lectureHeader,
      lectureRow(1, '11月5日'),
      [null, '小计', null, null, null, null, null, 45],
      [2, null, null, null, null, null, null, null],
      lectureHeader,
      lectureRow(3, '11月6日'),
      [],
      ['合 计', null, null, null, null, null, null, 90],
      ['填表人：王芳', null, null, '审核人：李红梅'],
      ['注：人次为现场人数'],
    ],
    hidden: [6],
  })
  expect(counts(sheet)).toEqual({ rows: 2, new: 2, wrong: 0 })
  expect(sheet.remarks.filter(({ code }) => code === 'ROW_HIDDEN').map(({ row }) => row)).toEqual([6])
})

test('words merged over several rows hold for each; a number merged over them is counted once', async () => {
  const lectures = await lecturesOf({
    name: '2026年宣讲',
    rows: [lectureHeader, lectureRow(1, '11月5日', 90, '一车间'), lectureRow(2, null, null, '二车间')],
    merges: ['B2:B3', 'H2:H3'],
  })
  expect(lectures.map(({ date, place, audienceOnSite }) => ({ date, place, audienceOnSite }))).toEqual([
    { date: '2026-11-05', place: '一车间', audienceOnSite: 90 },
    { date: '2026-11-05', place: '二车间', audienceOnSite: null },
  ])
})

test('several words, people and unions in a cell are parted at any sign that clerks use', async () => {
  const header = ['日期', '主题', '宣讲方式', '宣讲人', '场所', '地点', '覆盖单位', '宣讲对象']
  const row = (day: string, modes: string, people: string, unions: string, strata: string) => [
    day,
    '二十大',
    modes,
    people,
    '车间',
    '一车间',
    unions,
    strata,
  ]
  const lectures = await lecturesOf({
    name: '2026年宣讲',
    rows: [
      header,
      row(
        '11月1日',
        '劳模宣讲、专家宣讲',
        '赵铁柱（劳模）、孙教授',
        '云山水泥有限公司工会、供水公司工会',
        '一线职工30、女职工12',
      ),
      row('11月2日', '劳模宣讲，网上', '赵铁柱\n孙教授', '云山水泥有限公司工会；供水公司工会', '工会委员、技能标兵'),
      row('11月3日', '劳模/领导', '赵铁柱；孙教授', '云山水泥有限公司工会\n供水公司工会', '党员'),
    ],
  })
  expect(lectures.map(({ modes }) => modes)).toEqual([
    ['劳模宣讲', '专家宣讲'],
    ['劳模宣讲', '网上宣讲'],
    ['劳模宣讲', '领导干部宣讲'],
  ])
  expect(lectures.map(({ speakers }) => speakers.map(({ name }) => name))).toEqual(
    Array.from({ length: 3 }, () => ['赵铁柱', '孙教授']),
  )
  expect(lectures.map(({ unionIds }) => unionIds.length)).toEqual([2, 2, 2])
  expect(lectures.map(({ strata }) => strata)).toEqual([
    [
      { stratum: '一线职工', people: 30 },
      { stratum: '女职工', people: 12 },
    ],
    [{ stratum: '工会委员、技能标兵', people: null }],
    [{ stratum: '党员', people: null }],
  ])
})

test('a stay is read with its cadres, its span in one cell, its problems and deeds line by line, money in 万元', async () => {
  const { api } = await openTestApp()
  const file = await workbookFile([
    {
      name: '蹲点',
      rows: [
        ['2026年蹲点台账'],
        [
          '序号',
          '蹲点干部',
          '蹲点单位',
          '起止时间',
          '在岗天数（天）',
          '走访（家）',
          '存在问题',
          '办实事',
          '慰问金额（万元）',
        ],
        [
          1,
          '张三（副主席）、李四',
          '工业园区',
          '11月2日—11月13日',
          '10天',
          '16家',
          '1.用工合同不规范\n2.职工书屋未建｜阵地｜李四｜2026.12.1｜办理中',
          '1、建成书屋\n2、调解欠薪',
          1.15,
        ],
        [2, '王五', '北川镇', '2026.11.16-11.20', 5, null, null, null, null],
      ],
      merges: ['A1:I1'],
    },
  ])
  const { sheets } = await api.imports.apply({ file })
  expect(sheets).toMatchObject([{ kind: 'stay', header: 2, new: 2, problems: [] }])
  const [second, first] = (await api.stays.list({})).rows
  expect(first).toMatchObject({
    cadres: [
      { name: '张三', post: '副主席', isLeader: false },
      { name: '李四', post: '', isLeader: false },
    ],
    from: '2026-11-02',
    to: '2026-11-13',
    daysOnSite: 10,
    visits: 16,
    problems: [
      { text: '用工合同不规范', state: '待办' },
      { text: '职工书屋未建', category: '阵地', responsible: '李四', due: '2026-12-01', state: '办理中' },
    ],
    deeds: ['建成书屋', '调解欠薪'],
    consolationYuan: 11_500,
  })
  expect(second).toMatchObject({ from: '2026-11-16', to: '2026-11-20' })
})

test('post and 是/否 in columns of their own belong to the one cadre of the row', async () => {
  const { api } = await openTestApp()
  const file = await workbookFile([
    {
      name: '蹲点',
      rows: [
        ['姓名', '职务', '是否班子成员', '蹲点单位', '开始时间', '结束时间'],
        ['张三', '副主席', '是', '工业园区', '2026/11/2', '2026/11/6'],
        ['李四', '干事', '否', '北川镇', '2026/11/2', '2026/11/6'],
      ],
    },
  ])
  await api.imports.apply({ file })
  const stays = (await api.stays.list({})).rows.toReversed()
  expect(stays.map(({ cadres }) => cadres)).toEqual([
    [{ name: '张三', post: '副主席', isLeader: true }],
    [{ name: '李四', post: '干事', isLeader: false }],
  ])
})

test('results of formulas, rich text and links are read as shown', async () => {
  const lectures = await lecturesOf({
    name: '2026年宣讲',
    rows: [
      lectureHeader,
      [
        1,
        { formula: 'DATE(2026,11,5)', result: 46_331 },
        { richText: [{ text: '党的' }, { text: '二十大' }] },
        '劳模宣讲',
        { text: '赵铁柱', hyperlink: 'https://example.invalid/' },
        '车间',
        '一车间',
        { formula: '20+25', result: 45 },
      ],
    ],
  })
  expect(lectures).toMatchObject([{ date: '2026-11-05', topic: '党的二十大', audienceOnSite: 45 }])
})

test('a union that is not in the register is named; one on another sheet of the same workbook is known', async () => {
  const header = [...lectureHeader, '覆盖单位']
  const register: UglySheet = {
    name: '单位名册',
    rows: [
      ['单位名称', '单位类别', '所属乡镇（街道）', '职工数', '会员数'],
      ['云山水泥有限公司工会', '企业', '城关镇', 320, 310],
    ],
  }
  const lectures: UglySheet = {
    name: '2026年宣讲',
    rows: [header, [...lectureRow(1, '11月5日'), '云山水泥有限公司工会'], [...lectureRow(2, '11月6日'), '没有的工会']],
  }
  const { api } = await openTestApp()
  const file = await workbookFile([lectures, register])
  const { sheets } = await api.imports.apply({ file, goodOnly: true })
  expect(sheets.map(({ kind, new: added, wrong }) => ({ kind, added, wrong }))).toEqual([
    { kind: 'lecture', added: 1, wrong: 1 },
    { kind: 'grassrootsUnion', added: 1, wrong: 0 },
  ])
  expect(sheets[0]?.problems).toEqual([
    {
      row: 3,
      column: 'I',
      code: 'UNION_UNKNOWN',
      message: '单位名册中没有“没有的工会”，请先登记这个单位，或核对名称',
    },
  ])
  const [lecture] = (await api.lectures.list({})).rows
  expect(lecture?.unionIds).toEqual([(await api.unions.list({})).rows[0]?.id])
})

test('a required column that is missing is said once, at the header', async () => {
  const sheet = await preview({
    name: '学习',
    rows: [
      ['日期', '学习主题', '实到人数', '领导批示'],
      ['2026-11-05', '二十大', 11, '好'],
      ['2026-11-06', '二十大', 12, null],
    ],
  })
  expect(counts(sheet)).toEqual({ rows: 2, new: 0, wrong: 2 })
  expect(sheet.problems.map(({ row, code, message }) => ({ row, code, message }))).toEqual([
    { row: 1, code: 'COLUMN_MISSING', message: '缺少“学习类型”列，请在表头加上这一列并逐行填写' },
    { row: 1, code: 'COLUMN_MISSING', message: '缺少“组织单位”列，请在表头加上这一列并逐行填写' },
  ])
  expect(sheet.remarks).toEqual([
    { row: 1, column: 'D', code: 'COLUMN_UNKNOWN', message: '“领导批示”列不知对应哪一项，没有读入' },
  ])
})

test('the reporting unit above the table is the organiser of studies without such a column', async () => {
  const { api } = await openTestApp()
  const file = await workbookFile([
    {
      name: '学习',
      rows: [
        ['2026年学习情况表'],
        ['填报单位（公章）：云山县总工会'],
        ['序号', '学习时间', '学习类型', '学习内容', '实到人数'],
        [1, '11月5日', '主题党日', '二十大报告', '25人'],
      ],
    },
  ])
  await api.imports.apply({ file })
  expect((await api.studies.list({})).rows).toMatchObject([{ organiser: '云山县总工会', attendedCount: 25 }])
})

test('an activity takes its kind from its genre and its unit from the number', async () => {
  const { api } = await openTestApp()
  const file = await workbookFile([
    {
      name: '宣传文化',
      rows: [
        ['发布时间', '稿件标题', '体裁', '刊发媒体', '数量'],
        ['2026.11.5', '劳模进车间', '报道', '县融媒体', '3篇'],
        ['2026.11.6', '班前五分钟', '知识竞答', '职工之家', '5场/300人次'],
      ],
    },
  ])
  await api.imports.apply({ file })
  expect((await api.activities.list({})).rows.toReversed()).toMatchObject([
    { kind: '宣传', genre: '新闻报道', count: 3, unit: '篇', participants: null },
    { kind: '文化', genre: '知识竞答', count: 5, unit: '场', participants: 300 },
  ])
})

test('what the schemas of the records refuse is told at its cell', async () => {
  const sheet = await preview({
    name: '学习',
    rows: [
      ['日期', '学习类型', '学习主题', '组织单位', '应到人数', '实到人数'],
      ['2026-11-05', '主题党日', '二十大', '县总工会', 10, 12],
      ['2026-11-05', '茶话会', null, '县总工会', -3, '不详'],
    ],
  })
  expect(sheet.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
    [2, 'F', 'FIELD_INVALID'],
    [3, 'B', 'WORD_UNKNOWN'],
    [3, 'F', 'NUMBER_UNREADABLE'],
    [3, 'C', 'FIELD_INVALID'],
    [3, 'E', 'FIELD_INVALID'],
  ])
})

test('a sheet that is no register is left alone and told of; a hidden sheet is not looked at', async () => {
  const sheet = await preview({
    name: '通讯录',
    rows: [
      ['姓名', '电话'],
      ['王芳', '0954-1234567'],
    ],
  })
  expect(sheet).toMatchObject({ kind: null, header: null, rows: 0, problems: [] })
  expect(sheet.remarks.map(({ code }) => code)).toEqual(['SHEET_UNKNOWN'])
})

test('the year of a day without one may stand in the name of the file', async () => {
  const sheet = await preview({ name: 'Sheet1', rows: [lectureHeader, lectureRow(1, '11月5日')] }, '2026年宣讲.xlsx')
  expect(counts(sheet)).toEqual({ rows: 1, new: 1, wrong: 0 })
})
