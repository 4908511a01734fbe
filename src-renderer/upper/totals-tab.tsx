/** 汇总: figures of every office with the subtotals of the tree; each number leads to the records behind it. */
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { quarterOf } from '../../src-shared/periods.ts'
import { useBackend } from '../api.ts'
import { FormerAnswer } from '../components/former-answer.tsx'
import { PeriodPicker } from '../components/period-picker.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAction } from '../components/use-action.ts'
import { useAddress } from '../components/use-address.ts'
import { useDelivery } from '../components/use-delivery.tsx'
import { useLongJob } from '../components/use-long-job.tsx'
import { useLongQuery } from '../components/use-long-query.tsx'
import { useShell } from '../components/use-shell.ts'
import { figureGroups, figuresOf } from './figure-words.ts'
import { NoOffices } from './no-offices.tsx'
import { type OpenFigure, RecordsDrawer } from './records-drawer.tsx'
import { TotalsTable } from './totals-table.tsx'

export function TotalsTab() {
  const { client, queries } = useBackend()
  const { today } = useShell()
  const { words, change, period: chosen, changePeriod } = useAddress()
  const navigate = useNavigate()
  const deliver = useDelivery()
  const [open, setOpen] = useState<OpenFigure | null>(null)
  const period = chosen ?? quarterOf(today)
  const group = figureGroups.find(({ key }) => key === words.get('group')) ?? figureGroups[0]
  const withOwn = words.get('own') !== 'no'
  const offices = useQuery(queries.upper.offices.queryOptions())
  const { data, error, refetch, isPlaceholderData, progress } = useLongQuery({
    queryKey: queries.upper.totals.queryKey({ input: { period, withOwn } }),
    ask: (jobId) => client.upper.totals({ period, withOwn, jobId }),
  })
  const writing = useLongJob({
    call: (_: null, jobId) => client.upper.sheet({ period, jobId }),
    onDone: (delivery) => deliver(delivery, '汇总表'),
  })
  const drafting = useAction({
    call: () => client.upper.report({ period }),
    onDone: ({ documentId }) => void navigate(`/documents/${documentId}`),
  })
  if (offices.data?.length === 0) return <NoOffices />
  const span = `from=${period.from}&to=${period.to}`
  return (
    <>
      <div className="filter">
        <PeriodPicker today={today} value={period} onChange={changePeriod} />
        <Select
          aria-label="哪类指标"
          value={group.key}
          options={figureGroups.map(({ key, label }) => ({ value: key, label }))}
          onChange={(key) => change({ group: key }, { replace: true })}
        />
        <Checkbox checked={withOwn} onChange={() => change({ own: withOwn ? 'no' : null }, { replace: true })}>
          含本单位自己的记录
        </Checkbox>
        <div className="filter-end">
          <Link to={`/sheets?scope=received&${span}`}>
            <Button>全部统计表和交叉表</Button>
          </Link>
          <Button disabled={writing.isRunning} onClick={() => writing.start(null)}>
            导出汇总表（XLSX）
          </Button>
          <Button type="primary" loading={drafting.isPending} onClick={() => drafting.mutate()}>
            起草汇总报告
          </Button>
        </div>
      </div>
      {writing.progress}
      {progress}
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <FormerAnswer isFormer={isPlaceholderData}>
          <TotalsTable totals={data} figures={figuresOf(group.key)} onOpen={setOpen} />
        </FormerAnswer>
      ) : (
        <div className="list-wait" aria-busy={!error} />
      )}
      {open ? <RecordsDrawer open={open} period={period} onClose={() => setOpen(null)} /> : null}
    </>
  )
}
