/** 起始号: where the numbers go on for an office that gave the first ones of the year on paper. */

import { useQuery } from '@tanstack/react-query'
import { App, Form, InputNumber, Modal } from 'antd'
import { useBackend } from '../api.ts'
import { Field, TextField } from '../components/fields.tsx'
import { showIssues } from '../components/show-issues.ts'
import { useAction } from '../components/use-action.ts'
import { useShell } from '../components/use-shell.ts'
import { problemOf } from '../problem-of.ts'

type Begin = { readonly code: string; readonly year: number; readonly firstSerial: number }

type FirstSerialDialogProps = { readonly isOpen: boolean; readonly year: number; readonly onClose: () => void }

export function FirstSerialDialog({ isOpen, year, onClose }: FirstSerialDialogProps) {
  const { client, queries } = useBackend()
  const { message } = App.useApp()
  const [form] = Form.useForm<Begin>()
  const { data: office } = useQuery(queries.office.show.queryOptions())
  const { today } = useShell()
  const setting = useAction({
    call: (begin: Begin) => client.outgoing.setFirstSerial(begin),
    done: ({ code, year: ofYear, nextSerial }) => `${code}〔${ofYear}〕从${nextSerial}号编起`,
    onDone: onClose,
    isQuiet: (problem) => problem.issues.length > 0,
  })
  const set = async () => {
    const begin = await form.validateFields().catch(() => undefined)
    if (!begin) return
    await setting.mutateAsync(begin).catch((error: unknown) => showIssues(form, problemOf(error), { skip: 0, message }))
  }
  return (
    <Modal
      open={isOpen}
      title="设置起始号"
      okText="保存"
      cancelText="取消"
      okButtonProps={{ loading: setting.isPending }}
      onOk={() => void set()}
      onCancel={onClose}
      destroyOnHidden
      width={480}
    >
      <p>今年已在纸上编过号的，填接下来该用的号。编出第一个号以后不能再改。</p>
      <Form
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={{ code: office?.documentCode ?? '', year: year || Number(today.slice(0, 4)) }}
      >
        <div className="field-grid">
          <TextField name="code" label="发文代字" max={20} required />
          <Field name="year" required={false} rules={[{ required: true, message: '必填' }]}>
            <InputNumber<number> className="wide" controls={false} min={2000} max={2099} precision={0} />
          </Field>
          <Field name="firstSerial" rules={[{ required: true, message: '必填' }]}>
            <InputNumber<number>
              className="wide"
              controls={false}
              min={1}
              max={99_999}
              precision={0}
              placeholder="如 16"
            />
          </Field>
        </div>
      </Form>
    </Modal>
  )
}
