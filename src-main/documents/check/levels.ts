/** Numbers of headings (层次序数) as they stand in a text: which level, which number, which mark behind. */
import { arabic } from './recognise-main.ts'

export type LevelFound = {
  readonly level: 1 | 2 | 3 | 4
  readonly number: number
  /** As written: `（一）`, `1.` … */
  readonly written: string
  /** What should not be there: half-width brackets, a wrong mark behind. */
  readonly fault: string | null
}

const patterns: readonly {
  readonly level: 1 | 2 | 3 | 4
  readonly pattern: RegExp
  readonly right: RegExp
  readonly model: string
}[] = [
  {
    level: 2,
    pattern: /^([（(][一二三四五六七八九十]{1,3}[）)])[、，,.．]?/,
    right: /^（[一二三四五六七八九十]+）$/,
    model: '（一）',
  },
  { level: 4, pattern: /^([（(]\d{1,2}[）)])[、，,.．]?/, right: /^（\d+）$/, model: '（1）' },
  {
    level: 1,
    pattern: /^([一二三四五六七八九十]{1,3})[、.．，,)）](?!\d)/,
    right: /^[一二三四五六七八九十]+、$/,
    model: '一、',
  },
  { level: 3, pattern: /^(\d{1,2})(?:[.．、)）](?!\d)|(?=\u3000))/, right: /^\d+[.．]$/, model: '1.' },
]

/** null for text without such a number. */
export function levelOf(text: string): LevelFound | null {
  const words = text.trim()
  for (const { level, pattern, right, model } of patterns) {
    const match = pattern.exec(words)
    if (!match) continue
    const number = arabic((match[1] ?? '').replace(/[（(）)]/g, ''))
    const fault = right.test(match[0]) ? null : `“${match[0]}”应写作“${model}”的样式`
    return { level, number, written: match[0], fault }
  }
  return null
}
