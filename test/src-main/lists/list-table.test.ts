import { expect, test } from 'vitest'
import { listColumns } from '../../../src-main/lists/list-columns.ts'
import { fieldLabels } from '../../../src-shared/field-labels.ts'
import { printedLists } from '../../../src-shared/list-tables.ts'
import { recordSchemas } from '../../../src-shared/record-kinds.ts'
import { registerSchemas } from '../../../src-shared/registers.ts'
import { unionSchema } from '../../../src-shared/unions.ts'
import { openTestApp } from '../../open-test-app.ts'
import { lecture, office, stay, study, union } from '../../sample-records.ts'

test('the print of a list holds every row of the filter, not only a page, and says what was filtered by', async () => {
  const { api } = await openTestApp()
  await api.office.set(office)
  await api.studies.add(Array.from({ length: 120 }, (_, index) => study({ topic: `学习${index}`, type: '主题党日' })))
  await api.studies.add([study({ type: '支部学习' })])
  const table = await api.lists.table({
    list: 'study',
    type: '主题党日',
    from: '2026-11-01',
    to: '2026-11-30',
    text: '学习',
  })
  expect([table.title, table.office, table.date]).toEqual(['学习台账', office.name, '2026-11-21'])
  expect(table.filter).toBe('时间：2026年11月；学习类型：主题党日；文字：“学习”')
  expect(table.rows).toHaveLength(120)
})

test('lists inside a record are written as words: names for ids, states behind problems, one line each', async () => {
  const { api } = await openTestApp()
  const { ids } = await api.unions.add([union({ name: '甲厂工会' }), union({ name: '乙厂工会' })])
  await api.stays.add([
    stay({
      unitName: '园区',
      from: '2026-11-02',
      to: '2026-11-06',
      daysOnSite: 5,
      deeds: ['建书屋'],
      problems: [
        { text: '通风不足', state: '办理中' },
        { text: '食堂拥挤', state: '待办' },
      ],
    }),
  ])
  const [stayed] = (await api.stays.list({})).rows
  const speakers = [
    { name: '赵铁柱', post: '省劳模' },
    { name: '钱某', post: '' },
  ]
  await api.lectures.add([lecture({ unionIds: ids, stayId: stayed?.id ?? null, speakers, clicks: null })])
  const cells = async (list: 'lecture' | 'stay') => {
    const { columns, rows } = await api.lists.table({ list })
    return Object.fromEntries(columns.map(({ title }, index) => [title, rows[0]?.[index]]))
  }
  expect(await cells('lecture')).toMatchObject({
    宣讲人: '赵铁柱（省劳模）、钱某',
    覆盖基层工会: '甲厂工会、乙厂工会',
  })
  expect(await cells('stay')).toMatchObject({ 问题: '1.通风不足（办理中）\n2.食堂拥挤（待办）', 办实事: '建书屋' })
})

test('every list that can be printed answers, with as many cells in a row as it has columns', async () => {
  const { api } = await openTestApp()
  await api.sample.load({})
  for (const list of printedLists) {
    const { columns, rows } = await api.lists.table({ list })
    expect(columns.length, list).toBeGreaterThan(2)
    for (const row of rows) expect(row.length, list).toBe(columns.length)
  }
})

test('the workbook of a list has a column for every field of its register', () => {
  const schemas = { ...recordSchemas, ...registerSchemas, grassrootsUnion: unionSchema }
  for (const [list, schema] of Object.entries(schemas)) {
    const columns = listColumns[list as keyof typeof schemas].map(({ field }) => field)
    const missing = Object.keys(schema.shape).filter((field) => !columns.includes(field))
    expect([list, missing]).toEqual([list, []])
  }
})

test('every column of every list has a Chinese title', () => {
  const untitled = Object.values(listColumns)
    .flat()
    .filter(({ title }) => !/^[\u4e00-\u9fa5（）、]+$/.test(title))
  expect(untitled.map(({ field }) => [field, fieldLabels[field]])).toEqual([])
})

test('the register of unions is printed as it stood on a day, those that ended since with it', async () => {
  const { api } = await openTestApp()
  const { ids } = await api.unions.add([union({ name: '甲厂工会' }), union({ name: '乙厂工会' })])
  await api.unions.retire({ id: ids[0] ?? '', on: '2026-10-10' })
  const names = async (query: object) =>
    (await api.lists.table({ list: 'grassrootsUnion', ...query })).rows.map((row) => row[1])
  expect(await names({})).toEqual(['乙厂工会'])
  expect(await names({ ended: 'yes' })).toEqual(['甲厂工会'])
  expect((await names({ on: '2026-09-30' })).toSorted()).toEqual(['乙厂工会', '甲厂工会'])
})
