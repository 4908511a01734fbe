/** Small pieces of a draft's text (行文): runs, blocks, quotations and lists with 等. */
import type { Block, Run } from '../../src-shared/documents.ts'
import { joinRuns } from './figure-sentence.ts'

export const plain = (words: string): Run => ({ text: words })
export const heading = (level: 1 | 2, words: string): Block => ({ kind: 'heading', level, text: words })
export const paragraph = (runs: readonly Run[]): Block => ({ kind: 'paragraph', runs: joinRuns(runs) })
export const text = (words: string): Block => paragraph([plain(words)])
export const present = (blocks: readonly (Block | null)[]): Block[] => blocks.filter((block) => block !== null)

/** A sentence that the clerk must replace; the mark is what a check of the finished document looks for. */
export function markedBlock(what: string): Block {
  return text(`【待填写：${what}】`)
}

/** “…”; quotation marks inside become ‘ ’ (GB/T 15834). */
export function quote(words: string): string {
  return `“${words.replace(/“/gu, '‘').replace(/”/gu, '’')}”`
}

/** Up to five of a list, with 等 when there are more. */
export function some(words: readonly string[], separator = '、'): string {
  return `${words.slice(0, 5).join(separator)}${words.length > 5 ? '等' : ''}`
}

/** As much of a text as fits, in whole sentences and without the last stop; one sentence that is too long is cut. */
export function wholeSentences(words: string, most: number): string {
  const flat = words
    .replace(/\s+/gu, '')
    .replace(/[。；，、]+$/u, '')
    .replace(/。”$/u, '”')
  if (flat.length <= most) return flat
  const end = flat.slice(0, most).search(/[。；！？][^。；！？]*$/u)
  return end > 0 ? flat.slice(0, end) : `${flat.slice(0, most)}……`
}
