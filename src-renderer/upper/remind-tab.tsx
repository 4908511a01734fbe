/** 催报: who has not reported or lacks something, and the letters that ask for it. */
import { Button, Checkbox, Table } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { OfficeStatus } from '../../src-shared/desk.ts'
import { addDays } from '../../src-shared/periods.ts'
import { useBackend } from '../api.ts'
import { DayInput } from '../components/day-input.tsx'
import { FormerAnswer } from '../components/former-answer.tsx'
import { NothingYet } from '../components/nothing-yet.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAction } from '../components/use-action.ts'
import { useLongQuery } from '../components/use-long-query.tsx'
import { NoOffices } from './no-offices.tsx'
import { OfficeName } from './office-name.tsx'
import { QuestionBar } from './question-bar.tsx'
import { Remarks } from './remarks.tsx'
import { ReportStateTag, TimingWord } from './report-state-tag.tsx'
import { useQuestion } from './use-question.ts'

/** Days that a letter gives unless told otherwise. */
const daysGiven = 7

export function RemindTab() {
  const { client, queries } = useBackend()
  const navigate = useNavigate()
  const { question, today } = useQuestion()
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const [until, setUntil] = useState<string | null>(addDays(today, daysGiven))
  const [isOneForAll, setOneForAll] = useState(false)
  const { data, error, refetch, isPlaceholderData, progress } = useLongQuery({
    queryKey: queries.upper.status.queryKey({ input: question }),
    ask: (jobId) => client.upper.status({ ...question, jobId }),
  })
  const lacking = data?.offices.filter(({ state }) => state === '未报' || state === '部分报') ?? []
  const selected = chosen ?? lacking.map(({ officeId }) => officeId)
  const drafting = useAction({
    call: () => client.upper.remind({ ...question, officeIds: [...selected], until, isOneForAll }),
    done: ({ documentIds }) => `已起草催报函${documentIds.length}件，在“报告与公文”中核对后定稿`,
    onDone: ({ documentIds }) =>
      void navigate(documentIds.length === 1 ? `/documents/${documentIds[0]}` : '/documents'),
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (data?.offices.length === 0) return <NoOffices />
  return (
    <>
      <QuestionBar />
      {progress}
      <div className="filter">
        <span>补报的最后日期</span>
        <div className="upper-due">
          <DayInput aria-label="补报的最后日期" value={until} onChange={setUntil} />
        </div>
        <Checkbox checked={isOneForAll} onChange={() => setOneForAll(!isOneForAll)}>
          合写一件，各单位列表
        </Checkbox>
        <Button
          type="primary"
          disabled={selected.length === 0 || isPlaceholderData}
          loading={drafting.isPending}
          onClick={() => drafting.mutate()}
        >
          起草催报函
        </Button>
      </div>
      {data ? (
        <FormerAnswer isFormer={isPlaceholderData}>
          <Table<OfficeStatus>
            size="small"
            rowKey="officeId"
            tableLayout="fixed"
            pagination={false}
            dataSource={[...lacking]}
            locale={{ emptyText: <NothingYet>都报齐了，没有要催的单位。</NothingYet> }}
            rowSelection={{
              selectedRowKeys: [...selected],
              onChange: (keys) => setChosen(keys.map(String)),
              getCheckboxProps: ({ name }) => ({ 'aria-label': `催${name}` }) as object,
            }}
            columns={[
              { title: '单位', key: 'name', width: 240, render: (_, office) => <OfficeName office={office} /> },
              {
                title: '状态',
                key: 'state',
                width: 150,
                render: (_, { state, timing }) => (
                  <>
                    <ReportStateTag state={state} /> <TimingWord timing={timing} />
                  </>
                ),
              },
              { title: '缺什么', key: 'remarks', render: (_, office) => <Remarks office={office} /> },
            ]}
          />
        </FormerAnswer>
      ) : (
        <div className="list-wait" aria-busy />
      )}
    </>
  )
}
