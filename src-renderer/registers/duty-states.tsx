/** 学习任务完成情况: what came due in a period for each group, what was held, what is missing; 已 opens its records. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Popover, Table } from 'antd'
import { Link } from 'react-router'
import type { Period } from '../../src-shared/period.ts'
import { quarterOf } from '../../src-shared/periods.ts'
import type { DutyState } from '../../src-shared/study-duties.ts'
import { useBackend } from '../api.ts'
import { FormerAnswer } from '../components/former-answer.tsx'
import { NothingYet } from '../components/nothing-yet.tsx'
import { Section } from '../components/page.tsx'
import { PeriodPicker } from '../components/period-picker.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { RecordLink } from '../components/record-link.tsx'
import { useAddress } from '../components/use-address.ts'
import { useShell } from '../components/use-shell.ts'
import { dutyWords } from './duty-words.ts'

/** The word of the address that holds the period of this table: `from` and `to` would filter the list above. */
const word = 'duties'

export function DutyStates() {
  const { queries } = useBackend()
  const { words, change } = useAddress()
  const { today } = useShell()
  const period = periodOf(words.get(word)) ?? quarterOf(today)
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...queries.registers.duties.queryOptions({ input: period }),
    placeholderData: keepPreviousData,
  })
  const choose = (chosen: Period | null) =>
    change({ [word]: chosen && `${chosen.from}_${chosen.to}` }, { replace: true })
  return (
    <Section title="学习任务完成情况" extra={<PeriodPicker today={today} value={period} onChange={choose} />}>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      <p className="second">
        月、季度、半年、年的第一天在所选期间内且不晚于今天的，各算一期应开展；已开展的按日期和学习类型计，一场学习的组织单位或党组织是该组织的，算它开展的。
      </p>
      {data ? (
        <FormerAnswer isFormer={isPlaceholderData}>
          <Table<DutyState>
            size="small"
            className="duty-states"
            rowKey={({ groupId, type, per }) => `${groupId} ${type} ${per}`}
            dataSource={[...data]}
            columns={columns}
            pagination={false}
            locale={{
              emptyText: (
                <NothingYet>还没有登记应开展的学习。在学习组织中填写每月、每季度要开展几次什么学习。</NothingYet>
              ),
            }}
          />
        </FormerAnswer>
      ) : (
        <div className="list-wait" aria-busy={!error} />
      )}
    </Section>
  )
}

const columns = [
  {
    title: '学习组织',
    key: 'group',
    render: (_: unknown, { group, groupId }: DutyState) => (
      <Link to={`/registers/studyGroup?record=${groupId}`}>{group}</Link>
    ),
  },
  { title: '任务', key: 'duty', render: (_: unknown, duty: DutyState) => dutyWords(duty) },
  { title: '应开展', dataIndex: 'due', width: 88, align: 'right' as const, className: 'figure' },
  {
    title: '已开展',
    key: 'held',
    width: 88,
    align: 'right' as const,
    render: (_: unknown, duty: DutyState) => <Held {...duty} />,
  },
  {
    title: '还缺',
    dataIndex: 'missing',
    width: 88,
    align: 'right' as const,
    className: 'figure',
    render: (missing: number) => (missing > 0 ? <strong className="to-do">{missing}</strong> : 0),
  },
]

function Held({ group, type, held, sessions }: DutyState) {
  if (held === 0) return <span className="figure">0</span>
  const list = (
    <ul className="plain-list duty-sessions">
      {sessions.map(({ id, date, topic }) => (
        <li key={id}>
          <span className="figure second">{date}　</span>
          <RecordLink kind="study" id={id}>
            {topic}
          </RecordLink>
        </li>
      ))}
    </ul>
  )
  return (
    <Popover trigger="click" placement="left" title={`${group}：${type}`} content={list}>
      <Button type="link" size="small" className="figure" aria-label={`${group}${type}已开展${held}次，看记录`}>
        {held}
      </Button>
    </Popover>
  )
}

function periodOf(text: string | null): Period | null {
  const [, from, to] = /^(20\d\d-\d\d-\d\d)_(20\d\d-\d\d-\d\d)$/.exec(text ?? '') ?? []
  return from && to && from <= to ? { from, to } : null
}
