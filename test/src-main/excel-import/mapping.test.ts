import { expect, test } from 'vitest'
import type { ImportSheet } from '../../../src-shared/excel-import.ts'
import type { SheetMapping } from '../../../src-shared/import-mapping.ts'
import { openTestApp } from '../../open-test-app.ts'
import { lecture, union } from '../../sample-records.ts'
import { type Cells, type UglySheet, workbookFile } from './workbooks.ts'

/** 何时, 讲什么 and 人头 are no words that a rule knows. */
const header = ['编号', '何时', '讲什么', '宣讲方式', '宣讲人', '场所类型', '宣讲地点', '人头']
const row = (day: string, place = '一车间', people: string | number = 45) => [
  1,
  day,
  '二十大精神',
  '劳模宣讲',
  '赵铁柱',
  '车间',
  place,
  people,
]
const sheet = (rows: Cells, name = '宣讲'): UglySheet => ({ name, rows })
const own = sheet([['我县2026年宣讲'], header, row('11月5日')])
const ownMapping: SheetMapping = {
  sheet: '宣讲',
  kind: 'lecture',
  columns: [
    { column: 'B', field: 'date' },
    { column: 'C', field: 'topic' },
    { column: 'H', field: 'audienceOnSite' },
  ],
}
const only = ({ sheets }: { readonly sheets: readonly ImportSheet[] }): ImportSheet => {
  const [first] = sheets
  if (!first) throw new Error('no sheet')
  return first
}
const fieldsOf = ({ columns }: ImportSheet) =>
  columns.flatMap(({ column, field }) => (field ? [`${column} ${field}`] : []))

test('columns are what the clerk says they are; what she leaves open is found by rule', async () => {
  const { api } = await openTestApp()
  const file = await workbookFile([own])
  expect(only(await api.imports.preview({ file })).problems.map(({ code }) => code)).toContain('COLUMN_MISSING')
  const told = only(await api.imports.preview({ file, mappings: [ownMapping] }))
  expect(told).toMatchObject({ kind: 'lecture', header: 2, by: 'given', new: 1, problems: [] })
  expect(fieldsOf(told)).toEqual([
    'B date',
    'C topic',
    'D modes',
    'E speakers',
    'F venueType',
    'G place',
    'H audienceOnSite',
  ])
  await api.imports.apply({ file, mappings: [ownMapping] })
  expect((await api.lectures.list({})).rows).toMatchObject([
    { date: '2026-11-05', topic: '二十大精神', audienceOnSite: 45 },
  ])
})

test('a column that a rule found can be given to another field, or to none', async () => {
  const { api } = await openTestApp()
  const file = await workbookFile([own])
  const columns = [...ownMapping.columns, { column: 'G', field: 'note' }, { column: 'F', field: null }]
  const told = only(await api.imports.preview({ file, mappings: [{ ...ownMapping, columns }] }))
  expect(fieldsOf(told)).toContain('G note')
  expect(told.columns.find(({ column }) => column === 'F')).toEqual({
    column: 'F',
    header: '场所类型',
    field: null,
    examples: ['车间'],
  })
})

test('a sheet that no rule knows is read as the kind the clerk names, from the row she names', async () => {
  const { api } = await openTestApp()
  const rows = [['台账'], ['某', '名', '类', '地'], [1, '云山水泥有限公司工会', '企业', '城关镇']]
  const file = await workbookFile([sheet(rows, '表一')])
  expect(only(await api.imports.preview({ file }))).toMatchObject({
    kind: null,
    head: [
      { row: 1, text: '台账' },
      { row: 2, text: '某、名、类、地' },
      { row: 3, text: '1、云山水泥有限公司工会、企业、城关镇' },
    ],
  })
  const mapping: SheetMapping = {
    sheet: '表一',
    kind: 'grassrootsUnion',
    header: 2,
    columns: [
      { column: 'B', field: 'name' },
      { column: 'C', field: 'kind' },
      { column: 'D', field: 'township' },
    ],
  }
  await api.imports.apply({ file, mappings: [mapping] })
  expect((await api.unions.list({})).rows).toMatchObject([{ name: '云山水泥有限公司工会', kind: '企业工会' }])
})

test('what was said is remembered on import and used by itself for the next workbook of this layout', async () => {
  const { api } = await openTestApp()
  await api.imports.apply({ file: await workbookFile([own], '十一月.xlsx'), mappings: [ownMapping] })
  const next = sheet([['另一个题目'], ['填报单位：某工会'], header, row('2026-12-05')])
  const told = only(await api.imports.preview({ file: await workbookFile([next], '十二月.xlsx') }))
  expect(told).toMatchObject({ kind: 'lecture', header: 3, by: 'remembered', new: 1, problems: [] })
  expect(await api.imports.mappings.list()).toMatchObject([
    {
      kind: 'lecture',
      source: '十一月.xlsx，宣讲',
      columns: [{ column: 'A', header: '编号', field: null }, {}, {}, {}, {}, {}, {}, {}],
    },
  ])
})

test.each([
  ['a word of the header differs', sheet([[...header.slice(0, 7), '人数'], row('2026-12-05')])],
  ['two columns changed places', sheet([[...header.slice(0, 6), '人头', '宣讲地点'], row('2026-12-05')])],
  ['there is a column more', sheet([[...header, '备注'], row('2026-12-05')])],
  ['there is a column less', sheet([header.slice(0, 7), row('2026-12-05').slice(0, 7)])],
  ['the sheet speaks of another register', sheet([['学习情况'], header, row('2026-12-05')], '学习')],
])('a remembered mapping is not used when %s', async (_why, other) => {
  const { api } = await openTestApp()
  await api.imports.apply({ file: await workbookFile([own]), mappings: [ownMapping] })
  expect(only(await api.imports.preview({ file: await workbookFile([other]) })).by).toBe('rule')
})

test('nothing is remembered of a preview, of a refused import, or of a mapping that the rules would find', async () => {
  const { api } = await openTestApp()
  const wrong = await workbookFile([sheet([header, row('下周')])])
  await api.imports.preview({ file: wrong, mappings: [ownMapping] })
  await expect(api.imports.apply({ file: wrong, mappings: [ownMapping] })).rejects.toThrow('有1行填写有误')
  const plain = sheet([
    ['日期', '宣讲主题', '宣讲方式', '宣讲人', '场所类型'],
    ['2026-11-05', '题', '劳模宣讲', '甲', '车间'],
  ])
  const columns = [{ column: 'B', field: 'topic' }]
  await api.imports.apply({
    file: await workbookFile([plain]),
    mappings: [{ sheet: '宣讲', kind: 'lecture', columns }],
  })
  expect(await api.imports.mappings.list()).toEqual([])
})

test('a remembered mapping is replaced by what is said the next time, and forgotten when asked', async () => {
  const { api } = await openTestApp()
  const file = await workbookFile([own])
  await api.imports.apply({ file, mappings: [ownMapping] })
  const columns = [...ownMapping.columns.slice(0, 2), { column: 'H', field: 'clicks' }]
  await api.imports.apply({ file, mappings: [{ ...ownMapping, columns }] })
  const [remembered, ...more] = await api.imports.mappings.list()
  expect([remembered?.columns.at(-1)?.field, more]).toEqual(['clicks', []])
  await api.imports.mappings.forget({ layout: remembered?.layout ?? '' })
  expect(only(await api.imports.preview({ file })).by).toBe('rule')
  await expect(api.imports.mappings.forget({ layout: remembered?.layout ?? '' })).rejects.toThrow('没有找到')
})

test('a sheet can be left out, and is left out by itself the next time', async () => {
  const { api } = await openTestApp()
  const known = sheet([
    ['日期', '宣讲主题', '宣讲方式', '宣讲人', '场所类型'],
    ['2026-11-05', '题', '劳模宣讲', '甲', '车间'],
  ])
  const file = await workbookFile([own, { ...known, name: '宣讲旧表' }])
  const leftOut: SheetMapping = { sheet: '宣讲旧表', kind: null, columns: [] }
  const { sheets } = await api.imports.apply({ file, mappings: [ownMapping, leftOut] })
  expect(sheets.map(({ kind, remarks }) => [kind, remarks.map(({ message }) => message)])).toEqual([
    ['lecture', []],
    [null, ['按您的选择，这张表不读入']],
  ])
  const again = await api.imports.preview({ file })
  expect(again.sheets.map(({ by }) => by)).toEqual(['remembered', 'remembered'])
  expect((await api.lectures.list({})).total).toBe(1)
})

test('the mended file keeps what was said by its layout, though its header moved and its sheet was renamed', async () => {
  const { api } = await openTestApp()
  const { layout } = only(await api.imports.preview({ file: await workbookFile([own]), mappings: [ownMapping] }))
  const mended = sheet([['题'], ['说明'], [], header, row('2026-11-06')], '宣讲（改）')
  const kept = [{ ...ownMapping, layout: layout ?? '' }]
  expect(only(await api.imports.preview({ file: await workbookFile([mended]), mappings: kept }))).toMatchObject({
    by: 'given',
    header: 4,
    new: 1,
  })
  const other = sheet([header.slice(1), row('2026-11-06').slice(1)])
  expect(only(await api.imports.preview({ file: await workbookFile([other]), mappings: kept })).by).toBe('rule')
})

test.each([
  [
    'two columns for one field',
    [
      { column: 'B', field: 'date' },
      { column: 'C', field: 'date' },
    ],
    '“宣讲”有两列都对应“日期”，一项只能对应一列，请改其中一列的列名或对应。',
  ],
  [
    'a field of another register',
    [{ column: 'B', field: 'township' }],
    '“宣讲”的B列：没有“township”这一项，请重新选择。',
  ],
])('%s is refused', async (_what, columns, sentence) => {
  const { api } = await openTestApp()
  const file = await workbookFile([own])
  await expect(api.imports.preview({ file, mappings: [{ ...ownMapping, columns }] })).rejects.toThrow(sentence)
})

test('a row that holds nothing cannot be the header', async () => {
  const { api } = await openTestApp()
  const file = await workbookFile([own])
  await expect(api.imports.preview({ file, mappings: [{ ...ownMapping, header: 99 }] })).rejects.toThrow(
    '“宣讲”第99行不能作表头，请选前30行中有内容的一行。',
  )
})

test('a preview shows the first rows as they will be stored, and of changed rows what they said before', async () => {
  const { api } = await openTestApp()
  await api.unions.add([union({ name: '供水公司工会' })])
  const [stored] = (await api.unions.list({})).rows
  await api.lectures.add([
    lecture({
      date: '2026-11-05',
      topic: '二十大精神',
      place: '一车间',
      audienceOnSite: 40,
      speakers: [{ name: '赵铁柱' }],
      unionIds: [stored?.id ?? ''],
    }),
  ])
  const file = await workbookFile([
    sheet([
      [...header, '覆盖单位'],
      [...row('2026-11-05'), '供水公司工会'],
      [...row('2026-11-06'), ''],
    ]),
  ])
  const { samples } = only(await api.imports.preview({ file, mappings: [ownMapping] }))
  expect(samples).toMatchObject([
    { row: 2, state: 'changed', texts: { date: '2026-11-05', unionIds: '供水公司工会' } },
    { row: 3, state: 'new', texts: { date: '2026-11-06', audienceOnSite: '45' }, changes: [] },
  ])
  expect(samples[0]?.changes).toContainEqual({ field: 'audienceOnSite', old: '40', new: '45' })
  expect(samples[0]?.changes.map(({ field }) => field)).not.toContain('unionIds')
})

test('a preview tells what stands in the wrong cells; with a limit it tells the first of each kind and how many there are', async () => {
  const { api } = await openTestApp()
  const rows = Array.from({ length: 30 }, (_, index) => row(index % 2 ? '下周' : '11月5日', `车间${index}`, '不详'))
  const file = await workbookFile([sheet([['2026年'], header, ...rows])])
  const all = only(await api.imports.preview({ file, mappings: [ownMapping] }))
  expect(all.problems).toHaveLength(45)
  const told = only(await api.imports.preview({ file, mappings: [ownMapping], limit: 4 }))
  expect(told).toMatchObject({ wrong: 30, problemCounts: { DATE_UNREADABLE: 15, NUMBER_UNREADABLE: 30 } })
  expect(told.problems.map(({ row: at, column }) => `${column}${at}`)).toEqual([
    'H3',
    'B4',
    'H4',
    'H5',
    'B6',
    'H6',
    'B8',
    'B10',
  ])
  expect(told.cellTexts).toEqual({
    H3: '不详',
    B4: '下周',
    H4: '不详',
    H5: '不详',
    B6: '下周',
    H6: '不详',
    B8: '下周',
    B10: '下周',
  })
})
