/** Choosing the notice, the period and the last day of reporting (选上报要求). */
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useBackend } from '../api.ts'
import { DayInput } from '../components/day-input.tsx'
import { PeriodPicker } from '../components/period-picker.tsx'
import { useQuestion } from './use-question.ts'

const byPeriod = ''

export function QuestionBar({ children }: { readonly children?: ReactNode }) {
  const { queries } = useBackend()
  const { question, change, today } = useQuestion()
  const { data } = useQuery(queries.notices.list.queryOptions({ input: { limit: 500 } }))
  const notices = data?.rows ?? []
  return (
    <div className="filter">
      <Select
        className="upper-notice"
        aria-label="按哪件通知"
        value={question.noticeId ?? byPeriod}
        popupMatchSelectWidth={false}
        options={[
          { value: byPeriod, label: '不按通知，只看统计期' },
          ...notices.map(({ id, number, title }) => ({ value: id, label: [number, title].filter(Boolean).join('　') })),
        ]}
        onChange={(notice) => change({ notice, from: null, to: null, due: null }, { replace: true })}
      />
      <PeriodPicker
        today={today}
        value={question.period}
        isOptional={question.noticeId !== null}
        onChange={(period) => change({ from: period?.from ?? null, to: period?.to ?? null }, { replace: true })}
      />
      <span>截止</span>
      <div className="upper-due">
        <DayInput
          aria-label="报送截止日期"
          value={question.due}
          onChange={(due) => change({ due }, { replace: true })}
        />
      </div>
      {children}
    </div>
  )
}
