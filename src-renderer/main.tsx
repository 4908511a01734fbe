/** Start of the window (窗口启动): connects to the core, then shows the app, or one sentence why it cannot. */
import { App as AntApp, ConfigProvider, Result } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './app.css'
import { connect } from './connect.ts'
import { problemOf } from './problem-of.ts'
import { giveStylesNonce } from './style-nonce.ts'
import { theme } from './theme.ts'

dayjs.locale('zh-cn')

const rootElement = document.getElementById('root')
if (!rootElement) throw new Error('index.html has a #root')
const root = createRoot(rootElement)
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content
if (nonce) giveStylesNonce(nonce)

/** Styles that antd adds carry the page's nonce; without it the content security policy would drop them. */
function Look({ children }: { readonly children: ReactNode }) {
  return (
    <StrictMode>
      <ConfigProvider
        locale={zhCN}
        theme={theme}
        csp={nonce ? { nonce } : {}}
        button={{ autoInsertSpace: false }}
        form={{ requiredMark: true, scrollToFirstError: { block: 'center', focus: true } }}
      >
        <AntApp message={{ top: 12, maxCount: 3 }} component={false}>
          {children}
        </AntApp>
      </ConfigProvider>
    </StrictMode>
  )
}

try {
  const connection = await connect()
  root.render(
    <Look>
      <App connection={connection} />
    </Look>,
  )
} catch (error) {
  root.render(
    <Look>
      <Result status="warning" title="打不开学宣台账" subTitle={problemOf(error).sentence} />
    </Look>,
  )
}
