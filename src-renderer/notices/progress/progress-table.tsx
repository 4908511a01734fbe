/** Progress of each requirement in a line (进度表), which opens to what is behind it. */
import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Fragment } from 'react'
import { Link } from 'react-router'
import type { RequirementProgress } from '../../../src-shared/progress.ts'
import { formatCount } from '../../components/figure.tsx'
import { minimumWords, recordPages } from '../notice-words.ts'
import { Bar, StateTag } from '../state-tag.tsx'
import { RequirementDetail } from './requirement-detail.tsx'

type ProgressTableProps = {
  readonly noticeId: string
  readonly requirements: readonly RequirementProgress[]
  readonly opened: ReadonlySet<string>
  readonly onToggle: (id: string, is: boolean) => void
}

export function ProgressTable({ noticeId, requirements, opened, onToggle }: ProgressTableProps) {
  return (
    <div className="table-scroll">
      <table className="ledger progress">
        <thead>
          <tr>
            <th className="open">
              <span className="unseen">展开</span>
            </th>
            <th className="state-column">状态</th>
            <th>要求</th>
            <th className="done">已做 / 至少</th>
            <th className="gap">还差</th>
            <th className="day">最近记录</th>
            <th className="day">期限</th>
            <th className="next">下一步</th>
          </tr>
        </thead>
        <tbody>
          {requirements.map((one) => {
            const isOpen = opened.has(one.requirementId)
            return (
              <Fragment key={one.requirementId}>
                <Line progress={one} isOpen={isOpen} onToggle={() => onToggle(one.requirementId, !isOpen)} />
                {isOpen ? (
                  <tr className="detail">
                    <td colSpan={8}>
                      <RequirementDetail noticeId={noticeId} progress={one} />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

type LineProps = { readonly progress: RequirementProgress; readonly isOpen: boolean; readonly onToggle: () => void }

function Line({ progress, isOpen, onToggle }: LineProps) {
  const { requirementId, kind, title, state, done, minimum, gap, unit, lastRecord, due, nextStep, doubtful } = progress
  return (
    <tr id={`progress-${requirementId}`}>
      <td className="open">
        <Button
          type="text"
          size="small"
          icon={isOpen ? <DownOutlined /> : <RightOutlined />}
          aria-expanded={isOpen}
          aria-label={`${title}的记录`}
          onClick={onToggle}
        />
      </td>
      <td>
        <StateTag state={state} />
      </td>
      <td>
        <span className="kind-mark">{kind}</span>
        {title}
      </td>
      <td className="figure">
        <Done {...progress} />
        {minimum === null ? null : (
          <Bar done={gap === null ? done : asked(progress) - gap} asked={asked(progress)} isMet={gap === 0} />
        )}
        {doubtful > 0 ? <div className="to-do">另有{doubtful}条待核</div> : null}
      </td>
      <td className="figure">{gap === null ? '—' : gap === 0 ? '不差' : `${formatCount(gap)}${unit ?? ''}`}</td>
      <td className="figure">
        {lastRecord ? (
          <Link className="record-link" to={`${recordPages[lastRecord.kind].page}?record=${lastRecord.id}`}>
            {lastRecord.date}
          </Link>
        ) : (
          '—'
        )}
      </td>
      <td className="figure">{due ?? '—'}</td>
      <td className="second">{nextStep}</td>
    </tr>
  )
}

function Done({ done, minimum, scope, groups, unit, confirmed, proposed }: RequirementProgress) {
  if (minimum === null) return <>{confirmed + proposed > 0 ? `${formatCount(confirmed + proposed)}条记录` : '—'}</>
  if (scope === '本单位' || scope === null)
    return (
      <>
        {formatCount(done)} / {formatCount(minimum)}
        {unit}
      </>
    )
  const met = groups.filter((group) => group.gap === 0).length
  return (
    <>
      <div>{minimumWords({ count: minimum, unit: unit ?? '', scope })}</div>
      {groups.length === 0 ? '还没有名单' : `${met} / ${groups.length}个达到`}
    </>
  )
}

/** Over all of whom it is asked. */
function asked({ minimum, groups }: RequirementProgress): number {
  return (minimum ?? 0) * Math.max(1, groups.length)
}
