/** A field that holds several rows (多行登记): speakers, cadres, problems, deeds. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, type FormItemProps } from 'antd'
import { cloneElement, createContext, type ReactElement } from 'react'
import { fieldLabels } from '../../src-shared/field-labels.ts'

export type RowPart = {
  /** Name of the part; '' when a row is a single value. */
  readonly name: string
  readonly label: string
  /** Share of the line, as in CSS grid: `2fr`, `110px`. */
  readonly width: string
  readonly rules?: NonNullable<FormItemProps['rules']>
  readonly input: ReactElement<{ 'aria-label'?: string }>
}

type RowsFieldProps = {
  readonly name: string
  readonly parts: readonly RowPart[]
  /** What a new row holds. */
  readonly blank: unknown
  /** What one row is called: 宣讲人. */
  readonly word: string
  /** The sentence when there is no row, where one is needed. */
  readonly atLeastOne?: string
  /** Rows that can be put in together, and what the button that does so says. */
  readonly offered?: { readonly words: string; readonly rows: readonly unknown[] }
}

/** Where in the form the row stands that an input belongs to; none outside of rows. */
export const RowPathContext = createContext<readonly (string | number)[]>([])

export function RowsField({ name, parts, blank, word, atLeastOne, offered }: RowsFieldProps) {
  // A share may become narrower than its words: the line must not be wider than the form.
  const widths = parts.map(({ width }) => (width.endsWith('fr') ? `minmax(0, ${width})` : width))
  const columns = { gridTemplateColumns: `${widths.join(' ')} 32px` }
  const needed = async (_: unknown, rows: readonly unknown[] | undefined) => {
    if (atLeastOne && !rows?.length) throw new Error(atLeastOne)
  }
  return (
    <div className="span-all rows-field">
      <div className={atLeastOne ? 'rows-label needed' : 'rows-label'}>{fieldLabels[name]}</div>
      <Form.List name={name} rules={[{ validator: needed }]}>
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.length > 0 ? (
              <div className="rows-head" style={columns} aria-hidden="true">
                {parts.map((part) => (
                  <span key={part.name}>{part.label}</span>
                ))}
              </div>
            ) : null}
            {rows.map((row, index) => (
              <RowPathContext key={row.key} value={[name, row.name]}>
                <div className="rows-line" style={columns}>
                  {parts.map((part) => (
                    <Form.Item
                      key={part.name}
                      name={part.name === '' ? row.name : [row.name, part.name]}
                      rules={part.rules ?? []}
                      validateFirst
                    >
                      {cloneElement(part.input, { 'aria-label': `${word}${index + 1}的${part.label}` })}
                    </Form.Item>
                  ))}
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={`去掉${word}${index + 1}`}
                    onClick={() => remove(row.name)}
                  />
                </div>
              </RowPathContext>
            ))}
            <Form.ErrorList errors={errors} />
            <Button size="small" icon={<PlusOutlined />} onClick={() => add(structuredClone(blank))}>
              添加{word}
            </Button>
            {offered && offered.rows.length > 0 ? (
              <Button
                size="small"
                type="link"
                onClick={() => {
                  for (const row of offered.rows) add(structuredClone(row))
                }}
              >
                {offered.words}
              </Button>
            ) : null}
          </>
        )}
      </Form.List>
    </div>
  )
}
