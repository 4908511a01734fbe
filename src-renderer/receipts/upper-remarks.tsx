/** In the form of a record that was returned: the level above's words on top and at the field that they are about. */
import { useQuery } from '@tanstack/react-query'
import { Alert, type FormInstance } from 'antd'
import { useEffect } from 'react'
import { fieldLabels } from '../../src-shared/field-labels.ts'
import { type UpperRemark, upperMarkNames } from '../../src-shared/receipts.ts'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import { useBackend } from '../api.ts'

type UpperRemarksProps = { readonly form: FormInstance; readonly recordKind: RecordKind; readonly recordId: string }

export function UpperRemarks({ form, recordKind, recordId }: UpperRemarksProps) {
  const { queries } = useBackend()
  const { data = [] } = useQuery(queries.receipts.remarks.queryOptions({ input: { recordKind, recordId } }))
  useEffect(() => showAtFields(form, data), [form, data])
  const first = data[0]
  if (!first) return null
  return (
    <Alert
      className="form-note"
      type="warning"
      showIcon
      title={`${first.issuer || '上级'}${upperMarkNames[first.mark]}了这条记录`}
      description={
        <ul className="receipt-remarks">
          {data.map(({ field, words, rule }) => (
            <li key={`${field} ${words}`}>
              {fieldLabels[field] ? `${fieldLabels[field]}：` : ''}
              {words}
              {rule ? <span className="second">（{rule}）</span> : null}
            </li>
          ))}
        </ul>
      }
    />
  )
}

/** Saving is not held up: the words are the level above's, and she may see it otherwise. */
function showAtFields(form: FormInstance, remarks: readonly UpperRemark[]): void {
  const byField = new Map<string, string[]>()
  for (const { field, words } of remarks)
    if (field) byField.set(field, [...(byField.get(field) ?? []), `上级：${words}`])
  const known = [...byField].filter(([field]) => form.getFieldInstance(field) !== undefined)
  form.setFields(known.map(([name, warnings]) => ({ name, warnings })))
  const first = known[0]
  if (first) form.scrollToField(first[0], { block: 'center', focus: true })
}
