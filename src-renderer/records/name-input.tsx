/** Typing a name (录入联想): entries of the registers are offered, by characters or by sound; any other text stays. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { AutoComplete, Form, Input } from 'antd'
import { type KeyboardEvent, use, useState } from 'react'
import type { Suggestion } from '../../src-shared/register-uses.ts'
import type { RegisterKind } from '../../src-shared/register-words.ts'
import { useBackend } from '../api.ts'
import { Field, type FieldProps } from '../components/fields.tsx'
import { GrowText } from '../components/grow-text.tsx'
import { RowPathContext } from '../components/rows-field.tsx'
import { KeepDraftContext } from './keep-draft.ts'

type NameInputProps = {
  readonly kinds: readonly RegisterKind[]
  readonly max: number
  /** Fields beside it that choosing an entry fills in. */
  readonly fills?: readonly string[]
  /** Whether it holds several names with 、 between them. */
  readonly isSeveral?: boolean
  readonly isLong?: boolean
  readonly placeholder?: string
  // From the form.
  readonly id?: string
  readonly value?: string
  readonly onChange?: (value: string) => void
  readonly 'aria-label'?: string
}

const separators = /[、，,；;\n]/

export function NameInput(props: NameInputProps) {
  const { kinds, max, fills = [], isSeveral = false, isLong = false, placeholder = '', value = '', onChange } = props
  const { queries } = useBackend()
  const form = Form.useFormInstance()
  const row = use(RowPathContext)
  const keepDraft = use(KeepDraftContext)
  const [isOpen, setOpen] = useState(false)
  const before = isSeveral ? (/^.*[、，,；;\n]/s.exec(value)?.[0] ?? '') : ''
  const typed = value.slice(before.length).trim().slice(0, 200)
  const { data: offered = [] } = useQuery({
    ...queries.registers.suggest.queryOptions({ input: { kinds: [...kinds], text: typed } }),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  })
  // Names that stand there already need not be offered again.
  const named = [typed, ...before.split(separators)]
  const options = offered
    .filter(({ name }) => !named.includes(name))
    .map((suggestion) => ({ value: before + suggestion.name, label: <Offered {...suggestion} />, suggestion }))
  const choose = (_: unknown, { suggestion }: { readonly suggestion: Suggestion }) => {
    for (const field of fills) {
      const filled = suggestion.fills[field]
      if (filled !== undefined && filled !== '') form.setFieldValue([...row, field], filled)
    }
    keepDraft()
  }
  const label = props['aria-label']
  const common = { maxLength: max, placeholder, ...(label ? { 'aria-label': label } : {}) }
  const isShown = isOpen && options.length > 0
  // Escape would close the form together with what is offered.
  const closeOnly = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isShown) return
    event.stopPropagation()
    setOpen(false)
  }
  return (
    <div className="wide" onKeyDownCapture={closeOnly}>
      <AutoComplete
        {...(props.id ? { id: props.id } : {})}
        {...(label ? { 'aria-label': label } : {})}
        className="wide"
        value={value}
        onChange={(text: string | undefined) => onChange?.(text ?? '')}
        onSelect={choose}
        options={options}
        open={isShown}
        onOpenChange={setOpen}
        // Enter and Tab leave what was typed alone unless an entry was walked to.
        defaultActiveFirstOption={false}
        showSearch={{ filterOption: false }}
        popupMatchSelectWidth={false}
      >
        {isLong ? <GrowText rows={2} {...common} /> : <Input autoComplete="off" {...common} />}
      </AutoComplete>
    </div>
  )
}

function Offered({ name, detail }: Suggestion) {
  return (
    <span className="offered-name">
      <span>{name}</span>
      {detail ? <span className="second">{detail}</span> : null}
    </span>
  )
}

/** A field of a form that holds a name. */
export function NameField({
  kinds,
  max,
  fills,
  isSeveral,
  isLong,
  placeholder,
  ...field
}: FieldProps & NameInputProps) {
  const choices = {
    kinds,
    max,
    ...(fills ? { fills } : {}),
    ...(isSeveral ? { isSeveral } : {}),
    ...(isLong ? { isLong } : {}),
    ...(placeholder ? { placeholder } : {}),
  }
  return (
    <Field {...field} {...(isLong ? { span: 'all' as const } : {})} rules={[{ max, message: `不能超过${max}个字` }]}>
      <NameInput {...choices} />
    </Field>
  )
}
