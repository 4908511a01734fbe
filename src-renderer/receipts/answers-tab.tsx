/** 回执 at the receiving office: bundles that wait for one, records sent back, and what goes on to the level above. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Table } from 'antd'
import { useState } from 'react'
import { type DueReceipt, type IssuedReceipts, leftOutWords } from '../../src-shared/receipts.ts'
import { useBackend } from '../api.ts'
import { formatMoment } from '../components/formats.ts'
import { NothingYet } from '../components/nothing-yet.tsx'
import { Section } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useLongJob } from '../components/use-long-job.tsx'
import { saveSet, whereSet } from './delivered-set.ts'
import { PassOn } from './pass-on.tsx'
import { ReturnedRows } from './returned-rows.tsx'
import './receipts.css'

export function AnswersTab() {
  return (
    <>
      <Section title="待发回执">
        <DueReceipts />
      </Section>
      <Section title="退回的记录">
        <ReturnedRows />
      </Section>
      <PassOn />
    </>
  )
}

function DueReceipts() {
  const { client, queries } = useBackend()
  const [issued, setIssued] = useState<IssuedReceipts | null>(null)
  const { data, error, refetch } = useQuery(queries.receipts.due.queryOptions())
  const issuing = useLongJob({
    call: (bundleIds: string[] | undefined, jobId) => client.receipts.issue({ ...(bundleIds && { bundleIds }), jobId }),
    onDone: (made) => {
      saveSet(made.delivery)
      if (made.delivery.state !== 'cancelled') setIssued(made)
    },
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <div className="list-wait" />
  return (
    <>
      {issuing.progress}
      {issued ? <Issued issued={issued} /> : null}
      {data.length === 0 ? (
        <NothingYet>没有待发的回执。接收上报包、退回记录或撤回退回以后，这里会列出要发的。</NothingYet>
      ) : (
        <>
          <div className="filter">
            <Button type="primary" loading={issuing.isRunning} onClick={() => issuing.start(undefined)}>
              全部签发（{data.length}份）
            </Button>
            <span className="second">每份一个回执文件和一页盖章用的回执单；没有变化的重发同一份。</span>
          </div>
          <Table<DueReceipt>
            size="small"
            rowKey="bundleId"
            tableLayout="fixed"
            dataSource={[...data]}
            pagination={{ pageSize: 20, size: 'small', hideOnSinglePage: true }}
            columns={[
              { title: '报送单位', dataIndex: 'officeName', ellipsis: true },
              { title: '上报包', dataIndex: 'seq', width: 96, render: (seq: number) => `第${seq}号` },
              { title: '收到时间', dataIndex: 'receivedAt', width: 160, className: 'figure', render: formatMoment },
              {
                title: '原因',
                dataIndex: 'replaces',
                width: 220,
                render: (replaces: number | null) =>
                  replaces === null ? '还没有发过' : `第${replaces}号回执之后有变化`,
              },
              {
                title: '操作',
                key: 'actions',
                width: 92,
                render: (_, { bundleId, officeName }) => (
                  <Button
                    type="text"
                    size="small"
                    aria-label={`签发给${officeName}的回执`}
                    disabled={issuing.isRunning}
                    onClick={() => issuing.start([bundleId])}
                  >
                    签发
                  </Button>
                ),
              },
            ]}
          />
        </>
      )}
    </>
  )
}

function Issued({ issued: { delivery, receipts, leftOut } }: { readonly issued: IssuedReceipts }) {
  return (
    <Alert
      className="receipt-facts"
      type={leftOut.length === 0 ? 'success' : 'warning'}
      showIcon
      title={`签发了${receipts.length}份回执，${whereSet(delivery)}`}
      description={
        <ul className="receipt-remarks">
          {receipts.slice(0, 10).map(({ receiptId, officeName, number, checkCode, isAgain }) => (
            <li key={receiptId}>
              {officeName}第{number}号回执{isAgain ? '（与上次相同）' : ''}，校验码
              <span className="receipt-code"> {checkCode}</span>
            </li>
          ))}
          {leftOut.length > 0 ? <li>没有签发：{leftOutWords(leftOut)}</li> : null}
        </ul>
      }
    />
  )
}
