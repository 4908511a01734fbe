/** How far an office has reported (上报状态判定): a pure rule over what was received and counted. */
import type { DeclaredEmpty } from './bundle-manifest.ts'
import type { DeskRemark, ReportState, RequirementMet, Timing } from './desk.ts'
import type { Period } from './period.ts'
import { addDays } from './periods.ts'

/** A bundle that was received and not undone. */
export type ReceivedBundle = {
  readonly bundleId: string
  readonly seq: number
  readonly period: Period
  readonly receivedAt: string
  readonly createdAt: string
  /** null while its rows are not taken in: volumes are missing or it waits for a decision. */
  readonly importedAt: string | null
  /** Data volumes that are not here, and volumes with photos only. */
  readonly missingVolumes: readonly number[]
  readonly missingPhotos: readonly number[]
  readonly volumes: number
  readonly isFork: boolean
  readonly declaredEmpty: readonly DeclaredEmpty[]
}

export type ReportFacts = {
  /** Those that answer the notice, or report the period; oldest first. */
  readonly bundles: readonly ReceivedBundle[]
  /** Asked days that must be reported; null when the notice alone is asked. */
  readonly period: Period | null
  readonly today: string
  readonly records: number
  readonly requirements: readonly RequirementMet[]
  readonly refused: number
  /** 退回 that the office has not changed since. */
  readonly returned: number
  readonly conflicts: number
  /** The content taken in is not the content that the sender states. */
  readonly isRootDifferent: boolean
  /** Figures that differ from the sender's cover, each in words: 宣讲场次封面12、明细11. */
  readonly differences: readonly string[]
  /** What is approved and what there is now: equal text is equal content. */
  readonly approved: string | null
  readonly basis: string
}

export function reportStateOf(facts: ReportFacts): { state: ReportState; remarks: DeskRemark[] } {
  if (facts.bundles.length === 0) return { state: '未报', remarks: [] }
  const remarks = lacksOf(facts)
  const isLacking = remarks.length > 0
  if (facts.approved === facts.basis) return { state: '已验', remarks }
  return { state: isLacking ? '部分报' : '已报待验', remarks }
}

/** Photos may follow later and are not among them. */
function lacksOf(facts: ReportFacts): DeskRemark[] {
  const { bundles, requirements, differences } = facts
  const must: string[] = [
    ...(bundles.some(({ isFork }) => isFork) ? ['同一编号收到过两个不同的包（数据分叉），请核对后处理'] : []),
    ...(facts.isRootDifferent ? ['收下的内容与包内所列的不一致，请对方重报一个完整包'] : []),
    ...(differences.length > 0 ? [`明细与封面合计不符：${differences.join('；')}`] : []),
  ]
  const note: string[] = [
    ...bundles.filter(({ importedAt }) => importedAt === null).map(waiting),
    ...uncovered(facts),
    ...(facts.refused > 0 ? [`拒收${facts.refused}条`] : []),
    ...(facts.returned > 0 ? [`退回${facts.returned}条未改`] : []),
    ...(facts.conflicts > 0 ? [`冲突${facts.conflicts}处未处理`] : []),
    ...requirements.filter(({ state }) => state === '未落实').map(lacking),
    ...(facts.records === 0 && zeroOf(bundles).length === 0 ? ['本期没有记录，也没有零报告'] : []),
  ]
  return [
    ...must.map((words): DeskRemark => ({ level: 'must', words })),
    ...note.map((words): DeskRemark => ({ level: 'note', words })),
  ]
}

/** 零报告 of the newest bundle: an older one was of what was known then. */
export function zeroOf(bundles: ReportFacts['bundles']): readonly DeclaredEmpty[] {
  return bundles.at(-1)?.declaredEmpty ?? []
}

function waiting({ seq, missingVolumes, volumes }: ReceivedBundle): string {
  if (missingVolumes.length === 0) return `第${seq}号包已收到，尚未接收入库`
  return `第${seq}号包缺第${missingVolumes.join('、')}卷（共${volumes}卷）`
}

function lacking({ title, gap, unit }: RequirementMet): string {
  return gap === null || gap === 0 ? `要求“${title}”没有记录` : `要求“${title}”差${gap}${unit}`
}

/** The days that no bundle reports; of a period that still runs only what lies before reported days. */
function uncovered({ bundles, period, today }: ReportFacts): string[] {
  if (period === null) return []
  const reportedTo =
    bundles
      .map(({ period: { to } }) => to)
      .toSorted()
      .at(-1) ?? period.from
  const last = period.to < today ? period.to : reportedTo < period.to ? reportedTo : period.to
  const gaps: Period[] = []
  let next = period.from
  for (const one of bundles.map((bundle) => bundle.period).toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (one.from > next && next <= last) gaps.push({ from: next, to: earlier(addDays(one.from, -1), last) })
    if (one.to >= next) next = addDays(one.to, 1)
  }
  if (next <= last) gaps.push({ from: next, to: last })
  const days = gaps.map(({ from, to }) => (from === to ? from : `${from}至${to}`))
  return days.length === 0 ? [] : [`统计期没有报满：${days.join('、')}未报`]
}

/** Whether a bundle says anything about the days. */
export function touches(reported: Period, asked: Period): boolean {
  return reported.from <= asked.to && reported.to >= asked.from
}

/**
 * The receiver's clock decides, to 24:00 of the last day where we are; what the sender's clock says is shown beside it.
 * null without a last day.
 */
export function timingOf(receivedAt: string | null, due: string | null, today: string): Timing | null {
  if (due === null) return null
  if (receivedAt !== null) return localDayOf(receivedAt) <= due ? '按时' : '逾期'
  return today <= due ? '未到期' : '逾期'
}

/** The day on the wall calendar at a moment. */
export function localDayOf(moment: string): string {
  const date = new Date(moment)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

const earlier = (one: string, other: string) => (one < other ? one : other)
