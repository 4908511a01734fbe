/**
 * Breaks a title (标题) into lines by meaning, in the shape that clause 7.3.1 asks for: 梯形 (each line longer, or each
 * shorter, than the one above) or 菱形 (the middle longest), never 长方形 or 沙漏形.
 */
import { widthOf } from './chinese.ts'
import { officeA } from './layout-9704.ts'

export type TitleLimits = {
  /** Widest line, in 字. */
  readonly maxWidth: number
  /** Names that stay whole if they fit a line, such as the issuer. */
  readonly names: readonly string[]
}

/** Lines of a title, top to bottom; one line if it fits. Joined they are the title, but for spaces between lines. */
export function breakTitle(title: string, limits: Partial<TitleLimits> = {}): string[] {
  const { maxWidth, names } = { maxWidth: officeA.title.maxCharacters.value, names: [], ...limits }
  const chars = [...title]
  const costs = breakCosts(title, chars, names)
  const widths = runningWidths(chars)
  const gaps = runningGaps(chars)
  if (widthOf(title) + (gaps.at(-1) ?? 0) <= maxWidth) return [title]
  const least = Math.ceil(widthOf(title) / maxWidth)
  // First breaks by meaning only; a title of one endless word is cut where it must be.
  for (const limit of [forbidden, Number.POSITIVE_INFINITY])
    for (let count = least; count <= least + 2; count += 1) {
      const ends = bestEnds({ widths, gaps, costs, count, maxWidth, limit })
      if (ends)
        return ends.map((end, index) =>
          chars
            .slice(ends[index - 1] ?? 0, end)
            .join('')
            .trim(),
        )
    }
  return cutEvenly(chars, maxWidth)
}

/** Whether a line may end before this offset (UTF-16): not inside a word, a name, 《》 or a number with its unit. */
export function breaksWell(title: string, offset: number, names: readonly string[] = []): boolean {
  return !keptTogether(title, names).has(offset) && costAt(title, offset, wordStarts(title)) < insideWord
}

/** A break that costs this or more is taken only when nothing else is left. */
const forbidden = 1000
const insideWord = 60
const betweenWords = 16

type Shape = 'growing' | 'shrinking'
type Search = {
  /** Width of the first n characters. */
  readonly widths: readonly number[]
  /** Space that some programs add between Han characters and digits among the first n characters. */
  readonly gaps: readonly number[]
  /** What a break before character n costs. */
  readonly costs: readonly number[]
  readonly count: number
  readonly maxWidth: number
  readonly limit: number
}

/** Where the lines end, for the cheapest division into `count` lines of a good shape; undefined if there is none. */
function bestEnds(search: Search): number[] | undefined {
  const { widths, gaps, costs, count, maxWidth, limit } = search
  const length = widths.length - 1
  const mean = (widths[length] ?? 0) / count
  const { minLastLine, minStep } = officeA.title
  const known = new Map<string, { cost: number; ends: number[] } | undefined>()

  const best = (start: number, left: number, above: number | null, shape: Shape) => {
    const key = `${start} ${left} ${above} ${shape}`
    if (!known.has(key)) known.set(key, cheapest(start, left, above, shape))
    return known.get(key)
  }
  const cheapest = (start: number, left: number, above: number | null, shape: Shape) => {
    let found: { cost: number; ends: number[] } | undefined
    for (let end = left === 1 ? length : start + 1; end <= length; end += 1) {
      const width = (widths[end] ?? 0) - (widths[start] ?? 0)
      if (width + (gaps[end] ?? 0) - (gaps[start + 1] ?? 0) > maxWidth) break
      const breakCost = end === length ? 0 : (costs[end] ?? limit)
      if (breakCost >= limit || (end === length) !== (left === 1)) continue
      const next = nextShape(shape, above, width, minStep.value)
      if (!next || (end === length && width < minLastLine.value)) continue
      const rest = end === length ? { cost: 0, ends: [] } : best(end, left - 1, width, next)
      if (!rest) continue
      const cost = breakCost + 0.6 * Math.abs(width - mean) ** 1.5 + rest.cost
      if (!found || cost < found.cost) found = { cost, ends: [end, ...rest.ends] }
    }
    return found
  }
  return best(0, count, null, 'growing')?.ends
}

/** Lines may grow, then shrink; they never stay equal and never grow again. */
function nextShape(shape: Shape, above: number | null, width: number, step: number): Shape | undefined {
  if (above === null) return 'growing'
  if (width - above >= step) return shape === 'growing' ? 'growing' : undefined
  return above - width >= step ? 'shrinking' : undefined
}

function runningWidths(chars: readonly string[]): number[] {
  const widths = [0]
  for (const char of chars) widths.push((widths.at(-1) ?? 0) + widthOf(char))
  return widths
}

/** A quarter of a character at every change between Han and Latin: LibreOffice adds it whatever the file says. */
function runningGaps(chars: readonly string[]): number[] {
  const gaps = [0]
  for (const [index, char] of chars.entries()) {
    const isChange = index > 0 && widthOf(char) !== widthOf(chars[index - 1] ?? '')
    gaps.push((gaps.at(-1) ?? 0) + (isChange ? 0.25 : 0))
  }
  return gaps
}

/** Cost of a break before each character: forbidden, inside a word, between words, at a joint of the sentence. */
function breakCosts(title: string, chars: readonly string[], names: readonly string[]): number[] {
  const starts = wordStarts(title)
  const kept = keptTogether(title, names)
  const costs: number[] = []
  let offset = 0
  for (const [index, char] of chars.entries()) {
    costs.push(index === 0 || kept.has(offset) ? forbidden : costAt(title, offset, starts))
    offset += char.length
  }
  return costs
}

function costAt(title: string, offset: number, starts: ReadonlySet<number>): number {
  const [before, after] = [title.slice(0, offset), title.slice(offset)]
  if (/^[，、。；：！？）》〉」』”’…—·]/u.test(after) || /[（《〈「『“‘—·]$/u.test(before)) return forbidden
  if (before.endsWith(' ')) return 0
  if (after.startsWith(' ')) return insideWord
  if (after.startsWith('关于') || /[，、；：》”）]$/u.test(before)) return 1
  if (/(?:关于|转发|印发|\d[年月日]|季度|半年)$/u.test(before)) return 4
  if (/^[的和与及或]/u.test(after)) return insideWord
  if (/[的和与及或]$/u.test(before)) return betweenWords / 2
  return starts.has(offset) ? betweenWords : insideWord
}

/** Offsets inside 《》 and short quotations, dates and periods, numbers with their units, ordinals, names and the ending 的+文种. */
function keptTogether(title: string, names: readonly string[]): Set<number> {
  const patterns = [
    /《[^》]*》/gu,
    /“[^”]{1,10}”/gu,
    /党的[一二三四五六七八九十]+(?:大|届[一二三四五六七八九十]+中全会)(?:精神|报告)?/gu,
    /\d{4}年\d{1,2}月(?:\d{1,2}日)?(?:至(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日)?/gu,
    /第[一二三四五六七八九十百\d]+[\u4e00-\u9fa5]{1,2}/gu,
    /[\d.]+(?:年(?:第[一二三四]季度|[上下]半年)?|月|日|季度|个|场|次|人次|万元|元|周年|号|%)?/gu,
    /[A-Za-z0-9]+/gu,
    /的(?:报告|请示|通知|意见|函|批复|通报|决定|决议|公告|通告|议案|命令|公报|纪要)$/gu,
    ...names.filter(Boolean).map((name) => new RegExp(escapePattern(name), 'gu')),
  ]
  const kept = new Set<number>()
  for (const pattern of patterns)
    for (const match of title.matchAll(pattern))
      for (let offset = match.index + 1; offset < match.index + match[0].length; offset += 1) kept.add(offset)
  return kept
}

function wordStarts(title: string): Set<number> {
  return new Set([...words.segment(title)].map((segment) => segment.index))
}

/** Making one takes longer than breaking a title. */
const words = new Intl.Segmenter('zh', { granularity: 'word' })

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

/** The last resort: as many characters as fit, line by line. */
function cutEvenly(chars: readonly string[], maxWidth: number): string[] {
  const lines: string[] = ['']
  for (const char of chars) {
    if (widthOf(`${lines.at(-1)}${char}`) > maxWidth) lines.push('')
    lines[lines.length - 1] += char
  }
  return lines
}
