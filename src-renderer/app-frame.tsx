/** The frame of the app (主框架): navigation on the left, the page on the right, a bar when the core is away. */
import {
  ApartmentOutlined,
  AuditOutlined,
  BankOutlined,
  BookOutlined,
  CloudUploadOutlined,
  DashboardOutlined,
  EnvironmentOutlined,
  FileTextOutlined,
  NotificationOutlined,
  ProfileOutlined,
  SettingOutlined,
  SoundOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Alert, Layout, Menu } from 'antd'
import { Suspense, useRef, useState } from 'react'
import { Link, Navigate, Outlet, useLocation } from 'react-router'
import { useBackend } from './api.ts'
import { useIsConnected } from './components/jobs-context.tsx'
import { FrameFoot } from './frame-foot.tsx'
import { useShortcuts } from './keyboard/use-shortcuts.ts'
import { SearchBox } from './search/search-box.tsx'
import { SampleBanner } from './workbench/sample-banner.tsx'

const entries = [
  { key: '/', label: '工作台', icon: <DashboardOutlined /> },
  { key: '/notices', label: '通知', icon: <ProfileOutlined /> },
  { key: '/studies', label: '学习', icon: <BookOutlined /> },
  { key: '/lectures', label: '宣讲', icon: <SoundOutlined /> },
  { key: '/stays', label: '蹲点', icon: <EnvironmentOutlined /> },
  { key: '/activities', label: '宣传文化', icon: <NotificationOutlined /> },
  { key: '/unions', label: '单位名册', icon: <BankOutlined /> },
  { key: '/registers', label: '名册', icon: <TeamOutlined /> },
  { key: '/documents', label: '报告与公文', icon: <FileTextOutlined /> },
  { key: '/sheets', label: '统计表', icon: <AuditOutlined /> },
  { key: '/bundles', label: '上报', icon: <CloudUploadOutlined /> },
  { key: '/upper', label: '下级上报', icon: <ApartmentOutlined /> },
  { key: '/office', label: '设置', icon: <SettingOutlined /> },
]
/** Below this width of the window the navigation shows its icons only. */
const narrow = 'lg'

export function AppFrame() {
  return (
    <Suspense fallback={null}>
      <Frame />
    </Suspense>
  )
}

function Frame() {
  const { queries } = useBackend()
  const { data: office } = useSuspenseQuery(queries.office.show.queryOptions())
  const [isNarrow, setNarrow] = useState(false)
  const content = useRef<HTMLElement>(null)
  useShortcuts()
  if (!office) return <Navigate to="/start" replace />
  return (
    <Layout className="frame">
      <button type="button" className="skip-link" onClick={() => content.current?.focus()}>
        跳到正文
      </button>
      <Layout.Sider
        className="frame-nav"
        theme="light"
        width={168}
        collapsedWidth={52}
        breakpoint={narrow}
        collapsed={isNarrow}
        onBreakpoint={setNarrow}
        trigger={null}
      >
        <div className="brand">{isNarrow ? '学宣' : '学宣台账'}</div>
        <SearchBox isNarrow={isNarrow} />
        <Navigation />
        <FrameFoot office={office.name} isNarrow={isNarrow} />
      </Layout.Sider>
      <Layout.Content className="frame-page" ref={content} tabIndex={-1}>
        <ConnectionBar />
        <SampleBanner />
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </Layout.Content>
    </Layout>
  )
}

function Navigation() {
  const { pathname } = useLocation()
  const here = `/${pathname.split('/')[1] ?? ''}`
  return (
    <nav aria-label="主导航">
      <Menu
        mode="inline"
        selectedKeys={[here]}
        items={entries.map(({ key, label, icon }) => ({ key, icon, label: <Link to={key}>{label}</Link> }))}
      />
    </nav>
  )
}

export function ConnectionBar() {
  const isConnected = useIsConnected()
  if (isConnected) return null
  return <Alert banner type="warning" title="与程序后台的连接断开了，正在重新连接。表单里的内容请先不要关闭。" />
}
