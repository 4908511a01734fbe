/** From when to when (时限) a duty is to be done, and until when a report is due, as a sentence says it. */
import type { Window } from '../../../src-shared/notices.ts'
import { addDays } from '../../../src-shared/periods.ts'
import { type Days, dayBefore, daysOf, dayWords, inYear, numberIn, numeral } from './days.ts'

const now = '(?:从现在起|自?即日起|自?本月起|从现在开始|自?发文之日起)'
const until = '(?:开始，?)?(?:直)?(?:至|到|—+|－+|-+|~|～|、(?=\\d{1,2}(?:两个)?月))'
/** 1月3日至9日 and 7至9月 say the month once. */
const shortStart = '\\d{1,2}(?=(?:至|到|—|－|-|~|～|、)\\d{1,2}(?:两个)?月)'
/** 4月20—22日 says 日 once. */
const shortDay = '(?:\\d{4}年)?\\d{1,2}月\\d{1,2}(?=(?:至|到|—+|－+|-+|~|～)\\d{1,2}[日号])'
const shortEnd = '\\d{1,2}(?:[日号]|两个月)'
/** Most sentences name no time: they are passed over before the patterns are tried. */
const anyTime = /[月季]|年[底末初内]|\d年|全年|半年|[节当]|五一|七一|即日|现在|发文|长期|常态|长效/u
const range = new RegExp(
  `(?:从|自|于)?(${shortDay}|${dayWords}|(?<!\\d)${shortStart})起?${until}(${dayWords}|${shortEnd})(?:期间|前|止|为止)?`,
  'gu',
)
const fromNow = new RegExp(`${now}(?:，)?(?:${until})?(${dayWords})?(?:前|止)?`, 'gu')
const hour = '(?:（[^）]{1,6}）)?(?:下班|上午|下午|中午)?(?:\\d{1,2}(?:[时点](?:半|\\d{1,2}分)?|[:：]\\d{2}))?'
const before = new RegExp(
  `(${dayWords})${hour}(?:之前|以前|前|止|为止)|截[止至](?:时间|日期)?(?:到|至|为|：)?(${dayWords})`,
  'gu',
)
const after = new RegExp(`(?:从|自)(${dayWords})(?:起|开始)|(${dayWords})(?:起|开始)(?![至到])`, 'gu')
const within = new RegExp(`(?<!每)(${dayWords})(?:期间|内)?`, 'gu')
const open = /当前和今后一个时期|常态化长效化|常态化(?=开展|推进|组织|$|[，。；])|长期(?=开展|坚持|推进|$|[，。；])/gu

/**
 * The window of a sentence: ranges first, then 起, 前, and a bare month or year; words such as 长期 leave both ends open.
 * Names in 《》 and “” hold no window. Null when the sentence names none.
 */
export function windowIn(sentence: string, notice: string): Window | null {
  if (!anyTime.test(sentence)) return null
  const text = sentence
    .replace(/“(五一|七一|十一)”/gu, '$1')
    .replace(/《[^》]*》|“[^”]*”/gu, (name) => '□'.repeat(name.length))
  for (const match of text.matchAll(range)) {
    const [start = '', end = ''] = match.slice(1)
    const found = rangeOf(
      /^\d+$/.test(start) ? `${start}月` : /月\d+$/u.test(start) ? `${start}日` : start,
      /^\d+两个月$/u.test(end)
        ? end.replace('两个', '')
        : new RegExp(`^${shortEnd}$`).test(end)
          ? start.replace(/月.*$/u, `月${end}`)
          : end,
      notice,
    )
    if (found) return { ...found, words: wordsOf(match[0]) }
  }
  for (const match of text.matchAll(fromNow)) {
    const end = match[1] === undefined ? undefined : later(match[1], notice)
    return { from: notice, to: end?.last ?? null, words: wordsOf(match[0]) }
  }
  for (const match of text.matchAll(before)) {
    const end = later(match[1] ?? match[2] ?? '', notice)
    if (end && !isPeriodic(text, match.index))
      return { from: null, to: lastBefore(match[0], end), words: wordsOf(match[0]) }
  }
  for (const match of text.matchAll(after)) {
    const start = daysOf(match[1] ?? match[2] ?? '', notice)
    if (start) return { from: start.first, to: null, words: wordsOf(match[0]) }
  }
  for (const match of text.matchAll(within)) {
    const found = isPeriodic(text, match.index) ? undefined : bare(match[1] ?? '', notice)
    if (found) return { ...found, words: wordsOf(match[0]) }
  }
  const year = /(?<!\d)(20\d\d)年(?!\d|[\u4e00-\u9fa5]{0,6}(?:工作总结|以来))/u.exec(text)
  if (year?.[1] && year[1] >= notice.slice(0, 4))
    return { from: `${year[1]}-01-01`, to: `${year[1]}-12-31`, words: year[0] }
  const forever = open.exec(text)
  open.lastIndex = 0
  return forever ? { from: null, to: null, words: forever[0] } : null
}

const deadline = new RegExp(`(${dayWords})${hour}(?:之前|以前|前|止)`, 'gu')
const withinDays = new RegExp(`(${numeral})(?:日|天)内`, 'u')

/** When a report is due: a day, 及时, or '' with the words of a rhythm (每月25日前) that no single day can hold. */
export function dueIn(sentence: string, notice: string): { due: string; rhythm: string } {
  const rhythm =
    /(?:于)?每(?:季度?|半月|两周|月|周|半年|年)[^，。；]{0,10}?(?:前|末|底|初|内)|.{0,6}(?:结束|完成)后[^，。；]{0,8}内|每(?:半月|两周|月|周|季度?)[^，。；]{0,6}次|提前[^，。；]{1,4}[天日周月]|随时/u.exec(
      sentence,
    )
  if (rhythm) return { due: '', rhythm: rhythm[0] }
  const match = [...sentence.matchAll(deadline)].at(-1)
  const end = match && later(match[1] ?? '', notice)
  if (match && end) return { due: lastBefore(match[0], end), rhythm: '' }
  const days = withinDays.exec(sentence)
  if (days && !sentence.slice(0, days.index).endsWith('工作'))
    return { due: addDays(notice, numberIn(days[1] ?? '')), rhythm: '' }
  return { due: /及时|第一时间/u.test(sentence) ? '及时' : '', rhythm: '' }
}

/** 10月—12月底 in the year of the notice, though it began before; both a year on when it would be over already. */
function rangeOf(start: string, end: string, notice: string): Pick<Window, 'from' | 'to'> | undefined {
  const [first, last] = [daysOf(start, notice), daysOf(end, notice)]
  if (!first || !last) return undefined
  const startYear = Number(first.first.slice(0, 4))
  const to = last.hasYear && !/^[次翌]年/u.test(end) ? last : inYear(end.replace(/^[次翌]年/u, ''), startYear)
  if (!to) return undefined
  const crossing = to.last < first.first && !last.hasYear ? (inYear(end, startYear + 1) ?? to) : to
  const closing =
    /^[次翌]年/u.test(end) && crossing.last < first.first ? (inYear(end.slice(2), startYear + 1) ?? crossing) : crossing
  if (first.hasYear || last.hasYear || closing.last >= notice) return { from: first.first, to: closing.last }
  const shift = Number(notice.slice(0, 4)) + 1
  const [nextFirst, nextLast] = [
    inYear(start, shift),
    inYear(end, shift + (closing.last.slice(0, 4) > first.first.slice(0, 4) ? 1 : 0)),
  ]
  return nextFirst && nextLast ? { from: nextFirst.first, to: nextLast.last } : undefined
}

/** A day still to come: without a year, the next one on or after the notice. */
function later(words: string, notice: string): Days | undefined {
  const days = daysOf(words, notice)
  if (!days || days.hasYear || days.last >= notice) return days
  return inYear(words, Number(notice.slice(0, 4)) + 1)
}

/** 12月10日前 and 6月底前 count their day; 春节前 ends the day before. */
function lastBefore(words: string, days: Days): string {
  return /春节|元旦|五一|七一|国庆/u.test(words) ? dayBefore(days.first) : days.last
}

/** A bare 9月 or 2月下旬 is a window; a bare 年初 or 2025年 names a time in passing. */
function bare(words: string, notice: string): Pick<Window, 'from' | 'to'> | undefined {
  if (!/月|年内|全年|季度|半年|本月/u.test(words)) return undefined
  const days = later(words, notice)
  if (!days) return undefined
  return { from: /年内/u.test(words) ? null : days.first, to: days.last }
}

function isPeriodic(text: string, at: number): boolean {
  return /每(?:年|月|季度)?$/u.test(text.slice(Math.max(0, at - 3), at))
}

function wordsOf(words: string): string {
  return words.replace(/[，]$/u, '').slice(0, 100)
}
