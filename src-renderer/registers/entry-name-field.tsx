/** The name of an entry (名称): changing it asks whether the records that name it change, too. */
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form } from 'antd'
import type { RegisterKind } from '../../src-shared/register-words.ts'
import { useBackend } from '../api.ts'
import { TextField } from '../components/fields.tsx'
import { useAddress } from '../components/use-address.ts'
import { entryFieldLabel } from './entry-register.ts'

type EntryNameFieldProps = { readonly kind: RegisterKind; readonly max: number; readonly placeholder?: string }

export function EntryNameField({ kind, max, placeholder = '' }: EntryNameFieldProps) {
  return (
    <>
      <TextField
        name="name"
        label={entryFieldLabel(kind, 'name')}
        max={max}
        required
        autoFocus
        placeholder={placeholder}
        {...(max > 20 ? { span: 2 as const } : {})}
      />
      <RenameChoice kind={kind} />
    </>
  )
}

function RenameChoice({ kind }: { readonly kind: RegisterKind }) {
  const { queries } = useBackend()
  const { words } = useAddress()
  const id = words.get('record') ?? 'new'
  const name: unknown = Form.useWatch('name')
  const { data: uses } = useQuery({
    ...queries.registers.uses.queryOptions({ input: { kind, id } }),
    enabled: id !== 'new',
  })
  const isRenamed = typeof name === 'string' && uses && uses.total > 0 && name.trim() !== uses.name
  if (!isRenamed) return null
  return (
    <Form.Item name="renamesRecords" valuePropName="checked" initialValue={true} className="span-all rename-choice">
      <Checkbox>
        有{uses.total}处写的是“{uses.name}”，保存时一并改为新名
      </Checkbox>
    </Form.Item>
  )
}
