/** How a printed sheet looks (表样): 宋体 throughout, thin lines, numbers to the right. */
import type { SheetColumn } from '../../src-shared/statistics.ts'
import type { XlsxLook } from '../files/xlsx.ts'

const line = { style: 'thin' } as const
const border = { top: line, left: line, bottom: line, right: line } as const

type Horizontal = 'left' | 'center' | 'right'
const plain = (size: number, horizontal: Horizontal, bold = false): XlsxLook => ({
  font: { name: '宋体', size, bold },
  alignment: { horizontal, vertical: 'middle', wrapText: true },
})
const ruled = (horizontal: Horizontal, numFmt: string, bold = false): XlsxLook => ({
  ...plain(10.5, horizontal, bold),
  border,
  numFmt,
})

export const titleLook = plain(18, 'center', true)
export const coverLook = plain(26, 'center', true)
export const centredLook = plain(14, 'center')
export const leftLook = plain(10.5, 'left')
export const rightLook = plain(10.5, 'right')
/** A value to be read or filled in on a cover. */
export const blankLook: XlsxLook = { ...plain(14, 'left'), border: { bottom: line }, numFmt: '@' }
export const labelLook = plain(14, 'right')
export const captionLook = plain(11, 'left', true)
export const headerLook = ruled('center', 'General', true)
export const emptyLook = ruled('center', 'General')

/** Excel's own text format, so that text beginning with = stays text even when somebody edits the cell. */
const asText = '@'
const formats = { text: asText, count: '#,##0', yuan: '#,##0.00', rate: '0.0%' } as const

/** The looks of a row of the table, one for each column. */
export function rowLooks(columns: readonly SheetColumn[], isTotal: boolean): readonly XlsxLook[] {
  return columns.map(({ kind }, index) =>
    isTotal && index === 0 ? looks.totalName : looks[isTotal ? 'total' : 'row'][kind],
  )
}

const looks = {
  row: looksByKind(false),
  total: looksByKind(true),
  totalName: ruled('center', asText, true),
} as const

function looksByKind(bold: boolean): Readonly<Record<SheetColumn['kind'], XlsxLook>> {
  return {
    text: ruled('left', formats.text, bold),
    count: ruled('right', formats.count, bold),
    yuan: ruled('right', formats.yuan, bold),
    rate: ruled('right', formats.rate, bold),
  }
}
