/** 蹲点天数: days of each cadre against the rule that the office itself has set; no rule, no gap. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { periodWords } from '../../../src-shared/chinese.ts'
import type { StayDays } from '../../../src-shared/stay-rule.ts'
import { useBackend } from '../../api.ts'
import { Count, formatCount } from '../../components/figure.tsx'
import { Section } from '../../components/page.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { useShell } from '../../components/use-shell.ts'
import { Bar } from '../state-tag.tsx'
import { StayRuleDialog } from './stay-rule-dialog.tsx'

export function StayDaysSection() {
  const { queries } = useBackend()
  const { today } = useShell()
  const [isSetting, setSetting] = useState(false)
  const { data, error, refetch } = useQuery(queries.stayRule.days.queryOptions({ input: { date: today } }))
  return (
    <Section
      title="蹲点天数"
      extra={
        <Button size="small" onClick={() => setSetting(true)}>
          {data?.rule ? '修改天数规定' : '设定天数规定'}
        </Button>
      }
    >
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data ? <Days days={data} /> : <div className="list-wait" aria-busy={!error} />}
      {isSetting && data ? <StayRuleDialog rule={data.rule} onClose={() => setSetting(false)} /> : null}
    </Section>
  )
}

function Days({ days: { rule, period, cadres } }: { readonly days: StayDays }) {
  return (
    <>
      <p>
        {rule
          ? `${periodWords(period)}：每名干部${rule.period}不少于${rule.minDays}天（${rule.source}）。`
          : `${periodWords(period)}各人天数如下。通知没有规定天数，本单位有规定的，设定后在这里比对。`}
      </p>
      {cadres.length === 0 ? (
        <p className="second">这段时间还没有登记过蹲点。</p>
      ) : (
        <table className="plain-table groups">
          <thead>
            <tr>
              <th>干部</th>
              <th className="number">蹲点次数</th>
              <th className="number">在岗天数</th>
              {rule ? <th className="number">还差</th> : null}
              {rule ? (
                <th className="bar-column">
                  <span className="unseen">比例</span>
                </th>
              ) : null}
              <th>说明</th>
            </tr>
          </thead>
          <tbody>
            {cadres.map(({ name, stays, days, gap, unstated }) => (
              <tr key={name}>
                <td>{name}</td>
                <td className="number">{stays}</td>
                <td className="number">
                  <Count value={days} />
                </td>
                {rule ? (
                  <td className={gap ? 'number to-do' : 'number'}>{gap ? `${formatCount(gap)}天` : '不差'}</td>
                ) : null}
                {rule ? (
                  <td>
                    <Bar done={days ?? 0} asked={rule.minDays} />
                  </td>
                ) : null}
                <td className="second">{unstated > 0 ? `有${unstated}次没有登记在岗天数，没有计入` : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
