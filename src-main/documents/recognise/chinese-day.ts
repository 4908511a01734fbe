/** Days as documents write them (成文日期、印发日期), read into YYYY-MM-DD. */

const digitOf: Readonly<Record<string, number>> = {
  ...{ 〇: 0, '○': 0, 零: 0, Ｏ: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
}
const yearDigits = '[〇○零Ｏ一二三四五六七八九]{4}'
const smallNumber = '[一二三四五六七八九十]{1,3}'
/** A day in Arabic or Chinese numerals; spaces inside are tolerated. */
export const dayForm = `(?:\\d{4}\\s*年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日|${yearDigits}年${smallNumber}月${smallNumber}日)`

const wholeDay = new RegExp(`^${dayForm}$`, 'u')

/** The day that the whole text is; undefined for 2月30日 and for anything else. */
export function dayOf(text: string): string | undefined {
  if (!wholeDay.test(text)) return undefined
  const [year = '', month = '', date = ''] = text.split(/[年月日]/u).map((part) => part.trim())
  const numbers = /\d/.test(year) ? [year, month, date].map(Number) : [yearOf(year), numberOf(month), numberOf(date)]
  const [y = 0, m = 0, d = 0] = numbers
  const time = new Date(Date.UTC(y, m - 1, d))
  if (time.getUTCFullYear() !== y || time.getUTCMonth() !== m - 1 || time.getUTCDate() !== d) return undefined
  return time.toISOString().slice(0, 10)
}

/** 一 to 九十九 as a number; NaN for anything else. */
export function numberOf(text: string): number {
  const [tens, ones, ...more] = text.split('十')
  if (more.length > 0 || tens === undefined) return Number.NaN
  if (ones === undefined) return digitOf[tens] ?? Number.NaN
  return (tens === '' ? 1 : (digitOf[tens] ?? Number.NaN)) * 10 + (ones === '' ? 0 : (digitOf[ones] ?? Number.NaN))
}

function yearOf(text: string): number {
  return Number([...text].map((char) => digitOf[char]).join(''))
}
