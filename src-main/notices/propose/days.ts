/** Days as notices name them (时间词): 10月底, 春节前, 明年年初, reckoned from the day of the notice. */
import { addDays } from '../../../src-shared/periods.ts'

/** First and last day that the words may mean, YYYY-MM-DD. */
export type Days = { readonly first: string; readonly last: string; readonly hasYear: boolean }

const digitOf: Readonly<Record<string, number>> = {
  ...{ 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
}
export const numeral = '(?:\\d+|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]百?)'

/** 12, 十二 and 两 as numbers. */
export function numberIn(words: string): number {
  if (/^\d+$/.test(words)) return Number(words)
  if (words.endsWith('百')) return (digitOf[words[0] ?? ''] ?? 1) * 100
  const [tens = '', ones] = words.split('十')
  if (ones === undefined) return digitOf[tens] ?? 0
  return (tens === '' ? 1 : (digitOf[tens] ?? 0)) * 10 + (digitOf[ones] ?? 0)
}

const month = `(?:${numeral})`
/** One point or stretch of time; the order of the alternatives is that of their length. */
export const dayWords = [
  `(?:(?:\\d{4}年|今年|明年|次年|翌年|本年)?${month}月(?:份)?(?:${month}[日号]|上旬|中旬|下旬|初|中|底|末)?)`,
  '(?:(?:\\d{4}年|今年|明年|次年|本年)?(?:年底|年末|年初|年内|底(?=前)|第?[一二三四]季度(?:末|底)?|上半年|下半年|全年))',
  '(?:(?:\\d{4}年|明年|次年)?(?:春节|元旦|五一|七一|国庆节?))',
  '(?:本月底|本月末|月底|本月|当月底)',
].join('|')

const shape =
  /^(\d{4}年|今年|明年|次年|翌年|本年)?(?:(.+?)月(?:份)?(?:(.+?)[日号]|(上旬|中旬|下旬|初|中|底|末))?|(年底|年末|底)|(年初)|(年内|全年)|第?([一二三四])季度(末|底)?|(上半年)|(下半年)|(春节)|(元旦)|(五一)|(七一)|(国庆)节?)$/u

/** The days that the words mean, in the year of `notice` where they name none; undefined for words that are no day. */
export function daysOf(words: string, notice: string): Days | undefined {
  const [year, now] = [Number(notice.slice(0, 4)), Number(notice.slice(5, 7))]
  if (/^(?:本月底|本月末|月底|当月底)$/u.test(words))
    return whole(year, now, lastDay(year, now), lastDay(year, now), true)
  if (words === '本月') return whole(year, now, 1, lastDay(year, now), true)
  const match = shape.exec(words)
  if (!match) return undefined
  const [, named, m, d, part, end, start, all, quarter, quarterEnd, firstHalf, secondHalf, ...feasts] = match
  const y = named === undefined ? year : yearNamed(named, year)
  const hasYear = named !== undefined
  if (m !== undefined) return inMonth(y, numberIn(m), { day: d, part, hasYear })
  if (end !== undefined) return whole(y, 12, 31, 31, hasYear)
  // 年初 has no last day; the end of January is the careful reading.
  if (start !== undefined) return whole(y, 1, 1, 31, hasYear)
  if (all !== undefined) return { first: dayText(y, 1, 1), last: dayText(y, 12, 31), hasYear }
  if (quarter !== undefined) {
    const first = numberIn(quarter) * 3 - 2
    const last = dayText(y, first + 2, lastDay(y, first + 2))
    return { first: quarterEnd === undefined ? dayText(y, first, 1) : last, last, hasYear }
  }
  if (firstHalf !== undefined) return { first: dayText(y, 1, 1), last: dayText(y, 6, 30), hasYear }
  if (secondHalf !== undefined) return { first: dayText(y, 7, 1), last: dayText(y, 12, 31), hasYear }
  const feast = feasts.findIndex((one) => one !== undefined)
  const day = [springFestival(y), dayText(y, 1, 1), dayText(y, 5, 1), dayText(y, 7, 1), dayText(y, 10, 1)][feast]
  return day === undefined ? undefined : { first: day, last: day, hasYear }
}

/** The same days in another year. */
export function inYear(words: string, year: number): Days | undefined {
  return daysOf(words, `${year}-01-01`)
}

export function dayBefore(day: string): string {
  return addDays(day, -1)
}

function yearNamed(words: string, year: number): number {
  if (/^\d{4}/.test(words)) return Number(words.slice(0, 4))
  return /明年|次年|翌年/u.test(words) ? year + 1 : year
}

function inMonth(
  year: number,
  month: number,
  { day, part, hasYear }: { day: string | undefined; part: string | undefined; hasYear: boolean },
): Days | undefined {
  if (month < 1 || month > 12) return undefined
  const end = lastDay(year, month)
  if (day !== undefined) {
    const date = numberIn(day)
    return date >= 1 && date <= end ? whole(year, month, date, date, hasYear) : undefined
  }
  const [first, last] = {
    上旬: [1, 10],
    初: [1, 10],
    中旬: [11, 20],
    中: [11, 20],
    下旬: [21, end],
    底: [end, end],
    末: [end, end],
  }[part ?? ''] ?? [1, end]
  return whole(year, month, first ?? 1, last ?? end, hasYear)
}

function whole(year: number, month: number, first: number, last: number, hasYear: boolean): Days {
  return { first: dayText(year, month, first), last: dayText(year, month, last), hasYear }
}

function dayText(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** 正月初一, from the Chinese calendar that ICU brings. */
function springFestival(year: number): string {
  const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })
  for (let day = dayText(year, 1, 20); day < dayText(year, 2, 22); day = addDays(day, 1))
    if (lunar.format(Date.parse(`${day}T00:00:00Z`)) === '1/1') return day
  return dayText(year, 2, 1)
}
