/** A duty in words (学习任务): 主题党日 每月1次. */
import type { Duty } from '../../src-shared/study-duties.ts'

export function dutyWords({ type, times, per }: Duty): string {
  return `${type} 每${per}${times}次`
}
