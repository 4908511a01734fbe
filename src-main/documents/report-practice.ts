/** 主要做法 of a draft report: what was done in study, lectures and stays, figure by figure. */
import type { Block, Run } from '../../src-shared/documents.ts'
import type { PeriodFigures } from '../../src-shared/statistics.ts'
import { clauses, figureRun, noneRun } from './figure-sentence.ts'
import type { ReportFacts } from './report-facts.ts'
import { paragraph, plain, present, quote, some, text } from './report-words.ts'

export function studyBlocks(figures: PeriodFigures, { studyTopics }: ReportFacts): Block[] {
  const topics = studyTopics.length === 0 ? null : `围绕${some(studyTopics.map(quote), '')}主题开展学习。`
  return present([studyFigures(figures), topics === null ? null : text(topics)])
}

export function lectureBlocks(figures: PeriodFigures, facts: ReportFacts): Block[] {
  return present([lectureFigures(figures), lectureWords(facts)])
}

export function stayBlocks(figures: PeriodFigures, { stayUnits }: ReportFacts): Block[] {
  return present([stayFigures(figures), stayUnits.length === 0 ? null : text(`蹲点单位有${some(stayUnits)}。`)])
}

function studyFigures(figures: PeriodFigures): Block {
  const { study } = figures
  if (study.sessions === 0) return paragraph([plain('本期'), noneRun('未组织', 'study.sessions'), plain('学习活动。')])
  const kinds = clauses(
    figures,
    [
      ['理论学习中心组集体学习', 'study.coreGroupSessions', '场'],
      ['主题党日', 'study.partyDaySessions', '场'],
    ],
    '、',
  )
  return paragraph([
    ...clauses(figures, [['本期共组织学习活动', 'study.sessions', '场']]),
    ...(kinds.length > 0 ? [plain('，其中'), ...kinds] : []),
    ...clauses(figures, [['；参加学习', 'study.attended', '人次']]),
    plain('。'),
    ...attendanceRate(figures),
  ])
}

function attendanceRate(figures: PeriodFigures): Run[] {
  if (figures.study.attendanceRate === null) return []
  return [
    plain('按应到、实到人数均有登记的场次计算，应到'),
    figureRun(figures, 'study.ratedDue'),
    plain('人次，实到'),
    figureRun(figures, 'study.ratedAttended'),
    plain('人次，到课率为'),
    figureRun(figures, 'study.attendanceRate'),
    plain('。'),
  ]
}

function lectureFigures(figures: PeriodFigures): Block {
  const { lecture } = figures
  if (lecture.sessions === 0) return paragraph([plain('本期'), noneRun('未开展', 'lecture.sessions'), plain('宣讲。')])
  return paragraph([
    ...clauses(figures, [
      ['本期共开展宣讲', 'lecture.sessions', '场'],
      ['现场听讲', 'lecture.audienceOnSite', '人次'],
      ['线上收听收看', 'lecture.audienceOnline', '人次'],
      ['网上点击', 'lecture.clicks', '次'],
      ['现场解答职工提问', 'lecture.questionsAnswered', '个'],
    ]),
    plain('。'),
    ...coverage(figures),
  ])
}

function coverage(figures: PeriodFigures): Run[] {
  if (figures.lecture.coveredUnions === 0 || figures.lecture.coverageRate === null) return []
  return [
    plain('宣讲覆盖基层工会'),
    figureRun(figures, 'lecture.coveredUnions'),
    plain('个，占单位名册所列'),
    figureRun(figures, 'lecture.baseUnions'),
    plain('个基层工会的'),
    figureRun(figures, 'lecture.coverageRate'),
    plain('。'),
  ]
}

function lectureWords({ speakerKinds, venueTypes, lectureTopics }: ReportFacts): Block | null {
  if (lectureTopics.length === 0) return null
  const speakers = speakerKinds.length > 0 ? `由${some(speakerKinds)}担任宣讲人，` : ''
  const venues = venueTypes.length > 0 ? `宣讲地点有${some(venueTypes)}，` : ''
  return text(`${speakers}${venues}宣讲主题有${some(lectureTopics.map(quote), '')}。`)
}

function stayFigures(figures: PeriodFigures): Block {
  const { stay } = figures
  const going = clauses(figures, [['另有', 'stay.continuing', '批次蹲点跨期进行，待结束后统计。']])
  if (stay.stays === 0) {
    const none = noneRun(stay.continuing === 0 ? '未安排' : '没有结束的', 'stay.stays')
    return paragraph([plain('本期'), none, plain('蹲点。'), ...going])
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
