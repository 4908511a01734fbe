/** 冲突: both values side by side, by whom and when; a person decides, and the other PC hears of it. */
import { useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { useBackend } from '../api.ts'
import { NothingYet } from '../components/nothing-yet.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { ConflictCard } from './conflict-card.tsx'
import './exchange.css'

export function ConflictsTab() {
  const { queries } = useBackend()
  const [withSettled, setWithSettled] = useState(false)
  const { data, error, refetch } = useQuery(queries.exchange.conflicts.queryOptions({ input: { withSettled } }))
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  return (
    <>
      <div className="exchange-act">
        <Checkbox checked={withSettled} onChange={({ target }) => setWithSettled(target.checked)}>
          连处理过的也列出
        </Checkbox>
        {data && data.length > 0 ? <span className="exchange-second">共{data.length}处</span> : null}
      </div>
      {data ? null : <div className="list-wait" aria-busy />}
      {data?.length === 0 ? (
        <NothingYet>没有冲突。两台电脑改了同一条记录的同一项时，会在这里列出两边的内容，由人决定。</NothingYet>
      ) : null}
      <ul className="conflicts">
        {data?.map((conflict) => (
          <ConflictCard key={conflict.id} conflict={conflict} />
        ))}
      </ul>
    </>
  )
}
