/** A cell of a sheet (单元格) as it is shown: ECMA-376 part 1, 18.3.1.4 and 18.18.11. */
import type { GridValue } from './grid.ts'
import type { Shown } from './number-format.ts'
import { incomplete, isOn, unescapedText } from './xlsx-parts.ts'

/** What a cell needs of its workbook. */
export type CellContext = {
  readonly sharedStrings: readonly string[]
  /** By the index of a style. */
  readonly formats: readonly Shown[]
  readonly is1904: boolean
}
/** As the file writes it; undefined for what it does not write. */
export type RawCell = {
  readonly type: string | undefined
  readonly style: string | undefined
  value: string | undefined
  formula: string | undefined
  /** Inline. */
  text: string | undefined
}

/** @throws Problem FILE_UNREADABLE for a number or a shared text that is none */
export function cellValue({ type = 'n', style, value, formula, text }: RawCell, context: CellContext): GridValue {
  if (type === 'inlineStr') return text === undefined ? null : unescapedText(text)
  // A program that does not calculate leaves the result out; the formula says more than a blank.
  if (value === undefined) return formula === undefined || formula === '' ? null : `=${formula}`
  switch (type) {
    case 's': {
      const shared = context.sharedStrings[Number(value)]
      if (shared === undefined || value === '') throw incomplete()
      return shared
    }
    case 'b':
      return isOn(value.trim())
    case 'str':
      return unescapedText(value)
    case 'e':
      return value
    case 'd':
      return dayOfIso(value)
    default:
      return value.trim() === '' ? null : shownNumber(value, context.formats[Number(style ?? 0)] ?? 'number', context)
  }
}

function shownNumber(value: string, shown: Shown, { is1904 }: CellContext): GridValue {
  const number = Number(value)
  if (!Number.isFinite(number)) throw incomplete()
  // Excel shows 15 digits; the rest is dust of binary fractions.
  if (shown === 'number') return Number.isInteger(number) ? number : Number(number.toPrecision(15))
  const date = dateOf(number, is1904)
  if (!date) return number
  return shown === 'month' ? `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月` : date
}

/** Days since 1899-12-30 or, of Excel for Mac, 1904-01-01; seconds are the smallest that a format shows. */
function dateOf(serial: number, is1904: boolean): Date | null {
  const days = is1904 ? serial + 1462 : serial
  // Below 0 there is no day, and the last is 9999-12-31.
  if (days < 0 || days >= 2_958_466) return null
  // Before 1 March 1900 Excel is a day late, for it knows a 29 February of that year.
  const offset = days >= 1 && days < 60 ? 1 : 0
  return new Date(Date.UTC(1899, 11, 30) + Math.round((days + offset) * 86_400) * 1000)
}

/** `2026-11-05` or `2026-11-05T09:30:00` (18.18.11, strict files). */
function dayOfIso(value: string): GridValue {
  const date = new Date(/[zZ]|[+-]\d\d:\d\d$/u.test(value) || !value.includes('T') ? value : `${value}Z`)
  return Number.isNaN(date.getTime()) ? value : date
}
