import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AppliedImport, ImportRun } from '../../../src-shared/excel-import.ts'
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
  expect(sheets.map((sheet) => sheet.rows > 0 && sheet.rows === sheet.same)).toEqual([true, true, true, true, true])
})
