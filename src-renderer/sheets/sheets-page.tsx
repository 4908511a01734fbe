/** 统计表: the sheets of a period and the cross-table, each on its tab; all of them as one XLSX. */
import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Tabs } from 'antd'
import { periodWords } from '../../src-shared/chinese.ts'
import { quarterOf } from '../../src-shared/periods.ts'
import type { AnySheetKind } from '../../src-shared/statistics.ts'
import { useBackend } from '../api.ts'
import { Page } from '../components/page.tsx'
import { PeriodPicker } from '../components/period-picker.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAddress } from '../components/use-address.ts'
import { useDelivery } from '../components/use-delivery.tsx'
import { useLongJob } from '../components/use-long-job.tsx'
import { useShell } from '../components/use-shell.ts'
import { ViewsMenu } from '../views/views-menu.tsx'
import { CrossTab } from './cross-tab.tsx'
import { shortNames } from './sheet-names.ts'
import { SheetScopeContext, scopeIn } from './sheet-scope.ts'
import { SheetTab } from './sheet-tab.tsx'
import './charts.css'
import './sheets.css'
import './sheets-print.css'

const crossKey = 'cross'

export function SheetsPage() {
  const { client, queries } = useBackend()
  const { today } = useShell()
  const { words, change, period: chosen, changePeriod } = useAddress()
  const period = chosen ?? quarterOf(today)
  const scope = scopeIn(words)
  const deliver = useDelivery()
  const { data, error, refetch } = useQuery(queries.sheets.list.queryOptions())
  const writing = useLongJob({
    call: (kinds: readonly AnySheetKind[], jobId) =>
      client.sheets.write({ kinds: [...kinds], period, ...(scope && { scope }), jobId }),
    onDone: (delivery) => deliver(delivery, '统计表'),
  })
  const own: readonly AnySheetKind[] = data?.map(({ kind }) => kind) ?? []
  const kinds = scope && own.length > 0 ? (['offices', ...own] as const) : own
  const asked = words.get('sheet')
  const shown = asked === crossKey ? crossKey : (kinds.find((kind) => kind === asked) ?? kinds[0])
  return (
    <Page
      title={scope ? '统计表（下级上报汇总）' : '统计表'}
      hint={`统计期：${periodWords(period)}。带虚线的数字点开，可看由哪些记录得出。`}
      actions={
        <Button
          type="primary"
          icon={<DownloadOutlined />}
          disabled={writing.isRunning || kinds.length === 0}
          onClick={() => writing.start(kinds)}
        >
          导出全部统计表（XLSX）
        </Button>
      }
    >
      <div className="filter sheet-screen">
        <PeriodPicker today={today} value={period} onChange={changePeriod} />
        <ViewsMenu />
      </div>
      {writing.progress}
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {shown ? (
        <SheetScopeContext value={scope}>
          <Tabs
            className="sheet-tabs"
            activeKey={shown}
            onChange={(kind) => change({ sheet: kind, at: null }, { replace: true })}
            destroyOnHidden
            items={[
              ...kinds.map((kind) => ({
                key: kind as string,
                label: shortNames[kind],
                children: <SheetTab kind={kind} period={period} />,
              })),
              { key: crossKey, label: '交叉表', children: <CrossTab period={period} /> },
            ]}
          />
        </SheetScopeContext>
      ) : (
        <div className="list-wait" aria-busy={!error} />
      )}
    </Page>
  )
}
