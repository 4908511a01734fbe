/** What the window says of a backup: when it was made, what it holds, how large it is. */
import type { LedgerCounts } from '../../src-shared/backups.ts'

const words: readonly (readonly [table: string, word: string])[] = [
  ['study', '学习'],
  ['lecture', '宣讲'],
  ['stay', '蹲点'],
  ['activity', '宣传文化'],
  ['grassrootsUnion', '单位'],
  ['notice', '通知'],
  ['document', '公文'],
]

export function countsWords(counts: LedgerCounts): string {
  return words.map(([table, word]) => `${word}${counts[table] ?? 0}`).join('　')
}

export function moment(at: string): string {
  return new Date(at).toLocaleString('zh-CN', { dateStyle: 'short', timeStyle: 'short' })
}

export function sizeWords(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`
}
