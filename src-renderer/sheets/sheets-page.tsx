/** 统计表: the three sheets of a period on the screen, each or all as XLSX. */
import { DownloadOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Tabs } from 'antd'
import { periodWords } from '../../src-shared/chinese.ts'
import { quarterOf } from '../../src-shared/periods.ts'
import type { SheetKind } from '../../src-shared/statistics.ts'
import { useBackend } from '../api.ts'
import { Page } from '../components/page.tsx'
import { PeriodPicker } from '../components/period-picker.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAddress } from '../components/use-address.ts'
import { useDelivery } from '../components/use-delivery.tsx'
import { useLongJob } from '../components/use-long-job.tsx'
import { useShell } from '../components/use-shell.ts'
import { SheetView } from './sheet-view.tsx'

export function SheetsPage() {
  const { client, queries } = useBackend()
  const { today } = useShell()
  const { words, change, period: chosen, changePeriod } = useAddress()
  const period = chosen ?? quarterOf(today)
  const deliver = useDelivery()
  const query = useQuery(queries.sheets.show.queryOptions({ input: period, placeholderData: keepPreviousData }))
  const writing = useLongJob({
    call: (kind: SheetKind | 'all', jobId) =>
      client.sheets.write({ ...(kind !== 'all' && { kinds: [kind] }), period, jobId }),
    onDone: (delivery) => deliver(delivery, '统计表'),
  })
  const hasCharts = words.has('chart')
  const sheets = query.data ?? []
  const shown = sheets.find(({ kind }) => kind === words.get('sheet')) ?? sheets[0]
  return (
    <Page
      title="统计表"
      hint={`统计期：${periodWords(period)}`}
      actions={
        <>
          <Button
            disabled={!shown || writing.isRunning}
            onClick={() => shown && shown.kind !== 'cross' && writing.start(shown.kind)}
          >
            导出本表
          </Button>
          <Button
            type="primary"
            icon={<DownloadOutlined />}
            disabled={writing.isRunning}
            onClick={() => writing.start('all')}
          >
            导出全部三张表（XLSX）
          </Button>
        </>
      }
    >
      <div className="filter">
        <PeriodPicker today={today} value={period} onChange={changePeriod} />
        <Checkbox checked={hasCharts} onChange={() => change({ chart: hasCharts ? null : 1 }, { replace: true })}>
          表旁附图
        </Checkbox>
      </div>
      {writing.progress}
      {query.error ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      {shown ? (
        <Tabs
          activeKey={shown.kind}
          onChange={(kind) => change({ sheet: kind }, { replace: true })}
          items={sheets.map((sheet) => ({
            key: sheet.kind,
            label: sheet.title,
            children: <SheetView sheet={sheet} hasCharts={hasCharts} />,
          }))}
        />
      ) : (
        <div className="list-wait" aria-busy={query.isFetching} />
      )}
    </Page>
  )
}
