/** A field of several words (多个词): some are offered, any other may be typed; 、 or ， ends a word. */
import { Form, Select } from 'antd'
import type { KeyboardEvent } from 'react'
import { optionsOf } from '../components/fields.tsx'

type WordsFieldProps = {
  readonly name: string | readonly string[]
  readonly label: string
  readonly offered?: readonly string[]
  readonly span?: 2 | 'all'
  readonly hint?: string
  readonly placeholder?: string
}

export function WordsField({
  name,
  label,
  offered = [],
  span,
  hint,
  placeholder = '输入后按回车，可填多个',
}: WordsFieldProps) {
  return (
    <Form.Item
      name={typeof name === 'string' ? name : [...name]}
      label={label}
      className={span ? `span-${span}` : ''}
      extra={hint}
    >
      <WordsInput offered={offered} placeholder={placeholder} />
    </Form.Item>
  )
}

type WordsInputProps = {
  readonly id?: string
  readonly value?: string[]
  readonly onChange?: (words: string[]) => void
  readonly offered: readonly string[]
  readonly placeholder: string
}

function WordsInput({ offered, ...rest }: WordsInputProps) {
  // antd's Tab would choose whatever option is lit; here it only leaves the field.
  const leaveAlone = (event: KeyboardEvent) => {
    if (event.key === 'Tab') event.stopPropagation()
  }
  return (
    <div className="wide" onKeyDownCapture={leaveAlone}>
      <Select
        {...rest}
        mode="tags"
        className="wide"
        tokenSeparators={['、', '，', ',', '；']}
        options={optionsOf(offered)}
        notFoundContent={null}
      />
    </div>
  )
}
