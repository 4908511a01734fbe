/** Keeps the filter of the page under a name (保存常用查询). */
import { Checkbox, Form, Input, Modal } from 'antd'
import { useBackend } from '../api.ts'
import { useAction } from '../components/use-action.ts'
import { useShell } from '../components/use-shell.ts'
import { filterInAddress, movingPeriod, viewInWords, withMovingPeriod } from './view-query.ts'

type SaveViewProps = { readonly page: string; readonly words: URLSearchParams; readonly onClose: () => void }
type Filled = { readonly name: string; readonly isMoving: boolean; readonly isDefault: boolean }

export function SaveViewDialog({ page, words, onClose }: SaveViewProps) {
  const { client } = useBackend()
  const { today } = useShell()
  const [form] = Form.useForm<Filled>()
  const period = movingPeriod(words, today)
  const saving = useAction({
    call: ({ name, isMoving, isDefault }: Filled) => {
      const query = isMoving ? withMovingPeriod(words, today) : filterInAddress(words)
      return client.views.add({ page, name, isDefault, query: query.toString() })
    },
    done: ({ name }) => `已保存常用查询“${name}”`,
    onDone: onClose,
  })
  return (
    <Modal
      open
      title="保存常用查询"
      okText="保存"
      cancelText="取消"
      onCancel={onClose}
      onOk={() => form.submit()}
      confirmLoading={saving.isPending}
      width={440}
      afterOpenChange={(isOpen) => isOpen && form.focusField('name')}
    >
      <p>{viewInWords(filterInAddress(words).toString())}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ name: '', isMoving: period !== null, isDefault: false }}
        onFinish={(filled) => saving.mutate(filled)}
      >
        <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '必填' }]}>
          <Input maxLength={30} autoComplete="off" placeholder="如：本月主题党日" />
        </Form.Item>
        <Form.Item name="isMoving" valuePropName="checked" hidden={period === null}>
          <Checkbox>时间随日历走：每次打开都是{period}</Checkbox>
        </Form.Item>
        <Form.Item name="isDefault" valuePropName="checked">
          <Checkbox>打开这一页时就用它</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  )
}
