/** 本机提示: where the ledger is in a place that endangers it, or goes on under another name. */
import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useBackend } from '../api.ts'
import { useAction } from '../components/use-action.ts'

export function InstallationNotices() {
  const { client, queries } = useBackend()
  const { data, refetch } = useQuery(queries.installation.notices.queryOptions())
  const closing = useAction({ call: () => client.installation.closeNotice(), onDone: () => void refetch() })
  return data?.map(({ sentence, canClose }) => (
    <Alert
      key={sentence}
      className="installation-notice"
      type="warning"
      showIcon
      title={sentence}
      closable={canClose ? { 'aria-label': '知道了', onClose: () => closing.mutate() } : false}
    />
  ))
}
