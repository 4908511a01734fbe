/** 推进落实情况, 存在问题 and 下一步打算 of a reply: by field of work, requirement by requirement. */
import type { Block, Run } from '../../src-shared/documents.ts'
import type { RequirementKind } from '../../src-shared/notices.ts'
import { clauses, noneRun } from '../documents/figure-sentence.ts'
import { coverageGap, openProblems, plans } from '../documents/report-blocks.ts'
import { lectureBlocks, stayBlocks, studyBlocks } from '../documents/report-practice.ts'
import { heading, markedBlock, paragraph, plain, present, quote, some } from '../documents/report-words.ts'
import type { ReplyMaterial } from './reply-blocks.ts'
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
    return [heading(2, field.title), ...field.write(material), ...own.flatMap(minimumSentence)]
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

/** Every number that the notice asks for is answered with one. */
function minimumSentence({ requirement, done }: AnsweredRequirement): Block[] {
  const { minimum, title, id } = requirement
  if (minimum === null) return []
  const per = minimum.scope === '本单位' ? '' : `${minimum.scope}`
  const count: Run =
    done === 0 ? noneRun('尚未开展', `requirement.${id}`) : { text: String(done), figure: `requirement.${id}` }
  const words = done === 0 ? [count, plain('。')] : [plain('本期共完成'), count, plain(`${minimum.unit}。`)]
  return [paragraph([plain(`对照“${title}”（${per}至少${minimum.count}${minimum.unit}）的要求，`), ...words])]
}

/** What no record can count must be told by the clerk. */
function unshown(answered: readonly AnsweredRequirement[], kinds: readonly RequirementKind[]): Block[] {
  const titles = answered.filter(({ requirement }) => kinds.includes(requirement.kind))
  if (titles.length === 0) return []
  return [markedBlock(`组织领导情况，通知要求：${titles.map(({ requirement }) => requirement.title).join('；')}`)]
}

const countableKinds: readonly RequirementKind[] = ['学习', '宣讲', '蹲点', '宣传', '文化', '研究', '典型']

/** Gaps of coverage, open problems, and each requirement that no record answers. */
export function shortfallBlocks({ figures, facts, answered }: ReplyMaterial): Block[] {
  const bare = answered.filter(
    ({ requirement, recordIds }) => countableKinds.includes(requirement.kind) && recordIds.length === 0,
  )
  const titles = bare.map(({ requirement }) => quote(requirement.title))
  return present([
    coverageGap(figures, facts),
    openProblems(figures, facts),
    titles.length === 0
      ? null
      : paragraph([
          plain(
            `通知要求的${titles.slice(0, 8).join('')}${titles.length > 8 ? '等' : ''}工作，本期还没有开展或没有登记。`,
          ),
        ]),
  ])
}

export function planBlocks(material: ReplyMaterial): Block[] {
  const { figures, facts, answered } = material
  const bare = answered.some(
    ({ requirement, recordIds }) => countableKinds.includes(requirement.kind) && recordIds.length === 0,
  )
  return [...plans(figures, facts), ...(bare ? [markedBlock('尚未开展的各项工作由谁负责、何时完成')] : [])]
}
