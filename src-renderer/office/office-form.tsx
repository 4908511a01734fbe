/** The office's particulars (本单位信息): how documents, sheets and bundles are signed. */
import { App, Button, Form } from 'antd'
import type { Office, OfficeInput } from '../../src-shared/office.ts'
import { useBackend } from '../api.ts'
import { FieldGroup, TextField } from '../components/fields.tsx'
import { showIssues } from '../components/show-issues.ts'
import { useAction } from '../components/use-action.ts'
import { problemOf } from '../problem-of.ts'

type OfficeFormProps = {
  readonly office: Office | null
  readonly saveLabel: string
  readonly onSaved?: () => void
}

export function OfficeForm({ office, saveLabel, onSaved }: OfficeFormProps) {
  const { client } = useBackend()
  const { message } = App.useApp()
  const [form] = Form.useForm<OfficeInput>()
  const saving = useAction({
    call: (input: OfficeInput) => client.office.set(input),
    done: '本单位信息已保存',
    onDone: () => onSaved?.(),
    isQuiet: (problem) => problem.issues.length > 0,
  })
  const save = (input: OfficeInput) =>
    saving.mutate(input, { onError: (error) => showIssues(form, problemOf(error), { skip: 0, message }) })
  return (
    <Form form={form} layout="vertical" initialValues={office ?? {}} onFinish={save} className="narrow-form">
      <FieldGroup title="单位">
        <TextField
          name="name"
          label="本单位全称"
          max={40}
          required
          span={2}
          autoFocus={office === null}
          placeholder="如：云山县总工会"
        />
        <TextField name="superior" max={40} required placeholder="如：固川市总工会" />
        <TextField name="documentCode" max={20} required placeholder="如：云工发" hint="发文字号〔年份〕前的几个字" />
        <TextField name="signer" max={20} required hint="上行文标注的签发人" />
        <TextField name="divisionCode" max={6} hint="6位数字，可以不填" />
      </FieldGroup>
      <FieldGroup title="统计表与公文落款（可以以后再填）">
        <TextField name="unitHead" max={20} />
        <TextField name="reviewer" max={20} />
        <TextField name="contact" max={20} />
        <TextField name="phone" max={30} />
        <TextField name="mark" max={40} hint="不填即为单位全称" />
        <TextField name="printer" max={40} hint="不填即为本单位办公室" />
      </FieldGroup>
      <Button type="primary" htmlType="submit" aria-keyshortcuts="Control+S" loading={saving.isPending}>
        {saveLabel}
      </Button>
    </Form>
  )
}
