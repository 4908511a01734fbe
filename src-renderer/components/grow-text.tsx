/** A text area that grows with what is typed (多行文本). */
import { Input } from 'antd'
import type { TextAreaProps } from 'antd/es/input'

const lineHeight = 22
const frame = 10

/** `rows`: lines that are there from the start. */
export function GrowText({ rows = 1, ...rest }: TextAreaProps & { readonly rows?: number }) {
  return <Input.TextArea {...rest} rows={rows} className="grow" style={{ minHeight: rows * lineHeight + frame }} />
}
