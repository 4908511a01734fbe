/** All figures of one office in a period (单位指标); each leads to its records. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { periodWords } from '../../src-shared/chinese.ts'
import { figureName } from '../../src-shared/figure-words.ts'
import type { Period } from '../../src-shared/period.ts'
import { useBackend } from '../api.ts'
import { Section } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { figureGroups, figuresOf, figureText } from './figure-words.ts'
import { type OpenFigure, RecordsDrawer } from './records-drawer.tsx'

type OfficeFiguresProps = { readonly officeId: string; readonly name: string; readonly period: Period }

export function OfficeFigures({ officeId, name, period }: OfficeFiguresProps) {
  const { queries } = useBackend()
  const [open, setOpen] = useState<OpenFigure | null>(null)
  const { data, error, refetch } = useQuery(queries.upper.totals.queryOptions({ input: { period, withOwn: false } }))
  const values = data?.rows.find((row) => row.officeId === officeId)?.values
  return (
    <Section title={`${periodWords(period)}指标`}>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {values === null ? <p className="second">还没有接收这个单位的记录。</p> : null}
      {values
        ? figureGroups.map(({ key, label }) => (
            <dl key={key} className="upper-figures" aria-label={label}>
              {figuresOf(key).map((figure) => (
                <div key={figure}>
                  <dt>{figureName(figure)}</dt>
                  <dd>
                    {values[figure] ? (
                      <button
                        type="button"
                        className="upper-figure"
                        onClick={() => setOpen({ officeId, name, figure })}
                      >
                        {figureText(figure, values[figure])}
                      </button>
                    ) : (
                      figureText(figure, values[figure])
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          ))
        : null}
      {open ? <RecordsDrawer open={open} period={period} onClose={() => setOpen(null)} /> : null}
    </Section>
  )
}
