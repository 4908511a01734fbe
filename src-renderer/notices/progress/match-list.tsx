/** Records that answer a requirement, or may (印证清单): each with its reason, adopted or refused by the clerk. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { AnswerState, Match } from '../../../src-shared/notices.ts'
import { useBackend } from '../../api.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { useAction } from '../../components/use-action.ts'
import { recordPages } from '../notice-words.ts'
import { RecordPicker } from './record-picker.tsx'

type MatchListProps = { readonly noticeId: string; readonly requirementId: string; readonly title: string }

const shownAtFirst = 10
/** Proposals of each register that are listed, the newest; all of them count. */
const mostProposals = 200

export function MatchList({ noticeId, requirementId, title }: MatchListProps) {
  const { queries } = useBackend()
  const [isWhole, setWhole] = useState(false)
  const [isPicking, setPicking] = useState(false)
  const { data, error, refetch } = useQuery(
    queries.notices.matches.queryOptions({ input: { id: noticeId, requirementId, limit: mostProposals } }),
  )
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <div className="list-wait" aria-busy />
  const shown = isWhole ? data : data.slice(0, shownAtFirst)
  return (
    <>
      {data.length === 0 ? (
        <p className="second">还没有记录对得上这条要求。登记了相应的记录，会自动列在这里。</p>
      ) : (
        <table className="plain-table matches" aria-label={`${title}的记录`}>
          <thead>
            <tr>
              <th className="day">日期</th>
              <th className="kind">台账</th>
              <th className="record-name">记录</th>
              <th>为什么</th>
              <th className="counts">计入</th>
              <th className="decide">决定</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((match) => (
              <MatchRow key={`${match.recordKind} ${match.recordId}`} match={match} />
            ))}
          </tbody>
        </table>
      )}
      <div className="match-foot">
        {data.length > shown.length ? (
          <Button size="small" onClick={() => setWhole(true)}>
            {data.length >= mostProposals ? `显示最近的${data.length}条（其余的也计入）` : `显示全部${data.length}条`}
          </Button>
        ) : null}
        <Button size="small" aria-label={`为${title}另选记录`} onClick={() => setPicking(true)}>
          另选记录…
        </Button>
      </div>
      {isPicking ? (
        <RecordPicker
          requirementId={requirementId}
          listed={new Set(data.map(({ recordKind, recordId }) => `${recordKind} ${recordId}`))}
          onClose={() => setPicking(false)}
        />
      ) : null}
    </>
  )
}

function MatchRow({ match }: { readonly match: Match }) {
  const { client } = useBackend()
  const { requirementId, recordKind, recordId, date, title, state, counts, why } = match
  const answering = useAction({
    call: (said: AnswerState | null) => client.answers.set({ requirementId, recordKind, recordId, state: said }),
    done: (_, said) => (said === null ? '已改回由规则判定' : said === '采用' ? '已采用这条记录' : '这条记录不计入'),
  })
  const { word, page } = recordPages[recordKind]
  const button = (said: AnswerState) => (
    <Button
      type="text"
      size="small"
      aria-label={`${said}${title}`}
      disabled={answering.isPending}
      onClick={() => answering.mutate(said)}
    >
      {said}
    </Button>
  )
  return (
    <tr className={state === '不采用' ? 'set-aside' : ''}>
      <td className="figure">{date}</td>
      <td>{word}</td>
      <td>
        <Link className="record-link" to={`${page}?record=${recordId}`}>
          {title}
        </Link>
      </td>
      <td className="second">{why}</td>
      <td>{counts ? '计入' : state === null ? <span className="to-do">待核</span> : '不计入'}</td>
      <td>
        <div className="row-actions">
          {state === null ? (
            <>
              {button('采用')}
              {button('不采用')}
            </>
          ) : (
            <>
              <span className="decided">{state === '采用' ? '已采用' : '未采用'}</span>
              <Button
                type="text"
                size="small"
                aria-label={`撤回对${title}的决定`}
                disabled={answering.isPending}
                onClick={() => answering.mutate(null)}
              >
                撤回
              </Button>
            </>
          )}
        </div>
      </td>
    </tr>
  )
}
