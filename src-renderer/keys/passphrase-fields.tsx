/** A new passphrase (新口令) typed twice, and whether it is asked for where the computer could open the keys by itself. */
import { Checkbox, Form, Input } from 'antd'
import { requiredRule } from '../components/fields.tsx'

/** As the core asks for. */
const shortest = 8

type NewPassphraseProps = {
  readonly label: string
  readonly isOptional?: boolean
  /** Whether this computer keeps secrets by itself. */
  readonly hasSystemStore?: boolean
}

export function NewPassphrase({ label, isOptional = false, hasSystemStore = false }: NewPassphraseProps) {
  return (
    <>
      <Form.Item
        name="next"
        label={label}
        rules={[
          ...(isOptional ? [] : [requiredRule]),
          { min: shortest, message: `至少${shortest}个字符，如几个互不相干的词` },
        ]}
        validateTrigger="onBlur"
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="repeated"
        label="再输一遍"
        dependencies={['next']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value: string | undefined) =>
              (value ?? '') === (getFieldValue('next') ?? '')
                ? Promise.resolve()
                : Promise.reject(new Error('两次输入的不一样')),
          }),
        ]}
        validateTrigger="onBlur"
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      {hasSystemStore ? (
        <Form.Item name="isOpenHere" valuePropName="checked">
          <Checkbox>在这台电脑的桌面窗口中免输口令（由系统密码库保护）</Checkbox>
        </Form.Item>
      ) : null}
    </>
  )
}

export type NewPassphraseValues = {
  readonly next?: string
  readonly repeated?: string
  readonly isOpenHere?: boolean
}
