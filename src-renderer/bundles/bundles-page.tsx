/** 上报: what goes to the level above, what came back about it, and the two PCs of an office; the tab is in the address. */
import { Tabs } from 'antd'
import { useNavigate, useParams } from 'react-router'
import { Page } from '../components/page.tsx'
import { bundleTabs } from './bundle-tabs.ts'
import './bundles.css'

export function BundlesPage() {
  const { tab } = useParams()
  const navigate = useNavigate()
  const shown = bundleTabs.find(({ key }) => key === tab) ?? bundleTabs[0]
  return (
    <Page title="上报" hint="把记录加密写成上报包交给上级；上级的回执录入后，收没收到、退没退回，一条一条看得见。">
      <Tabs
        className="document-tabs"
        activeKey={shown?.key ?? ''}
        onChange={(key) => void navigate(`/bundles/${key}`)}
        items={bundleTabs.map(({ key, label }) => ({ key, label }))}
      />
      {shown ? <shown.Tab /> : null}
    </Page>
  )
}
