/** 下级上报: what the offices below us report, and what we do with it; which tab is kept in the address. */
import { Tabs } from 'antd'
import { useLocation, useNavigate, useParams } from 'react-router'
import { Page } from '../components/page.tsx'
import { upperTabs } from './upper-tabs.ts'
import './upper.css'

export function UpperPage() {
  const { tab } = useParams()
  const { search } = useLocation()
  const navigate = useNavigate()
  const shown = upperTabs.find(({ key }) => key === tab) ?? upperTabs[0]
  return (
    <Page title="下级上报" hint="接收下级单位的上报包，看谁报了、报全了没有；汇总、验收、通报、催报和下发都在这里。">
      <Tabs
        className="document-tabs"
        activeKey={shown?.key ?? ''}
        onChange={(key) => void navigate({ pathname: `/upper/${key}`, search })}
        items={upperTabs.map(({ key, label }) => ({ key, label }))}
      />
      {shown ? <shown.Tab /> : null}
    </Page>
  )
}
