import { expect, test } from 'vitest'
import { openTestApp } from '../../open-test-app.ts'
import { lecture, union } from '../../sample-records.ts'
import { inlineRows, rawFile } from './raw-workbooks.ts'
import { lectureHeader, lectureRow, type UglySheet, workbookFile } from './workbooks.ts'

const sheet = (...rows: UglySheet['rows'][number][]): UglySheet => ({
  name: '2026年宣讲',
  rows: [lectureHeader, ...rows],
})

test('one wrong row keeps the whole workbook out, unless the good rows are asked for', async () => {
  const { api } = await openTestApp()
  const file = await workbookFile([sheet(lectureRow(1, '11月5日'), lectureRow(2, '下周'))])
  await expect(api.imports.apply({ file })).rejects.toThrow(
    '有1行填写有误，一行也没有导入；请改好后再导入，或只导入无误的行。',
  )
  expect((await api.lectures.list({})).total).toBe(0)
  await api.imports.apply({ file, goodOnly: true })
  expect((await api.lectures.list({})).total).toBe(1)
})

test('importing twice makes nothing twice; what was mended in Excel changes its record and no other', async () => {
  const { api } = await openTestApp()
  const first = await api.imports.apply({
    file: await workbookFile([sheet(lectureRow(1, '11月5日'), lectureRow(2, '11月6日'))]),
  })
  const again = await api.imports.apply({
    file: await workbookFile([sheet(lectureRow(1, '11月5日'), lectureRow(2, '11月6日'), lectureRow(2, '11月6日'))]),
  })
  expect(again).toMatchObject({ id: null, sheets: [{ new: 0, changed: 0, same: 3 }] })
  const mended = await api.imports.apply({
    file: await workbookFile([sheet(lectureRow(1, '11月5日'), lectureRow(2, '11月6日', 60), lectureRow(3, '11月7日'))]),
  })
  expect(mended.sheets).toMatchObject([{ new: 1, changed: 1, same: 1 }])
  expect((await api.lectures.list({})).rows.map(({ audienceOnSite, version }) => [audienceOnSite, version])).toEqual([
    [45, 1],
    [60, 2],
    [45, 1],
  ])
  expect((await api.imports.list()).map((run) => [run.id, run.new, run.changed])).toEqual([
    [mended.id, 1, 1],
    [first.id, 2, 0],
  ])
})

test('a blank cell does not wipe what the ledger holds', async () => {
  const { api } = await openTestApp()
  await api.imports.apply({ file: await workbookFile([sheet(lectureRow(1, '11月5日', 45))]) })
  const { sheets } = await api.imports.apply({ file: await workbookFile([sheet(lectureRow(1, '11月5日', null))]) })
  expect(sheets).toMatchObject([{ same: 1, changed: 0 }])
  expect((await api.lectures.list({})).rows).toMatchObject([{ audienceOnSite: 45 }])
})

test('two rows with the same key and different figures are asked about', async () => {
  const { api } = await openTestApp()
  const rows = [lectureRow(1, '11月5日', 45, '一车间'), lectureRow(2, '11月5日', 60, '一车间')]
  const { sheets } = await api.imports.preview({ file: await workbookFile([sheet(...rows)]) })
  expect(sheets[0]?.problems).toEqual([
    {
      row: 3,
      column: 'A',
      code: 'DUPLICATE_ROW',
      message: '与“2026年宣讲”第2行的日期、主题、地点和宣讲人都相同，别处不同；是同一条请合并，是两条请写明区别',
    },
  ])
})

test('undo removes what was added, gives what was changed its old values, and is done once', async () => {
  const { api } = await openTestApp()
  await api.imports.apply({ file: await workbookFile([sheet(lectureRow(1, '11月5日'))]) })
  const { id } = await api.imports.apply({
    file: await workbookFile([sheet(lectureRow(1, '11月5日', 60), lectureRow(2, '11月6日'))]),
  })
  await api.imports.undo({ id: id ?? '' })
  expect((await api.lectures.list({})).rows).toMatchObject([{ audienceOnSite: 45, version: 3 }])
  await expect(api.imports.undo({ id: id ?? '' })).rejects.toThrow('这次导入已经撤销过了，不用再撤销。')
  expect((await api.imports.list()).map(({ undoneAt }) => undoneAt !== null)).toContain(true)
})

test('undo is refused whole when a record was changed since', async () => {
  const { api } = await openTestApp()
  const { id } = await api.imports.apply({
    file: await workbookFile([sheet(lectureRow(1, '11月5日'), lectureRow(2, '11月6日'))]),
  })
  const [row] = (await api.lectures.list({})).rows
  await api.lectures.update({ id: row?.id ?? '', version: 1, fields: lecture({ audienceOnSite: 50 }) })
  await expect(api.imports.undo({ id: id ?? '' })).rejects.toThrow(
    '这次导入的“宣讲”中有1条在导入后又改过或删过，整批不能撤销；请逐条删除或修改。',
  )
  expect((await api.lectures.list({})).total).toBe(2)
})

test('undo is refused when a later record names a union that came with the import', async () => {
  const { api } = await openTestApp()
  const { id } = await api.imports.apply({
    file: await workbookFile([
      {
        name: '单位名册',
        rows: [
          ['单位名称', '单位类别', '乡镇'],
          ['云山水泥有限公司工会', '企业工会', '城关镇'],
        ],
      },
    ]),
  })
  const [row] = (await api.unions.list({})).rows
  await api.lectures.add([lecture({ unionIds: [row?.id ?? ''] })])
  await expect(api.imports.undo({ id: id ?? '' })).rejects.toThrow('这次导入的单位已被后来的记录用到')
  expect((await api.unions.list({})).total).toBe(1)
})

test('a union that is in the register is changed, not added again', async () => {
  const { api } = await openTestApp()
  await api.unions.add([union()])
  const { sheets } = await api.imports.apply({
    file: await workbookFile([
      {
        name: '名册',
        rows: [
          ['基层工会名称', '类型', '所在乡镇（街道）', '职工总数（人）'],
          ['云山水泥有限公司工会', '企业工会', '城关镇', '330人'],
        ],
      },
    ]),
  })
  expect(sheets).toMatchObject([{ kind: 'grassrootsUnion', new: 0, changed: 1 }])
  expect((await api.unions.list({})).rows).toMatchObject([{ staff: 330, members: 310, industry: '制造业' }])
})

test('a union that was renamed is found by its old name, and a wrong or changed code is said at its cell', async () => {
  const { api } = await openTestApp()
  const { ids } = await api.unions.add([union({ statisticsCode: '001' })])
  await api.unions.rename({ id: ids[0] ?? '', name: '云山新材料有限公司工会', on: '2026-03-01' })
  const file = await workbookFile([
    {
      name: '名册',
      rows: [
        ['单位名称', '类别', '乡镇（街道、园区）', '统一社会信用代码', '统计编码', '上级工会'],
        ['云山新材料有限公司工会', '企业工会', '城关镇', '', '002', ''],
        ['云山制药有限公司工会', '企业工会', '城关镇', '91640499MA75WXYT2A', '', '云山水泥有限公司工会'],
      ],
    },
  ])
  const [sheet] = (await api.imports.preview({ file })).sheets
  expect(sheet?.problems.map(({ row, column, message }) => [row, column, message])).toEqual([
    [2, 'E', '统计编码终身不变，“云山新材料有限公司工会”的是“001”，请核对'],
    [3, 'D', '统一社会信用代码：第18位按前17位应为“F”，现为“A”：第1至8位或第18位有误，请对照证书核对'],
  ])
})

/** 3000 lectures: several parts of the reader. */
function longFile(lastDay = '2026-11-05'): File {
  const header = ['日期', '主题', '宣讲方式', '宣讲人', '场所', '地点', '现场人次']
  const rows = Array.from({ length: 3000 }, (_, index) => [
    index === 2999 ? lastDay : '2026-11-05',
    `第${index}讲`,
    '劳模宣讲',
    '赵铁柱',
    '车间',
    '一车间',
    '45',
  ])
  return rawFile({ sheet: inlineRows([header, ...rows]) })
}

test('an import that is cancelled leaves nothing behind, not even its own trace', async () => {
  const { api } = await openTestApp()
  const applied = api.imports.apply({ file: longFile(), jobId: 'import' })
  await api.jobs.cancel({ jobId: 'import' })
  await expect(applied).rejects.toThrow('已取消“导入表格”，没有留下未完成的内容。')
  expect([(await api.lectures.list({})).total, await api.imports.list()]).toEqual([0, []])
})

test('a wrong row far below keeps out what was written before it', async () => {
  const { api } = await openTestApp()
  const file = longFile('下周')
  await expect(api.imports.apply({ file })).rejects.toThrow('有1行填写有误，一行也没有导入')
  expect([(await api.lectures.list({})).total, await api.imports.list()]).toEqual([0, []])
  expect((await api.imports.apply({ file, goodOnly: true })).sheets).toMatchObject([{ new: 2999, wrong: 1 }])
})

test('other calls have their turn while a long workbook is read', async () => {
  const { api } = await openTestApp()
  let isDone = false
  const preview = api.imports.preview({ file: longFile() }).then(() => {
    isDone = true
  })
  let answered = 0
  while (!isDone) {
    await api.lectures.list({})
    await new Promise((resolve) => setImmediate(resolve))
    answered += 1
  }
  await preview
  expect(answered).toBeGreaterThan(5)
})
