/** The records behind a figure (数据来源): each with its day, its name and what it adds, and the way to its form. */
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { cellText } from '../../src-shared/cell-text.ts'
import type { RecordsBehind, SheetCell, SheetColumn } from '../../src-shared/statistics.ts'
import { useBackend } from '../api.ts'
import { ProblemNote } from '../components/problem-note.tsx'
import { RecordLink, recordWord } from '../components/record-link.tsx'
import { useSheetScope } from './sheet-scope.ts'

export type Figure = {
  /** What it is: 主题党日，实到人次. */
  readonly name: string
  readonly cell: SheetCell
  readonly kind: SheetColumn['kind']
}

type BehindDrawerProps = {
  readonly figure: Figure
  /** Names the question for the cache. */
  readonly queryKey: readonly unknown[]
  readonly ask: () => Promise<RecordsBehind>
  readonly onClose: () => void
}

/** Listed at once; more by a press. */
const listedAtOnce = 200

export function BehindDrawer({ figure, queryKey, ask, onClose }: BehindDrawerProps) {
  const { data, error, refetch } = useQuery({ queryKey: ['behind', ...queryKey], queryFn: ask })
  return (
    <Drawer open title={figure.name} onClose={onClose} size="min(720px, 100vw)" push={false}>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data ? <Behind figure={figure} behind={data} /> : <div className="list-wait" aria-busy={!error} />}
    </Drawer>
  )
}

function Behind({ figure, behind }: { readonly figure: Figure; readonly behind: RecordsBehind }) {
  const { client } = useBackend()
  const scope = useSheetScope()
  const [listed, setListed] = useState(listedAtOnce)
  const { kind, ids, values } = behind
  const shown = ids.slice(0, listed)
  const { data, error, refetch } = useQuery({
    queryKey: ['names of records', kind, shown, scope],
    queryFn: () => client.sheets.nameRecords({ kind, ids: [...shown], ...scope }),
    placeholderData: (previous) => previous,
  })
  return (
    <>
      <p className="behind-sum">
        共{ids.length}条{values ? `，合计${cellText(figure.cell, figure.kind)}` : ''}
        {figure.kind === 'rate' ? '，由这些记录算得' : ''}。
      </p>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      <table className="behind-table" aria-label="有关记录" aria-busy={!data && !error}>
        <thead>
          <tr>
            <th scope="col">{kind === 'grassrootsUnion' ? '乡镇（街道、园区）' : '日期'}</th>
            <th scope="col">{recordWord(kind)}</th>
            {values ? (
              <th scope="col" className="number">
                计入
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {data?.map(({ id, date, title }, index) => (
            <tr key={id}>
              <td className="figure short">{date}</td>
              <td>
                {scope.scope ? (
                  <Link to={`/upper/record/${kind}/${id}`}>{title}</Link>
                ) : (
                  <RecordLink kind={kind} id={id}>
                    {title}
                  </RecordLink>
                )}
              </td>
              {values ? <td className="number figure">{cellText(values[index] ?? null, figure.kind)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
      {ids.length > listed ? (
        <Button onClick={() => setListed(listed + listedAtOnce)}>
          再列{Math.min(listedAtOnce, ids.length - listed)}条
        </Button>
      ) : null}
    </>
  )
}
