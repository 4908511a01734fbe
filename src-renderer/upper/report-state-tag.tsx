/** A state of reporting (上报状态) in its colour, and whether it was on time; the word says it, not the colour alone. */
import type { OfficeStatus, ReportState } from '../../src-shared/desk.ts'

const classes: Readonly<Record<ReportState, string>> = {
  未报: 'upper-state-none',
  部分报: 'upper-state-partly',
  已报待验: 'upper-state-whole',
  已验: 'upper-state-approved',
}

export function ReportStateTag({ state }: { readonly state: ReportState }) {
  return <span className={`upper-state ${classes[state]}`}>{state}</span>
}

export function TimingWord({ timing }: Pick<OfficeStatus, 'timing'>) {
  if (timing === null) return null
  return <span className={timing === '逾期' ? 'upper-late' : 'second'}>{timing}</span>
}
