/** 上报: one signed file with a period's records for the superior union, and looking into such a file. */
import { useQuery } from '@tanstack/react-query'
import { Button, Table, Tooltip, Typography } from 'antd'
import type { BundleCounts, ExportedBundle } from '../../src-shared/bundles.ts'
import { periodWords } from '../../src-shared/chinese.ts'
import { quarterOf } from '../../src-shared/periods.ts'
import { useBackend } from '../api.ts'
import { Clipped } from '../components/clipped.tsx'
import { formatMoment, formatSize } from '../components/formats.ts'
import { NothingYet } from '../components/nothing-yet.tsx'
import { Page, Section } from '../components/page.tsx'
import { PeriodPicker } from '../components/period-picker.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAddress } from '../components/use-address.ts'
import { useDelivery } from '../components/use-delivery.tsx'
import { useLongJob } from '../components/use-long-job.tsx'
import { useShell } from '../components/use-shell.ts'
import { BundleInspector } from './bundle-inspector.tsx'
import { describeCounts } from './describe-counts.ts'

export function BundlesPage() {
  return (
    <Page title="上报" hint="把一个统计期的记录写成一个有签名的文件（上报包），交给上级工会。">
      <BundleExport />
      <Section title="查验上报包">
        <BundleInspector />
      </Section>
      <Section title="导出过的上报包">
        <ExportedBundles />
      </Section>
    </Page>
  )
}

function BundleExport() {
  const { client, queries } = useBackend()
  const { today } = useShell()
  const { period: chosen, changePeriod } = useAddress()
  const period = chosen ?? quarterOf(today)
  const deliver = useDelivery()
  const key = useQuery(queries.bundles.key.queryOptions())
  const exporting = useLongJob({
    call: (_: undefined, jobId) => client.bundles.export({ period, jobId }),
    onDone: ({ delivery, counts }) => deliver(delivery, `上报包（${describeCounts(counts)}）`),
  })
  return (
    <Section title="导出上报包">
      <div className="filter">
        <PeriodPicker today={today} value={period} onChange={changePeriod} />
        <Button type="primary" loading={exporting.isRunning} onClick={() => exporting.start(undefined)}>
          导出上报包
        </Button>
        <Typography.Text type="secondary">统计期：{periodWords(period)}</Typography.Text>
      </div>
      {exporting.progress}
      {key.data ? (
        <p className="fingerprint-line">
          本单位签名指纹
          <Tooltip title="首次上报时，在电话里与上级核对这串字符，上级即可确认文件确实来自本单位">
            <Typography.Text code copyable={{ text: key.data.fingerprint, tooltips: ['复制', '已复制'] }}>
              {key.data.fingerprint}
            </Typography.Text>
          </Tooltip>
        </p>
      ) : null}
    </Section>
  )
}

function ExportedBundles() {
  const { queries } = useBackend()
  const { data, error, refetch } = useQuery(queries.bundles.list.queryOptions())
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <div className="list-wait" />
  if (data.length === 0) return <NothingYet>还没有导出过。选好统计期，点“导出上报包”。</NothingYet>
  return (
    <Table<ExportedBundle>
      size="small"
      rowKey="bundleId"
      tableLayout="fixed"
      dataSource={[...data]}
      pagination={{ pageSize: 10, size: 'small', hideOnSinglePage: true }}
      columns={[
        { title: '序号', dataIndex: 'seq', width: 60, align: 'right', className: 'figure' },
        { title: '统计期', dataIndex: 'period', width: 168, render: periodWords },
        { title: '文件', dataIndex: 'fileName', render: (name: string) => <Clipped>{name}</Clipped> },
        {
          title: '内容',
          dataIndex: 'counts',
          render: (counts: BundleCounts) => <Clipped>{describeCounts(counts)}</Clipped>,
        },
        { title: '大小', dataIndex: 'bytes', width: 88, align: 'right', className: 'figure', render: formatSize },
        { title: '导出时间', dataIndex: 'createdAt', width: 148, className: 'figure', render: formatMoment },
      ]}
    />
  )
}
