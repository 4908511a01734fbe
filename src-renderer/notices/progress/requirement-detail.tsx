/** What is behind the progress of one requirement (进度明细): figures apart, each of those it is asked of, its records. */
import type { AnswerFigures, RequirementProgress } from '../../../src-shared/progress.ts'
import { formatCount } from '../../components/figure.tsx'
import { Bar } from '../state-tag.tsx'
import { MatchList } from './match-list.tsx'

type RequirementDetailProps = { readonly noticeId: string; readonly progress: RequirementProgress }

export function RequirementDetail({ noticeId, progress }: RequirementDetailProps) {
  const { requirementId, title, figures, groups, minimum, unit, remarks, evidence } = progress
  return (
    <div className="requirement-detail">
      {evidence ? <p>用什么说明：{evidence}。</p> : null}
      {figures.records > 0 ? <Figures figures={figures} /> : null}
      {groups.length > 0 ? (
        <table className="plain-table groups">
          <caption>逐个完成情况</caption>
          <thead>
            <tr>
              <th>名称</th>
              <th className="number">已做</th>
              <th className="number">至少</th>
              <th className="number">还差</th>
              <th className="bar-column">
                <span className="unseen">完成比例</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ name, done, gap }) => (
              <tr key={name}>
                <td>{name}</td>
                <td className="number">{formatCount(done)}</td>
                <td className="number">{formatCount(minimum)}</td>
                <td className={gap > 0 ? 'number to-do' : 'number'}>
                  {gap > 0 ? `${formatCount(gap)}${unit ?? ''}` : '不差'}
                </td>
                <td>
                  <Bar done={done} asked={minimum ?? 0} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {remarks.map((remark) => (
        <p key={remark} className="second">
          {remark}
        </p>
      ))}
      <MatchList noticeId={noticeId} requirementId={requirementId} title={title} />
    </div>
  )
}

/** Strata of one event: side by side, never added up; what no record states is left out. */
function Figures({ figures }: { readonly figures: AnswerFigures }) {
  const shown = [
    ['场次（条）', figures.records],
    ['学习实到人次', figures.attended],
    ['宣讲现场人次', figures.audienceOnSite],
    ['线上人次', figures.audienceOnline],
    ['点击次数', figures.clicks],
    ['覆盖基层工会（去重）', figures.coveredUnions > 0 ? figures.coveredUnions : null],
    ['在岗天数', figures.daysOnSite],
  ] as const
  return (
    <dl className="figure-line" aria-label="分项数字，互不相加">
      {shown
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figure">{formatCount(value)}</dd>
          </div>
        ))}
    </dl>
  )
}
