/** 两台电脑: what goes to this office's other PC and what comes from it, looked at before it is merged in. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { ExchangeDone } from '../../src-shared/exchange.ts'
import { useBackend } from '../api.ts'
import { formatMoment } from '../components/formats.ts'
import { Section } from '../components/page.tsx'
import { useLongJob } from '../components/use-long-job.tsx'
import { useShell } from '../components/use-shell.ts'
import { saveFile } from '../save-file.ts'
import './exchange.css'
import { TakeSection } from './take-section.tsx'

export function ExchangeTab() {
  const { queries } = useBackend()
  const { data } = useQuery(queries.exchange.show.queryOptions())
  return (
    <>
      <p className="exchange-intro">
        本单位有两台电脑各记各的，就用同步包互相补齐：改的不是同一项自动合并，改了同一项的两边都列出由人决定。第二台电脑要先在
        <Link to="/office">设置</Link>中接管本单位的密钥。
      </p>
      {data && data.openConflicts > 0 ? (
        <Alert
          className="exchange-note"
          type="warning"
          showIcon
          title={`有${data.openConflicts}处冲突等人决定。`}
          action={
            <Link to="/bundles/conflicts">
              <Button size="small">去处理</Button>
            </Link>
          }
        />
      ) : null}
      <Section title="带给另一台电脑">
        <ExportExchange exportedAt={data?.exportedAt ?? null} />
      </Section>
      <Section title="从另一台电脑接收">
        <TakeSection />
        {data && data.others.length > 0 ? (
          <ul className="exchange-others">
            {data.others.map(({ replica, takenAt, createdAt }) => (
              <li key={replica}>
                电脑{replica.slice(-4).toUpperCase()}：{formatMoment(takenAt)}接收，内容截至{formatMoment(createdAt)}
              </li>
            ))}
          </ul>
        ) : null}
      </Section>
    </>
  )
}

function ExportExchange({ exportedAt }: { readonly exportedAt: string | null }) {
  const { client } = useBackend()
  const { canPickFolder } = useShell()
  const [done, setDone] = useState<ExchangeDone | null>(null)
  const exporting = useLongJob({
    call: (_: undefined, jobId) => client.exchange.export({ jobId }),
    onDone: (made) => {
      if (made.delivery.state === 'cancelled') return
      if (made.delivery.state === 'download') for (const file of made.delivery.downloads) saveFile(file)
      setDone(made)
    },
  })
  return (
    <>
      <div className="exchange-act">
        <Button type="primary" loading={exporting.isRunning} onClick={() => exporting.start(undefined)}>
          {canPickFolder ? '导出同步包到U盘…' : '导出同步包'}
        </Button>
        <span className="exchange-second">
          {exportedAt
            ? `上次导出：${formatMoment(exportedAt)}`
            : '包里是本机的全部记录和另一台还没有的佐证，只有本单位的电脑打得开。'}
        </span>
      </div>
      {exporting.progress}
      {done ? <Exported done={done} /> : null}
    </>
  )
}

function Exported({ done: { delivery, rows, files } }: { readonly done: ExchangeDone }) {
  if (delivery.state === 'cancelled') return null
  const what = `同步包（${rows}条记录、${files}个佐证文件，共${delivery.files.length}个包文件）`
  return (
    <div role="status" className="exchange-note">
      <Alert
        type="success"
        showIcon
        title={
          delivery.state === 'saved'
            ? `${what}已写到“${delivery.folder}”，已读回核对，可以拔出U盘。`
            : `${what}已交给浏览器下载，请全部带到另一台电脑。`
        }
      />
    </div>
  )
}
