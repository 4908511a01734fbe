/** Numbers as people read them (数字): blank is not 0, thousands apart, rates with one decimal. */
import { Tooltip } from 'antd'
import { rateText } from '../../src-shared/cell-text.ts'

/** A number of people, sessions …; null reads 未统计, which is not 0. */
export function Count({ value }: { readonly value: number | null }) {
  if (value !== null) return <span className="figure">{formatCount(value)}</span>
  return (
    <Tooltip title="未统计">
      <span className="figure not-stated">—</span>
    </Tooltip>
  )
}

export function formatCount(value: number | null): string {
  return value === null ? '—' : value.toLocaleString('zh-CN', { maximumFractionDigits: 2 })
}

/** `0.5` → 50.0%; null has no base and reads —. */
export function formatRate(rate: number | null): string {
  return rate === null ? '—' : rateText(rate)
}
