/** What clerks type into cells (单元格写法): days, times, numbers and words of a vocabulary, as the records want them. */
import type { ImportProblemCode, ImportRemarkCode } from '../../src-shared/excel-import.ts'
import { isDay } from '../../src-shared/fields.ts'
import type { GridValue } from '../files/grid.ts'

/** `remark` tells of a reading that the clerk may want to look at. */
export type Read<Value> =
  | { readonly value: Value; readonly remark?: { readonly code: ImportRemarkCode; readonly message: string } }
  | { readonly wrong: ImportProblemCode; readonly message: string }

/** As shown, full-width letters, digits and signs made half-width, without spaces at the ends. */
export function plainText(value: GridValue): string {
  const text = halfWidth(textOf(value)).trim()
  // Excel's mark of a number kept as text, where another program wrote it out.
  return /^['’]\d/.test(text) ? text.slice(1) : text
}

/** Text of a cell as it goes into a record. */
export function textOf(value: GridValue): string {
  if (value === null) return ''
  if (value instanceof Date) return dayOf(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  const text = String(value)
  return (text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text).trim()
}

/** Without the space that makes a name of two characters as wide as one of three. */
export function personName(text: string): string {
  return text.trim().replace(/^(\p{Script=Han})\s+(\p{Script=Han})$/u, '$1$2')
}

/** Characters, spaces among them. */
const longestBlank = 20

/** Nothing was counted: blank and 无 are not 0. */
export function isBlank(value: GridValue): boolean {
  if (typeof value !== 'string') return value === null
  // Nearly every text begins otherwise, and looking at one character is much cheaper than reading the text.
  if (value !== '' && !/^[\s\u3000\uFF01-\uFF5E/—–\\无未-]/u.test(value)) return false
  return value.length <= longestBlank && /^(?:[-/—–\\]*|无|未统计)$/u.test(plainText(value))
}

/** A time without a day lies before the first day that Excel knows. */
function dayOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  return date.getTime() < firstDay ? date.toISOString().slice(11, 16) : date.toISOString().slice(0, 10)
}
const firstDay = Date.UTC(1899, 11, 31)

/** What Excel shows where a formula failed. */
export function isFormulaError(value: GridValue): boolean {
  return typeof value === 'string' && /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/u.test(value)
}

function halfWidth(text: string): string {
  // Most cells have none of these signs; looking is much cheaper than replacing.
  if (!/[\uFF01-\uFF5E\u3000]/.test(text)) return text
  return text
    .replaceAll(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
}

/** A day; `year` is what title, sheet or file name say, for cells without one. */
export function readDay(value: GridValue, year: number | null): Read<string> {
  if (value instanceof Date) {
    const day = dayOf(value)
    return checkedDay(day, day)
  }
  if (typeof value === 'number') return dayOfNumber(value)
  const shown = textOf(value)
  const text = withDigits(plainText(value))
    .replaceAll(/\s+/g, '')
    .replace(/[(]?(?:星期|周)[一二三四五六日天][)]?/u, '')
    .replace(/(?:(?:上|下)午|晚上)?(?:\d{1,2}[::]\d{2}(?:[::]\d{2})?)?$/u, '')
  if (/^\d{8}$/.test(text)) return dayOfNumber(Number(text))
  const full = /^((?:20)?\d\d)[年./-](\d{1,2})[月./-](\d{1,2})[日号]?$/u.exec(text)
  if (full) return checkedDay(isoDay(Number(full[1]) % 2000, full[2], full[3]), shown)
  const short = /^(\d{1,2})(?:月|[./-])(\d{1,2})[日号]?$/u.exec(text)
  if (short) {
    if (year === null)
      return { wrong: 'YEAR_MISSING', message: `“${shown}”没有年份，请写成“2026-11-05”，或在标题中写明年份` }
    return checkedDay(isoDay(year % 2000, short[1], short[2]), shown)
  }
  if (/^(?:\d{2,4}[年./-])?\d{1,2}月?(?:[-~至—]\d{1,2}月)?$/u.test(text))
    return { wrong: 'DATE_UNREADABLE', message: `“${shown}”没有写到日，请写成“2026-11-05”` }
  if (/\d[日号]?[-~至—–]\d/u.test(text))
    return { wrong: 'DATE_UNREADABLE', message: `“${shown}”是一段时间，请一天一行，写成“2026-11-05”` }
  return { wrong: 'DATE_UNREADABLE', message: `“${shown}”认不出是哪一天，请写成“2026-11-05”` }
}

/** 二〇二六年十一月五日 in digits; any other text as it is. */
function withDigits(text: string): string {
  const parts =
    /^(二[〇○零][〇○零一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]$/u.exec(
      text,
    )
  if (!parts) return text
  const [, year = '', month = '', day = ''] = parts
  return `${[...year].map(digitOf).join('')}年${numberOf(month)}月${numberOf(day)}日`
}

const digitOf = (sign: string) => Math.max(0, '〇一二三四五六七八九'.indexOf(sign))

/** Up to 三十一. */
function numberOf(text: string): number {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['〇', text]
  return (tens === '' ? 1 : digitOf(tens)) * 10 + digitOf(ones || '〇')
}

/** A serial number of Excel, or eight digits. */
function dayOfNumber(value: number): Read<string> {
  const shown = String(value)
  if (value >= 36_526 && value < 73_051)
    return checkedDay(dayOf(new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * 86_400_000)), shown)
  if (Number.isInteger(value) && value > 20_000_000 && value < 21_000_000)
    return checkedDay(`${shown.slice(0, 4)}-${shown.slice(4, 6)}-${shown.slice(6)}`, shown)
  const message = Number.isInteger(value)
    ? `“${shown}”认不出是哪一天，请写成“2026-11-05”`
    : `“${shown}”是小数，分不清是1日还是10日，请写成“2026-11-05”`
  return { wrong: 'DATE_UNREADABLE', message }
}

function checkedDay(day: string, shown: string): Read<string> {
  if (isDay(day)) return { value: day }
  return { wrong: 'DATE_UNREADABLE', message: `“${shown}”不是2000至2099年间的日期，请核对` }
}

function isoDay(year: number, month = '', day = ''): string {
  return `20${String(year).padStart(2, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** First and last day of 「11月2日—11月13日」, 「2026.11.2-13」, 「2026年10-12月」. */
export function readSpan(value: GridValue, year: number | null): Read<{ from: string; to: string }> {
  const shown = textOf(value)
  const text = plainText(value).replaceAll(/\s+/g, '')
  const months = /^(?:(20\d\d)年)?(\d{1,2})月?[-~至到—–]+(\d{1,2})月$/u.exec(text)
  if (months && (months[1] ?? year)) {
    const given = Number(months[1] ?? year)
    const last = new Date(Date.UTC(given, Number(months[3]), 0)).getUTCDate()
    const span = { from: isoDay(given % 2000, months[2], '1'), to: isoDay(given % 2000, months[3], String(last)) }
    if (!isDay(span.from) || !isDay(span.to)) return { wrong: 'DATE_UNREADABLE', message: `“${shown}”中的月份有误` }
    return { value: span, remark: { code: 'READ_AS', message: `“${shown}”按${span.from}至${span.to}读入` } }
  }
  const parts = /\d{4}-\d{1,2}-\d{1,2}/.test(text) ? text.split(/[~至到—–]+/u) : text.split(/[-~至到—–]+/u)
  const [first = '', last = '', ...more] = parts
  const from = readDay(first, year)
  if ('wrong' in from) return from
  if (more.length > 0 || last === '')
    return { wrong: 'DATE_UNREADABLE', message: `“${shown}”认不出起止日期，请写成“2026-11-02至2026-11-13”` }
  const own = Number(from.value.slice(0, 4))
  const to = readDay(/^\d{1,2}[日号]?$/u.test(last) ? `${Number(from.value.slice(5, 7))}月${last}` : last, own)
  return 'wrong' in to ? to : { value: { from: from.value, to: to.value } }
}

/** `HH:MM` */
export function readTime(value: GridValue): Read<string> {
  if (value instanceof Date) return { value: value.toISOString().slice(11, 16) }
  const minutes = typeof value === 'number' && value >= 0 && value < 1 ? Math.round(value * 1440) : null
  if (minutes !== null) return { value: clock(Math.floor(minutes / 60), minutes % 60) }
  const parts = /^(上午|下午|晚上)?(\d{1,2})(?:[::.点时](\d{1,2})?分?(?:[::]\d{2})?)?$/u.exec(
    plainText(value).replaceAll(/\s+/g, '').replace('半', '30'),
  )
  if (!parts) return { wrong: 'FIELD_INVALID', message: `“${textOf(value)}”认不出是几点，请写成“09:30”` }
  const hour = Number(parts[2])
  return { value: clock(parts[1] && parts[1] !== '上午' && hour < 12 ? hour + 12 : hour, Number(parts[3] ?? 0)) }
}

const clock = (hour: number, minute: number) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`

const units = '(?:人次|人|场次|场|次|家|个|条|件|篇|期|项|名|户|份|分钟|天|日|元|位)?'
const scales: Readonly<Record<string, number>> = { 万: 10_000, 千: 1000, 百: 100 }

/** A number as written: 「1,200」, 「约300人」, 「2.5万余人次」; `scale` is that of the header (万元). */
export function readNumber(value: GridValue, scale = 1): Read<number> {
  if (typeof value === 'number') return { value: scaled(value, scale) }
  const shown = textOf(value)
  const text = plainText(value).replaceAll(/[\s,]/g, '')
  const parts = new RegExp(
    `^(约|近|大约|超|超过|逾|共|计|共计|合计)?(\\d+(?:\\.\\d+)?)([万千百])?(余|多|来|\\+)?${units}(余|多|左右|以上)?$`,
    'u',
  ).exec(text)
  if (!parts) return { wrong: 'NUMBER_UNREADABLE', message: `“${shown}”不是一个数，请只填数字` }
  const own = parts[3] ? (scales[parts[3]] ?? 1) : /元$/u.test(text) ? 1 : scale
  const number = scaled(Number(parts[2]), own)
  const isApproximate = (parts[1] && !/计|共/u.test(parts[1])) || parts[4] || parts[5]
  if (!isApproximate) return { value: number }
  return { value: number, remark: { code: 'APPROXIMATE', message: `“${shown}”是约数，按${number}读入` } }
}

/** Without the dust of binary fractions: 1.15 × 10,000 is 11,500. */
const scaled = (value: number, scale: number) => (scale === 1 ? value : Number((value * scale).toPrecision(12)))

/** 「5场/300人次」 in its parts: sessions and attendances; null where the cell is not of this form. */
export function readSessions(value: GridValue): { readonly sessions: number; readonly attendances: number } | null {
  const parts = /^(\d+)场次?[/、,;]?(?:共|约)?(\d+)余?人次?$/u.exec(plainText(value).replaceAll(/\s+/g, ''))
  return parts ? { sessions: Number(parts[1]), attendances: Number(parts[2]) } : null
}

/** 「3篇」 with its unit. */
export function readAmount(value: GridValue, known: readonly string[]): { count: GridValue; unit: string | null } {
  const parts = /^(.*\d.*?)([^\d\s])$/u.exec(plainText(value))
  return parts && known.includes(parts[2] ?? '')
    ? { count: parts[1] ?? '', unit: parts[2] ?? null }
    : { count: value, unit: null }
}
