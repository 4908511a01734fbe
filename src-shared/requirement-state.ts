/** How far a requirement is met (进度判定): a pure rule over what was counted, and the one next step. */
import type { Minimum, Requirement, RequirementKind } from './notices.ts'
import type { GroupProgress, ProgressState } from './progress.ts'

export type Tally = {
  /** Records that count. */
  readonly records: number
  /** In the unit of the minimum. */
  readonly done: number
  readonly doubtful: number
  /** Whether records can count what is asked at all. */
  readonly isCountable: boolean
  /** Whether a document would show it, and whether that has been finalised; null where none would. */
  readonly isShown: boolean | null
  /** Those of whom it is asked each; empty when it is asked of the office, or when none is known. */
  readonly groups: readonly GroupProgress[]
}

/**
 * Without a minimum one record is a beginning, and a requirement whose time is over is met by any. With one asked of
 * each, all that are known must reach it.
 */
export function progressStateOf(minimum: Minimum | null, tally: Tally, isOver: boolean): ProgressState {
  if (tally.isShown) return '已达标'
  if (!tally.isCountable && tally.records === 0) return isOver && tally.isShown === false ? '已超期' : '无法量化'
  if (minimum ? gapOf(minimum, tally) === 0 : isOver && tally.records > 0) return '已达标'
  if (isOver) return '已超期'
  return tally.records > 0 ? '进行中' : '未开始'
}

/** What is missing, over all known groups; null where no number is asked. */
export function gapOf(minimum: Minimum | null, { done, groups }: Tally): number | null {
  if (minimum === null) return null
  if (minimum.scope === '本单位' || groups.length === 0)
    return Math.max(0, minimum.count - (minimum.scope === '本单位' ? done : 0))
  return groups.reduce((sum, { gap }) => sum + gap, 0)
}

/**
 * Whether what was finalised for the notice is what it asks for: its report, or each of its plans, by role or title; null
 * for a requirement that asks for no document.
 */
export function isShownBy(
  { kind, produces }: Pick<Requirement, 'kind' | 'produces'>,
  documents: readonly { readonly role: string; readonly title: string }[],
): boolean | null {
  if (kind === '报告') return documents.some(({ role }) => role === '情况报告')
  const holds = (words: string) => documents.some(({ role, title }) => role === words || title.includes(words))
  return produces.length > 0 ? produces.every(holds) : null
}

/** What would show a requirement that records cannot count. */
export function evidenceFor({ kind, produces, minimum, report }: Requirement): string {
  if (kind === '报告' || report !== null) {
    const slots = report && report.slots.length > 0 ? `，写明${report.slots.join('、')}` : ''
    return `已定稿报出的情况报告${slots}`
  }
  if (produces.length > 0) return `已印发的${produces.join('、')}`
  if (minimum !== null) return `能说明“${minimum.count}${minimum.unit}”的名单或材料`
  return evidenceOfKind[kind] ?? '有关文件、会议纪要或照片'
}

const evidenceOfKind: Readonly<Partial<Record<RequirementKind, string>>> = {
  组织: '研究部署的会议纪要、分工方案或印发的文件',
  贯彻: '有关工作的文件、台账和成效材料',
  评估: '督促检查的通报、评价结果或反馈意见',
}

type NextStepFacts = Tally & {
  readonly state: ProgressState
  readonly gap: number | null
  readonly due: string | null
  readonly evidence: string
}

/** One sentence that says what to do. */
export function nextStepOf({ minimum, kind, state: confirmed }: Requirement, facts: NextStepFacts): string {
  const { state, due, doubtful, evidence } = facts
  if (state === '无法量化') return `请备好${evidence}。`
  if (state === '已超期' && evidence !== '') return `已过${due}，请尽快备好${evidence}。`
  const lacking = lackingWords(minimum, facts)
  const until = due === null ? '' : `，最迟${due}`
  if (state === '已达标')
    return confirmed === '待确认' ? '已有记录达到要求，请核对并确认这条要求。' : '已达到要求，继续做好记录。'
  if (doubtful > 0) return `有${doubtful}条记录可能符合，请先确认是否采用；${lacking}${until}。`
  if (state === '已超期') return `已过${due}，${lacking}，请补做补记，或者在报告中说明原因。`
  if (minimum === null && state === '进行中')
    return '来文没有规定数量，已有记录，继续做好记录；要定数量的可在这条要求里填写。'
  return `${lacking}${until}，请安排并登记${recordWord[kind] ?? '有关记录'}。`
}

function lackingWords(minimum: Minimum | null, { gap, groups, records }: NextStepFacts): string {
  if (gap === null) return records > 0 ? `已计入${records}条` : '还没有记录'
  const unit = minimum?.unit ?? '次'
  const behind = groups.filter((group) => group.gap > 0)
  return behind.length > 0 ? `还差${namesShort(behind)}，共${gap}${unit}` : `还差${gap}${unit}`
}

const recordWord: Readonly<Partial<Record<RequirementKind, string>>> = {
  学习: '学习活动',
  宣讲: '宣讲',
  蹲点: '蹲点',
  宣传: '宣传报道',
  文化: '主题活动',
  研究: '研究阐释',
  典型: '典型',
}

function namesShort(groups: readonly GroupProgress[]): string {
  const names = groups
    .slice(0, 3)
    .map(({ name }) => name)
    .join('、')
  return groups.length > 3 ? `${names}等${groups.length}个` : names
}
