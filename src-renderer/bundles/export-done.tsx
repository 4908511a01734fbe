/** 导出完成: the files with the starts of their hashes, and that the stick may be pulled. */
import { Alert, Button } from 'antd'
import type { ReportDone } from '../../src-shared/reports.ts'
import { useBackend } from '../api.ts'
import { formatSize } from '../components/formats.ts'
import { useAction } from '../components/use-action.ts'
import { useDelivery } from '../components/use-delivery.tsx'
import { useShell } from '../components/use-shell.ts'

export function ExportDone({ done }: { readonly done: ReportDone }) {
  const { client } = useBackend()
  const { canShowInFolder } = useShell()
  const { delivery, seq, recipient, bundleId, attachments } = done
  const showing = useAction({ call: (path: string) => client.shell.showInFolder({ path }) })
  if (delivery.state === 'cancelled') return null
  const isSaved = delivery.state === 'saved'
  const [first] = delivery.files
  return (
    <div className="bundle-done" role="status">
      <Alert
        type="success"
        showIcon
        title={
          isSaved
            ? `第${seq}号上报包已写到“${delivery.folder}”，文件已读回核对，可以拔出U盘。`
            : `第${seq}号上报包已交给浏览器下载，共${delivery.files.length}个文件，请全部交给${recipient.name}。`
        }
        action={
          isSaved && canShowInFolder && first ? (
            <Button size="small" onClick={() => showing.mutate(first.path)}>
              打开所在文件夹
            </Button>
          ) : undefined
        }
      />
      {attachments.missing > 0 ? (
        <Alert type="warning" showIcon title={`有${attachments.missing}个佐证文件不在本机，没有带上。`} />
      ) : null}
      <ul className="bundle-files">
        {delivery.files.map(({ name, bytes, sha256 }) => (
          <li key={name}>
            <span>{name}</span>
            <span className="figure">{formatSize(bytes)}</span>
            <code title={sha256}>SHA-256 {sha256.slice(0, 16).toUpperCase()}…</code>
          </li>
        ))}
      </ul>
      {isSaved ? null : <CoverButtons bundleId={bundleId} />}
    </div>
  )
}

/** The cover page of a bundle, in both forms. */
export function CoverButtons({ bundleId }: { readonly bundleId: string }) {
  const { client } = useBackend()
  const deliver = useDelivery()
  const covering = useAction({
    call: (as: 'docx' | 'xlsx') => client.bundles.cover({ bundleId, as }),
    onDone: (delivery) => deliver(delivery, '封面'),
  })
  return (
    <span className="bundle-covers">
      <Button size="small" onClick={() => covering.mutate('docx')}>
        封面（Word）
      </Button>
      <Button size="small" onClick={() => covering.mutate('xlsx')}>
        封面（Excel）
      </Button>
    </span>
  )
}
