/** One office below us (一个下级单位): how far it has reported, its figures, what is lacking. */
import { useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { Link, useLocation, useParams } from 'react-router'
import type { OfficeStatus, RequirementMet } from '../../src-shared/desk.ts'
import { useBackend } from '../api.ts'
import { formatMoment } from '../components/formats.ts'
import { NothingYet } from '../components/nothing-yet.tsx'
import { Page, Section } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { ApproveButton } from './approve-button.tsx'
import { OfficeBundles } from './office-bundles.tsx'
import { OfficeFigures } from './office-figures.tsx'
import { QuestionBar } from './question-bar.tsx'
import { Remarks } from './remarks.tsx'
import { ReportStateTag, TimingWord } from './report-state-tag.tsx'
import { useQuestion } from './use-question.ts'
import './upper.css'

export function UpperOfficePage() {
  const { id = '' } = useParams()
  const { search } = useLocation()
  const { queries } = useBackend()
  const { question } = useQuestion()
  const { data, error, refetch } = useQuery(queries.upper.status.queryOptions({ input: question }))
  const office = data?.offices.find(({ officeId }) => officeId === id)
  return (
    <Page
      title={office?.name ?? '下级单位'}
      hint={office ? `行政区划代码：${office.divisionCode || '未填'}` : undefined}
      actions={
        <Link to={{ pathname: '/upper/board', search }}>
          <Button>全部单位</Button>
        </Link>
      }
    >
      <QuestionBar />
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data && !office ? <NothingYet>没有这个下级单位，可能已从往来单位中移出。</NothingYet> : null}
      {office && data ? (
        <>
          <StatusSection office={office} />
          {office.requirements.length > 0 ? <RequirementSection requirements={office.requirements} /> : null}
          <OfficeFigures officeId={id} name={office.name} period={data.question.period} />
          <OfficeBundles officeId={id} />
        </>
      ) : null}
    </Page>
  )
}

function StatusSection({ office }: { readonly office: OfficeStatus }) {
  const { state, timing, receivedAt, sentAt, bundle, records, approval } = office
  return (
    <Section title="上报情况" extra={<ApproveButton office={office} />}>
      <dl className="upper-facts">
        <dt>状态</dt>
        <dd>
          <ReportStateTag state={state} /> <TimingWord timing={timing} />
        </dd>
        <dt>首次收到</dt>
        <dd>{receivedAt === null ? '还没有收到' : formatMoment(receivedAt)}</dd>
        <dt>对方制包</dt>
        <dd>{sentAt === null ? '—' : formatMoment(sentAt)}</dd>
        <dt>最近一个包</dt>
        <dd>{bundle === null ? '—' : `第${bundle.seq}号，${formatMoment(bundle.receivedAt)}收到`}</dd>
        <dt>本期记录</dt>
        <dd>{records}条</dd>
        <dt>验收</dt>
        <dd>
          {approval === null
            ? '未验收'
            : `${approval.by}，${formatMoment(approval.at)}${approval.isStale ? '（内容已变，需重新验收）' : ''}`}
        </dd>
        <dt>缺什么</dt>
        <dd>
          <Remarks office={office} />
        </dd>
      </dl>
    </Section>
  )
}

function RequirementSection({ requirements }: { readonly requirements: readonly RequirementMet[] }) {
  return (
    <Section title="逐条要求">
      <Table<RequirementMet>
        size="small"
        rowKey="requirementId"
        pagination={false}
        dataSource={[...requirements]}
        columns={[
          { title: '要求', dataIndex: 'title' },
          { title: '落实', dataIndex: 'state', width: 96 },
          { title: '已做', key: 'done', width: 100, render: (_, { done, unit }) => `${done}${unit}` },
          {
            title: '还差',
            key: 'gap',
            width: 100,
            render: (_, { gap, unit }) => (gap === null ? '—' : `${gap}${unit}`),
          },
        ]}
      />
    </Section>
  )
}
