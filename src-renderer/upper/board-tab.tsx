/** 上报情况: every office below us and how far it has reported a notice or a period. */
import { Select, Table } from 'antd'
import { type DeskStatus, type OfficeStatus, type ReportState, reportStates } from '../../src-shared/desk.ts'
import { useBackend } from '../api.ts'
import { formatMoment } from '../components/formats.ts'
import { FormerAnswer } from '../components/former-answer.tsx'
import { NothingYet } from '../components/nothing-yet.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAddress } from '../components/use-address.ts'
import { useLongQuery } from '../components/use-long-query.tsx'
import { ApproveButton } from './approve-button.tsx'
import { NoOffices } from './no-offices.tsx'
import { OfficeName } from './office-name.tsx'
import { QuestionBar } from './question-bar.tsx'
import { Remarks } from './remarks.tsx'
import { ReportStateTag, TimingWord } from './report-state-tag.tsx'
import { useQuestion } from './use-question.ts'

const everyState = ''

export function BoardTab() {
  const { client, queries } = useBackend()
  const { question } = useQuestion()
  const { words, change } = useAddress()
  const { data, error, refetch, isPlaceholderData, progress } = useLongQuery({
    queryKey: queries.upper.status.queryKey({ input: question }),
    ask: (jobId) => client.upper.status({ ...question, jobId }),
  })
  const state = reportStates.find((one) => one === words.get('state'))
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (data?.offices.length === 0) return <NoOffices />
  return (
    <>
      <QuestionBar>
        <Select
          aria-label="状态"
          value={state ?? everyState}
          popupMatchSelectWidth={false}
          options={[
            { value: everyState, label: '全部状态' },
            ...reportStates.map((one) => ({ value: one, label: one })),
          ]}
          onChange={(chosen) => change({ state: chosen }, { replace: true })}
        />
      </QuestionBar>
      {progress}
      {data ? (
        <FormerAnswer isFormer={isPlaceholderData}>
          <Board status={data} state={state} />
        </FormerAnswer>
      ) : (
        <div className="list-wait" aria-busy />
      )}
    </>
  )
}

function Board({ status, state }: { readonly status: DeskStatus; readonly state: ReportState | undefined }) {
  const { offices, question } = status
  const shown = state === undefined ? offices : offices.filter((office) => office.state === state)
  const count = (one: ReportState) => offices.filter((office) => office.state === one).length
  return (
    <>
      <p className="upper-counts" role="status">
        应报{offices.length}个单位：
        {reportStates.map((one) => (
          <span key={one}>
            <ReportStateTag state={one} /> {count(one)}
          </span>
        ))}
        <span className="second">{question.due === null ? '没有报送截止日期' : `${question.due}截止（当天24时）`}</span>
      </p>
      <Table<OfficeStatus>
        size="small"
        rowKey="officeId"
        tableLayout="fixed"
        dataSource={[...shown]}
        locale={{ emptyText: <NothingYet>没有这个状态的单位。</NothingYet> }}
        pagination={{ pageSize: 100, size: 'small', hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: '单位', key: 'name', width: 210, render: (_, office) => <OfficeName office={office} /> },
          { title: '状态', key: 'state', width: 92, render: (_, office) => <ReportStateTag state={office.state} /> },
          {
            title: '收到时间（本机）',
            key: 'received',
            width: 186,
            render: (_, office) => <Received office={office} />,
          },
          {
            title: '对方制包',
            key: 'sent',
            width: 142,
            className: 'figure',
            render: (_, { sentAt }) => (sentAt === null ? '—' : formatMoment(sentAt)),
          },
          { title: '记录', dataIndex: 'records', width: 60, align: 'right', className: 'figure' },
          {
            title: '要求',
            key: 'requirements',
            width: 64,
            align: 'right',
            className: 'figure',
            render: (_, { requirements }) =>
              requirements.length === 0
                ? '—'
                : `${requirements.filter((one) => one.state === '已落实').length}/${requirements.length}`,
          },
          { title: '缺什么、要知道什么', key: 'remarks', render: (_, office) => <Remarks office={office} /> },
          { title: '验收', key: 'approve', width: 84, render: (_, office) => <ApproveButton office={office} /> },
        ]}
      />
    </>
  )
}

function Received({ office: { receivedAt, timing } }: { readonly office: OfficeStatus }) {
  return (
    <>
      <span className="figure">{receivedAt === null ? '—' : formatMoment(receivedAt)}</span>{' '}
      <TimingWord timing={timing} />
    </>
  )
}
