/**
 * The text of a draft report (报告初稿): 主要做法, 取得成效, 存在问题, 下一步打算. It says only what the records say; where
 * they say nothing, a marked sentence asks the clerk.
 */
import { periodWords } from '../../src-shared/chinese.ts'
import type { Block, Run } from '../../src-shared/documents.ts'
import type { Period } from '../../src-shared/period.ts'
import type { PeriodFigures } from '../../src-shared/statistics.ts'
import { clauses, figureRun, joinRuns, noneRun } from './figure-sentence.ts'
import type { ReportFacts } from './report-facts.ts'

export type ReportMaterial = {
  readonly issuer: string
  readonly period: Period
  readonly figures: PeriodFigures
  readonly facts: ReportFacts
}

export function reportBlocks({ issuer, period, figures, facts }: ReportMaterial): Block[] {
  return [
    text(`现将${issuer}${periodWords(period)}学习宣讲蹲点工作情况报告如下。`),
    heading(1, '主要做法'),
    heading(2, '学习活动组织情况'),
    ...present([studyFigures(figures), topicsOf(facts.studyTopics, '开展学习')]),
    heading(2, '宣讲工作开展情况'),
    ...present([lectureFigures(figures), lectureWords(facts)]),
    heading(2, '蹲点工作开展情况'),
    ...present([stayFigures(figures), stayUnits(facts.stayUnits)]),
    heading(1, '取得成效'),
    ...orMarked(results(figures, facts), '本期取得的成效，请据实写明'),
    heading(1, '存在问题'),
    ...orMarked(present([coverageGap(figures, facts), openProblems(figures, facts)]), '本期存在的问题，请据实写明'),
    heading(1, '下一步打算'),
    ...orMarked(plans(figures, facts), '下一步打算，请写明措施和时限'),
    text('特此报告。'),
  ]
}

/** Begins every sentence that the clerk must replace. */
export const mark = '【待填写：'

export function markedBlock(what: string): Block {
  return text(`${mark}${what}】`)
}

function studyFigures(figures: PeriodFigures): Block {
  const { study } = figures
  if (study.sessions === 0) return paragraph([plain('本期'), noneRun('未组织', 'study.sessions'), plain('集中学习。')])
  const kinds = clauses(
    figures,
    [
      ['理论学习中心组集体学习', 'study.coreGroupSessions', '场'],
      ['主题党日', 'study.partyDaySessions', '场'],
    ],
    '、',
  )
  const rate: Run[] =
    study.attendanceRate === null
      ? []
      : [
          plain('。按应到、实到人数均有登记的场次计算，应到'),
          figureRun(figures, 'study.ratedDue'),
          plain('人次，实到'),
          figureRun(figures, 'study.ratedAttended'),
          plain('人次，到课率为'),
          figureRun(figures, 'study.attendanceRate'),
        ]
  return paragraph([
    ...clauses(figures, [
      ['本期共组织学习活动', 'study.sessions', '场'],
      ['参加学习', 'study.attended', '人次'],
    ]),
    ...(kinds.length > 0 ? [plain('，其中'), ...kinds] : []),
    ...rate,
    plain('。'),
  ])
}

function lectureFigures(figures: PeriodFigures): Block {
  const { lecture } = figures
  if (lecture.sessions === 0) return paragraph([plain('本期'), noneRun('未开展', 'lecture.sessions'), plain('宣讲。')])
  const coverage: Run[] =
    lecture.coveredUnions === 0 || lecture.coverageRate === null
      ? []
      : [
          plain('宣讲覆盖基层工会'),
          figureRun(figures, 'lecture.coveredUnions'),
          plain('个，占单位名册所列'),
          figureRun(figures, 'lecture.baseUnions'),
          plain('个基层工会的'),
          figureRun(figures, 'lecture.coverageRate'),
          plain('。'),
        ]
  return paragraph([
    ...clauses(figures, [
      ['本期共开展宣讲', 'lecture.sessions', '场'],
      ['现场听讲', 'lecture.audienceOnSite', '人次'],
      ['线上收听收看', 'lecture.audienceOnline', '人次'],
      ['网上点击', 'lecture.clicks', '次'],
      ['现场解答职工提问', 'lecture.questionsAnswered', '个'],
    ]),
    plain('。'),
    ...coverage,
  ])
}

function stayFigures(figures: PeriodFigures): Block {
  const { stay } = figures
  const going = clauses(figures, [['另有', 'stay.continuing', '批次蹲点跨期进行，待结束后统计。']])
  if (stay.stays === 0) {
    const none = [plain('本期'), noneRun(stay.continuing === 0 ? '未安排' : '没有结束的', 'stay.stays')]
    return paragraph([...none, plain(stay.continuing === 0 ? '蹲点。' : '蹲点。'), ...going])
  }
  const groups = [
    clauses(figures, [
      ['本期共完成蹲点', 'stay.stays', '批次'],
      ['参加干部', 'stay.cadres', '人次'],
      ['累计在岗', 'stay.daysOnSite', '天'],
    ]),
    clauses(figures, [
      ['走访单位和职工家庭', 'stay.visits', '家'],
      ['访谈职工', 'stay.talks', '人次'],
      ['召开座谈会', 'stay.meetings', '场'],
      ['开展宣讲', 'stay.lectures', '场'],
    ]),
    clauses(figures, [
      ['收集意见建议', 'stay.suggestions', '条'],
      ['梳理问题', 'stay.problems', '个'],
      ['办结问题', 'stay.problemsSolved', '个'],
      ['办实事', 'stay.deeds', '件'],
    ]),
    clauses(figures, [
      ['推动新建工会', 'stay.unionsFounded', '个'],
      ['发展会员', 'stay.membersJoined', '人'],
      ['慰问职工', 'stay.consolationPeople', '人次'],
      ['慰问金额', 'stay.consolationYuan', '元'],
    ]),
  ].filter((group) => group.length > 0)
  const joined = groups.flatMap((group, index) => (index === 0 ? group : [plain('；'), ...group]))
  return paragraph([...joined, plain('。'), ...going])
}

function topicsOf(topics: readonly string[], verb: string): Block | null {
  return topics.length === 0 ? null : text(`围绕${quoteAll(topics)}等主题${verb}。`)
}

function lectureWords({ speakerKinds, venueTypes, lectureTopics }: ReportFacts): Block | null {
  if (lectureTopics.length === 0) return null
  const speakers = speakerKinds.length > 0 ? `由${speakerKinds.join('、')}担任宣讲人，` : ''
  const venues = venueTypes.length > 0 ? `宣讲地点有${venueTypes.join('、')}，` : ''
  return text(`${speakers}${venues}宣讲主题有${quoteAll(lectureTopics)}等。`)
}

function stayUnits(units: readonly string[]): Block | null {
  return units.length === 0 ? null : text(`蹲点单位有${units.join('、')}等。`)
}

function results(figures: PeriodFigures, facts: ReportFacts): Block[] {
  const reactions = facts.reactions.map((reaction) => quote(wholeSentences(reaction, 120)))
  return present([
    reactions.length === 0 ? null : text(`宣讲后，职工反映：${reactions.join('；')}。`),
    facts.deeds.length === 0
      ? null
      : paragraph([
          ...clauses(figures, [['结合蹲点为职工群众办实事', 'stay.deeds', '件：']]),
          plain(
            `${facts.deeds.map((deed) => wholeSentences(deed, 120)).join('；')}${figures.stay.deeds > facts.deeds.length ? '等' : ''}。`,
          ),
        ]),
    ...facts.outcomes.map(({ unitName, outcome }) => text(`在${unitName}蹲点：${wholeSentences(outcome, 300)}。`)),
  ])
}

function coverageGap(figures: PeriodFigures, facts: ReportFacts): Block | null {
  const { baseUnions, coveredUnions } = figures.lecture
  if (baseUnions <= coveredUnions) return null
  const base = [plain('单位名册所列'), figureRun(figures, 'lecture.baseUnions'), plain('个基层工会中，')]
  if (coveredUnions === 0)
    return paragraph([...base, noneRun('尚无', 'lecture.coveredUnions'), plain('单位登记为本期宣讲所覆盖。')])
  const most = facts.uncovered.map(({ township, unions }) => `${township}${unions}个`).join('、')
  return paragraph([
    ...base,
    plain('本期宣讲覆盖'),
    figureRun(figures, 'lecture.coveredUnions'),
    plain(`个，宣讲覆盖还不全面，尚未覆盖的有${most}${sumOf(facts) < baseUnions - coveredUnions ? '等' : ''}。`),
  ])
}

function openProblems(figures: PeriodFigures, facts: ReportFacts): Block | null {
  const { problems, problemsSolved } = figures.stay
  if (problems <= problemsSolved) return null
  const solved: Run[] =
    problemsSolved === 0
      ? [noneRun('均未', 'stay.problemsSolved'), plain('办结')]
      : [
          plain('已办结'),
          figureRun(figures, 'stay.problemsSolved'),
          plain(`个，其余${problems - problemsSolved}个尚未办结`),
        ]
  const named = facts.openProblems.map(
    ({ unitName, text: problem, isOverdue }) =>
      `${unitName}${quote(wholeSentences(problem, 60))}${isOverdue ? '（已超过办理时限）' : ''}`,
  )
  const rest = problems - problemsSolved > named.length ? '等' : ''
  return paragraph([
    plain('蹲点中梳理的'),
    figureRun(figures, 'stay.problems'),
    plain('个问题，'),
    ...solved,
    plain(`：${named.join('；')}${rest}。`),
  ])
}

/** Plans only for gaps that the records show; measures and times are the clerk's. */
function plans({ lecture, stay }: PeriodFigures, facts: ReportFacts): Block[] {
  const townships = facts.uncovered
    .slice(0, 3)
    .map(({ township }) => township)
    .join('、')
  return present([
    lecture.baseUnions > lecture.coveredUnions
      ? text(`对尚未覆盖的基层工会安排宣讲，优先安排${townships}所属单位。`)
      : null,
    stay.problems > stay.problemsSolved ? text('对尚未办结的问题逐项明确责任单位和办理时限，办结后回访职工。') : null,
    stay.continuing > 0 ? text('继续做好正在进行的蹲点，结束后及时总结。') : null,
  ])
}

function orMarked(blocks: readonly Block[], what: string): readonly Block[] {
  return blocks.length > 0 ? blocks : [markedBlock(what)]
}

function sumOf(facts: ReportFacts): number {
  return facts.uncovered.reduce((sum, { unions }) => sum + unions, 0)
}

/** As much of a text as fits, in whole sentences and without the last stop; what one sentence is too long for is cut. */
function wholeSentences(words: string, most: number): string {
  const flat = words.replace(/\s+/gu, '').replace(/[。；，、]+$/u, '')
  if (flat.length <= most) return flat
  const end = flat.slice(0, most).search(/[。；！？][^。；！？]*$/u)
  return end > 0 ? flat.slice(0, end) : `${flat.slice(0, most)}……`
}

/** “…”; quotation marks inside become ‘ ’ (GB/T 15834). */
function quote(words: string): string {
  return `“${words.replace(/“/gu, '‘').replace(/”/gu, '’')}”`
}

function quoteAll(topics: readonly string[]): string {
  return topics.map(quote).join('')
}

const plain = (words: string): Run => ({ text: words })
const heading = (level: 1 | 2, words: string): Block => ({ kind: 'heading', level, text: words })
const paragraph = (runs: readonly Run[]): Block => ({ kind: 'paragraph', runs: joinRuns(runs) })
const text = (words: string): Block => paragraph([plain(words)])
const present = (blocks: readonly (Block | null)[]): Block[] => blocks.filter((block) => block !== null)
