/** 报告与公文: what was drafted, and drafting a report from a period's records. */
import { useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { periodWords } from '../../src-shared/chinese.ts'
import type { ListedDocument } from '../../src-shared/outgoing.ts'
import type { Period } from '../../src-shared/period.ts'
import { quarterOf } from '../../src-shared/periods.ts'
import { useBackend } from '../api.ts'
import { formatMoment } from '../components/formats.ts'
import { NothingYet } from '../components/nothing-yet.tsx'
import { Page } from '../components/page.tsx'
import { PeriodPicker } from '../components/period-picker.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAction } from '../components/use-action.ts'
import { useAddress } from '../components/use-address.ts'
import { useRemoval } from '../components/use-removal.tsx'
import { useShell } from '../components/use-shell.ts'
import { useRowKeys } from '../keyboard/use-row-keys.ts'
import { ListActions } from '../views/list-actions.tsx'
import { DocumentTabs } from './document-tabs.tsx'
import { NewDocument } from './new-document.tsx'
import { useFinalising } from './use-finalising.tsx'
import { type Withdrawal, WithdrawDialog } from './withdraw-dialog.tsx'

export function DocumentsPage() {
  const { client } = useBackend()
  const { today } = useShell()
  const navigate = useNavigate()
  const { period: chosen, changePeriod } = useAddress()
  const period = chosen ?? quarterOf(today)
  const drafting = useAction({
    call: (drafted: Period) => client.documents.draftReport(drafted),
    done: '情况报告已起草，请核对文字后保存',
    onDone: ({ documentId }) => navigate(`/documents/${documentId}`),
  })
  return (
    <Page
      title="报告与公文"
      hint="情况报告按统计期起草，数字取自台账；通知、函等由“新建公文”写起。都按公文格式预览、导出和编号。"
    >
      <DocumentTabs />
      <div className="filter">
        <PeriodPicker today={today} value={period} onChange={changePeriod} />
        <Button type="primary" loading={drafting.isPending} onClick={() => drafting.mutate(period)}>
          起草{periodWords(period)}情况报告
        </Button>
        <NewDocument />
        <ListActions list="document" />
      </div>
      <DocumentList />
    </Page>
  )
}

function DocumentList() {
  const { client, queries } = useBackend()
  const { data, error, refetch } = useQuery(queries.documents.list.queryOptions())
  const navigate = useNavigate()
  const removeDocument = useRemoval(client.documents)
  const finalising = useFinalising()
  const [withdrawn, setWithdrawn] = useState<Withdrawal | null>(null)
  const rowKeys = useRowKeys(data ?? [], ({ id }) => void navigate(`/documents/${id}`))
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <div className="list-wait" aria-busy />
  if (data.length === 0)
    return <NothingYet>还没有公文。选好统计期，点“起草情况报告”；其他文种点“新建公文”。</NothingYet>
  return (
    <>
      <Table<ListedDocument>
        size="small"
        onRow={rowKeys}
        rowKey="id"
        tableLayout="fixed"
        dataSource={[...data]}
        pagination={{ pageSize: 20, size: 'small', hideOnSinglePage: true }}
        columns={[
          {
            title: '标题',
            dataIndex: 'title',
            render: (title: string, { id }) => (
              <Link className="row-link clipped" to={`/documents/${id}`} title={title}>
                {title || '（无标题）'}
              </Link>
            ),
          },
          { title: '文种', dataIndex: 'kind', width: 64 },
          { title: '状态', dataIndex: 'state', width: 72 },
          {
            title: '发文字号',
            dataIndex: 'number',
            width: 200,
            render: (number: string, { state }) =>
              state === '草稿' ? <span className="proposed">{number ? `拟用${number}` : '未编号'}</span> : number,
          },
          {
            title: '统计期',
            dataIndex: 'period',
            width: 136,
            responsive: ['xl'],
            // Other kinds hold no figures of a period.
            render: (drawn: Period, { kind }) => (kind === '报告' ? periodWords(drawn) : null),
          },
          {
            title: '修改时间',
            dataIndex: 'updatedAt',
            width: 148,
            className: 'figure',
            responsive: ['xl'],
            render: formatMoment,
          },
          {
            title: '操作',
            key: 'actions',
            width: 180,
            render: (_, { id, title, version, state, number }) => (
              <div className="row-actions">
                <Link to={`/documents/${id}/preview`}>
                  <Button type="text" size="small" aria-label={`预览${title}`}>
                    预览
                  </Button>
                </Link>
                {state === '草稿' ? (
                  <>
                    <Button
                      type="text"
                      size="small"
                      aria-label={`定稿${title}`}
                      disabled={finalising.isBusy}
                      onClick={() => finalising.ask({ id, version, title })}
                    >
                      定稿
                    </Button>
                    <Button
                      type="text"
                      size="small"
                      aria-label={`删除${title}`}
                      onClick={() => removeDocument({ id, name: title })}
                    >
                      删除
                    </Button>
                  </>
                ) : null}
                {state === '已定稿' ? (
                  <Button
                    type="text"
                    size="small"
                    aria-label={`作废${number}`}
                    onClick={() => setWithdrawn({ id, number, title })}
                  >
                    作废
                  </Button>
                ) : null}
              </div>
            ),
          },
        ]}
      />
      <WithdrawDialog target={withdrawn} onClose={() => setWithdrawn(null)} />
    </>
  )
}
