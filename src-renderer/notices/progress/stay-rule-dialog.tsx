/** 设定天数规定: how many days each cadre owes, in which time, by which document; nothing is presumed. */
import { App, Button, Form, InputNumber, Modal } from 'antd'
import { stayRulePeriods } from '../../../src-shared/notice-words.ts'
import type { StayRule } from '../../../src-shared/stay-rule.ts'
import { useBackend } from '../../api.ts'
import { ChoiceField, Field, TextField } from '../../components/fields.tsx'
import { showIssues } from '../../components/show-issues.ts'
import { useAction } from '../../components/use-action.ts'
import { problemOf } from '../../problem-of.ts'

export function StayRuleDialog({ rule, onClose }: { readonly rule: StayRule | null; readonly onClose: () => void }) {
  const { client } = useBackend()
  const { message } = App.useApp()
  const [form] = Form.useForm<StayRule>()
  const setting = useAction({
    call: (set: StayRule | null) => client.stayRule.set(set),
    done: (_, set) => (set ? '天数规定已保存' : '天数规定已取消'),
    isQuiet: (problem) => problem.issues.length > 0,
    onDone: onClose,
  })
  const save = async () => {
    const fields = await form.validateFields().catch(() => undefined)
    if (!fields) return
    await setting.mutateAsync(fields).catch((error) => showIssues(form, problemOf(error), { skip: 0, message }))
  }
  return (
    <Modal
      open
      title="蹲点天数规定"
      onCancel={onClose}
      footer={[
        ...(rule
          ? [
              <Button key="clear" className="foot-start" onClick={() => setting.mutate(null)}>
                取消规定
              </Button>,
            ]
          : []),
        <Button key="close" onClick={onClose}>
          关闭
        </Button>,
        <Button key="save" type="primary" loading={setting.isPending} onClick={() => void save()}>
          保存
        </Button>,
      ]}
    >
      <Form form={form} layout="vertical" initialValues={rule ?? {}}>
        <Field name="minDays" label="每名干部不少于（天）" rules={[{ required: true, message: '必填' }]}>
          <InputNumber<number> className="wide" controls={false} min={1} max={366} precision={0} />
        </Field>
        <ChoiceField name="period" label="在多长时间里" words={stayRulePeriods} required />
        <TextField name="source" label="依据的文件" max={200} required placeholder="文件名称和文号" />
      </Form>
    </Modal>
  )
}
