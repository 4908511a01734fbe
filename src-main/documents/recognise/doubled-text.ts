/** Characters that stand twice where two pages meet (换页重复字). */
import { type Notes, noteFinding, noteTidied } from './notes.ts'
import { type RichText, slice } from './rich-text.ts'
import type { TextLine } from './source-lines.ts'

const longest = 12
const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** What of `below` follows `above`: without the characters that both have. A doubt is only shown. */
export function mendSeam(notes: Notes, above: TextLine, below: TextLine): RichText {
  const [left, right] = [above.rich.text, below.rich.text]
  const count = overlap(left, right)
  if (count === 0) return below.rich
  const isCertain = count >= 3 || (count === 1 && isStray(left, right))
  if (!isCertain) {
    if (count === 2)
      noteFinding(notes, 'doubledWords', {
        line: below.line,
        words: `${left.slice(-6)}｜${right.slice(0, 6)}`,
        note: `换行前后都有“${right.slice(0, count)}”，请核对是否重复`,
      })
    return below.rich
  }
  noteTidied(notes, 'doubledText', below.line, [
    `${left.slice(-4)}\n${right.slice(0, count + 4)}`,
    `${left.slice(-4)}\n${right.slice(count, count + 4)}`,
  ])
  return slice(below.rich, count)
}

function overlap(left: string, right: string): number {
  for (let count = Math.min(longest, left.length, right.length); count > 0; count -= 1) {
    const part = right.slice(0, count)
    if (left.endsWith(part) && /^[\p{Script=Han}\d]+$/u.test(part)) return count
  }
  return 0
}

/**
 * A single character is doubled by the page, not by the language, if it closes a word above and begins none below:
 * 目标｜标进军, but not 人人｜… or 职工｜工会.
 */
function isStray(left: string, right: string): boolean {
  if (/\d/.test(right[0] ?? '')) return false
  const above = [...words.segment(left.slice(-6))].at(-1)?.segment ?? ''
  const below = [...words.segment(right.slice(0, 6))][0]?.segment ?? ''
  const isReduplicated = left.at(-2) === right[0] || right[1] === right[0]
  return [...above].length >= 2 && [...below].length === 1 && !isReduplicated
}
