/** One notice (一件通知): its particulars above, its tabs below; which tab is kept in the address. */
import { useQuery } from '@tanstack/react-query'
import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { NoticeDetail } from '../../src-shared/notices.ts'
import { useBackend } from '../api.ts'
import { Page } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { NoticeForm } from './notice-form.tsx'
import { noticeTabs } from './notice-tabs.tsx'
import './notices.css'

export function NoticePage() {
  const { id = '' } = useParams()
  const { queries } = useBackend()
  const { data, error, refetch } = useQuery(queries.notices.get.queryOptions({ input: { id } }))
  if (error)
    return (
      <Page title="通知">
        <ProblemNote error={error} onRetry={() => void refetch()} />
      </Page>
    )
  if (!data) return <div className="list-wait" aria-busy />
  return <OneNotice key={data.id} notice={data} />
}

function OneNotice({ notice }: { readonly notice: NoticeDetail }) {
  const { tab } = useParams()
  const navigate = useNavigate()
  const [isEditing, setEditing] = useState(false)
  const shown = noticeTabs.find(({ key }) => key === tab) ?? noticeTabs[0]
  const unconfirmed = notice.requirements.filter(({ state }) => state === '待确认').length
  return (
    <Page
      title={notice.title}
      hint={[notice.issuer, notice.number, notice.date ?? '无日期'].filter(Boolean).join('　')}
      actions={
        <>
          <Link to="/notices">
            <Button>全部通知</Button>
          </Link>
          <Button onClick={() => setEditing(true)}>修改要素</Button>
        </>
      }
    >
      <Tabs
        className="document-tabs"
        activeKey={shown?.key ?? ''}
        onChange={(key) => void navigate(`/notices/${notice.id}/${key}`)}
        items={noticeTabs.map(({ key, label }) => ({
          key,
          label: key === 'requirements' && unconfirmed > 0 ? `${label}（待确认${unconfirmed}）` : label,
        }))}
      />
      {shown ? <shown.Tab notice={notice} /> : null}
      {isEditing ? <NoticeForm notice={notice} onClose={() => setEditing(false)} /> : null}
    </Page>
  )
}
