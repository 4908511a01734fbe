/** Above a list: how many of its records the level above returned, and 只看退回. Nothing when there is none. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import { useBackend } from '../api.ts'
import { useAddress } from '../components/use-address.ts'

export function ReturnedNote({ recordKind, word }: { readonly recordKind: RecordKind; readonly word: string }) {
  const { queries } = useBackend()
  const { words, change } = useAddress()
  const { data } = useQuery(queries.receipts.returned.queryOptions())
  const count = data?.[recordKind] ?? 0
  const isShown = words.get('upperMark') === '退回'
  if (count === 0 || isShown) return null
  return (
    <Alert
      className="returned-note"
      type="warning"
      showIcon
      title={`上级退回了${count}条${word}，请按意见改好，改过的随下一次上报送出。`}
      action={
        <Button size="small" onClick={() => change({ upperMark: '退回', page: null })}>
          只看退回
        </Button>
      }
    />
  )
}
