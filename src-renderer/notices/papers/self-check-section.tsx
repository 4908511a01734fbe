/** 逻辑检查: what was found before sending, the gravest first; what asks for words gets a line to say them in. */
import { useQuery } from '@tanstack/react-query'
import type { Period } from '../../../src-shared/period.ts'
import type { NamedFinding } from '../../../src-shared/self-check.ts'
import { checkSeverities, selfCheckRules } from '../../../src-shared/self-check-rules.ts'
import { useBackend } from '../../api.ts'
import { Section } from '../../components/page.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { FindingRow } from './finding-row.tsx'

type SelfCheckSectionProps = { readonly noticeId: string; readonly period: Period }

export function SelfCheckSection({ noticeId, period }: SelfCheckSectionProps) {
  const { queries } = useBackend()
  const { data, error, refetch } = useQuery(queries.notices.selfCheck.queryOptions({ input: { id: noticeId, period } }))
  return (
    <Section title="逻辑检查" extra={<span className="second">{data ? summaryOf(data) : ''}</span>}>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data?.length === 0 ? <p className="second">{selfCheckRules.length}条规则都已通过，可以报送。</p> : null}
      {data ? (
        checkSeverities.map((severity) => (
          <Findings
            key={severity}
            severity={severity}
            noticeId={noticeId}
            findings={data.filter((finding) => finding.severity === severity)}
          />
        ))
      ) : (
        <div className="list-wait" aria-busy={!error} />
      )}
    </Section>
  )
}

type FindingsProps = {
  readonly severity: (typeof checkSeverities)[number]
  readonly noticeId: string
  readonly findings: readonly NamedFinding[]
}

function Findings({ severity, noticeId, findings }: FindingsProps) {
  if (findings.length === 0) return null
  return (
    <>
      <h3 className="part-title">
        {severity}　<span className="figure">{findings.length}</span>
      </h3>
      <ul className="findings" aria-label={severity}>
        {findings.map((finding) => (
          <FindingRow key={`${finding.rule} ${finding.subject}`} noticeId={noticeId} finding={finding} />
        ))}
      </ul>
    </>
  )
}

function summaryOf(findings: readonly NamedFinding[]): string {
  const mustFix = findings.filter(({ severity }) => severity === '必须改正').length
  const unsaid = findings.filter(({ severity, explanation }) => severity === '需要说明' && explanation === '').length
  if (mustFix + unsaid === 0) return '没有妨碍定稿的问题'
  return [mustFix > 0 ? `${mustFix}项必须改正` : '', unsaid > 0 ? `${unsaid}项还要说明` : ''].filter(Boolean).join('，')
}
