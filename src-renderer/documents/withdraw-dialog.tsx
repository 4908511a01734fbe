/** Withdrawing (作废) asks for the reason, which stands in the register beside the number. */
import { Form, Input, Modal } from 'antd'
import { useBackend } from '../api.ts'
import { requiredRule } from '../components/fields.tsx'
import { useAction } from '../components/use-action.ts'

export type Withdrawal = { readonly id: string; readonly number: string; readonly title: string }

type WithdrawDialogProps = {
  /** null: closed. */
  readonly target: Withdrawal | null
  readonly onClose: () => void
  readonly onDone?: () => void
}

export function WithdrawDialog({ target, onClose, onDone }: WithdrawDialogProps) {
  const { client } = useBackend()
  const [form] = Form.useForm<{ reason: string }>()
  const withdrawing = useAction({
    call: (reason: string) => client.documents.withdraw({ id: target?.id ?? '', reason }),
    done: ({ number }) => `${number}已作废，号码留在登记簿上`,
    onDone: () => {
      onClose()
      onDone?.()
    },
  })
  return (
    <Modal
      open={target !== null}
      title={target ? `作废${target.number}` : ''}
      okText="作废"
      okButtonProps={{ danger: true, loading: withdrawing.isPending }}
      cancelText="不作废"
      onOk={() =>
        void form.validateFields().then(
          ({ reason }) => withdrawing.mutate(reason),
          () => undefined,
        )
      }
      onCancel={onClose}
      destroyOnHidden
      width={480}
    >
      <p>《{target?.title}》作废后不能恢复，号码不再使用。定稿文件仍可查阅、重印。</p>
      <Form form={form} layout="vertical" preserve={false}>
        <Form.Item name="reason" label="作废原因" rules={[requiredRule, { max: 200, message: '不能超过200个字' }]}>
          <Input.TextArea rows={2} placeholder="如：附件二数字有误" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
