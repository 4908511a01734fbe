/** 退回 of a record that an office below has reported: which field, and in our clerk's own words what is to be put right. */
import { App, Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { fieldLabels } from '../../src-shared/field-labels.ts'
import { useBackend } from '../api.ts'
import { requiredRule } from '../components/fields.tsx'
import { useAction } from '../components/use-action.ts'

type ReturnButtonProps = {
  readonly officeId: string
  readonly officeName: string
  readonly table: string
  readonly rowId: string
  /** As it is shown: a later one is not meant. */
  readonly version: number
  /** Names of the record's fields. */
  readonly fields: readonly string[]
}

type Words = { readonly field?: string; readonly words: string }

export function ReturnButton({ officeName, fields, ...row }: ReturnButtonProps) {
  const { client } = useBackend()
  const { message } = App.useApp()
  const [isOpen, setOpen] = useState(false)
  const [form] = Form.useForm<Words>()
  const returning = useAction({
    call: ({ field = '', words }: Words) => client.receipts.returnRow({ ...row, field, words }),
    onDone: () => {
      message.success(`已退回，签发回执后送达${officeName}`)
      setOpen(false)
      form.resetFields()
    },
  })
  const named = fields.filter((name) => fieldLabels[name] !== undefined)
  return (
    <>
      <Button onClick={() => setOpen(true)}>退回…</Button>
      <Modal
        open={isOpen}
        title={`退回给${officeName}`}
        okText="退回"
        cancelText="取消"
        confirmLoading={returning.isPending}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <Form form={form} layout="vertical" onFinish={(given) => returning.mutate(given)}>
          <Form.Item name="field" label="哪一项有问题" extra="不选就是整条记录">
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              placeholder="请选择"
              options={named.map((name) => ({ value: name, label: fieldLabels[name] }))}
            />
          </Form.Item>
          <Form.Item name="words" label="意见" rules={[requiredRule, { max: 500, message: '不能超过500个字' }]}>
            <Input.TextArea rows={3} placeholder="写明要改什么，对方打开这条记录就能看到" />
          </Form.Item>
        </Form>
      </Modal>
    </>
  )
}
