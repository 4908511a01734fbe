/** 发文登记: every number that was given, withdrawn ones too, and where the numbers of a year begin. */
import { useQuery } from '@tanstack/react-query'
import { Button, Select, Table } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { OutgoingEntry } from '../../src-shared/outgoing.ts'
import { useBackend } from '../api.ts'
import { Clipped } from '../components/clipped.tsx'
import { formatMoment } from '../components/formats.ts'
import { NothingYet } from '../components/nothing-yet.tsx'
import { Page } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAddress } from '../components/use-address.ts'
import { useShell } from '../components/use-shell.ts'
import { ListActions } from '../views/list-actions.tsx'
import { DocumentTabs } from './document-tabs.tsx'
import { FirstSerialDialog } from './first-serial-dialog.tsx'

export function OutgoingPage() {
  const { today } = useShell()
  const { words, change } = useAddress()
  const [isSetting, setSetting] = useState(false)
  const thisYear = Number(today.slice(0, 4))
  const year = Number(words.get('year')) || thisYear
  return (
    <Page title="报告与公文" hint="公文定稿时按代字和年份编号，号码不重不漏；作废的号码留在登记簿上。">
      <DocumentTabs />
      <div className="filter">
        <Select
          aria-label="年份"
          className="filter-year"
          value={year}
          options={Array.from({ length: 6 }, (_, back) => ({ value: thisYear - back, label: `${thisYear - back}年` }))}
          onChange={(chosen) => change({ year: chosen === thisYear ? null : chosen }, { replace: true })}
        />
        <Button onClick={() => setSetting(true)}>设置起始号</Button>
        <NextNumbers year={year} />
        <ListActions list="outgoing" year={year} />
      </div>
      <OutgoingList year={year} />
      <FirstSerialDialog isOpen={isSetting} year={year} onClose={() => setSetting(false)} />
    </Page>
  )
}

function NextNumbers({ year }: { readonly year: number }) {
  const { queries } = useBackend()
  const { data } = useQuery(queries.outgoing.list.queryOptions({ input: { year } }))
  if (!data || data.series.length === 0) return null
  const words = data.series.map(({ code, nextSerial }) => `${code}〔${year}〕${nextSerial}号`)
  return <span className="save-state">下一个：{words.join('、')}</span>
}

function OutgoingList({ year }: { readonly year: number }) {
  const { queries } = useBackend()
  const { data, error, refetch } = useQuery(queries.outgoing.list.queryOptions({ input: { year } }))
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <div className="list-wait" aria-busy />
  if (data.rows.length === 0)
    return <NothingYet>{year}年还没有定稿的公文。在“公文”里打开一件，核对后点“定稿”。</NothingYet>
  return (
    <Table<OutgoingEntry>
      size="small"
      rowKey="id"
      tableLayout="fixed"
      dataSource={[...data.rows]}
      pagination={{ pageSize: 20, size: 'small', hideOnSinglePage: true }}
      columns={[
        {
          title: '发文字号',
          dataIndex: 'number',
          width: 180,
          render: (number: string, { state }) =>
            state === '已作废' ? <span className="withdrawn-number">{number}</span> : number,
        },
        { title: '成文日期', dataIndex: 'date', width: 104, className: 'figure' },
        {
          title: '标题',
          dataIndex: 'title',
          render: (title: string, { documentId }) => (
            <Link className="row-link clipped" to={`/documents/${documentId}`} title={title}>
              {title}
            </Link>
          ),
        },
        {
          title: '主送机关',
          dataIndex: 'recipients',
          width: 150,
          render: (recipients: string) => <Clipped>{recipients}</Clipped>,
        },
        {
          title: '状态',
          key: 'state',
          width: 190,
          render: (_, { state, withdrawnReason }) => (
            <Clipped>{state === '已作废' ? `已作废：${withdrawnReason}` : state}</Clipped>
          ),
        },
        { title: '定稿时间', dataIndex: 'finalisedAt', width: 148, className: 'figure', render: formatMoment },
        { title: '经办', dataIndex: 'finalisedBy', width: 84, render: (name: string) => <Clipped>{name}</Clipped> },
      ]}
    />
  )
}
