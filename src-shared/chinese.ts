/** Chinese writing (中文书写): dates, periods, numerals and how wide a text is in 字. */
import type { Period } from './period.ts'

/** 成文日期 of clause 7.3.5.4: `2026-01-08` is 2026年1月8日, without padding. */
export function chineseDate(day: string): string {
  const { year, month, date } = partsOf(day)
  return `${year}年${month}月${date}日`
}

/** A period as a title names it: 2026年11月, 2026年第四季度, 2026年上半年, 2026年, else its two days. */
export function periodWords(period: Period): string {
  const [from, to] = [partsOf(period.from), partsOf(period.to)]
  const year = `${from.year}年`
  if (from.year !== to.year) return `${chineseDate(period.from)}至${chineseDate(period.to)}`
  if (from.date === 1 && to.date === daysInMonth(to.year, to.month)) {
    const months = to.month - from.month + 1
    if (months === 1) return `${year}${from.month}月`
    if (months === 12) return year
    if (months === 6 && from.month % 6 === 1) return `${year}${from.month === 1 ? '上' : '下'}半年`
    if (months === 3 && from.month % 3 === 1) return `${year}第${chineseNumeral(Math.ceil(to.month / 3))}季度`
    return `${year}${from.month}至${to.month}月`
  }
  if (period.from === period.to) return chineseDate(period.from)
  const end = from.month === to.month ? `${to.date}日` : `${to.month}月${to.date}日`
  return `${chineseDate(period.from)}至${end}`
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 一 to 九十九, as headings are numbered. */
export function chineseNumeral(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 99) throw new RangeError(`${number} is not 1 to 99`)
  const tens = Math.floor(number / 10)
  const ones = digits[number % 10] ?? ''
  if (tens === 0) return ones
  return `${tens === 1 ? '' : digits[tens]}十${ones}`
}

/** Width in 字: a Han character or full-width mark is 1, a Latin letter, digit or half-width mark 0.5. */
export function widthOf(text: string): number {
  let width = 0
  for (const char of text) width += widthOfChar(char.codePointAt(0) ?? 0)
  return width
}

function widthOfChar(code: number): number {
  // U+00B7 is 间隔号 in names; it takes the Chinese font and its full width.
  if (code === 0xb7) return 1
  if (code < 0x300) return 0.5
  const isWidthless = code <= 0x36f || (code >= 0x200b && code <= 0x200f) || code === 0xfeff
  return isWidthless ? 0 : 1
}

function partsOf(day: string): { year: number; month: number; date: number } {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return { year, month, date }
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
