/** 吊销密钥 of an office below us asks for the reason, which stands in the signed file. */
import { Form, Input, Modal } from 'antd'
import type { PeerWithKeys } from '../../src-shared/peers.ts'
import { useBackend } from '../api.ts'
import { requiredRule } from '../components/fields.tsx'
import { useAction } from '../components/use-action.ts'
import { useDelivery } from '../components/use-delivery.tsx'
import { useKeysChanged } from './use-keys.ts'

export function RevokeDialog({ peer, onClose }: { readonly peer: PeerWithKeys; readonly onClose: () => void }) {
  const { client } = useBackend()
  const changed = useKeysChanged()
  const deliver = useDelivery()
  const [form] = Form.useForm<{ reason: string }>()
  const revoking = useAction({
    call: (reason: string) => client.keys.revoke({ id: peer.officeId, reason }),
    onDone: (delivery) => {
      changed()
      deliver(delivery, '密钥吊销文件')
      if (delivery.state !== 'cancelled') onClose()
    },
  })
  return (
    <Modal
      open
      title={`吊销${peer.name}的密钥`}
      okText="吊销并导出文件"
      cancelText="不吊销"
      okButtonProps={{ danger: true, loading: revoking.isPending }}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
      width={480}
    >
      <p>
        吊销后不能恢复：以后用它签名的包一律不收，以前收到的不变。导出的吊销文件请交给它本身和本单位的上级；它重建密钥后，凭新名片重新登记。
      </p>
      <Form form={form} layout="vertical" onFinish={({ reason }) => revoking.mutate(reason)}>
        <Form.Item name="reason" label="吊销原因" rules={[requiredRule, { max: 200, message: '不能超过200个字' }]}>
          <Input.TextArea rows={2} placeholder="如：来电告知办公电脑失窃" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
