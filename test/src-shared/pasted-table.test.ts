import { expect, test } from 'vitest'
import { type PastedCell, pastedText } from '../../src-shared/pasted-table.ts'

const cell = (text: string, spans: Partial<PastedCell> = {}): PastedCell => ({ text, rowSpan: 1, colSpan: 1, ...spans })
const row = (...texts: string[]) => texts.map((text) => cell(text))

test('words merged over several rows hold for each of them, a number is one number', () => {
  const rows = [[cell('东河街道', { rowSpan: 2 }), cell('甲工会'), cell('120', { rowSpan: 2 })], row('乙工会')]
  expect(pastedText(rows)).toBe('东河街道\t甲工会\t120\r\n东河街道\t乙工会\t')
})

test('the upper row of a double header stands over each of its columns', () => {
  const rows = [
    [cell('日期', { rowSpan: 2 }), cell('参加人数', { colSpan: 2 }), cell('地点', { rowSpan: 2 })],
    row('应到', '实到'),
  ]
  expect(pastedText(rows)).toBe('日期\t参加人数\t参加人数\t地点\r\n日期\t应到\t实到\t地点')
})

test('breaks, tabs and quotes within a cell stay within it', () => {
  expect(pastedText([row('甲\n乙', '“党”"引"', '一\t二')])).toBe('"甲\n乙"\t"“党”""引"""\t"一\t二"')
})

test('a cell that claims a million columns takes no more than a table of people has', () => {
  expect(pastedText([[cell('题', { colSpan: 1_000_000 })]]).split('\t')).toHaveLength(500)
})
