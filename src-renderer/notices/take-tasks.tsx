/** 收取下发包: what the level above has sent down is looked at before it comes in. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Modal, Select } from 'antd'
import { useState } from 'react'
import type { Matches } from '../../src-shared/task-calls.ts'
import { keptCodeWords, type TaskEffect, type TaskNoticeEffect } from '../../src-shared/tasks.ts'
import { useBackend } from '../api.ts'
import { formatMoment } from '../components/formats.ts'
import { useAction } from '../components/use-action.ts'
import { FileButton } from '../formatting/file-button.tsx'

type Seen = { readonly file: File; readonly matches: Matches; readonly effect: TaskEffect }

export function TakeTasks() {
  const { client } = useBackend()
  const cache = useQueryClient()
  const [seen, setSeen] = useState<Seen | null>(null)
  const looking = useAction({
    call: async (given: Omit<Seen, 'effect'>) => ({ ...given, effect: await client.tasks.preview(given) }),
    onDone: setSeen,
  })
  const taking = useAction({
    call: ({ file, matches }: Seen) => client.tasks.take({ file, matches }),
    done: '下发包已收取',
    onDone: () => {
      setSeen(null)
      void cache.invalidateQueries()
    },
  })
  return (
    <>
      <FileButton accept=".ghb" isBusy={looking.isPending} onFile={(file) => looking.mutate({ file, matches: {} })}>
        收取下发包
      </FileButton>
      {seen ? (
        <Modal
          open
          title={`${seen.effect.sender.name}的下发包（${formatMoment(seen.effect.createdAt)}制）`}
          okText="收取"
          okButtonProps={{ loading: taking.isPending, disabled: looking.isPending }}
          onOk={() => taking.mutate(seen)}
          onCancel={() => setSeen(null)}
        >
          <TaskEffectList
            effect={seen.effect}
            matches={seen.matches}
            onMatch={(matches) => looking.mutate({ file: seen.file, matches })}
          />
        </Modal>
      ) : null}
    </>
  )
}

const outcomeWords: Readonly<Record<TaskNoticeEffect['outcome'], string>> = {
  新收: '新收，登记为来文',
  更新: '有更新，你改过的不动',
  对上: '已经登记过，缺的要求列为待确认',
  相同: '没有变化',
  已删除: '你已删除，不再收',
}

/** The others are in the register. */
const namedUnions = 20

type EffectProps = {
  readonly effect: TaskEffect
  readonly matches: Matches
  readonly onMatch: (matches: Matches) => void
}

function TaskEffectList({ effect: { notices, stayRule, registers, codes }, matches, onMatch }: EffectProps) {
  return (
    <ul className="task-effect">
      {notices.map((notice) => (
        <li key={notice.taskId}>
          <strong>{[notice.number, notice.title].filter(Boolean).join('　')}</strong>
          <p>
            {outcomeWords[notice.outcome]}
            {notice.added.length > 0 ? `；新增要求：${notice.added.join('、')}` : ''}
            {notice.updated.length > 0 ? `；更新要求：${notice.updated.join('、')}` : ''}
            {notice.dropped.length > 0 ? `；上级已取消、你这里保留：${notice.dropped.join('、')}` : ''}
          </p>
          {notice.outcome === '新收' || notice.taskId in matches ? (
            <MatchSelect
              title={notice.title}
              value={matches[notice.taskId] ?? null}
              onChange={(id) => onMatch(matched(matches, notice.taskId, id))}
            />
          ) : null}
          {notice.kept.map(({ title, offered }) => (
            <p key={`${title} ${offered}`}>
              “{title}”你改过，保留；上级现为：{offered}
            </p>
          ))}
        </li>
      ))}
      {stayRule === null ? null : (
        <li>{stayRule === '采用' ? '蹲点天数规定：采用' : '蹲点天数规定：本单位已有规定，不采用'}</li>
      )}
      {registers > 0 ? <li>名册新增{registers}条</li> : null}
      {codes.filled.length > 0 ? (
        <li>
          补上编码的单位{codes.filled.length}个：{codes.filled.slice(0, namedUnions).join('、')}
          {codes.filled.length > namedUnions ? '等' : ''}
        </li>
      ) : null}
      {codes.kept.map((one) => (
        <li key={`${one.name} ${one.field}`}>{keptCodeWords(one)}</li>
      ))}
    </ul>
  )
}

function matched(matches: Matches, taskId: string, noticeId: string | null): Matches {
  const { [taskId]: _, ...others } = matches
  return noticeId === null ? others : { ...others, [taskId]: noticeId }
}

type MatchProps = {
  readonly title: string
  readonly value: string | null
  readonly onChange: (noticeId: string | null) => void
}

/** Which notice of ours it is: without a number, or under another one, the program cannot tell. */
function MatchSelect({ title, value, onChange }: MatchProps) {
  const { queries } = useBackend()
  const { data } = useQuery(queries.notices.list.queryOptions({ input: { limit: 500 } }))
  const own = data?.rows ?? []
  if (own.length === 0) return null
  return (
    <Select
      aria-label={`“${title}”是本单位的哪一件通知`}
      className="task-match"
      allowClear
      placeholder="若已登记过，请选是哪一件"
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      options={own.map((notice) => ({
        value: notice.id,
        label: [notice.number, notice.title].filter(Boolean).join(' '),
      }))}
      onChange={(id) => onChange(id ?? null)}
    />
  )
}
