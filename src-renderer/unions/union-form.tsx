/** The form of a grassroots union (单位登记表). */
import { Form, Select } from 'antd'
import { unionKinds } from '../../src-shared/vocabulary.ts'
import {
  ChoiceField,
  CountField,
  DayField,
  Field,
  FieldGroup,
  LongTextField,
  TextField,
} from '../components/fields.tsx'
import { useAddress } from '../components/use-address.ts'
import { useUnions } from './use-unions.ts'

export function UnionFields() {
  const { words } = useAddress()
  const record = words.get('record')
  const isStored = record !== null && record !== 'new'
  return (
    <FieldGroup title="基层工会">
      <TextField
        name="name"
        max={60}
        required
        span={2}
        autoFocus
        placeholder="全称，如：云山水泥有限公司工会"
        hint={isStored ? '这里只改错字；单位改了名称的，请用下面的“更名”' : null}
      />
      <ChoiceField name="kind" words={unionKinds} required />
      <TextField name="township" max={30} required placeholder="如：城关镇" />
      <ParentField />
      <TextField name="industry" max={30} />
      <TextField name="code" max={18} placeholder="18位" />
      <TextField name="statisticsCode" max={20} hint="终身不变，填后只能更正" />
      <DayField name="foundedOn" hint="不详的空着" />
      <CountField name="members" />
      <CountField name="staff" />
      <TextField name="chair" max={20} />
      <TextField name="phone" max={30} />
      <LongTextField name="note" max={500} rows={1} />
    </FieldGroup>
  )
}

function ParentField() {
  const { words } = useAddress()
  const { byId, standing, isLoading } = useUnions()
  const chosen = Form.useWatch('parentId') as string | null | undefined
  const offered = standing.filter(({ id }) => id !== words.get('record'))
  const ended = chosen ? byId.get(chosen) : undefined
  const options = ended?.life.endedOn ? [ended, ...offered] : offered
  return (
    <Field name="parentId" label="上级工会" hint="在名册中的，如乡镇总工会">
      <Select
        options={options.map(({ id, name, township }) => ({ value: id, label: name, words: `${township}${name}` }))}
        loading={isLoading}
        allowClear
        showSearch={{ filterOption: (text, option) => option?.words.includes(text.trim()) ?? false }}
        placeholder="没有的空着"
      />
    </Field>
  )
}
