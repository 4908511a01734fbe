/** What taking a bundle in does, in words (导入结果的说法). */
import { type RowTally, rowFates } from '../../src-shared/intake.ts'

/** 新增12，拒收1. */
export function tallyWords(rows: RowTally): string {
  const parts = rowFates.filter((fate) => rows[fate] > 0).map((fate) => `${fate}${rows[fate]}`)
  return parts.length === 0 ? '没有记录' : parts.join('，')
}
