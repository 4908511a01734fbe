/** 输入口令: opens the keys until the program ends. */
import { Form, Input, Modal } from 'antd'
import { useBackend } from '../api.ts'
import { requiredRule } from '../components/fields.tsx'
import { useAction } from '../components/use-action.ts'
import { useKeysChanged } from './use-keys.ts'

export function UnlockDialog({ onClose }: { readonly onClose: () => void }) {
  const { client } = useBackend()
  const changed = useKeysChanged()
  const [form] = Form.useForm<{ passphrase: string }>()
  const unlocking = useAction({
    call: (passphrase: string) => client.keys.unlock({ passphrase }),
    done: '密钥已解锁，退出程序后自动锁上',
    onDone: () => {
      changed()
      onClose()
    },
  })
  return (
    <Modal
      open
      title="输入密钥口令"
      okText="解锁"
      cancelText="取消"
      okButtonProps={{ loading: unlocking.isPending }}
      onOk={form.submit}
      onCancel={onClose}
      width={420}
    >
      <Form form={form} layout="vertical" onFinish={({ passphrase }) => unlocking.mutate(passphrase)}>
        <Form.Item
          name="passphrase"
          label="口令"
          rules={[requiredRule]}
          extra="口令忘了无法找回：请用“密钥丢失或外泄”重建密钥，再把新名片交上级登记。"
        >
          <Input.Password autoFocus autoComplete="off" maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
