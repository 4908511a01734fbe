/** 工作情况汇总表: the main figures of all sheets, this period beside the last and that of a year ago. */
import { chineseDate } from '../../src-shared/chinese.ts'
import { comparedPeriod } from '../../src-shared/compared-periods.ts'
import { comparisons } from '../../src-shared/cross-tables.ts'
import type { Period } from '../../src-shared/period.ts'
import { type RecordKind, recordKindNames } from '../../src-shared/record-kinds.ts'
import type { PeriodFigureKey, PeriodFigures, SheetCell, SheetColumn } from '../../src-shared/statistics.ts'
import { kindBehind, recordsBehind } from './figure-records.ts'
import { figuresOfKind } from './figures.ts'
import { recordsOfGroup } from './group-records.ts'
import { coverageMeaning } from './lecture-sheet.ts'
import { makeBlock } from './make-block.ts'
import type { BlockMaker, SheetMaker } from './sheet-maker.ts'

/** `counts` is the same as one count of the records, which knows what each of them adds. */
type FigureColumn = SheetColumn & { readonly figure: PeriodFigureKey; readonly counts?: string }

const count = (title: string, figure: PeriodFigureKey, counts?: string): FigureColumn => ({
  title,
  width: 8,
  kind: 'count',
  figure,
  ...(counts !== undefined && { counts }),
})

const figures: Readonly<Record<RecordKind, readonly FigureColumn[]>> = {
  study: [
    count('场次', 'study.sessions'),
    count('中心组学习', 'study.coreGroupSessions'),
    count('主题党日', 'study.partyDaySessions'),
    count('实到人次', 'study.attended', 'attended'),
    count('计率应到人次', 'study.ratedDue', 'ratedDue'),
    count('计率实到人次', 'study.ratedAttended', 'ratedAttended'),
    { title: '到课率', width: 9, kind: 'rate', ratioOf: [6, 5], figure: 'study.attendanceRate' },
  ],
  lecture: [
    count('场次', 'lecture.sessions'),
    count('现场人次', 'lecture.audienceOnSite', 'onSite'),
    count('线上人次', 'lecture.audienceOnline', 'online'),
    count('点击次数', 'lecture.clicks', 'clicks'),
    count('解答问题数', 'lecture.questionsAnswered', 'questions'),
    count('应覆盖单位数', 'lecture.baseUnions'),
    { ...count('覆盖单位数（去重）', 'lecture.coveredUnions'), width: 11 },
    { title: '覆盖率', width: 9, kind: 'rate', ratioOf: [7, 6], figure: 'lecture.coverageRate' },
  ],
  stay: [
    count('蹲点次数', 'stay.stays'),
    count('干部人次', 'stay.cadres', 'cadres'),
    count('在岗天数', 'stay.daysOnSite', 'days'),
    count('走访家数', 'stay.visits', 'visits'),
    count('访谈人次', 'stay.talks', 'talks'),
    count('座谈场次', 'stay.meetings', 'meetings'),
    count('宣讲场次', 'stay.lectures'),
    count('意见建议', 'stay.suggestions', 'suggestions'),
    count('问题数', 'stay.problems', 'problems'),
    count('已办结', 'stay.problemsSolved', 'solved'),
    count('办实事', 'stay.deeds', 'deeds'),
    count('新建工会', 'stay.unionsFounded', 'unionsFounded'),
    count('发展会员', 'stay.membersJoined', 'membersJoined'),
    count('慰问人次', 'stay.consolationPeople', 'consolationPeople'),
    { title: '慰问金额（元）', width: 12, kind: 'yuan', figure: 'stay.consolationYuan', counts: 'consolationYuan' },
  ],
  activity: [
    count('宣传', 'activity.publicity'),
    count('文化', 'activity.culture'),
    count('研究', 'activity.research'),
    count('典型', 'activity.models'),
    count('参加人次', 'activity.participants', 'participants'),
  ],
}

/** The row that the sheet is about, and those beside it. */
const now = '本期'
const periodsOf = (period: Period): readonly (readonly [name: string, period: Period])[] => [
  [now, period],
  [comparisons.last, comparedPeriod(period, 'last')],
  [comparisons.year, comparedPeriod(period, 'year')],
]

function figuresBlock(kind: RecordKind, caption: string): BlockMaker {
  const columns: readonly SheetColumn[] = [
    { title: '期间', width: 12, kind: 'text' },
    ...figures[kind].map(({ figure: _, counts: __, ...column }) => column),
  ]
  return {
    async draw(db, { period }) {
      const rows: SheetCell[][] = []
      for (const [name, of] of periodsOf(period)) {
        const group = (await figuresOfKind(db, kind, of)) as PeriodFigures[RecordKind] & Record<string, number | null>
        rows.push([name, ...figures[kind].map(({ figure }) => group[figure.split('.')[1] ?? ''] ?? null)])
      }
      const block = makeBlock(columns, rows, { caption })
      // Periods are no parts of a whole.
      return { ...block, total: null }
    },
    async behind(db, { period }, { row, column }) {
      const { figure, counts } = figures[kind][column - 1] ?? {}
      const of = periodsOf(period).find(([name]) => name === row)?.[1]
      if (figure === undefined || of === undefined) return undefined
      if (counts !== undefined)
        return await recordsOfGroup(
          db,
          { kind, period: of, rows: null, columns: null, count: counts },
          { row: null, column: null },
        )
      return { kind: kindBehind(figure), ids: await recordsBehind(db, figure, of) }
    },
  }
}

export const summarySheet: SheetMaker = {
  blocks: [
    figuresBlock('study', `一、${recordKindNames.study}`),
    figuresBlock('lecture', `二、${recordKindNames.lecture}`),
    figuresBlock('stay', `三、${recordKindNames.stay}`),
    figuresBlock('activity', `四、${recordKindNames.activity}`),
  ],
  notes: (_db, { period, today }) => [
    ...periodsOf(period)
      .slice(1)
      .map(([name, { from, to }]) => `${name}：${chineseDate(from)}至${chineseDate(to)}。`),
    coverageMeaning({ period, today }),
    '人次累计计算，不是人数；现场人次、线上人次、点击次数互不相加；空白表示未统计，不等于0。',
  ],
}
