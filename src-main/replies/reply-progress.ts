/** 推进落实情况, 存在问题 and 下一步打算 of a reply: by field of work, requirement by requirement. */
import type { Block, Run } from '../../src-shared/documents.ts'
import type { RequirementKind } from '../../src-shared/notices.ts'
import type { FigureKey } from '../../src-shared/statistics.ts'
import { clauses, noneRun } from '../documents/figure-sentence.ts'
import { coverageGap, openProblems, plans } from '../documents/report-blocks.ts'
import { lectureBlocks, stayBlocks, studyBlocks } from '../documents/report-practice.ts'
import { heading, markedBlock, paragraph, plain, present, quote, some, text } from '../documents/report-words.ts'
import type { ReplyMaterial } from './reply-material.ts'
import type { AnsweredRequirement } from './requirement-figures.ts'

/** Fields of work in the order in which reports tell them, each only when the notice asks for it or records exist. */
const fields: readonly {
  readonly title: string
  readonly kinds: readonly RequirementKind[]
  readonly hasRecords: (material: ReplyMaterial) => boolean
  readonly write: (material: ReplyMaterial) => Block[]
}[] = [
  {
    title: '加强组织领导',
    kinds: ['组织', '贯彻', '评估'],
    hasRecords: () => false,
    write: ({ answered }) => unshown(answered, ['组织', '贯彻', '评估']),
  },
  {
    title: '学习活动组织情况',
    kinds: ['学习'],
    hasRecords: ({ figures }) => figures.study.sessions > 0,
    write: ({ figures, facts }) => studyBlocks(figures, facts),
  },
  {
    title: '宣讲工作开展情况',
    kinds: ['宣讲'],
    hasRecords: ({ figures }) => figures.lecture.sessions > 0,
    write: ({ figures, facts }) => lectureBlocks(figures, facts),
  },
  {
    title: '蹲点工作开展情况',
    kinds: ['蹲点'],
    hasRecords: ({ figures }) => figures.stay.stays + figures.stay.continuing > 0,
    write: ({ figures, facts }) => stayBlocks(figures, facts),
  },
  {
    title: '宣传文化和研究工作情况',
    kinds: ['宣传', '文化', '研究', '典型'],
    hasRecords: ({ figures: { activity } }) =>
      activity.publicity + activity.culture + activity.research + activity.models > 0,
    write: activityBlocks,
  },
]

export function progressBlocks(material: ReplyMaterial): Block[] {
  return fields.flatMap((field) => {
    const own = material.answered.filter(({ requirement }) => field.kinds.includes(requirement.kind))
    if (own.length === 0 && !field.hasRecords(material)) return []
    return [heading(2, field.title), ...field.write(material), ...answerBlocks(own.filter(isCounted))]
  })
}

function activityBlocks({ figures, facts }: ReplyMaterial): Block[] {
  const counted = clauses(figures, [
    ['本期登记宣传报道', 'activity.publicity', '条'],
    ['主题文化活动', 'activity.culture', '项'],
    ['研究', 'activity.research', '项'],
    ['典型', 'activity.models', '个'],
  ])
  if (counted.length === 0)
    return [paragraph([plain('本期'), noneRun('未登记', 'activity.publicity'), plain('宣传文化活动。')])]
  const taken = clauses(figures, [['；参加活动', 'activity.participants', '人次']])
  const named = some(
    facts.activities.map(({ title }) => quote(title)),
    '',
  )
  return [paragraph([...counted, ...taken, plain(`，有${named}。`)])]
}

/** Each requirement is answered with its number: a sentence for every minimum, one for all that set none. */
function answerBlocks(own: readonly AnsweredRequirement[]): Block[] {
  const others = own.filter(({ requirement }) => requirement.minimum === null)
  return [
    ...own.flatMap(minimumSentence),
    ...(others.length === 0
      ? []
      : [paragraph([plain('对照通知要求，'), ...others.flatMap(recordClause), plain('。')])]),
  ]
}

function minimumSentence({ requirement: { id, title, minimum }, done }: AnsweredRequirement): Block[] {
  if (minimum === null) return []
  const per = minimum.scope === '本单位' ? '' : minimum.scope
  const asked = `${per}至少${minimum.count}${minimum.unit}`
  const figure: FigureKey = `requirement.${id}`
  const answer: Run[] =
    done === 0
      ? [noneRun('尚未开展', figure), plain('。')]
      : [plain('共完成'), { text: String(done), figure }, plain(`${minimum.unit}。`)]
  return [paragraph([plain(`对照${quote(title)}（${asked}）的要求，本期`), ...answer])]
}

function recordClause({ requirement: { id, title }, done }: AnsweredRequirement, index: number): Run[] {
  const figure: FigureKey = `requirement.${id}`
  const opening = plain(`${index === 0 ? '' : '，'}${quote(title)}`)
  if (done === 0) return [opening, noneRun('尚未开展', figure)]
  return [opening, plain('有'), { text: String(done), figure }, plain('条记录')]
}

/** What no record shows must be told by the clerk. */
function unshown(answered: readonly AnsweredRequirement[], kinds: readonly RequirementKind[]): Block[] {
  const titles = answered.filter((one) => kinds.includes(one.requirement.kind) && !isCounted(one))
  if (titles.length === 0) return []
  return [markedBlock(`组织领导情况，通知要求：${titles.map(({ requirement }) => requirement.title).join('；')}`)]
}

const countableKinds: readonly RequirementKind[] = ['学习', '宣讲', '蹲点', '宣传', '文化', '研究', '典型']

/** Of other kinds only what the clerk has confirmed is known. */
function isCounted({ requirement, records }: AnsweredRequirement): boolean {
  return countableKinds.includes(requirement.kind) || records.length > 0
}

/** What records could show and none does. */
export function isBare({ requirement, records }: AnsweredRequirement): boolean {
  return countableKinds.includes(requirement.kind) && records.length === 0
}

/** Gaps of coverage, open problems, and each requirement that no record answers. */
export function shortfallBlocks({ figures, facts, answered }: ReplyMaterial): Block[] {
  const titles = answered.filter(isBare).map(({ requirement }) => quote(requirement.title))
  return present([
    coverageGap(figures, facts),
    openProblems(figures, facts),
    titles.length === 0 ? null : text(`通知要求的${titles.join('')}，本期还没有开展或没有登记。`),
  ])
}

export function planBlocks(material: ReplyMaterial): Block[] {
  const { figures, facts, answered } = material
  return [
    ...plans(figures, facts),
    ...(answered.some(isBare) ? [markedBlock('尚未开展的各项工作由谁负责、何时完成')] : []),
  ]
}
