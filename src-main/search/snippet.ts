/** Shows why something was found (摘录): the first word where it stands, with what stands around it. */
import { markWords } from '../../src-shared/mark-words.ts'
import type { Stretch } from '../../src-shared/search.ts'

/** Characters shown before the first word found, and altogether. */
const before = 12
const shown = 80

/** From the beginning where no word stands in the text. Lines become one. */
export function snippetOf(text: string, words: readonly string[]): Stretch[] {
  const line = text.replace(/\s*\n\s*/g, '　')
  const [first, second] = markWords(line, words)
  const place = first && second && !first.isFound ? [...first.text].length : 0
  const characters = [...line]
  const from = Math.max(0, place - before)
  const to = Math.min(characters.length, from + shown)
  const cut = `${from > 0 ? '…' : ''}${characters.slice(from, to).join('')}${to < characters.length ? '…' : ''}`
  return markWords(cut, words)
}
