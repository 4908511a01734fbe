/** What taking a bundle in does, in words (导入结果的说法). */
import { meaningOfFigure } from '../../src-shared/figure-meanings.ts'
import { type RowTally, rowFates } from '../../src-shared/intake.ts'
import type { PeriodFigureKey } from '../../src-shared/statistics.ts'
import { formatCount, formatRate } from '../components/figure.tsx'

/** 新增12，拒收1. */
export function tallyWords(rows: RowTally): string {
  const parts = rowFates.filter((fate) => rows[fate] > 0).map((fate) => `${fate}${rows[fate]}`)
  return parts.length === 0 ? '没有记录' : parts.join('，')
}

/** Two figures whose names differ only in their explanation. */
const apart: Readonly<Partial<Record<PeriodFigureKey, string>>> = {
  'study.ratedDue': '应到人次（计到课率的）',
  'study.ratedAttended': '实到人次（计到课率的）',
}

export function figureName(key: PeriodFigureKey): string {
  const name = apart[key]
  if (name !== undefined) return name
  return meaningOfFigure(key).words.split('：')[0] ?? key
}

/** null reads 未统计. */
export function figureValue(key: PeriodFigureKey, value: number | null): string {
  if (value === null) return '未统计'
  return meaningOfFigure(key).unit === '%' ? formatRate(value) : formatCount(value)
}
