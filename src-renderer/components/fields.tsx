/** The fields that every form is made of (表单项): label from the one list of labels, rules in Chinese, dense grid. */
import { Form, type FormItemProps, Input, InputNumber, Select, Switch } from 'antd'
import type { ReactNode } from 'react'
import { fieldLabels } from '../../src-shared/field-labels.ts'
import { DayInput, TimeInput } from './day-input.tsx'
import { GrowText } from './grow-text.tsx'
import { ManySelect } from './many-select.tsx'

type Rules = NonNullable<FormItemProps['rules']>

export type FieldProps = {
  readonly name: string
  /** Instead of the label in the list of labels. */
  readonly label?: string
  readonly required?: boolean
  /** Columns of the grid that it takes; 'all' is a whole line. */
  readonly span?: 2 | 'all'
  /** Said below the field. */
  readonly hint?: ReactNode
  readonly autoFocus?: boolean
}

/** A control with its label and place in the grid; the others are made with it. */
export function Field(props: FieldProps & { readonly rules?: Rules; readonly children: ReactNode }) {
  const { name, label, required = false, span, hint, rules = [], children } = props
  return (
    <Form.Item
      name={name}
      label={label ?? fieldLabels[name]}
      className={span ? `span-${span}` : ''}
      extra={hint}
      rules={required ? [requiredRule, ...rules] : rules}
      validateFirst
    >
      {children}
    </Form.Item>
  )
}

export const requiredRule = { required: true, whitespace: true, message: '必填' }
const requiredChoice = { required: true, message: '必填' }

/** Numbers of people, sessions …; blank stays blank, it does not become 0. */
const countRules: Rules = [
  {
    validator: (_, value: unknown) =>
      typeof value !== 'number'
        ? Promise.resolve()
        : value < 0
          ? Promise.reject(new Error('不能小于0'))
          : !Number.isInteger(value)
            ? Promise.reject(new Error('应为整数'))
            : value > 100_000_000
              ? Promise.reject(new Error('数字过大，请核对'))
              : Promise.resolve(),
  },
]

export function TextField({ max, placeholder, ...field }: FieldProps & { max: number; placeholder?: string }) {
  return (
    <Field {...field} rules={[{ max, message: `不能超过${max}个字` }]}>
      <Input autoFocus={field.autoFocus ?? false} placeholder={placeholder ?? ''} autoComplete="off" />
    </Field>
  )
}

export function LongTextField({ max, rows = 2, ...field }: FieldProps & { max: number; rows?: number }) {
  return (
    <Field span="all" {...field} rules={[{ max, message: `不能超过${max}个字` }]}>
      <GrowText rows={rows} />
    </Field>
  )
}

export function CountField(field: FieldProps) {
  return (
    <Field {...field} rules={countRules}>
      <CountInput />
    </Field>
  )
}

export function YuanField(field: FieldProps) {
  return (
    <Field {...field} rules={[{ type: 'number', min: 0, message: '不能小于0' }]}>
      <CountInput />
    </Field>
  )
}

type CountInputProps = {
  readonly id?: string
  readonly value?: number | null
  readonly onChange?: (value: number | null) => void
  readonly 'aria-label'?: string
}

/** Blank is null: 未统计. */
export function CountInput({ value, onChange, ...rest }: CountInputProps) {
  return (
    <InputNumber<number>
      {...rest}
      className="wide"
      controls={false}
      value={value ?? null}
      onChange={(count) => onChange?.(count)}
      placeholder="空着表示未统计"
    />
  )
}

export function DayField(field: FieldProps) {
  return (
    <Field {...field} rules={field.required ? [requiredChoice] : []} required={false}>
      <DayInput autoFocus={field.autoFocus ?? false} />
    </Field>
  )
}

export function TimeField(field: FieldProps) {
  return (
    <Field {...field}>
      <TimeInput />
    </Field>
  )
}

type WordsProps = FieldProps & { readonly words: readonly string[] }

/** One word of a vocabulary. */
export function ChoiceField({ words, ...field }: WordsProps) {
  return (
    <Field {...field} required={false} rules={field.required ? [requiredChoice] : []}>
      <Select
        options={optionsOf(words)}
        showSearch
        allowClear={!field.required}
        autoFocus={field.autoFocus ?? false}
        placeholder="请选择"
      />
    </Field>
  )
}

/** Several words of a vocabulary. */
export function ChoicesField({ words, ...field }: WordsProps) {
  return (
    <Field {...field} required={false} rules={field.required ? [{ ...requiredChoice, type: 'array' }] : []}>
      <ManySelect options={optionsOf(words)} maxTagCount="responsive" placeholder="可多选" />
    </Field>
  )
}

export function SwitchInput(props: {
  readonly id?: string
  readonly value?: boolean
  readonly onChange?: (value: boolean) => void
  readonly 'aria-label'?: string
}) {
  const { value, ...rest } = props
  return <Switch {...rest} size="small" checked={value ?? false} checkedChildren="是" unCheckedChildren="否" />
}

export function optionsOf(words: readonly string[]) {
  return words.map((word) => ({ value: word, label: word }))
}

/** Fields that belong together, under a small heading. */
export function FieldGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="field-group">
      <legend>{title}</legend>
      <div className="field-grid">{children}</div>
    </fieldset>
  )
}
