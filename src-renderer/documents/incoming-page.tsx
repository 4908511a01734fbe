/** 来文登记: letters from elsewhere, numbered by the year in which they were received. */
import { InputNumber } from 'antd'
import type { Api } from '../../src-shared/contract.ts'
import type { Incoming, IncomingInput } from '../../src-shared/incoming.ts'
import { Clipped } from '../components/clipped.tsx'
import { DayField, Field, FieldGroup, LongTextField, TextField } from '../components/fields.tsx'
import type { Register, RegisterCalls } from '../records/register.ts'
import { RegisterPage } from '../records/register-page.tsx'
import { DocumentTabs } from './document-tabs.tsx'

export function IncomingPage() {
  return <RegisterPage register={incoming} />
}

const incoming: Register<Incoming, IncomingInput> = {
  name: 'incoming',
  list: 'incoming',
  title: '报告与公文',
  word: '来文',
  hint: '收到的文件逐件登记，按收文年份编号。',
  Above: DocumentTabs,
  calls: callsOf,
  nameOf: ({ title }) => title,
  hasDays: true,
  whenEmpty: '还没有登记过来文。收到上级或其他单位的文件，在这里逐件登记。',
  Fields: IncomingFields,
  blank: (today) => ({ receivedOn: today, copies: 1 }),
  keptForNext: ['receivedOn', 'sender'],
  columns: [
    { title: '收文号', key: 'serial', width: 128, render: (_, { year, serial }) => `${year}年第${serial}号` },
    { title: '收文日期', dataIndex: 'receivedOn', width: 112, className: 'figure' },
    { title: '来文机关', dataIndex: 'sender', width: 180, render: (name: string) => <Clipped>{name}</Clipped> },
    { title: '来文字号', dataIndex: 'senderNumber', width: 180, render: (name: string) => <Clipped>{name}</Clipped> },
    { title: '标题', dataIndex: 'title', render: (title: string) => <Clipped>{title}</Clipped> },
    { title: '份数', dataIndex: 'copies', width: 64, align: 'right', className: 'figure' },
  ],
}

/** The number is given at registering and is no field of the form. */
function callsOf({ incoming: calls }: Api): RegisterCalls<Incoming, IncomingInput> {
  return {
    list: calls.list,
    get: calls.get,
    add: (letters) => calls.add(letters.map(fieldsOnly)),
    update: (edit) => calls.update({ ...edit, fields: fieldsOnly(edit.fields) }),
    remove: calls.remove,
    restore: calls.restore,
  }
}

function fieldsOnly(fields: IncomingInput & { readonly year?: number; readonly serial?: number }): IncomingInput {
  const { year: _year, serial: _serial, ...own } = fields
  return own
}

function IncomingFields() {
  return (
    <FieldGroup title="来文">
      <DayField name="receivedOn" required />
      <TextField name="sender" max={60} required autoFocus placeholder="如：固川市总工会" />
      <TextField name="senderNumber" max={60} placeholder="如：固工发〔2026〕31号" />
      <LongTextField name="title" max={200} rows={1} required />
      <Field name="copies">
        <InputNumber<number> className="wide" controls={false} min={1} max={9_999} precision={0} />
      </Field>
      <LongTextField name="note" max={500} rows={1} />
    </FieldGroup>
  )
}
