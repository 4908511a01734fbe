/** 蹲点天数规定 among the settings: the office's own rule, which every notice's progress counts by. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useBackend } from '../api.ts'
import { Section } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { StayRuleDialog } from '../notices/progress/stay-rule-dialog.tsx'

export function StayRuleSection() {
  const { queries } = useBackend()
  const [isSetting, setSetting] = useState(false)
  const { data: rule, error, refetch } = useQuery(queries.stayRule.show.queryOptions())
  return (
    <Section
      title="蹲点天数规定"
      extra={
        <Button size="small" disabled={rule === undefined} onClick={() => setSetting(true)}>
          {rule ? '修改' : '设定'}
        </Button>
      }
    >
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {rule === undefined ? null : (
        <p>
          {rule
            ? `每名干部${rule.period}不少于${rule.minDays}天（${rule.source}）。`
            : '没有设定。上级通知或本单位文件规定了天数的，在这里设定，进度和提醒按它计算。'}
        </p>
      )}
      {isSetting && rule !== undefined ? <StayRuleDialog rule={rule} onClose={() => setSetting(false)} /> : null}
    </Section>
  )
}
