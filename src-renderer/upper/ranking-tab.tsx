/** 排名通报: the offices beside each other by figures that are chosen, and the document that says so. */
import { Button, Select, Table } from 'antd'
import { useNavigate } from 'react-router'
import type { DeskStatus, DeskTotals, OfficeStatus } from '../../src-shared/desk.ts'
import { periodFigures } from '../../src-shared/figure-meanings.ts'
import { figureName } from '../../src-shared/figure-words.ts'
import { type FigureValues, placesOf } from '../../src-shared/office-totals.ts'
import type { PeriodFigureKey } from '../../src-shared/statistics.ts'
import { useBackend } from '../api.ts'
import { FormerAnswer } from '../components/former-answer.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAction } from '../components/use-action.ts'
import { useAddress } from '../components/use-address.ts'
import { useLongQuery } from '../components/use-long-query.tsx'
import { figureText } from './figure-words.ts'
import { NoOffices } from './no-offices.tsx'
import { OfficeName } from './office-name.tsx'
import { QuestionBar } from './question-bar.tsx'
import { ReportStateTag, TimingWord } from './report-state-tag.tsx'
import { useQuestion } from './use-question.ts'

const usual = ['lecture.sessions', 'lecture.coverageRate', 'study.sessions', 'stay.daysOnSite'] as const

export function RankingTab() {
  const { client, queries } = useBackend()
  const { question } = useQuestion()
  const { words, change } = useAddress()
  const navigate = useNavigate()
  const asked = (words.get('figures') ?? '').split(',')
  const named = periodFigures.filter((key) => asked.includes(key))
  const figures: readonly PeriodFigureKey[] =
    named.length > 0 ? asked.flatMap((key) => named.find((one) => one === key) ?? []) : usual
  const status = useLongQuery({
    queryKey: queries.upper.status.queryKey({ input: question }),
    ask: (jobId) => client.upper.status({ ...question, jobId }),
  })
  const period = status.data?.question.period
  const ranked = { period: period ?? { from: '2000-01-01', to: '2000-01-01' }, withOwn: false }
  const totals = useLongQuery({
    queryKey: queries.upper.totals.queryKey({ input: ranked }),
    ask: (jobId) => client.upper.totals({ ...ranked, jobId }),
    enabled: period !== undefined,
  })
  const drafting = useAction({
    call: () => client.upper.circular({ ...question, figures: [...figures] }),
    onDone: ({ documentId }) => void navigate(`/documents/${documentId}`),
  })
  const error = status.error ?? totals.error
  if (status.data?.offices.length === 0) return <NoOffices />
  return (
    <>
      <QuestionBar>
        <Select
          mode="multiple"
          className="upper-figures-choice"
          aria-label="比哪些指标"
          maxCount={6}
          maxTagCount="responsive"
          value={[...figures]}
          options={periodFigures.map((key) => ({ value: key, label: figureName(key) }))}
          onChange={(chosen) => change({ figures: chosen.join(',') }, { replace: true })}
        />
        <Button type="primary" loading={drafting.isPending} onClick={() => drafting.mutate()}>
          起草通报
        </Button>
      </QuestionBar>
      {status.progress ?? totals.progress}
      {error ? <ProblemNote error={error} onRetry={() => void status.refetch()} /> : null}
      {status.data && totals.data ? (
        <FormerAnswer isFormer={status.isPlaceholderData || totals.isPlaceholderData}>
          <Ranking status={status.data} totals={totals.data} figures={figures} />
        </FormerAnswer>
      ) : (
        <div className="list-wait" aria-busy={!error} />
      )}
    </>
  )
}

type Ranked = {
  readonly office: OfficeStatus
  readonly values: FigureValues | null
  readonly places: readonly (number | null)[]
}
type RankingProps = {
  readonly status: DeskStatus
  readonly totals: DeskTotals
  readonly figures: readonly PeriodFigureKey[]
}

function Ranking({ status, totals, figures }: RankingProps) {
  const held = new Map(totals.rows.map((row) => [row.officeId, row.values]))
  // What an office holds by the way of another report is not its report of this period.
  const valuesOf = ({ officeId, state }: OfficeStatus) => (state === '未报' ? null : (held.get(officeId) ?? null))
  const of = (office: OfficeStatus, figure: PeriodFigureKey) => valuesOf(office)?.[figure] ?? null
  const places = figures.map((figure) => placesOf(status.offices.map((office) => of(office, figure))))
  const rows = status.offices
    .map(
      (office, index): Ranked => ({
        office,
        values: valuesOf(office),
        places: places.map((column) => column[index] ?? null),
      }),
    )
    .toSorted((one, other) => (one.places[0] ?? Number.MAX_SAFE_INTEGER) - (other.places[0] ?? Number.MAX_SAFE_INTEGER))
  return (
    <Table<Ranked>
      size="small"
      rowKey={({ office }) => office.officeId}
      dataSource={rows}
      pagination={{ pageSize: 100, size: 'small', hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        { title: '单位', key: 'name', render: (_, { office }) => <OfficeName office={{ ...office, depth: 0 }} /> },
        {
          title: '报送情况',
          key: 'state',
          width: 150,
          render: (_, { office }) => (
            <>
              <ReportStateTag state={office.state} /> <TimingWord timing={office.timing} />
            </>
          ),
        },
        ...figures.map((figure, index) => ({
          title: figureName(figure),
          key: figure,
          align: 'right' as const,
          className: 'figure',
          render: (_: unknown, row: Ranked) => (
            <>
              {figureText(figure, row.values?.[figure] ?? null)}{' '}
              <span className="second">{row.places[index] == null ? '' : `第${row.places[index]}`}</span>
            </>
          ),
        })),
      ]}
    />
  )
}
