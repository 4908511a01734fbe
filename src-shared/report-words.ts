/** What a bundle carries (包内条数), in words. */
import type { CarriedCounts } from './bundle-manifest.ts'

/** In the order in which people think of them. */
const names = [
  ['study', '学习', '条'],
  ['lecture', '宣讲', '条'],
  ['stay', '蹲点', '条'],
  ['activity', '宣传文化', '条'],
  ['grassrootsUnion', '单位', '个'],
  ['unionAct', '单位沿革', '条'],
  ['attachment', '佐证登记', '条'],
  ['answer', '印证', '条'],
  ['office', '本单位信息', '份'],
] as const

/** 学习12条、宣讲8条（其中删除1条）、单位60个 */
export function describeRows(rows: CarriedCounts): string {
  const parts = names.flatMap(([table, name, unit]) => {
    const { present = 0, removed = 0 } = rows[table] ?? {}
    if (present + removed === 0) return []
    return [`${name}${present + removed}${unit}${removed > 0 ? `（其中删除${removed}${unit}）` : ''}`]
  })
  return parts.length > 0 ? parts.join('、') : '没有新的改动'
}
