/** Figures by the name that stands over their column (指标简称), and numbers as they are shown. */
import { rateText, yuanText } from '../../src-shared/cell-text.ts'
import { periodFigures } from '../../src-shared/figure-meanings.ts'
import type { PeriodFigureKey } from '../../src-shared/statistics.ts'

export const figureGroups = [
  { key: 'study', label: '学习' },
  { key: 'lecture', label: '宣讲' },
  { key: 'stay', label: '蹲点' },
  { key: 'activity', label: '宣传文化' },
] as const
export type FigureGroup = (typeof figureGroups)[number]['key']

export function figuresOf(group: FigureGroup): readonly PeriodFigureKey[] {
  return periodFigures.filter((key) => key.startsWith(`${group}.`))
}

export function figureText(key: PeriodFigureKey, value: number | null): string {
  if (value === null) return '—'
  if (key.endsWith('Rate')) return rateText(value)
  return key.endsWith('Yuan') ? yuanText(value) : String(value)
}
