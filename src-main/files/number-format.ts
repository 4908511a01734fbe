/** What a number format (数字格式) makes of a number: ECMA-376 part 1, 18.8.30 and 18.8.31. */

/** `month`: a day that is shown without its day, so that nobody has said which day it is. */
export type Shown = 'number' | 'day' | 'month' | 'time'

/** Built-in formats of days and times; 27–36 and 50–58 are those of Chinese Excel. */
const builtIn: readonly (readonly [first: number, last: number, shown: Shown])[] = [
  [14, 16, 'day'],
  [17, 17, 'month'],
  [18, 21, 'time'],
  [22, 22, 'day'],
  [27, 27, 'month'],
  [28, 31, 'day'],
  [32, 35, 'time'],
  [36, 36, 'month'],
  [45, 47, 'time'],
  [50, 50, 'month'],
  [51, 51, 'day'],
  [52, 52, 'month'],
  [53, 54, 'day'],
  [55, 56, 'time'],
  [57, 57, 'month'],
  [58, 58, 'day'],
]

export function shownByNumber(formatId: number): Shown {
  return builtIn.find(([first, last]) => formatId >= first && formatId <= last)?.[2] ?? 'number'
}

/** @param code such as `yyyy"年"m"月"d"日";@` or `[DBNum1][$-804]上午/下午h"时"mm"分"` */
export function shownByCode(code: string): Shown {
  const positive = bare(code).split(';')[0] ?? ''
  if (/general|通用|常规/iu.test(positive)) return 'number'
  const signs = positive.toLowerCase().replaceAll(/am\/pm|a\/p|上午\/下午/gu, 'h')
  const [hasYear, hasDay, hasTime] = [/[ye]/u.test(signs), /d|aaa/u.test(signs), /[hs]/u.test(signs)]
  if (hasDay) return 'day'
  if (hasYear) return hasTime ? 'day' : 'month'
  if (hasTime) return 'time'
  return signs.includes('m') ? 'month' : 'number'
}

/** Without words in quotes, escaped signs, colours, conditions and languages; elapsed hours `[h]` stay. */
function bare(code: string): string {
  return code
    .replaceAll(/"[^"]*"?/gu, '')
    .replaceAll(/[\\_*]./gsu, '')
    .replaceAll(/\[(h+|m+|s+)\]/giu, '$1')
    .replaceAll(/\[[^\]]*\]/gu, '')
    .replaceAll(/e[+-]/giu, '')
}
