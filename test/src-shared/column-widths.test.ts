import fc from 'fast-check'
import { expect, test } from 'vitest'
import { annexTable, tableRoom, tableSetting } from '../../src-shared/annex-table.ts'
import { widthOf } from '../../src-shared/chinese.ts'
import { charactersIn, columnWidths } from '../../src-shared/column-widths.ts'
import { listLines, titleLines } from '../../src-shared/header-lines.ts'
import { uprightSheet, wideSheet } from '../src-main/documents/sample-document.ts'

test.each([
  ['线下场次', 2, ['线下', '场次']],
  ['计率应到人次', 4, ['计率应到', '人次']],
  ['意见建议（条）', 3, ['意见', '建议', '（条）']],
  ['线上线下结合场次', 4, ['线上线下', '结合场次']],
  ['在岗天数', 4, ['在岗天数']],
  ['已办结（个）', 4, ['已办结', '（个）']],
])('the column title %s in %i characters breaks between words', (title, width, lines) => {
  expect(titleLines(title, width)).toEqual(lines)
})

test('a list of names ends its lines between names', () => {
  expect(listLines('李红梅、张建军、王芳', 4)).toEqual(['李红梅、', '张建军、', '王芳'])
  expect(listLines('李红梅、张建军', 12)).toEqual(['李红梅、张建军'])
})

test('a sheet of few columns stands upright, one of many lies on a landscape page', () => {
  expect(tableSetting(uprightSheet())).toEqual({ isLandscape: false, isSmall: false })
  expect(tableSetting(wideSheet()).isLandscape).toBe(true)
})

test('columns add up to the type area, and no word of a title or number of a cell must break', () => {
  const number = fc.integer({ min: 0, max: 9_999_999 })
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number, number, number), { minLength: 1, maxLength: 8 }), (numbers) => {
      const sheet = uprightSheet(1)
      const block = { ...sheet.blocks[0], rows: numbers.map((row) => ['集体学习', ...row]) } as (typeof sheet.blocks)[0]
      const setting = tableSetting({ ...sheet, blocks: [block] })
      const room = tableRoom(setting)
      const widths = columnWidths(block, room) ?? []
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(room.total)
      const { head, rows } = annexTable(block, setting)
      for (const [index, width] of widths.entries()) {
        const lines = [...(head[index] ?? []), ...rows.flatMap((row) => row[index]?.lines ?? [])]
        expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(charactersIn(width, room))
      }
    }),
    { numRuns: 60 },
  )
})
