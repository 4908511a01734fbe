import { expect, test } from 'vitest'
import { keepByLayout, replaceMapping, withField, withHeader, withKind } from '../../src-shared/edit-mapping.ts'
import type { SheetMapping } from '../../src-shared/import-mapping.ts'

const column = (letter: string, field: string | null) => ({ column: letter, header: '', field, examples: [] })
const sheet = {
  name: '宣讲',
  kind: 'lecture',
  header: 2,
  layout: 'a'.repeat(32),
  columns: [column('A', null), column('B', 'date'), column('C', 'topic')],
} as const

test('a field that another column had leaves that column', () => {
  expect(withField(sheet, 'A', 'date')).toEqual({
    sheet: '宣讲',
    kind: 'lecture',
    header: 2,
    columns: [
      { column: 'A', field: 'date' },
      { column: 'B', field: null },
      { column: 'C', field: 'topic' },
    ],
  })
})

test('a column that is not used any more takes no other one with it', () => {
  const { columns } = withField(sheet, 'C', null)
  expect(columns.map(({ field }) => field)).toEqual([null, 'date', null])
})

test('another kind, or another row of the header, starts from what the rules find', () => {
  expect(withKind(sheet, 'study')).toEqual({ sheet: '宣讲', kind: 'study', columns: [] })
  expect(withHeader(sheet, 3)).toEqual({ sheet: '宣讲', kind: 'lecture', header: 3, columns: [] })
})

test('what is said of a sheet replaces what was said before, by its name or by its layout, and of no other sheet', () => {
  const other: SheetMapping = { sheet: '学习', kind: 'study', columns: [] }
  const kept: SheetMapping = { sheet: '旧名', kind: 'lecture', columns: [], layout: sheet.layout }
  const said = withKind(sheet, null)
  expect(replaceMapping([other, withKind(sheet, 'study'), kept], sheet, said)).toEqual([other, said])
  expect(replaceMapping([other, said], sheet, null)).toEqual([other])
})

test('for another file only what is known by its layout is kept, without the row of the header', () => {
  const unknown: SheetMapping = { sheet: '别的', kind: 'study', columns: [] }
  expect(keepByLayout([withHeader(sheet, 3), unknown], [sheet])).toEqual([
    { sheet: '宣讲', kind: 'lecture', columns: [], layout: sheet.layout },
  ])
})
