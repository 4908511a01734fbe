/** 通知: what the upper level has sent, newest first, and taking in a new one. */
import { PlusOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { Link, useNavigate } from 'react-router'
import type { NoticeSummary } from '../../src-shared/notices.ts'
import { useBackend } from '../api.ts'
import { Clipped } from '../components/clipped.tsx'
import { NothingYet } from '../components/nothing-yet.tsx'
import { Page } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAddress } from '../components/use-address.ts'
import { useRemoval } from '../components/use-removal.tsx'
import { useRowKeys } from '../keyboard/use-row-keys.ts'
import { RegisterFilter } from '../records/register-filter.tsx'
import { IntakeDrawer } from './intake/intake-drawer.tsx'
import { NoticePages } from './notice-pages.tsx'
import { TakeTasks } from './take-tasks.tsx'
import './notices.css'

const pageSize = 20

export function NoticesPage() {
  const { change } = useAddress()
  return (
    <Page
      title="通知"
      hint="上级的通知登记进来，逐条列出要求；记录自动对应，缺什么、什么时候要，一看便知。"
      actions={
        <>
          <TakeTasks />
          <Button
            type="primary"
            icon={<PlusOutlined />}
            aria-keyshortcuts="N Control+N"
            onClick={() => change({ intake: 'text' })}
          >
            登记通知
          </Button>
        </>
      }
    >
      <NoticePages />
      <RegisterFilter hasDays Filter={undefined} printed="notice" />
      <NoticeList onAdd={() => change({ intake: 'text' })} />
      <IntakeDrawer />
    </Page>
  )
}

function NoticeList({ onAdd }: { readonly onAdd: () => void }) {
  const { client, queries } = useBackend()
  const { words, change, period } = useAddress()
  const navigate = useNavigate()
  const removeNotice = useRemoval(client.notices)
  const page = Math.max(1, Number(words.get('page')) || 1)
  const text = words.get('text') ?? ''
  const { data, error, refetch } = useQuery(
    queries.notices.list.queryOptions({
      input: { ...period, text, offset: (page - 1) * pageSize, limit: pageSize },
      placeholderData: keepPreviousData,
    }),
  )
  const rowKeys = useRowKeys(data?.rows ?? [], ({ id }) => void navigate(`/notices/${id}`))
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <div className="list-wait" aria-busy />
  if (data.total === 0 && period === null && text === '')
    return (
      <NothingYet
        action={
          <Button type="primary" onClick={onAdd}>
            登记第一件通知
          </Button>
        }
      >
        还没有登记过通知。把通知全文贴进来，或打开TXT、DOCX文件，要求会逐条列出。
      </NothingYet>
    )
  return (
    <Table<NoticeSummary>
      size="small"
      onRow={rowKeys}
      rowKey="id"
      tableLayout="fixed"
      dataSource={[...data.rows]}
      locale={{ emptyText: <NothingYet>没有符合条件的通知，请放宽时间或换个词再查。</NothingYet> }}
      pagination={{
        current: page,
        pageSize,
        total: data.total,
        size: 'small',
        showSizeChanger: false,
        showTotal: (total) => `共${total}件`,
        onChange: (next) => change({ page: next === 1 ? null : next }),
      }}
      columns={[
        { title: '成文日期', dataIndex: 'date', width: 104, className: 'figure', render: (date) => date ?? '—' },
        { title: '来文机关', dataIndex: 'issuer', width: 160, render: (name: string) => <Clipped>{name}</Clipped> },
        { title: '文号', dataIndex: 'number', width: 176, render: (number: string) => <Clipped>{number}</Clipped> },
        {
          title: '标题',
          dataIndex: 'title',
          render: (title: string, { id }) => (
            <Link className="row-link clipped" to={`/notices/${id}`} title={title}>
              {title}
            </Link>
          ),
        },
        { title: '要求', dataIndex: 'requirements', width: 60, align: 'right', className: 'figure' },
        {
          title: '待确认',
          dataIndex: 'unconfirmed',
          width: 68,
          align: 'right',
          className: 'figure',
          render: (count: number) => (count > 0 ? <strong className="to-do">{count}</strong> : count),
        },
        {
          title: '操作',
          key: 'actions',
          width: 124,
          render: (_, { id, title }) => (
            <div className="row-actions">
              <Link to={`/notices/${id}/progress`}>
                <Button type="text" size="small" aria-label={`${title}的进度`}>
                  进度
                </Button>
              </Link>
              <Button
                type="text"
                size="small"
                aria-label={`删除${title}`}
                onClick={() => removeNotice({ id, name: title })}
              >
                删除
              </Button>
            </div>
          ),
        },
      ]}
    />
  )
}
