/** The records of one office behind a figure (数据来源): each leads to its content, its bundle and its signer. */
import { useQuery } from '@tanstack/react-query'
import { Drawer } from 'antd'
import { Link } from 'react-router'
import { figureName } from '../../src-shared/figure-words.ts'
import type { Period } from '../../src-shared/period.ts'
import type { PeriodFigureKey } from '../../src-shared/statistics.ts'
import { useBackend } from '../api.ts'
import { ProblemNote } from '../components/problem-note.tsx'
import { recordWord } from '../components/record-link.tsx'

export type OpenFigure = { readonly officeId: string; readonly name: string; readonly figure: PeriodFigureKey }

type RecordsDrawerProps = { readonly open: OpenFigure; readonly period: Period; readonly onClose: () => void }

export function RecordsDrawer({ open: { officeId, name, figure }, period, onClose }: RecordsDrawerProps) {
  const { queries } = useBackend()
  const { data, error, refetch } = useQuery(queries.upper.records.queryOptions({ input: { officeId, figure, period } }))
  return (
    <Drawer open title={`${name}，${figureName(figure)}`} onClose={onClose} size="min(720px, 100vw)" push={false}>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <>
          <p>
            由{data.count}条记录得出{data.count > data.records.length ? `，列出前${data.records.length}条` : ''}。
          </p>
          <table className="upper-records" aria-label="有关记录">
            <thead>
              <tr>
                <th scope="col">日期</th>
                <th scope="col">{recordWord(data.kind)}</th>
              </tr>
            </thead>
            <tbody>
              {data.records.map(({ id, date, title }) => (
                <tr key={id}>
                  <td className="figure">{date || '—'}</td>
                  <td>
                    <Link to={`/upper/record/${data.kind}/${id}`}>{title}</Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : (
        <div className="list-wait" aria-busy={!error} />
      )}
    </Drawer>
  )
}
