/** Head and foot of a document (版头、版记 etc.) as fields beside its text. */

import { Select, Switch } from 'antd'
import { addresseeWords } from '../../src-shared/addressees.ts'
import type { Addressee } from '../../src-shared/documents.ts'
import { DayField, Field, FieldGroup, TextField } from '../components/fields.tsx'
import { GrowText } from '../components/grow-text.tsx'

export function DocumentFields() {
  return (
    <div className="document-fields">
      <FieldGroup title="版头">
        <TextField name="mark" label="发文机关标志" max={40} required />
        <TextField name="number" max={40} placeholder="如：云工发〔2026〕5号" hint="拟用；定稿时按登记簿顺序编定" />
        <NamesField name="signers" required />
      </FieldGroup>
      <FieldGroup title="主体">
        <Field name="title" required span="all" rules={[{ max: 120, message: '不能超过120个字' }]}>
          <GrowText rows={2} />
        </Field>
        <NamesField name="recipients" required />
        <TextField name="issuer" max={40} required />
        <DayField name="date" label="成文日期" required />
        <Field name="hasSeal" label="加盖印章">
          <SealInput />
        </Field>
      </FieldGroup>
      <FieldGroup title="版记">
        <NamesField name="copyTo" />
        <TextField name="printer" max={40} required />
        <DayField name="printedOn" required />
      </FieldGroup>
    </div>
  )
}

/** Several names, each typed and closed with Enter or 、. */
function NamesField({ name, required = false }: { readonly name: string; readonly required?: boolean }) {
  return (
    <Field
      name={name}
      hint="逐个输入，按回车分开"
      rules={required ? [{ required: true, type: 'array', message: '必填' }] : []}
    >
      <NamesSelect />
    </Field>
  )
}

type NamesSelectProps = {
  readonly value?: readonly Addressee[]
  readonly onChange?: (value: Addressee[]) => void
}

/** A group of addressees is one entry, its names with 、 between them. */
function NamesSelect({ value, onChange, ...rest }: NamesSelectProps) {
  const written = (words: string) => value?.find((one) => addresseeWords(one) === words) ?? words
  return (
    <Select
      {...rest}
      mode="tags"
      open={false}
      suffixIcon={null}
      tokenSeparators={['、', '，', ',', '；']}
      value={(value ?? []).map(addresseeWords)}
      onChange={(words) => onChange?.(words.map(written))}
    />
  )
}

function SealInput({ value, ...rest }: { id?: string; value?: boolean; onChange?: (value: boolean) => void }) {
  return <Switch {...rest} checked={value ?? true} checkedChildren="盖章" unCheckedChildren="不盖章" />
}
