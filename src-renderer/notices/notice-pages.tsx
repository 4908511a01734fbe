/** The pages of 通知: the list, and all notices of a year at a glance. */
import { Tabs } from 'antd'
import { useLocation, useNavigate } from 'react-router'

const tabs = [
  { key: '/notices', label: '来文通知' },
  { key: '/notices/year', label: '全年一览' },
]

export function NoticePages() {
  const { pathname } = useLocation()
  const navigate = useNavigate()
  return <Tabs items={tabs} activeKey={pathname} onChange={(key) => void navigate(key)} className="document-tabs" />
}
