/** The cover (封面) of a workbook that begins with the summary: who reports what, to be signed and sealed, and the contents. */
import { chineseDate, chineseNumeral } from '../../src-shared/chinese.ts'
import type { Sheet } from '../../src-shared/statistics.ts'
import type { XlsxLook, XlsxRow, XlsxSheet } from '../files/xlsx.ts'
import { acrossRow, fingerprintRows } from './lay-out-sheet.ts'
import { blankLook, captionLook, centredLook, coverLook, labelLook, leftLook } from './sheet-looks.ts'

/** Margin, label, value, margin. */
const widths = [22, 28, 50, 22] as const
const empty: XlsxLook = {}

/** One sheet by itself needs none. */
export function hasCover(sheets: readonly Sheet[]): boolean {
  return sheets.length > 1 && sheets.some(({ kind }) => kind === 'summary')
}

export function layOutCover(sheets: readonly Sheet[]): XlsxSheet {
  const [first] = sheets
  if (first === undefined) throw new Error('a cover was asked for without sheets')
  const { office, period, signatures } = first
  const across = (text: string, look: XlsxLook, height: number) => acrossRow(text, widths, { look, height })
  const rows = [
    across('', empty, 24),
    across(`${office}工作统计表`, coverLook, 44),
    across(`统计期：${chineseDate(period.from)}至${chineseDate(period.to)}`, centredLook, 28),
    across('', empty, 10),
    filledRow('填报单位（公章）', office),
    ...signatures.map(({ label, value }) => filledRow(label, value)),
    across('目录', captionLook, 26),
    ...contents(sheets.map(({ title }) => title)),
    ...fingerprintRows(first, widths),
  ]
  return { name: '封面', widths, rows, headRows: 0 }
}

function filledRow(label: string, value: string): XlsxRow {
  return { cells: [null, `${label}：`, value, null], looks: [empty, labelLook, blankLook, empty], height: 24 }
}

/** Two beside each other, so that all of it stays on one page. */
function contents(titles: readonly string[]): XlsxRow[] {
  const named = titles.map((title, index) => `表${chineseNumeral(index + 1)}　${title}`)
  const half = Math.ceil(named.length / 2)
  return named.slice(0, half).map((name, index) => ({
    cells: [name, null, named[half + index] ?? null, null],
    looks: widths.map(() => leftLook),
    height: 17,
    merged: [
      [1, 2],
      [3, 4],
    ],
  }))
}
