/** 密钥丢失或外泄: what can and what cannot be done, and doing it. */
import { Alert, Form, Input, Modal, Radio } from 'antd'
import type { OwnKeys } from '../../src-shared/peers.ts'
import { useBackend } from '../api.ts'
import { requiredRule } from '../components/fields.tsx'
import { useAction } from '../components/use-action.ts'
import { useDelivery } from '../components/use-delivery.tsx'
import { NewPassphrase, type NewPassphraseValues } from './passphrase-fields.tsx'
import { useKeysChanged } from './use-keys.ts'

type Values = NewPassphraseValues & { readonly what: 'lost' | 'leaked'; readonly reason?: string }

export function LostKeysDialog({ keys, onClose }: { readonly keys: OwnKeys; readonly onClose: () => void }) {
  const { client } = useBackend()
  const changed = useKeysChanged()
  const deliver = useDelivery()
  const [form] = Form.useForm<Values>()
  const what = Form.useWatch('what', form)
  const renewing = useAction({
    async call({ what, reason = '', next, isOpenHere }: Values) {
      const revoked = what === 'leaked' ? await client.keys.revoke({ id: keys.officeId, reason }) : null
      if (revoked?.state === 'cancelled') return { revoked, isDone: false }
      await client.keys.renew({ alwaysAsk: !isOpenHere, ...(next ? { passphrase: next } : {}) })
      return { revoked, isDone: true }
    },
    done: ({ isDone }) => (isDone ? '密钥已重建，请导出新名片交往来单位登记' : '没有重建'),
    onDone: ({ revoked, isDone }) => {
      changed()
      if (revoked) deliver(revoked, '密钥吊销文件')
      if (isDone) onClose()
    },
  })
  return (
    <Modal
      open
      title="密钥丢失或外泄"
      okText="重建密钥"
      cancelText="取消"
      okButtonProps={{ danger: true, loading: renewing.isPending }}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
      width={520}
    >
      <Alert
        className="keys-note"
        type="info"
        showIcon
        title="台账里的记录不受影响。重建以后请导出新名片，和第一次一样由上级、下级核对指纹重新登记；登记之前他们不接收你的上报包。"
      />
      <Form form={form} layout="vertical" initialValues={{ what: 'lost' }} onFinish={renewing.mutate}>
        <Form.Item name="what" label="情况">
          <Radio.Group
            options={[
              { value: 'lost', label: '打不开了：忘了口令、换了电脑' },
              { value: 'leaked', label: '外泄了：电脑失窃、文件被拷走' },
            ]}
          />
        </Form.Item>
        {what === 'leaked' ? (
          <Form.Item
            name="reason"
            label="吊销原因"
            extra="同时导出吊销文件，请尽快交上级：此后用旧密钥签名的包一律不收。密钥锁着不能签时，请打电话请上级吊销。"
            rules={[requiredRule, { max: 200, message: '不能超过200个字' }]}
          >
            <Input placeholder="如：办公电脑失窃" />
          </Form.Item>
        ) : null}
        <NewPassphrase label="新密钥的口令（可不设）" isOptional hasSystemStore={keys.hasSystemStore} />
      </Form>
    </Modal>
  )
}
