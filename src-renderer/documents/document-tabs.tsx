/** The pages of 报告与公文: documents, formatting and checking, the registers of outgoing and incoming ones. */
import { Tabs } from 'antd'
import { useLocation, useNavigate } from 'react-router'

const tabs = [
  { key: '/documents', label: '公文' },
  { key: '/documents/format', label: '整理成文' },
  { key: '/documents/check', label: '格式检查' },
  { key: '/documents/outgoing', label: '发文登记' },
  { key: '/documents/incoming', label: '来文登记' },
]

export function DocumentTabs() {
  const { pathname } = useLocation()
  const navigate = useNavigate()
  return <Tabs items={tabs} activeKey={pathname} onChange={(key) => void navigate(key)} className="document-tabs" />
}
