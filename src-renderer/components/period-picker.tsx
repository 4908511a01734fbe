/** Choosing a period (选统计期): the usual ones in one click, any other by its two days. */
import { DatePicker, Flex, Select } from 'antd'
import dayjs from 'dayjs'
import type { Period } from '../../src-shared/period.ts'
import { namedPeriods } from './periods.ts'

type PeriodPickerProps = {
  readonly today: string
  readonly value: Period | null
  readonly onChange: (period: Period | null) => void
  /** Whether 全部 (no period) may be chosen. */
  readonly isOptional?: boolean
}

export function PeriodPicker({ today, value, onChange, isOptional = false }: PeriodPickerProps) {
  const named = namedPeriods(today)
  const chosen = value
    ? (named.find(({ period }) => period.from === value.from && period.to === value.to)?.name ?? '自选')
    : '全部时间'
  const names = [...(isOptional ? ['全部时间'] : []), ...named.map(({ name }) => name)]
  return (
    <Flex gap={8} wrap>
      <Select
        aria-label="统计期"
        className="period-name"
        value={chosen}
        options={names.map((name) => ({ value: name, label: name }))}
        onChange={(name) => onChange(named.find((candidate) => candidate.name === name)?.period ?? null)}
      />
      <DatePicker.RangePicker
        className="period-days"
        aria-label="起止日期"
        allowClear={isOptional}
        value={value ? [dayjs(value.from), dayjs(value.to)] : null}
        onChange={(days) => {
          const [from, to] = days ?? []
          if (from && to) onChange({ from: from.format('YYYY-MM-DD'), to: to.format('YYYY-MM-DD') })
          else if (isOptional) onChange(null)
        }}
      />
    </Flex>
  )
}
