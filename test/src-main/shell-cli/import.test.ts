import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AppliedImport, ImportRun } from '../../../src-shared/excel-import.ts'
import type { RememberedMapping } from '../../../src-shared/import-mapping.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { lectureHeader, lectureRow, workbookFile } from '../excel-import/workbooks.ts'
import { cli, cliJson } from './run-in-process.ts'

test('a workbook is looked at, marked, taken in by its good rows, listed and undone', async () => {
  const folder = await makeTestFolder()
  const rows = [lectureHeader, lectureRow(1, '11月5日'), lectureRow(2, '下周')]
  const file = await workbookFile([{ name: '2026年宣讲', rows }])
  await writeFile(join(folder, 'a.xlsx'), new Uint8Array(await file.arrayBuffer()))

  const preview = await cliJson<AppliedImport & { marked: string }>(folder, 'import', 'a.xlsx', '--marked', 'm.xlsx')
  expect(preview.sheets).toMatchObject([
    {
      kind: 'lecture',
      header: 1,
      rows: 2,
      new: 1,
      changed: 0,
      same: 0,
      problems: [{ row: 3, column: 'B', code: 'DATE_UNREADABLE' }],
    },
  ])
  expect([preview.marked, existsSync(preview.marked)]).toEqual([join(folder, 'm.xlsx'), true])
  expect(await cliJson<unknown[]>(folder, 'records', 'list', 'lecture')).toEqual([])

  const refused = await cli(folder, 'import', 'a.xlsx', '--apply')
  expect([refused.code, refused.error]).toEqual([
    1,
    '有1行填写有误，一行也没有导入；请改好后再导入，或只导入无误的行。',
  ])
  const { id } = await cliJson<AppliedImport>(folder, 'import', 'a.xlsx', '--apply-good')
  expect(await cliJson<ImportRun[]>(folder, 'import', 'list')).toMatchObject([{ id, fileName: 'a.xlsx', new: 1 }])
  await cliJson(folder, 'import', 'undo', id ?? '')
  expect(await cliJson<unknown[]>(folder, 'records', 'list', 'lecture')).toEqual([])
  expect((await cli(folder, 'import', 'a.xlsx', '--apply', '--preview')).code).toBe(2)
})

test('the template is written, and what it exports is taken in as known', async () => {
  const folder = await makeTestFolder()
  await cli(folder, 'sample', 'load')
  await cliJson(folder, 'template', '--out', 't.xlsx', '--with-records')
  const { id, sheets } = await cliJson<AppliedImport>(folder, 'import', 't.xlsx', '--apply')
  expect(id).toBeNull()
  expect(sheets.filter(({ rows, same }) => rows !== same)).toEqual([])
  expect(sheets.filter(({ rows }) => rows > 0).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['study', 'lecture', 'stay', 'activity', 'grassrootsUnion']),
  )
})

test('what a mapping file says about columns is used, remembered, listed and forgotten', async () => {
  const folder = await makeTestFolder()
  const header = ['何时', ...lectureHeader.slice(2)]
  const file = await workbookFile([{ name: '2026年宣讲', rows: [header, lectureRow(1, '11月5日').slice(1)] }])
  await writeFile(join(folder, 'a.xlsx'), new Uint8Array(await file.arrayBuffer()))
  const mapping = [{ sheet: '2026年宣讲', kind: 'lecture', columns: [{ column: 'A', field: 'date' }] }]
  await writeFile(join(folder, 'm.json'), JSON.stringify(mapping))
  await writeFile(join(folder, 'bad.json'), JSON.stringify([{ ...mapping[0], kind: 'party' }]))

  expect((await cli(folder, 'import', 'a.xlsx', '--mapping', 'bad.json')).error).toContain('不在可选范围内')
  expect((await cli(folder, 'import', 'a.xlsx', '--apply')).code).toBe(1)
  await cliJson(folder, 'import', 'a.xlsx', '--apply', '--mapping', 'm.json')
  expect((await cli(folder, 'import', 'a.xlsx')).out).toContain(
    '2026年宣讲（按上次的列对应）：1行，新增0、修改0、相同1',
  )

  const [remembered] = await cliJson<RememberedMapping[]>(folder, 'import', 'mappings', 'list')
  expect(remembered).toMatchObject({ kind: 'lecture', source: 'a.xlsx，2026年宣讲' })
  expect((await cli(folder, 'import', 'mappings', 'list')).out).toContain('A“何时”→date')
  await cliJson(folder, 'import', 'mappings', 'forget', remembered?.layout ?? '')
  expect(await cliJson<unknown[]>(folder, 'import', 'mappings', 'list')).toEqual([])
})
