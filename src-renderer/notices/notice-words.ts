/** What a requirement says beside its title (数量、期间、报告), in few words. Pure. */
import type { Minimum, ReportDuty, Window } from '../../src-shared/notices.ts'
import type { RecordKind } from '../../src-shared/record-kinds.ts'

/** 每个党支部至少1次; of the office itself only 至少1次. */
export function minimumWords({ count, unit, scope }: Minimum): string {
  return `${scope === '本单位' ? '' : scope}至少${count}${unit}`
}

/** The two days, where both are known; else what the notice says. */
export function windowWords({ from, to, words }: Window): string {
  if (from === null && to === null) return words
  if (from === null) return `截至${to}`
  return to === null ? `${from}起` : `${from}至${to}`
}

/** 报固川市总工会，及时 */
export function reportWords({ to, due }: ReportDuty): string {
  const receivers = to.length > 0 ? `报${to.join('、')}` : '报告（未写明报给谁）'
  if (due === '') return receivers
  return due === '及时' ? `${receivers}，及时` : `${receivers}，${due}前`
}

/** Where the records of a kind are, and what one is called. */
export const recordPages = {
  study: { word: '学习', page: '/studies' },
  lecture: { word: '宣讲', page: '/lectures' },
  stay: { word: '蹲点', page: '/stays' },
  activity: { word: '宣传文化', page: '/activities' },
} as const satisfies Record<RecordKind, { word: string; page: string }>
