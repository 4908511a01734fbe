/** Saved views (常用查询): the filter in the address of a page, kept under a name. Plain data, free of zod. */
import type { Stamp } from './stamp.ts'

export type SavedView = Stamp & {
  /** The page's address without the first slash: `studies`, `documents/outgoing`. */
  readonly page: string
  readonly name: string
  /** The words of the address, `type=主题党日&period=本月`; `period` is a period that moves on with the calendar. */
  readonly query: string
  /** The page opens with this view; at most one of a page. */
  readonly isDefault: boolean
}

/** Words of an address that say what is open or how far one has turned the pages, not what is looked for. */
const passing = new Set(['record', 'page', 'intake', 'stay', 'open', 'import', 'at'])

/** The words of an address that a view keeps, in a fixed order, so that the same filter is the same text. */
export function filterWords(words: Iterable<readonly [word: string, value: string]>): [string, string][] {
  const kept = [...words].filter(([word, value]) => !passing.has(word) && value !== '')
  return kept.map(([word, value]): [string, string] => [word, value]).toSorted(([a], [b]) => (a < b ? -1 : 1))
}
