/** A figure's short name and its value in words (指标的说法), where it stands before and after. */
import { rateText } from './cell-text.ts'
import { meaningOfFigure } from './figure-meanings.ts'
import type { PeriodFigureKey } from './statistics.ts'

/** Those whose names differ only in their explanation, or are one. */
const apart: Readonly<Partial<Record<PeriodFigureKey, string>>> = {
  'study.ratedDue': '计率应到人次',
  'study.ratedAttended': '计率实到人次',
  'stay.continuing': '期末仍在蹲点',
  'stay.lectures': '蹲点期间宣讲',
  'stay.problems': '登记问题数',
  'stay.problemsSolved': '办结或跟踪回访问题数',
}

/** As a column is headed and a sentence begins. */
export function figureName(key: PeriodFigureKey): string {
  return apart[key] ?? meaningOfFigure(key).words.split('：')[0] ?? key
}

/** null reads 未统计. */
export function figureText(key: PeriodFigureKey, value: number | null): string {
  if (value === null) return '未统计'
  if (meaningOfFigure(key).unit === '%') return rateText(value)
  return value.toLocaleString('zh-CN', { maximumFractionDigits: 2 })
}
