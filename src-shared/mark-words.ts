/** Marks words in a text (标出词语), as what was searched for is shown. */
import type { Stretch } from './search.ts'

/** The whole text in stretches. A letter is the same in capitals, as in the index. */
export function markWords(text: string, words: readonly string[]): Stretch[] {
  // Longest first: of 二十大 and 二十 the longer word is what stands there.
  const either = words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  if (either.length === 0) return text === '' ? [] : [{ text, isFound: false }]
  return text
    .split(new RegExp(`(${either.join('|')})`, 'iu'))
    .map((part, index) => ({ text: part, isFound: index % 2 === 1 }))
    .filter((stretch) => stretch.text !== '')
}
