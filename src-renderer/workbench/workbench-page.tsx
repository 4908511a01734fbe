/** 工作台: what was done this month, what is missing, and the one next step. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import { periodWords } from '../../src-shared/chinese.ts'
import type { Gap, Workbench } from '../../src-shared/workbench.ts'
import { useBackend } from '../api.ts'
import { Clipped } from '../components/clipped.tsx'
import { NothingYet } from '../components/nothing-yet.tsx'
import { Page, Section } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { OpenConflicts } from '../exchange/open-conflicts.tsx'
import { ImportLink } from '../imports/import-link.tsx'
import { Guide } from './guide.tsx'
import { InstallationNotices } from './installation-notices.tsx'
import { MonthFigures } from './month-figures.tsx'

const kinds = {
  study: { word: '学习', page: '/studies' },
  lecture: { word: '宣讲', page: '/lectures' },
  stay: { word: '蹲点', page: '/stays' },
  activity: { word: '宣传文化', page: '/activities' },
} as const

export function WorkbenchPage() {
  const { queries } = useBackend()
  const { data, error, refetch } = useQuery(queries.workbench.show.queryOptions())
  return (
    <Page title="工作台" actions={<QuickAdd />}>
      <InstallationNotices />
      <OpenConflicts />
      <Guide />
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data ? <Board workbench={data} /> : <div className="list-wait" aria-busy={!error} />}
    </Page>
  )
}

function QuickAdd() {
  return (
    <>
      {Object.values(kinds).map(({ word, page }) => (
        <Link key={word} to={`${page}?record=new`}>
          <Button>登记{word}</Button>
        </Link>
      ))}
      <ImportLink />
    </>
  )
}

function Board({ workbench }: { readonly workbench: Workbench }) {
  const { nextStep, gaps, figures, month } = workbench
  const { queries } = useBackend()
  const { data: unreported } = useQuery(queries.bundles.unreported.queryOptions())
  const others = gaps.slice(1)
  const isWaiting = (unreported?.rows ?? 0) > 0
  return (
    <>
      {nextStep ? (
        <div className="next-step">
          <span className="next-step-label">下一步</span>
          <span className="next-step-sentence">{nextStep.sentence}</span>
          <Link to={pageOf(nextStep)}>
            <Button type="primary">去办理</Button>
          </Link>
        </div>
      ) : null}
      <Section title={`本月情况（${periodWords(month)}）`}>
        <MonthFigures figures={figures} month={month} />
      </Section>
      <div className="halves">
        <Section title="还缺什么">
          {others.length === 0 && !isWaiting ? (
            <NothingYet>
              {nextStep ? '除上面这一步外，没有缺项。' : '没有缺项。到月末可以起草情况报告、导出上报包。'}
            </NothingYet>
          ) : (
            <ul className="line-list">
              {others.map((gap) => (
                <li key={`${gap.code} ${gap.noticeId ?? gap.where}`}>
                  <Link to={pageOf(gap)}>{gap.sentence}</Link>
                </li>
              ))}
              {isWaiting ? (
                <li>
                  <Link to="/bundles/export">有{unreported?.rows}条记录还没有报给上级</Link>
                </li>
              ) : null}
            </ul>
          )}
        </Section>
        <Section title="最近登记">
          <RecentRecords workbench={workbench} />
        </Section>
      </div>
    </>
  )
}

function RecentRecords({ workbench }: { readonly workbench: Workbench }) {
  if (workbench.recent.length === 0)
    return <NothingYet>还没有记录。做过一次学习、宣讲或蹲点，就用右上角的按钮登记下来。</NothingYet>
  return (
    <ul className="line-list recent">
      {workbench.recent.slice(0, 8).map(({ kind, id, date, title }) => (
        <li key={id}>
          <Link to={`${kinds[kind].page}?record=${id}`}>
            <span className="figure recent-date">{date}</span>
            <span className="recent-kind">{kinds[kind].word}</span>
            <Clipped>{title}</Clipped>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function pageOf({ where, noticeId, filter }: Gap): string {
  const page = noticeId === undefined ? `/${where}` : `/${where}/${noticeId}`
  return filter === undefined ? page : `${page}?${filter}`
}
