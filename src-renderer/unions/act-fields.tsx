/** Fields of the dialogs that choose other unions or name new ones (合并、分设、去重). */
import { Form, Input, Radio, Select } from 'antd'
import type { GrassrootsUnion } from '../../src-shared/unions.ts'
import { CountInput, DayField, Field, requiredRule, SwitchInput } from '../components/fields.tsx'
import { ManySelect } from '../components/many-select.tsx'
import { RowsField } from '../components/rows-field.tsx'
import { useUnions } from './use-unions.ts'

type Fields = { readonly union: GrassrootsUnion }

const chosen = { required: true, message: '请选择单位' }

function useOthers({ id }: GrassrootsUnion) {
  const { standing, isLoading } = useUnions()
  const options = standing
    .filter((union) => union.id !== id)
    .map(({ id: value, name, township }) => ({ value, label: name, words: `${township}${name}` }))
  return { options, isLoading }
}

const byWords = (text: string, option?: { words: string }) => option?.words.includes(text.trim()) ?? false

export function MergeFields({ union }: Fields) {
  const { options, isLoading } = useOthers(union)
  const direction = Form.useWatch('direction') ?? 'into'
  return (
    <>
      <Form.Item name="direction" label="怎样合并">
        <Radio.Group
          options={[
            { value: 'into', label: '本单位并入别的单位' },
            { value: 'from', label: '别的单位并入本单位' },
          ]}
        />
      </Form.Item>
      {direction === 'into' ? (
        <Field name="other" label="并入哪个单位" rules={[chosen]}>
          <Select options={options} loading={isLoading} showSearch={{ filterOption: byWords }} placeholder="请选择" />
        </Field>
      ) : (
        <Field name="others" label="并入本单位的" rules={[{ ...chosen, type: 'array' }]}>
          <ManySelect options={options} placeholder="可多选" />
        </Field>
      )}
      <DayField name="on" label="合并日期" required />
    </>
  )
}

export function SplitFields() {
  return (
    <>
      <RowsField
        name="parts"
        word="单位"
        blank={{ name: '' }}
        atLeastOne="至少填一个分设出来的单位"
        parts={[
          {
            name: 'name',
            label: '名称',
            width: '3fr',
            rules: [requiredRule, { max: 60, message: '不能超过60个字' }],
            input: <Input autoComplete="off" />,
          },
          { name: 'members', label: '会员人数', width: '1.2fr', input: <CountInput /> },
          { name: 'staff', label: '职工人数', width: '1.2fr', input: <CountInput /> },
        ]}
      />
      <Form.Item name="keepsOriginal" label="原单位保留" className="union-keeps">
        <SwitchInput />
      </Form.Item>
      <DayField name="on" label="分设日期" required />
    </>
  )
}

export function TwinFields({ union }: Fields) {
  const { options, isLoading } = useOthers(union)
  return (
    <Field name="other" label="与它重复的单位" rules={[chosen]}>
      <Select options={options} loading={isLoading} showSearch={{ filterOption: byWords }} placeholder="请选择" />
    </Field>
  )
}
