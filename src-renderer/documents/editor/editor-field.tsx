/** The fields of the editor (公文要素): each shows one part of the document and what is wrong with it. */
import { Form, Input } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { fieldLabels } from '../../../src-shared/field-labels.ts'
import { GrowText } from '../../components/grow-text.tsx'
import { chooseMark } from './choose-mark.ts'
import type { EditorPart } from './edit.ts'
import { faultAt } from './use-faults.ts'

type EditorFieldProps = {
  readonly label: string
  readonly fault: string | undefined
  readonly hint?: ReactNode
  readonly isWide?: boolean
  readonly isNeeded?: boolean
  readonly children: (id: string) => ReactNode
}

export function EditorField({ label, fault, hint, isWide = false, isNeeded = false, children }: EditorFieldProps) {
  const id = useId()
  return (
    <Form.Item
      label={label}
      htmlFor={id}
      required={isNeeded}
      className={isWide ? 'span-all' : ''}
      validateStatus={fault ? 'error' : ''}
      help={fault}
      extra={hint}
    >
      {children(id)}
    </Form.Item>
  )
}

type TextName = 'mark' | 'number' | 'title' | 'issuer' | 'printer' | 'note' | 'copyNumber'

type TextPartProps = EditorPart & {
  readonly name: TextName
  readonly label?: string
  readonly max: number
  readonly placeholder?: string
  readonly hint?: ReactNode
  readonly isWide?: boolean
  readonly isNeeded?: boolean
  /** Lines to begin with; without it the field has one line. */
  readonly rows?: number
}

/** A part of the document that is a text; one that may be absent is, once it is empty. */
export function TextPart({ content, edit, faults, name, max, rows, label, placeholder = '', ...field }: TextPartProps) {
  const onText = (text: string) =>
    edit(({ [name]: _, ...rest }) => {
      const isAbsent = text === '' && (name === 'note' || name === 'copyNumber')
      return (isAbsent ? rest : { ...rest, [name]: text }) as typeof content
    }, name)
  const input = { value: content[name] ?? '', maxLength: max, placeholder, autoComplete: 'off' }
  return (
    <EditorField {...field} label={label ?? fieldLabels[name] ?? name} fault={faultAt(faults, name)}>
      {(id) =>
        rows === undefined ? (
          <Input {...input} id={id} onChange={({ target }) => onText(target.value)} />
        ) : (
          <GrowText
            {...input}
            id={id}
            rows={rows}
            onClick={chooseMark}
            onChange={({ target }) => onText(name === 'mark' ? target.value : target.value.replaceAll('\n', ''))}
          />
        )
      }
    </EditorField>
  )
}

type WordsInputProps<Value> = {
  readonly id: string
  readonly value: Value
  readonly words: (value: Value) => string
  readonly read: (text: string) => Value
  readonly onChange: (value: Value) => void
  readonly placeholder: string
  readonly rows?: number
}

/** A list typed as one text. While it is typed it stays as typed; left alone it shows how it was understood. */
export function WordsInput<Value>({ id, value, words, read, onChange, placeholder, rows = 1 }: WordsInputProps<Value>) {
  const [typed, setTyped] = useState<{ text: string; value: Value } | null>(null)
  // Undone from elsewhere, the list is no longer what was typed.
  const text = typed !== null && words(typed.value) === words(value) ? typed.text : words(value)
  return (
    <GrowText
      id={id}
      rows={rows}
      value={text}
      placeholder={placeholder}
      onChange={({ target }) => {
        const understood = read(target.value)
        setTyped({ text: target.value, value: understood })
        onChange(understood)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
