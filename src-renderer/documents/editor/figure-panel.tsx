/** Behind a number (数字溯源): what it counts, what it is now, and the records that it was counted from. */
import { CloseOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { periodWords } from '../../../src-shared/chinese.ts'
import { meaningOfFigure } from '../../../src-shared/figure-meanings.ts'
import type { Period } from '../../../src-shared/period.ts'
import type { TracedFigure } from '../../../src-shared/replies.ts'
import type { FigureKey } from '../../../src-shared/statistics.ts'
import { useBackend } from '../../api.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { RecordLink, recordWord } from '../../components/record-link.tsx'

type FigurePanelProps = {
  readonly documentId: string
  readonly period: Period
  readonly figure: FigureKey
  readonly onClose: () => void
}

export function FigurePanel({ documentId, period, figure, onClose }: FigurePanelProps) {
  const { queries } = useBackend()
  const { data, error, refetch } = useQuery(queries.documents.trace.queryOptions({ input: { id: documentId } }))
  const traced = data?.find((one) => one.figure === figure)
  return (
    <aside className="figure-panel" aria-label="数字溯源">
      <div className="figure-panel-head">
        <h2>数字溯源</h2>
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label="关闭数字溯源" onClick={onClose} />
      </div>
      <p>{traced?.meaning ?? meaningOfFigure(figure).words}</p>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data && !traced ? <p className="second">这个数字还没有随公文保存，保存后可查看它的记录。</p> : null}
      {traced ? <Traced traced={traced} period={period} /> : null}
    </aside>
  )
}

function Traced({ traced, period }: { readonly traced: TracedFigure; readonly period: Period }) {
  const { text, value, unit, isStale, records, recordIds } = traced
  return (
    <>
      <dl className="figure-facts">
        <dt>统计期</dt>
        <dd>{periodWords(period)}</dd>
        <dt>公文所写</dt>
        <dd>
          {text}
          {/^[\d.]+$/u.test(text) ? unit : ''}
        </dd>
        <dt>现在的数</dt>
        <dd>{value === null ? '没有记录填写' : `${value}${unit}`}</dd>
        <dt>与台账</dt>
        <dd className={isStale ? 'to-do' : undefined}>{isStale ? '不一致，请重新取数' : '一致'}</dd>
      </dl>
      <h3>由{recordIds.length}条记录得出</h3>
      <ul className="figure-records" aria-label="有关记录">
        {records.map(({ kind, id, date, title }) => (
          <li key={id}>
            <span className="second">{date || recordWord(kind)}</span>{' '}
            <RecordLink kind={kind} id={id}>
              {title}
            </RecordLink>
          </li>
        ))}
      </ul>
      {recordIds.length > records.length ? <p className="second">只列前{records.length}条。</p> : null}
    </>
  )
}
