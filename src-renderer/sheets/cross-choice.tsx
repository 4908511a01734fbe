/** The choice of a cross-table (交叉表选项): what is counted, by what, and beside what it stands. */
import { SwapOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import {
  type CrossMeasure,
  type CrossQuery,
  comparisons,
  crossMeasures,
  dimensionsOf,
} from '../../src-shared/cross-tables.ts'
import { type RecordKind, recordKindNames, recordKinds } from '../../src-shared/record-kinds.ts'
import { usualOf } from './cross-address.ts'

type CrossChoiceProps = {
  readonly query: CrossQuery
  readonly onChange: (query: Omit<CrossQuery, 'period'>) => void
}

const none = ''

export function CrossChoice({ query, onChange }: CrossChoiceProps) {
  const { kind, rows, columns, measure, compare, scope } = query
  const dimensions = dimensionsOf(kind, scope)
  const measures: readonly CrossMeasure[] = crossMeasures[kind]
  const named = (except: string | null) =>
    dimensions.filter(({ key }) => key !== except).map(({ key, label }) => ({ value: key, label }))
  return (
    <div className="cross-choice sheet-screen">
      <Choice
        label="记录"
        value={kind}
        options={recordKinds.map((one) => ({ value: one, label: recordKindNames[one] }))}
        onChange={(chosen) => onChange(usualOf(chosen as RecordKind, query))}
      />
      <Choice
        label="行"
        value={rows}
        options={named(columns)}
        onChange={(chosen) => onChange({ ...query, rows: chosen })}
      />
      <Button
        icon={<SwapOutlined />}
        aria-label="行列互换"
        title="行列互换"
        disabled={columns === null}
        onClick={() => onChange({ ...query, rows: columns ?? rows, columns: rows })}
      />
      <Choice
        label="列"
        value={columns ?? none}
        options={[{ value: none, label: '不分列' }, ...named(rows)]}
        onChange={(chosen) => onChange({ ...query, columns: chosen === none ? null : chosen })}
      />
      <Choice
        label="指标"
        value={measure}
        options={measures.map(({ key, label }) => ({ value: key, label }))}
        onChange={(chosen) => onChange({ ...query, measure: chosen })}
      />
      <Choice
        label="对比"
        value={compare ?? none}
        options={[
          { value: none, label: '不对比' },
          ...Object.entries(comparisons).map(([value, label]) => ({ value, label })),
        ]}
        onChange={(chosen) =>
          onChange({ ...query, compare: chosen === none ? null : (chosen as keyof typeof comparisons) })
        }
      />
    </div>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly value: string
  readonly options: { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: antd's Select holds the control
    <label>
      {label}
      <Select aria-label={label} popupMatchSelectWidth={false} value={value} options={options} onChange={onChange} />
    </label>
  )
}
