/** How figures (指标) are written in text and tables of a document. */
import type { SheetCell, SheetColumn } from './statistics.ts'

/** A cell of an annex table; an empty one stays empty, for 未统计 is not 0. */
export function cellText(cell: SheetCell | undefined, kind: SheetColumn['kind']): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (kind === 'rate') return rateText(cell)
  return kind === 'yuan' ? cell.toFixed(2) : String(cell)
}

/** 0.8571 is 85.7%. */
export function rateText(rate: number): string {
  return `${(Math.round(rate * 1000) / 10).toFixed(1)}%`
}

/** Yuan with two decimals, none for whole amounts. */
export function yuanText(yuan: number): string {
  return Number.isInteger(yuan) ? String(yuan) : yuan.toFixed(2)
}
