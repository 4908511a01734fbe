/** 更换密钥: planned, with the old keys at hand; others follow by the signed file. */
import { Form, Input, Modal } from 'antd'
import type { OwnKeys, Rotating } from '../../src-shared/peers.ts'
import { useBackend } from '../api.ts'
import { requiredRule } from '../components/fields.tsx'
import { useAction } from '../components/use-action.ts'
import { useDelivery } from '../components/use-delivery.tsx'
import { useKeysChanged } from './use-keys.ts'

export function RotateDialog({ keys, onClose }: { readonly keys: OwnKeys; readonly onClose: () => void }) {
  const { client } = useBackend()
  const changed = useKeysChanged()
  const deliver = useDelivery()
  const [form] = Form.useForm<Rotating>()
  const rotating = useAction({
    call: (input: Rotating) => client.keys.rotate(input),
    onDone: (delivery) => {
      changed()
      deliver(delivery, '密钥变更文件')
      if (delivery.state !== 'cancelled') onClose()
    },
  })
  return (
    <Modal
      open
      title="更换密钥"
      okText="更换并导出变更文件"
      cancelText="不更换"
      okButtonProps={{ loading: rotating.isPending }}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
      width={480}
    >
      <p>
        换上新密钥，并导出由新旧密钥共同签名的变更文件。请把文件交给每个往来单位，他们接收以后不用再核对指纹；接收之前，你的上报包对方还不认。
      </p>
      <Form form={form} layout="vertical" initialValues={{ reason: '按规定定期更换' }} onFinish={rotating.mutate}>
        <Form.Item name="reason" label="更换原因" rules={[requiredRule, { max: 200, message: '不能超过200个字' }]}>
          <Input />
        </Form.Item>
        {keys.protection.passphrase ? (
          <Form.Item name="passphrase" label="现在的口令" rules={[requiredRule]} extra="新密钥仍用这个口令保护。">
            <Input.Password autoComplete="off" maxLength={200} />
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  )
}
