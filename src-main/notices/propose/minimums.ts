/** Least numbers (至少…次) that a clause asks for, with the unit and of whom each is asked. */
import type { Minimum } from '../../../src-shared/notices.ts'
import { numberIn, numeral } from './days.ts'

const units =
  '(?:场次|人次|学时|课时|小时|个月|次|场|期|篇|条|件|个(?!工作日|自然日|字)|天|日|节|户|家|项|堂|部|幅|遍|轮|名|份|批(?!次)|本(?!单位|地|级|人|次|月|年|市|县|区|职|行|系)|讲(?=$|[，。；以])|人(?!员|大|社|民|事|才|心|数|物|文))'
/** Units of what happens: a Chinese 一 before them is a number (开展一次), before others only a figure of speech (一项). */
const happenings = '(?:场次|次|场|期|篇|遍|轮|堂)'
const least = '(?:至少|不少于|不低于|最少|不得少于|不得低于|不低于)'
const gap = '[^，。；、和]{0,10}?'
/** What is larger is no number of events. */
const largestCount = 100_000
/** Most clauses hold no number: they are passed over before the patterns are tried. */
const anyNumber = new RegExp(`[\\d一二两三四五六七八九十百]\\s*${units}`, 'u')
const asked = new RegExp(`${least}${gap}(${numeral})\\s*(${units})`, 'gu')
const atLeast = new RegExp(`(${numeral})\\s*(${units})(?:以上|及以上)`, 'gu')
const every = new RegExp(
  `每(?:季度|个季度|月|个月|周|两周|半月|年|半年|人|名|位|个|所|家|校|镇|乡|县|支部|班组|单位)[^，。；]{0,18}?(?<![第十\\d月年])(${numeral})\\s*(${units})(?!以内|以下)`,
  'gu',
)
const acts =
  '(?:推荐|评选|表彰|培育|讲|上|见学|参观|研学|宣讲|发放|建成|举办|召开|举行|开展|组织|制作|推送|撰写|编印|新建|建设|打造|选树|推出|培训|报送|征集|形成|完成|发布|创建|集体学习)'
const planned = new RegExp(
  `${acts}[^，。；的]{0,16}?(?<![第十\\d月年个])(\\d+|[二两三四五六七八九]|十[一二三四五六七八九]?)(?:(?:至|—|-)\\d+)?\\s*(?!人)(${units})`,
  'gu',
)
const once = new RegExp(`${acts}(?:一)(${happenings})(?!性|线|流|系列)`, 'gu')
/** “四个一” is a name, what 其中 divides has been counted, 一式两份 is how to hand in, 可申报1家 and 限报2项 are no least numbers. */
const names =
  /“[^”]{1,8}”|其中[^，。；]*|一式[\d一二两三四五六七八]份|(?:公示|公示期)[^，。；）]*|(?:可|限|最多|不超过|不多于|至多)(?:申报|推荐|报送|上报|推选|选送|报)?(?:不超过)?[\d一二两三四五六七八九十]+\s*[^，。；\d]/gu
const more = new RegExp(`^(?:[^，。；]{0,12}?)(?:和|、|及|以及)(${numeral})\\s*(${happenings})`, 'u')

/** `isExplicit`: said to be a least number or a rhythm (不少于、每月), not a number in passing (举办2期). */
export type FoundMinimum = {
  readonly minimum: Minimum
  readonly at: number
  readonly end: number
  readonly isExplicit: boolean
}

/** The minimums in order of the text; 至少1次A和1次B are two. */
export function minimumsIn(words: string, scope: Minimum['scope']): FoundMinimum[] {
  if (!anyNumber.test(words)) return []
  const text = words.replace(names, (name, at: number) =>
    name.startsWith('其中') && !anyNumber.test(words.slice(0, at).replace(/\d+月(?:\d+日)?/gu, ''))
      ? name
      : '□'.repeat(name.length),
  )
  const found: { count: number; unit: string; at: number; end: number; isExplicit: boolean }[] = []
  const add = (match: RegExpMatchArray, [count, unit]: readonly (string | undefined)[], isExplicit = true) => {
    const [at, end] = [match.index ?? 0, (match.index ?? 0) + match[0].length]
    const one = { count: numberIn(count ?? ''), unit: unit ?? '', at, end, isExplicit }
    if (one.count > 0 && one.count <= largestCount && !found.some((other) => one.at < other.end && other.at < one.end))
      found.push(one)
  }
  for (const pattern of [asked, atLeast]) for (const match of text.matchAll(pattern)) add(match, match.slice(1))
  const leastFound = [...found]
  const isBesideLeast = ({ index = 0 }: RegExpMatchArray) =>
    leastFound.some(({ at }) => !/[，。；]/u.test(text.slice(Math.min(at, index), Math.max(at, index))))
  for (const match of text.matchAll(every)) if (!isBesideLeast(match)) add(match, match.slice(1))
  for (const match of text.matchAll(planned)) if (!isBesideLeast(match)) add(match, match.slice(1), false)
  for (const match of text.matchAll(once)) add(match, ['一', match[1]], false)
  for (const one of [...found]) {
    const next = more.exec(text.slice(one.end))
    if (!next) continue
    const end = one.end + next[0].length
    const isNew = !found.some((other) => other.at >= one.end && other.at < end)
    if (isNew)
      found.push({
        ...one,
        count: numberIn(next[1] ?? ''),
        unit: next[2] ?? '',
        at: end - 1 - (next[1]?.length ?? 0),
        end,
      })
  }
  return found
    .toSorted((one, other) => one.at - other.at)
    .map(({ count, unit, at, end, isExplicit }) => ({
      minimum: { count, unit, scope: scopeAt(text, at) ?? scope },
      at,
      end,
      isExplicit,
    }))
}

/** How many numbers of a text are duties of their own. */
export function explicitNumbers(text: string): number {
  return minimumsIn(text, '本单位').filter(({ isExplicit }) => isExplicit).length
}

const person = '每名|每人|每位|人均'
const people = '干部|职工|党员|成员|宣讲员|领导|委员'
const eachPerson = new RegExp(`${person}|每个(?:${people})|(?:${people})每(?:年|月|季)`, 'u')

/**
 * Each person before each period, each period before each body: 班子成员每人每年 is asked of every one of them. A person or body
 * named in an earlier clause still counts, a period does not (每月一期，全年不少于8期).
 */
function scopeAt(text: string, at: number): Minimum['scope'] | undefined {
  const clauseFrom = text.lastIndexOf('，', at) + 1
  const [clause = ''] = text.slice(clauseFrom, at + 12).split('，')
  const before = text.slice(0, clauseFrom)
  return (
    scopeOfPerson(clause) ??
    scopeOfPeriod(clause) ??
    scopeOfBody(clause) ??
    scopeOfPerson(before) ??
    scopeOfBody(before)
  )
}

const scopeOfPerson = (words: string): Minimum['scope'] | undefined => (eachPerson.test(words) ? '每名干部' : undefined)

function scopeOfPeriod(words: string): Minimum['scope'] | undefined {
  if (/每个?季度/u.test(words)) return '每个季度'
  return /每个?月/u.test(words) ? '每月' : undefined
}

function scopeOfBody(words: string): Minimum['scope'] | undefined {
  if (/中心组/u.test(words)) return '每个中心组'
  if (/(?:每个|各|基层)[^，。；]{0,6}支部/u.test(words)) return '每个党支部'
  return /每(?:[个家][^，。；]{0,14}(?:工会|企业)|[个家]?(?:[^，。；\d]{0,14})?单位)/u.test(words)
    ? '每个基层工会'
    : undefined
}

/** Who was named with 每 earlier in the sentence that the text is a part of. */
export function scopeBefore(words: string): Minimum['scope'] | undefined {
  return scopeOfPerson(words) ?? scopeOfBody(words)
}

/** Of whom a number is asked when the clause itself does not say 每: of each of those who are to do it. */
export function scopeOfActors(actors: readonly string[]): Minimum['scope'] {
  const all = actors.join('、')
  if (/中心组/u.test(all)) return '每个中心组'
  if (/党支部|支部/u.test(all)) return '每个党支部'
  if (/基层工会|企业工会/u.test(all)) return '每个基层工会'
  return '本单位'
}
