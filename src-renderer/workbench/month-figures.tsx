/** This month's figures (本月指标) in three lines: study, lectures, stays; each leads to its records. */
import { Link } from 'react-router'
import type { Period } from '../../src-shared/period.ts'
import type { PeriodFigures } from '../../src-shared/statistics.ts'
import { formatCount, formatRate } from '../components/figure.tsx'

type Line = {
  readonly page: string
  readonly name: string
  readonly figures: readonly (readonly [label: string, value: string])[]
}

export function MonthFigures({ figures, month }: { readonly figures: PeriodFigures; readonly month: Period }) {
  return (
    <div className="month-figures">
      {linesOf(figures).map(({ page, name, figures: shown }) => (
        <div key={page} className="month-line">
          <Link className="month-name" to={`${page}?from=${month.from}&to=${month.to}`}>
            {name}
          </Link>
          <dl>
            {shown.map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="figure">{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </div>
  )
}

function linesOf({ study, lecture, stay }: PeriodFigures): readonly Line[] {
  const count = (value: number | null, unit: string) => (value === null ? '未统计' : `${formatCount(value)} ${unit}`)
  return [
    {
      page: '/studies',
      name: '学习',
      figures: [
        ['学习活动', count(study.sessions, '场')],
        ['实到', count(study.attended, '人次')],
        ['到课率', formatRate(study.attendanceRate)],
        ['中心组学习', count(study.coreGroupSessions, '场')],
        ['主题党日', count(study.partyDaySessions, '场')],
      ],
    },
    {
      page: '/lectures',
      name: '宣讲',
      figures: [
        ['宣讲', count(lecture.sessions, '场')],
        ['现场', count(lecture.audienceOnSite, '人次')],
        ['线上', count(lecture.audienceOnline, '人次')],
        ['覆盖基层工会', `${formatCount(lecture.coveredUnions)} / ${formatCount(lecture.baseUnions)} 个`],
        ['覆盖率', formatRate(lecture.coverageRate)],
      ],
    },
    {
      page: '/stays',
      name: '蹲点',
      figures: [
        ['蹲点', count(stay.stays, '次')],
        ['在岗', count(stay.daysOnSite, '天')],
        ['走访', count(stay.visits, '家')],
        ['问题办结', `${formatCount(stay.problemsSolved)} / ${formatCount(stay.problems)} 个`],
        ['办实事', count(stay.deeds, '件')],
      ],
    },
  ]
}
