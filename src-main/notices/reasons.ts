/** Why a record answers a requirement (印证理由): one Chinese sentence from what was compared. Pure. */
import type { AnswerState } from '../../src-shared/notices.ts'
import { type RecordKind, recordKindNames } from '../../src-shared/record-kinds.ts'
import type { Criterion, Mark } from './criteria.ts'

export type Evidence = {
  readonly day: string
  readonly state: AnswerState | null
  /** Whether the rule would propose it. */
  readonly isProposed: boolean
  /** For each mark of the criterion: 1 met, -1 differs, 0 not stated. */
  readonly verdicts: readonly number[]
  /** What the record states, by mark. */
  readonly form: string
  readonly strata: string
  readonly venue: string
  readonly place: string
  readonly actor: string
}

/** 类型“主题党日”符合要求的形式，日期在2022-01-05，属于要求期间（2021-12-29起）。 */
export function reasonOf(criterion: Criterion, evidence: Evidence): string {
  if (!evidence.isProposed) return `由本单位人工确认；${placed(criterion, evidence)}。`
  const parts = [formReason(criterion, evidence)]
  const differing: string[] = []
  for (const [index, mark] of criterion.marks.entries()) {
    const said = shown(mark, evidence)
    if (evidence.verdicts[index] === 1) parts.push(`${nameOf(mark, criterion.recordKind)}“${said}”符合要求`)
    else if (evidence.verdicts[index] === -1)
      differing.push(`${nameOf(mark, criterion.recordKind)}是“${said}”，要求的是${mark.words.join('、')}`)
  }
  parts.push(placed(criterion, evidence))
  if (criterion.isVague) differing.push('要求的形式无法从记录中核对')
  const doubt = differing.length > 0 ? `；但${differing.join('，')}，请核对` : ''
  return `${parts.filter(Boolean).join('，')}${doubt}。`
}

const formNames: Readonly<Record<RecordKind, string>> = {
  study: '类型',
  lecture: '方式',
  stay: '方式',
  activity: '形式',
}

function formReason({ forms, recordKind }: Criterion, { form }: Evidence): string {
  if (forms.length === 0) return `属于${recordKindNames[recordKind]}记录`
  const met = form.split('、').filter((one) => forms.includes(one))
  return `${formNames[recordKind]}“${met.join('、')}”符合要求的形式`
}

function nameOf({ facet }: Mark, kind: RecordKind): string {
  if (facet === '场所') return '场所类型'
  if (facet === '主体') return kind === 'lecture' ? '宣讲人' : kind === 'stay' ? '蹲点干部' : '组织单位'
  return facet
}

function shown({ facet }: Mark, evidence: Evidence): string {
  const said = { 对象: evidence.strata, 场所: evidence.venue, 地点: evidence.place, 主体: evidence.actor }[facet]
  return said.replaceAll(',', '、')
}

function placed({ from, to, recordKind }: Criterion, { day }: Evidence): string {
  const date = `${recordKind === 'stay' ? '截止日期' : '日期'}在${day}`
  if (from === null && to === null) return date
  const window = `${from ?? ''}${from === null ? '' : to === null ? '起' : '至'}${to === null ? '' : `${from === null ? '截至' : ''}${to}`}`
  if (from !== null && day < from) return `${date}，早于要求期间（${window}），不计入`
  if (to !== null && day > to) return `${date}，在要求期间（${window}）之后`
  return `${date}，属于要求期间（${window}）`
}
