/** How far an office has reported (上报状态判定): a pure rule over what was received and counted. */
import type { DeclaredEmpty } from './bundle-manifest.ts'
import { periodWords } from './chinese.ts'
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
  const when = (holds: boolean, words: string, asks?: string): Said[] =>
    holds ? [{ words, ...(asks && { asks }) }] : []
  const unlike = differences.join('；')
  const must: Said[] = [
    ...when(
      bundles.some(({ isFork }) => isFork),
      '同一编号收到过两个不同的包（数据分叉），请核对后处理',
      '同一编号报来两个内容不同的上报包，请说明以哪一个为准',
    ),
    ...when(
      facts.isRootDifferent,
      '收下的内容与包内所列的不一致，请对方重报一个完整包',
      '收到的内容与上报包所列的不一致，请重新报送一个完整的上报包',
    ),
    ...when(unlike !== '', `明细与封面合计不符：${unlike}`, `明细与封面的合计不符（${unlike}），请核对更正`),
  ]
  const { refused, returned, conflicts, records } = facts
  const isOpened = bundles.some(({ importedAt }) => importedAt !== null)
  const note: Said[] = [
    ...bundles.filter(({ importedAt }) => importedAt === null).map(waiting),
    ...uncovered(facts),
    ...when(refused > 0, `拒收${refused}条`, `有${refused}条记录不合规则未予接收，请按回执改正后重新报送`),
    ...when(returned > 0, `退回${returned}条未改`, `退回的${returned}条记录尚未改正`),
    ...when(conflicts > 0, `冲突${conflicts}处未处理`),
    // What lies in a bundle that nobody has opened is not lacking.
    ...(isOpened ? requirements.filter(({ state }) => state === '未落实').map(lacking) : []),
    ...when(
      isOpened && records === 0 && zeroOf(bundles).length === 0,
      '本期没有记录，也没有零报告',
      '没有本期的工作记录，也没有作零报告',
    ),
  ]
  return [
    ...must.map((said): DeskRemark => ({ level: 'must', ...said })),
    ...note.map((said): DeskRemark => ({ level: 'note', ...said })),
  ]
}

type Said = Pick<DeskRemark, 'words' | 'asks'>

/** 零报告 of the newest bundle: an older one was of what was known then. */
export function zeroOf(bundles: ReportFacts['bundles']): readonly DeclaredEmpty[] {
  return bundles.at(-1)?.declaredEmpty ?? []
}

function waiting({ seq, missingVolumes, volumes }: ReceivedBundle): Said {
  if (missingVolumes.length === 0) return { words: `第${seq}号包已收到，尚未接收入库` }
  const missing = `缺第${missingVolumes.join('、')}卷（共${volumes}卷）`
  return { words: `第${seq}号包${missing}`, asks: `第${seq}号上报包${missing}，请补送` }
}

function lacking({ title, gap, unit }: RequirementMet): Said {
  const lack = gap === null || gap === 0 ? '没有记录' : `差${gap}${unit}`
  return { words: `要求“${title}”${lack}`, asks: `“${title}”${gap === null || gap === 0 ? '没有记录' : `还${lack}`}` }
}

/** The days that no bundle reports; of a period that still runs only what lies before reported days. */
function uncovered({ bundles, period, today }: ReportFacts): Said[] {
  if (period === null) return []
  const gaps = gapsOf(bundles, { ...period, to: period.to < today ? period.to : lastReported(bundles, period) })
  if (gaps.length === 0) return []
  const days = gaps.map(({ from, to }) => (from === to ? from : `${from}至${to}`))
  return [
    { words: `统计期没有报满：${days.join('、')}未报`, asks: `没有报送${gaps.map(periodWords).join('、')}的工作情况` },
  ]
}

type Reporting = Pick<ReceivedBundle, 'period' | 'receivedAt'>

/**
 * When what had been received by then reported the whole period; null while it does not. A part that comes in time does
 * not make the rest come in time, and what comes behind a whole report takes nothing from it. Without a period the first
 * bundle counts. Of a period that goes on behind the last day of reporting nobody can report the end by that day.
 */
export function completedAt(bundles: readonly Reporting[], period: Period | null, due: string | null): string | null {
  const received = bundles.toSorted((one, other) => (one.receivedAt < other.receivedAt ? -1 : 1))
  if (period === null) return received[0]?.receivedAt ?? null
  const isWhole = (some: readonly Reporting[]) => {
    const to = due !== null && due < period.to ? lastReported(some, period) : period.to
    return gapsOf(some, { ...period, to }).length === 0
  }
  return received.find((_, index) => isWhole(received.slice(0, index + 1)))?.receivedAt ?? null
}

function lastReported(bundles: readonly Pick<Reporting, 'period'>[], period: Period): string {
  const last = bundles
    .map(({ period: { to } }) => to)
    .toSorted()
    .at(-1)
  return earlier(last ?? period.from, period.to)
}

/** Days of the period that no bundle reports. */
function gapsOf(bundles: readonly Pick<Reporting, 'period'>[], { from, to }: Period): Period[] {
  const gaps: Period[] = []
  let next = from
  for (const one of bundles.map((bundle) => bundle.period).toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (one.from > next && next <= to) gaps.push({ from: next, to: earlier(addDays(one.from, -1), to) })
    if (one.to >= next) next = addDays(one.to, 1)
  }
  return next <= to ? [...gaps, { from: next, to }] : gaps
}

/** Whether a bundle says anything about the days. */
export function touches(reported: Period, asked: Period): boolean {
  return reported.from <= asked.to && reported.to >= asked.from
}

/**
 * The receiver's clock decides, to 24:00 of the last day where we are; what the sender's clock says is shown beside it.
 * null without a last day. @param complete when all that is asked had been received; null while it has not
 */
export function timingOf(complete: string | null, due: string | null, today: string): Timing | null {
  if (due === null) return null
  if (complete !== null) return localDayOf(complete) <= due ? '按时' : '逾期'
  return today <= due ? '未到期' : '逾期'
}

/** The day on the wall calendar at a moment. */
export function localDayOf(moment: string): string {
  const date = new Date(moment)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

const earlier = (one: string, other: string) => (one < other ? one : other)
