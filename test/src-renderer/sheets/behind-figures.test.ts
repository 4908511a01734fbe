/** Every figure that the window lets be opened has records behind it that agree with it (数据来源). */
import { expect, test } from 'vitest'
import { isOpenable, rowKeyOf } from '../../../src-renderer/sheets/sheet-cells.ts'
import type { Sheet, SheetBlock } from '../../../src-shared/statistics.ts'
import { openTestApp } from '../../open-test-app.ts'

const period = { from: '2026-08-21', to: '2026-11-20' }

test('the sum of what the records add is the figure, or there are as many of them as it says', async () => {
  const { api } = await openTestApp()
  await api.sample.load({})
  const kinds = (await api.sheets.list({})).map(({ kind }) => kind)
  const sheets = await api.sheets.show({ ...period, kinds })
  const wrong: string[] = []
  let opened = 0
  for (const sheet of sheets)
    for (const [block, { row, column, cell, kind }] of figuresOf(sheet)) {
      const place = { block: sheet.blocks.indexOf(block), row: rowKeyOf(block, row), column }
      const name = `${sheet.title} ${JSON.stringify(place)} ${block.columns[column]?.title}`
      const behind = await api.sheets
        .records({ period, kind: sheet.kind as never, ...place })
        .catch((error: Error) => error)
      opened += 1
      if (behind instanceof Error) wrong.push(`${name}: ${behind.message}`)
      else if (typeof cell === 'number' && kind !== 'rate') {
        const said = behind.values ? sumOf(behind.values) : behind.ids.length
        if (said !== cell) wrong.push(`${name}: ${cell} is shown, ${said} is behind it`)
      }
    }
  expect(wrong).toEqual([])
  expect(opened).toBeGreaterThan(400)
})

function figuresOf(sheet: Sheet) {
  return sheet.blocks.flatMap((block) => [
    ...block.rows.flatMap((_, row) => openable(block, row)),
    ...(block.total ? openable(block, 'total') : []),
  ])
}

function openable(block: SheetBlock, row: number | 'total') {
  return block.columns.flatMap(({ kind }, column) =>
    isOpenable(block, { row, column })
      ? [
          [
            block,
            { row, column, kind, cell: (row === 'total' ? block.total : block.rows[row])?.[column] ?? null },
          ] as const,
        ]
      : [],
  )
}

const sumOf = (values: readonly (number | null)[]) =>
  Math.round(values.reduce<number>((sum, value) => sum + (value ?? 0), 0) * 100) / 100
