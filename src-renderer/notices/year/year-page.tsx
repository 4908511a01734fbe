/** 全年一览: the notices of a year by kind of requirement, each cell as its most pressing requirement stands. */
import { useQueries, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { Link } from 'react-router'
import { requirementKinds } from '../../../src-shared/notice-words.ts'
import type { NoticeSummary } from '../../../src-shared/notices.ts'
import type { RequirementProgress } from '../../../src-shared/progress.ts'
import { statesByUrgency, worstState } from '../../../src-shared/urgency.ts'
import { useBackend } from '../../api.ts'
import { NothingYet } from '../../components/nothing-yet.tsx'
import { Page } from '../../components/page.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { useAddress } from '../../components/use-address.ts'
import { NoticePages } from '../notice-pages.tsx'
import { StateTag, stateClasses } from '../state-tag.tsx'
import '../notices.css'
import './year.css'

const allOfThem = { limit: 10_000 }
/** A notice without a date is of the year in its 文号, else of that in which it was registered. */
const yearOf = ({ date, number, createdAt }: NoticeSummary) =>
  date?.slice(0, 4) ?? /〔(20\d\d)〕/.exec(number)?.[1] ?? createdAt.slice(0, 4)

export function YearPage() {
  const { queries } = useBackend()
  const { words, change } = useAddress()
  const { data, error, refetch } = useQuery(queries.notices.list.queryOptions({ input: allOfThem }))
  const years = [...new Set((data?.rows ?? []).map(yearOf))].toSorted().toReversed()
  const year = years.find((one) => one === words.get('year')) ?? years[0]
  return (
    <Page title="通知" hint="每格写明达到几条、共几条，颜色取其中最要紧的一条。">
      <NoticePages />
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data && year === undefined ? <NothingYet>还没有登记过通知。到“来文通知”一页登记。</NothingYet> : null}
      {data && year !== undefined ? (
        <>
          <div className="filter">
            <Select
              aria-label="年份"
              className="filter-year"
              value={year}
              options={years.map((one) => ({ value: one, label: `${one}年` }))}
              onChange={(one) => change({ year: one }, { replace: true })}
            />
            <ul className="state-counts">
              {statesByUrgency.map((state) => (
                <li key={state}>
                  <StateTag state={state} />
                </li>
              ))}
            </ul>
          </div>
          <YearMatrix notices={data.rows.filter((one) => yearOf(one) === year)} />
        </>
      ) : null}
    </Page>
  )
}

function YearMatrix({ notices }: { readonly notices: readonly NoticeSummary[] }) {
  const { queries } = useBackend()
  const found = useQueries({
    queries: notices.map(({ id }) => queries.notices.progress.queryOptions({ input: { id, withRecords: false } })),
  })
  return (
    <div className="table-scroll">
      <table className="ledger matrix">
        <thead>
          <tr>
            <th scope="col">通知</th>
            {requirementKinds.map((kind) => (
              <th key={kind} scope="col" className="cell">
                {kind}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {notices.map(({ id, title, number, issuer, date }, index) => (
            <tr key={id}>
              <th scope="row">
                <Link to={`/notices/${id}/progress`} className="row-link">
                  {title}
                </Link>
                <div className="second">{[number || issuer, date].filter(Boolean).join('　')}</div>
              </th>
              {requirementKinds.map((kind) => (
                <Cell key={kind} requirements={found[index]?.data?.requirements.filter((one) => one.kind === kind)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ requirements }: { readonly requirements: readonly RequirementProgress[] | undefined }) {
  if (!requirements) return <td className="cell" aria-busy />
  const state = worstState(requirements.map((one) => one.state))
  if (state === null)
    return (
      <td className="cell">
        <span className="unseen">没有这类要求</span>
      </td>
    )
  const met = requirements.filter((one) => one.state === '已达标').length
  return (
    <td className={`cell ${stateClasses[state]}`}>
      <div>{state}</div>
      <div className="figure">
        {met} / {requirements.length}
      </div>
    </td>
  )
}
