/** 进度: what is missing, by when and for whom; every requirement opens to the records behind it. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { NoticeDetail } from '../../../src-shared/notices.ts'
import type { RequirementProgress } from '../../../src-shared/progress.ts'
import { mostUrgent, statesByUrgency } from '../../../src-shared/urgency.ts'
import { useBackend } from '../../api.ts'
import { NothingYet } from '../../components/nothing-yet.tsx'
import { Section } from '../../components/page.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { useAddress } from '../../components/use-address.ts'
import { StateTag, stateClasses } from '../state-tag.tsx'
import { CoverageSection } from './coverage-section.tsx'
import { ProgressTable } from './progress-table.tsx'
import { StayDaysSection } from './stay-days-section.tsx'
import './progress.css'

const urgentShown = 4

export function ProgressTab({ notice }: { readonly notice: NoticeDetail }) {
  const { queries } = useBackend()
  const { data, error, refetch } = useQuery(
    queries.notices.progress.queryOptions({ input: { id: notice.id, withRecords: false } }),
  )
  const { words } = useAddress()
  const asked = words.get('open')
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set(asked ? [asked] : []))
  const isThere = data !== undefined
  useEffect(() => {
    if (asked && isThere) document.getElementById(`progress-${asked}`)?.scrollIntoView({ block: 'center' })
  }, [asked, isThere])
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <div className="list-wait" aria-busy />
  const { requirements } = data
  if (requirements.length === 0) return <NothingYet>这件通知没有要落实的要求。到“要求”一页添加或恢复。</NothingYet>
  const toggle = (id: string, is: boolean) => {
    const next = new Set(opened)
    if (is) next.add(id)
    else next.delete(id)
    setOpened(next)
  }
  const open = (id: string) => {
    toggle(id, true)
    document.getElementById(`progress-${id}`)?.scrollIntoView({ block: 'center' })
  }
  const has = (kind: RequirementProgress['kind']) => requirements.some((one) => one.kind === kind)
  return (
    <>
      <Summary requirements={requirements} onOpen={open} />
      <ProgressTable requirements={requirements} opened={opened} onToggle={toggle} noticeId={notice.id} />
      {has('宣讲') ? <CoverageSection noticeId={notice.id} /> : null}
      {has('蹲点') ? <StayDaysSection /> : null}
    </>
  )
}

type SummaryProps = { readonly requirements: readonly RequirementProgress[]; readonly onOpen: (id: string) => void }

function Summary({ requirements, onOpen }: SummaryProps) {
  const counts = statesByUrgency
    .map((state) => ({ state, count: requirements.filter((one) => one.state === state).length }))
    .filter(({ count }) => count > 0)
  const urgent = mostUrgent(requirements, urgentShown)
  return (
    <div className="halves board-head">
      <Section title={`要求${requirements.length}条`}>
        <div className="share" aria-hidden="true">
          {counts.map(({ state, count }) => (
            <div key={state} className={stateClasses[state]} style={{ flexGrow: count }} />
          ))}
        </div>
        <ul className="state-counts">
          {counts.map(({ state, count }) => (
            <li key={state}>
              <StateTag state={state} /> <span className="figure">{count}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="先办这些">
        {urgent.length === 0 ? (
          <p className="second">各条要求都已达到。</p>
        ) : (
          <ol className="line-list urgent">
            {urgent.map(({ requirementId, title, state, nextStep }) => (
              <li key={requirementId}>
                <button type="button" className="line-button" onClick={() => onOpen(requirementId)}>
                  <StateTag state={state} />
                  <span className="urgent-words">
                    {title}：<span className="second">{nextStep}</span>
                  </span>
                </button>
              </li>
            ))}
          </ol>
        )}
      </Section>
    </div>
  )
}
