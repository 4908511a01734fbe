/** 取回: rows that the level above holds and this ledger lacks, after a restored backup or on a new PC. */
import { Alert, App, Button } from 'antd'
import type { ReceivedReceiptDetail } from '../../src-shared/receipts.ts'
import { useBackend } from '../api.ts'
import { formatMoment } from '../components/formats.ts'
import { useAction } from '../components/use-action.ts'

export function PullBack({ detail }: { readonly detail: ReceivedReceiptDetail }) {
  const { client } = useBackend()
  const { message } = App.useApp()
  const pulling = useAction({
    call: () => client.receipts.pullBack({ id: detail.receiptId }),
    onDone: ({ rows, conflicts, refused }) => {
      const conflict = conflicts > 0 ? `，${conflicts}处两边不同，请逐一确认` : ''
      const left = refused > 0 ? `，${refused}条没有并入，在“冲突”中处理` : ''
      message.success(`已取回${rows}条${conflict}${left}`)
    },
  })
  if (detail.held === 0) return null
  if (detail.pulledAt !== null)
    return (
      <Alert
        className="receipt-facts"
        type="success"
        showIcon
        title={`上级保存的${detail.held}条记录已于${formatMoment(detail.pulledAt)}取回。`}
      />
    )
  return (
    <Alert
      className="receipt-facts"
      type="warning"
      showIcon
      title={`上级保存着${detail.held}条本机没有或较旧的记录。`}
      description="台账恢复过备份或换过电脑时会这样。取回是合并，不会覆盖本机的修改；两边改成不同的地方，会列出来由您确认。"
      action={
        <Button size="small" type="primary" loading={pulling.isPending} onClick={() => pulling.mutate()}>
          取回
        </Button>
      }
    />
  )
}
