/** When a report is due (报告时限): not said, 及时, or a day. */
import { Flex, Select } from 'antd'
import { DayInput } from '../../components/day-input.tsx'

type DueInputProps = {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (due: string) => void
}

const ways = ['没有写明', '及时', '某日之前'] as const

export function DueInput({ id, value = '', onChange }: DueInputProps) {
  const way = value === '' ? '没有写明' : value === '及时' ? '及时' : '某日之前'
  const choose = (chosen: (typeof ways)[number]) =>
    onChange?.(chosen === '没有写明' ? '' : chosen === '及时' ? '及时' : unknownDay)
  return (
    <Flex gap={8}>
      <Select
        {...(id !== undefined && { id })}
        className="due-way"
        value={way}
        onChange={choose}
        options={ways.map((one) => ({ value: one, label: one }))}
      />
      {way === '某日之前' ? (
        <DayInput
          aria-label="报告截止日期"
          value={value === unknownDay ? null : value}
          onChange={(day) => onChange?.(day ?? unknownDay)}
        />
      ) : null}
    </Flex>
  )
}

/** A day is wanted but not chosen yet; the core refuses it at its field. */
const unknownDay = '未选'
