/** 已导出: every bundle that went out, what it carried, and what the level above has said about it. */
import { useQuery } from '@tanstack/react-query'
import { Button, Table, Tag, Tooltip } from 'antd'
import { Link, useNavigate } from 'react-router'
import { periodWords } from '../../src-shared/chinese.ts'
import { describeRows } from '../../src-shared/report-words.ts'
import type { ExportedReport, ReportReceipt } from '../../src-shared/reports.ts'
import { useBackend } from '../api.ts'
import { Clipped } from '../components/clipped.tsx'
import { formatMoment, formatSize } from '../components/formats.ts'
import { NothingYet } from '../components/nothing-yet.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { CoverButtons } from './export-done.tsx'

const receiptColours = { 未收到回执: 'default', 技术回执: 'blue', 业务回执: 'green' } as const satisfies Record<
  ReportReceipt,
  string
>

export function ExportedTab() {
  const { queries } = useBackend()
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(queries.bundles.list.queryOptions())
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <div className="list-wait" aria-busy />
  if (data.length === 0)
    return (
      <NothingYet
        action={
          <Link to="/bundles/export">
            <Button type="primary">去导出</Button>
          </Link>
        }
      >
        还没有导出过上报包。
      </NothingYet>
    )
  return (
    <Table<ExportedReport>
      size="small"
      rowKey="bundleId"
      tableLayout="fixed"
      dataSource={[...data]}
      pagination={{ pageSize: 10, size: 'small', hideOnSinglePage: true }}
      expandable={{ expandedRowRender: (report) => <ReportDetail report={report} /> }}
      columns={[
        { title: '序号', dataIndex: 'seq', width: 60, align: 'right', className: 'figure' },
        {
          title: '统计期',
          dataIndex: 'period',
          width: 176,
          render: (period) => <Clipped>{periodWords(period)}</Clipped>,
        },
        { title: '报给', dataIndex: 'recipient', width: 128, render: (name: string) => <Clipped>{name}</Clipped> },
        {
          title: '内容',
          key: 'rows',
          render: (_, { rows, isFull }) => <Clipped>{`${isFull ? '全部：' : '改动：'}${describeRows(rows)}`}</Clipped>,
        },
        { title: '大小', dataIndex: 'bytes', width: 84, align: 'right', className: 'figure', render: formatSize },
        { title: '导出时间', dataIndex: 'createdAt', width: 142, className: 'figure', render: formatMoment },
        {
          title: '回执',
          dataIndex: 'receipt',
          width: 108,
          render: (receipt: ReportReceipt) => <Tag color={receiptColours[receipt]}>{receipt}</Tag>,
        },
        {
          title: '操作',
          key: 'again',
          width: 92,
          render: (_, report) => (
            <Tooltip title="按同样的统计期和通知，把现在的记录再导出一次">
              <Button type="link" size="small" onClick={() => void navigate(againAddress(report))}>
                再导出
              </Button>
            </Tooltip>
          ),
        },
      ]}
    />
  )
}

function ReportDetail({ report }: { readonly report: ExportedReport }) {
  const { notice, files, attachments, declaredEmpty, correction, hasCover, bundleId } = report
  return (
    <div className="bundle-detail">
      {notice ? <p>{`对应通知：${notice.number} ${notice.title}`}</p> : null}
      {correction === '' ? null : <p>更正原因：{correction}</p>}
      {declaredEmpty.map(({ what, reason }) => (
        <p key={what}>{`零报告（${what}）：${reason}`}</p>
      ))}
      <p>{attachments === 0 ? '没有带佐证文件' : `带佐证文件${attachments}个`}</p>
      <ul className="bundle-files">
        {files.map(({ name, bytes, sha256 }) => (
          <li key={name}>
            <span>{name}</span>
            <span className="figure">{formatSize(bytes)}</span>
            <code title={sha256}>SHA-256 {sha256.slice(0, 16).toUpperCase()}…</code>
          </li>
        ))}
      </ul>
      {hasCover ? <CoverButtons bundleId={bundleId} /> : null}
    </div>
  )
}

function againAddress({ period, notice, recipientId }: ExportedReport): string {
  const words = new URLSearchParams({ from: period.from, to: period.to, 'to-office': recipientId })
  if (notice) words.set('notice', notice.id)
  return `/bundles/export?${words}`
}
