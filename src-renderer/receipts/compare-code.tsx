/** The check code of a receipt (核对校验码): what was heard over the phone is compared, not looked at. */
import { Button, Input, Typography } from 'antd'
import { useState } from 'react'
import { useBackend } from '../api.ts'
import { useAction } from '../components/use-action.ts'

export function CompareCode({ receiptId, code }: { readonly receiptId: string; readonly code: string }) {
  const { client } = useBackend()
  const [heard, setHeard] = useState('')
  const comparing = useAction({ call: () => client.receipts.compare({ id: receiptId, code: heard }) })
  return (
    <div className="receipt-compare">
      <span>校验码</span>
      <Typography.Text code className="receipt-code">
        {code}
      </Typography.Text>
      <Input
        className="receipt-heard"
        aria-label="电话里听到的校验码"
        placeholder="电话里听到的校验码"
        maxLength={20}
        value={heard}
        onChange={({ target }) => {
          setHeard(target.value)
          comparing.reset()
        }}
        onPressEnter={() => heard.trim() && comparing.mutate()}
      />
      <Button disabled={heard.trim() === ''} onClick={() => comparing.mutate()}>
        核对
      </Button>
      <span role="status">
        {comparing.data ? (
          comparing.data.isSame ? (
            <Typography.Text type="success">相符，回执确实是上级签发的这一份</Typography.Text>
          ) : (
            <Typography.Text type="danger">不符，请再听一遍；仍不符的，请上级重新导出回执</Typography.Text>
          )
        ) : null}
      </span>
    </div>
  )
}
