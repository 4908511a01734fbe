/** 没有并入的记录: all that is held back now, of every office, until its office puts it right. */
import { useQuery } from '@tanstack/react-query'
import { useBackend } from '../api.ts'
import { Section } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { HeldTable } from './held-table.tsx'

export function HeldRows() {
  const { queries } = useBackend()
  const held = useQuery(queries.intake.held.queryOptions({ input: {} }))
  const offices = useQuery(queries.upper.offices.queryOptions())
  if (held.error) return <ProblemNote error={held.error} onRetry={() => void held.refetch()} />
  if (!held.data || held.data.length === 0) return null
  const names = new Map((offices.data ?? []).map(({ officeId, name }) => [officeId, name]))
  return (
    <Section title={`没有并入的记录（${held.data.length}条）`}>
      <p className="intake-quiet">“退回”的随回执发还报送单位改正，“暂存”的等它所关联的内容到了自动并入。</p>
      <HeldTable rows={held.data} offices={names} />
    </Section>
  )
}
