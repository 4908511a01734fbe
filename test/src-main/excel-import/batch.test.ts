import { expect, test } from 'vitest'
import { columnsOf } from '../../../src-main/excel-import/columns.ts'
import { batchColumns, batchKinds } from '../../../src-shared/batch.ts'
import { openTestApp } from '../../open-test-app.ts'
import { union } from '../../sample-records.ts'

const lecture = (over: Readonly<Record<string, string>> = {}): string[] => {
  const cells: Record<string, string> = {
    date: '2026.11.5',
    modes: '基层工会宣讲',
    topic: '班前十分钟讲二十大',
    speakers: '赵某',
    venueType: '车间',
    occasion: '车间班前会',
    audienceOnSite: '约30人',
    ...over,
  }
  return batchColumns.lecture.map(({ field }) => cells[field] ?? '')
}

test('cells are read as imported cells are, and every row becomes a record', async () => {
  const { api } = await openTestApp()
  await api.unions.add([union({ name: '示例机械有限公司工会' })])
  const rows = [lecture({ unionIds: '示例机械有限公司工会' }), lecture({ date: '11月6日', place: '二车间' })]
  const wrong = await api.batch.check({ kind: 'lecture', rows })
  expect(wrong.findings.filter(({ isRemark }) => !isRemark)).toMatchObject([{ row: 1, field: 'date' }])

  const mended = [rows[0] ?? [], lecture({ date: '2026年11月6日', place: '二车间' })]
  const { counts, findings } = await api.batch.check({ kind: 'lecture', rows: mended })
  expect(counts).toEqual({ rows: 2, new: 2, changed: 0, same: 0, wrong: 0 })
  expect(findings).toMatchObject([
    { row: 0, field: 'audienceOnSite', isRemark: true },
    { row: 1, field: 'audienceOnSite', isRemark: true },
  ])
  const added = await api.batch.add({ batch: { kind: 'lecture', rows: mended } })
  expect(added.counts.new).toBe(2)
  const { rows: stored } = await api.lectures.list({})
  expect(stored.map(({ date, occasion, audienceOnSite }) => [date, occasion, audienceOnSite])).toEqual([
    ['2026-11-06', '车间班前会', 30],
    ['2026-11-05', '车间班前会', 30],
  ])
  expect(stored[1]?.unionIds).toHaveLength(1)
})

test('one wrong row keeps the whole batch out', async () => {
  const { api } = await openTestApp()
  const rows = [lecture(), lecture({ topic: '', place: '二车间' })]
  await expect(api.batch.add({ batch: { kind: 'lecture', rows } })).rejects.toThrow('有1行填写有误')
  expect((await api.lectures.list({})).total).toBe(0)
})

test('a batch entered twice makes nothing twice, and is undone as one', async () => {
  const { api } = await openTestApp()
  const batch = { kind: 'lecture' as const, rows: [lecture(), lecture({ place: '二车间' })] }
  const { id } = await api.batch.add({ batch })
  expect(await api.batch.add({ batch })).toMatchObject({ id: null, counts: { same: 2 } })
  expect(await api.imports.list()).toMatchObject([{ fileName: '批量录入宣讲', new: 2 }])
  await api.imports.undo({ id: id ?? '' })
  expect((await api.lectures.list({})).total).toBe(0)
})

test('rows without text are skipped, and findings name the rows as they stand in the grid', async () => {
  const { api } = await openTestApp()
  const { counts, findings } = await api.batch.check({
    kind: 'lecture',
    rows: [[], lecture(), [''], lecture({ modes: '喊话' })],
  })
  expect(counts).toMatchObject({ rows: 2, wrong: 1 })
  expect(findings.filter(({ isRemark }) => !isRemark)).toMatchObject([{ row: 3, field: 'modes' }])
  expect((await api.batch.check({ kind: 'study', rows: [] })).counts.rows).toBe(0)
})

test.each(batchKinds)('the grid of %s has every required field, and is read as its own register', async (kind) => {
  const { api } = await openTestApp()
  const required = columnsOf[kind].filter(({ isRequired }) => isRequired).map(({ field }) => field)
  expect(batchColumns[kind].filter(({ isRequired }) => isRequired).map(({ field }) => field)).toEqual(
    expect.arrayContaining(required),
  )
  const example = batchColumns[kind].map(({ field, isRequired }) => {
    const column = columnsOf[kind].find((one) => one.field === field)
    return isRequired ? String(column?.example) : ''
  })
  const { counts, findings } = await api.batch.check({ kind, rows: [example] })
  expect(findings).toEqual([])
  expect(counts.new).toBe(1)
})
