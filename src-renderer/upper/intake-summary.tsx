/** 导入结果: how many went in, which did not and why, what the totals are now. */
import { Alert, Button } from 'antd'
import type { IntakeSummary } from '../../src-shared/intake.ts'
import { Section } from '../components/page.tsx'
import { FigureChanges } from './figure-changes.tsx'
import type { Intake } from './use-intake.ts'

export function IntakeSummaryPart({ intake, summary }: { readonly intake: Intake; readonly summary: IntakeSummary }) {
  const done = summary.bundles.filter(({ outcome }) => outcome === '已导入')
  const others = summary.bundles.filter(({ outcome }) => outcome !== '已导入')
  const held = done.reduce((sum, { effect }) => sum + (effect ? effect.rows.拒收 + effect.rows.暂存 : 0), 0)
  return (
    <Section
      title="导入结果"
      extra={
        <Button size="small" onClick={intake.clear}>
          收起
        </Button>
      }
    >
      <Alert
        type={others.length > 0 || held > 0 ? 'warning' : 'success'}
        showIcon
        className="intake-note"
        title={`导入了${done.length}个上报包${others.length > 0 ? `，${others.length}个没有导入` : ''}${
          held > 0 ? `；有${held}条记录没有并入，列在下面` : ''
        }。`}
        description={
          others.length > 0 ? (
            <ul className="intake-files">
              {others.map((one) => (
                <li key={one.bundleId}>
                  <strong>{one.outcome}</strong>　{one.officeName}第{one.seq}号：{one.words}
                </li>
              ))}
            </ul>
          ) : undefined
        }
      />
      {summary.totals.map(({ period, figures }) => (
        <FigureChanges
          key={`${period.from} ${period.to}`}
          label={`全部下级${period.from}至${period.to}的合计`}
          figures={figures}
        />
      ))}
    </Section>
  )
}
