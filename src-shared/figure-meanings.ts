/** What each figure (指标) is, how it is counted and in which unit: shown where a number is pointed at, and in a trace. */
import type { FigureKey, PeriodFigureKey } from './statistics.ts'

type Meaning = { readonly words: string; readonly unit: string }

const meanings: Readonly<Record<PeriodFigureKey, Meaning>> = {
  'study.sessions': { words: '学习场次：日期在统计期内的学习活动', unit: '场' },
  'study.attended': { words: '实到人次：各场实到人数累计，不是人数', unit: '人次' },
  'study.ratedDue': { words: '应到人次：应到、实到都填了的场次', unit: '人次' },
  'study.ratedAttended': { words: '实到人次：应到、实到都填了的场次', unit: '人次' },
  'study.attendanceRate': { words: '到课率：实到÷应到，只算两项都填了的场次', unit: '%' },
  'study.coreGroupSessions': { words: '理论学习中心组集体学习场次', unit: '场' },
  'study.partyDaySessions': { words: '主题党日场次', unit: '场' },
  'lecture.sessions': { words: '宣讲场次：日期在统计期内的宣讲，一场多种方式只算一场', unit: '场' },
  'lecture.audienceOnSite': { words: '现场人次：各场累计，不与线上相加', unit: '人次' },
  'lecture.audienceOnline': { words: '线上人次：各场累计，不与现场相加', unit: '人次' },
  'lecture.clicks': { words: '点击次数：与人次分开统计', unit: '次' },
  'lecture.questionsAnswered': { words: '解答职工提问数', unit: '个' },
  'lecture.coveredUnions': { words: '覆盖基层工会数：统计期内至少听过一次宣讲的单位，去重', unit: '个' },
  'lecture.baseUnions': { words: '应覆盖基层工会数：单位名册中的单位', unit: '个' },
  'lecture.coverageRate': { words: '覆盖率：覆盖基层工会数÷应覆盖基层工会数', unit: '%' },
  'stay.stays': { words: '蹲点次数：截止日期在统计期内的蹲点', unit: '批次' },
  'stay.continuing': { words: '统计期末仍在进行的蹲点，不计入本期', unit: '批次' },
  'stay.cadres': { words: '蹲点干部人次：各次蹲点的干部累计', unit: '人次' },
  'stay.daysOnSite': { words: '在岗天数：各次蹲点累计', unit: '天' },
  'stay.visits': { words: '走访家数：各次蹲点累计', unit: '家' },
  'stay.talks': { words: '访谈人次：各次蹲点累计', unit: '人次' },
  'stay.meetings': { words: '座谈场数：各次蹲点累计', unit: '场' },
  'stay.lectures': { words: '这些蹲点期间开展的宣讲', unit: '场' },
  'stay.suggestions': { words: '收集意见建议条数', unit: '条' },
  'stay.problems': { words: '登记的问题数', unit: '个' },
  'stay.problemsSolved': { words: '已办结或在跟踪回访的问题数', unit: '个' },
  'stay.deeds': { words: '办实事件数', unit: '件' },
  'stay.unionsFounded': { words: '新建工会个数', unit: '个' },
  'stay.membersJoined': { words: '发展会员人数', unit: '人' },
  'stay.consolationPeople': { words: '慰问人次', unit: '人次' },
  'stay.consolationYuan': { words: '慰问金额（元）', unit: '元' },
  'activity.publicity': { words: '宣传记录数：日期在统计期内的宣传报道', unit: '条' },
  'activity.culture': { words: '文化活动记录数：日期在统计期内的文化活动', unit: '项' },
  'activity.research': { words: '研究记录数：日期在统计期内的课题、研讨等', unit: '项' },
  'activity.models': { words: '典型记录数：日期在统计期内的先进典型', unit: '个' },
  'activity.participants': { words: '宣传文化活动参加人次：各项累计，不是人数', unit: '人次' },
}

export const periodFigures = Object.keys(meanings) as readonly PeriodFigureKey[]

/** Of a requirement's figure the unit is that of its minimum, which only the requirement knows. */
export function meaningOfFigure(figure: FigureKey): Meaning {
  return isPeriodFigure(figure)
    ? meanings[figure]
    : { words: '要求完成数：在报告期内、对这项要求算数的记录，按要求的单位计', unit: '' }
}

export function isPeriodFigure(figure: FigureKey): figure is PeriodFigureKey {
  return figure in meanings
}
