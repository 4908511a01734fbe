/** The choices of an export (导出选项). */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Checkbox, Select } from 'antd'
import type { ReactNode } from 'react'
import type { Party } from '../../src-shared/bundle-manifest.ts'
import { volumeSizes } from '../../src-shared/reports.ts'
import { useBackend } from '../api.ts'
import { PeriodPicker } from '../components/period-picker.tsx'
import { useShell } from '../components/use-shell.ts'
import type { ExportChoice } from './use-export-choice.ts'

type Props = {
  readonly recipients: readonly Party[]
  readonly choice: ExportChoice
  readonly onChange: (changes: Partial<ExportChoice>) => void
}

const unlimited = 0

export function ExportOptions({ recipients, choice, onChange }: Props) {
  const { today } = useShell()
  return (
    <div className="bundle-options">
      <Choice label="报给">
        {recipients.length === 1 ? (
          <span className="bundle-recipient">{recipients[0]?.name}</span>
        ) : (
          <Select
            aria-label="报给"
            className="bundle-select"
            placeholder="请选择上级"
            value={choice.to === '' ? null : choice.to}
            options={recipients.map(({ officeId, name }) => ({ value: officeId, label: name }))}
            onChange={(to) => onChange({ to: to ?? '' })}
          />
        )}
      </Choice>
      <Choice label="统计期">
        <PeriodPicker today={today} value={choice.period} onChange={(period) => onChange(period ? { period } : {})} />
      </Choice>
      <Choice label="对应通知">
        <NoticeSelect value={choice.noticeId} onChange={(noticeId) => onChange({ noticeId })} />
      </Choice>
      <Choice label="分卷大小">
        <Select
          aria-label="分卷大小"
          className="bundle-select"
          value={choice.volume ?? unlimited}
          options={[
            ...volumeSizes.map((size) => ({ value: size as number, label: `每个文件不超过${size}MB` })),
            { value: unlimited, label: '不分卷（U盘）' },
          ]}
          onChange={(size) => onChange({ volume: volumeSizes.find((known) => known === size) ?? null })}
        />
      </Choice>
      <Choice label="带上">
        <span className="bundle-checks">
          <Checkbox checked={choice.withPhotos} onChange={({ target }) => onChange({ withPhotos: target.checked })}>
            照片和其他佐证文件
          </Checkbox>
          <Checkbox checked={choice.isFull} onChange={({ target }) => onChange({ isFull: target.checked })}>
            全部重报（不只是上次回执以后改过的）
          </Checkbox>
          {choice.volume === null ? null : (
            <Checkbox checked={choice.withRepair} onChange={({ target }) => onChange({ withRepair: target.checked })}>
              修复卷（分成几卷时，任何一卷丢失或损坏都能补回）
            </Checkbox>
          )}
        </span>
      </Choice>
    </div>
  )
}

function Choice({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="bundle-choice">
      <span className="bundle-label">{label}</span>
      {children}
    </div>
  )
}

function NoticeSelect({
  value,
  onChange,
}: {
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}) {
  const { queries } = useBackend()
  const { data } = useQuery(
    queries.notices.list.queryOptions({ input: { limit: 500 }, placeholderData: keepPreviousData }),
  )
  return (
    <Select
      aria-label="对应通知"
      className="bundle-notice"
      allowClear
      placeholder="不对应具体通知"
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      options={(data?.rows ?? []).map(({ id, number, title }) => ({ value: id, label: `${number} ${title}`.trim() }))}
      onChange={(id) => onChange(id ?? null)}
    />
  )
}
