/** Breaks the title of a narrow column (表头文字) between words, so that 线下场次 becomes 线下/场次 and not 线下场/次. */
import { widthOf } from './chinese.ts'

/** Words and bracketed units that a column title is made of; a break may stand between any two. */
export function titleWords(title: string): string[] {
  return title
    .split(/(（[^）]*）)/u)
    .flatMap((piece) => (piece.startsWith('（') ? [piece] : wordsOf(piece)))
    .filter((word) => word !== '')
}

/** Lines at most `width` 字 wide, as few and as even as can be; a word wider than that keeps its own line. */
export function titleLines(title: string, width: number): string[] {
  const words = titleWords(title)
  const best: { cost: number; lines: string[] }[] = [{ cost: 0, lines: [] }]
  for (let end = 1; end <= words.length; end += 1)
    for (let start = end - 1; start >= 0; start -= 1) {
      const line = words.slice(start, end).join('')
      const before = best[start]
      if (!before || (widthOf(line) > width && start < end - 1)) continue
      const found = best[end]
      const cost = before.cost + lineCost + widthOf(line) ** 2 + breakCost(words, end)
      if (!found || cost < found.cost) best[end] = { cost, lines: [...before.lines, line] }
    }
  return best[words.length]?.lines ?? [title]
}

/** A list such as 李红梅、张建军 in lines that end between its names; one line if a name is too wide anyway. */
export function listLines(text: string, width: number): string[] {
  const names = text.split(/(?<=、)/u)
  if (widthOf(text) <= width || names.some((name) => widthOf(name) > width)) return [text]
  const lines = ['']
  for (const name of names) {
    if (widthOf(`${lines.at(-1)}${name}`) > width) lines.push('')
    lines[lines.length - 1] += name
  }
  return lines
}

/** Makes fewer lines win over more even ones. */
const lineCost = 100
/** What is counted stands at the end of a title; a break just before it reads best. */
const countedWords = /^(?:人次|场次|日期|天数|人数|金额|单位数|问题数|会员|工会|建议|次数|家数)/u

function breakCost(words: readonly string[], end: number): number {
  const next = words.slice(end).join('')
  return next === '' || next.startsWith('（') || countedWords.test(next) ? 0 : 8
}

/** A word of one character joins its neighbour: a column one 字 wide does not read. */
function wordsOf(text: string): string[] {
  const counted = text.split(/(?=(?:人次|场次|日期|天数|人数|金额|单位数|问题数|次数|家数)$)/u)
  return counted.flatMap((piece) => {
    if (countedWords.test(piece)) return [piece]
    const words: string[] = []
    for (const { segment } of segmenter.segment(piece)) {
      const last = words.at(-1)
      if (last !== undefined && (last.length === 1 || segment.length === 1)) words[words.length - 1] = last + segment
      else words.push(segment)
    }
    return words
  })
}

/** Making one takes longer than breaking a title. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
