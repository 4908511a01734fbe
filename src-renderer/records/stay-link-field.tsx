/** 所属蹲点: the stay during which a lecture was given. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { Stay } from '../../src-shared/stays.ts'
import { useBackend } from '../api.ts'
import { Field } from '../components/fields.tsx'

/** As many of the latest stays as anybody would scroll through. */
const latest = { limit: 300 }

export function StayLinkField() {
  const { queries } = useBackend()
  const { data, isPending } = useQuery(
    queries.stays.list.queryOptions({ input: latest, placeholderData: keepPreviousData }),
  )
  const options = (data?.rows ?? []).map((stay) => ({ value: stay.id, label: describeStay(stay) }))
  return (
    <Field name="stayId" span={2}>
      <Select
        options={options}
        loading={isPending}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="蹲点期间的宣讲，选它所属的蹲点"
      />
    </Field>
  )
}

function describeStay({ unitName, cadres, from, to }: Stay): string {
  return `${unitName}　${from} 至 ${to}　${cadres.map(({ name }) => name).join('、')}`
}
