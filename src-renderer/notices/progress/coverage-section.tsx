/** 宣讲覆盖: how many grassroots unions the lectures have reached since the notice, township by township, and who is left. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { chineseDate } from '../../../src-shared/chinese.ts'
import type { NoticeCoverage } from '../../../src-shared/progress.ts'
import { useBackend } from '../../api.ts'
import { formatCount, formatRate } from '../../components/figure.tsx'
import { NothingYet } from '../../components/nothing-yet.tsx'
import { Section } from '../../components/page.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { Bar } from '../state-tag.tsx'

export function CoverageSection({ noticeId }: { readonly noticeId: string }) {
  const { queries } = useBackend()
  const { data, error, refetch } = useQuery(queries.notices.coverage.queryOptions({ input: { id: noticeId } }))
  return (
    <Section title="宣讲覆盖基层工会">
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data ? <Coverage coverage={data} /> : <div className="list-wait" aria-busy={!error} />}
    </Section>
  )
}

function Coverage({ coverage }: { readonly coverage: NoticeCoverage }) {
  const { period, base, covered, rate, townships } = coverage
  if (base === 0)
    return (
      <NothingYet>
        单位名册还是空的，覆盖面无从计算。先到<Link to="/unions">单位名册</Link>把应覆盖的基层工会登记进来。
      </NothingYet>
    )
  return (
    <>
      <p>
        {chineseDate(period.from)}至{chineseDate(period.to)}，名册内{formatCount(base)}家，已覆盖{formatCount(covered)}
        家， 覆盖率{formatRate(rate)}，还有{formatCount(base - covered)}家没有听到宣讲。
      </p>
      <table className="plain-table townships">
        <thead>
          <tr>
            <th className="township">乡镇（街道、园区）</th>
            <th className="number">应覆盖</th>
            <th className="number">已覆盖</th>
            <th className="bar-column">
              <span className="unseen">比例</span>
            </th>
            <th>还没有覆盖的单位</th>
          </tr>
        </thead>
        <tbody>
          {townships.map((one) => (
            <tr key={one.township}>
              <td>{one.township}</td>
              <td className="number">{one.base}</td>
              <td className="number">{one.covered}</td>
              <td>
                <Bar done={one.covered} asked={one.base} />
              </td>
              <td>{one.unreached.length === 0 ? '全部覆盖' : one.unreached.map(({ name }) => name).join('、')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
