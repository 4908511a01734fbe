/** 修改要素: what was read wrongly of a notice is put right; its requirements stay as they are. */
import { InputNumber } from 'antd'
import type { NoticeDetail, NoticeFields } from '../../src-shared/notices.ts'
import { useBackend } from '../api.ts'
import { DayField, Field, FieldGroup, LongTextField, TextField } from '../components/fields.tsx'
import { FormDrawer, type Stored } from './form-drawer.tsx'
import { WordsField } from './words-field.tsx'

type NoticeFormProps = {
  readonly notice: NoticeDetail
  readonly onClose: () => void
}

export function NoticeForm({ notice, onClose }: NoticeFormProps) {
  const { client } = useBackend()
  const { id } = notice
  return (
    <FormDrawer
      title="修改通知要素"
      draftKey={`notice:${id}`}
      stored={storedOf(notice)}
      save={(fields, version) => client.notices.update({ id, version, fields })}
      done="通知要素已保存"
      skip={1}
      onClose={onClose}
      reload={async () => storedOf(await client.notices.get({ id }))}
    >
      <FieldGroup title="来文">
        <LongTextField name="title" label="标题" max={200} rows={1} required />
        <TextField name="issuer" label="来文机关" max={120} />
        <TextField name="number" label="文号" max={60} placeholder="如：固工发〔2026〕31号" />
        <DayField name="date" label="成文日期" />
        <WordsField name="recipients" label="主送" span="all" />
        <WordsField name="copyTo" label="抄送" span="all" />
      </FieldGroup>
      <FieldGroup title="印发">
        <TextField name="printer" label="印发机关" max={120} />
        <DayField name="printedOn" label="印发日期" />
        <Field name="copies" label="份数">
          <InputNumber<number> className="wide" controls={false} min={1} max={100_000} precision={0} />
        </Field>
      </FieldGroup>
    </FormDrawer>
  )
}

function storedOf({ version, ...notice }: NoticeDetail): Stored<NoticeFields> {
  const { issuer, number, title, recipients, date, copyTo, printer, printedOn, copies } = notice
  return { version, values: { issuer, number, title, recipients, date, copyTo, printer, printedOn, copies } }
}
