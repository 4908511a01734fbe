/** 收取下发包: what the level above has sent down is looked at before it comes in. */
import { useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'
import { keptCodeWords, type TaskEffect, type TaskNoticeEffect } from '../../src-shared/tasks.ts'
import { useBackend } from '../api.ts'
import { formatMoment } from '../components/formats.ts'
import { useAction } from '../components/use-action.ts'
import { FileButton } from '../formatting/file-button.tsx'

type Seen = { readonly file: File; readonly effect: TaskEffect }

export function TakeTasks() {
  const { client } = useBackend()
  const cache = useQueryClient()
  const [seen, setSeen] = useState<Seen | null>(null)
  const looking = useAction({
    call: async (file: File) => ({ file, effect: await client.tasks.preview({ file }) }),
    onDone: setSeen,
  })
  const taking = useAction({
    call: (file: File) => client.tasks.take({ file }),
    done: '下发包已收取',
    onDone: () => {
      setSeen(null)
      void cache.invalidateQueries()
    },
  })
  return (
    <>
      <FileButton accept=".ghb" isBusy={looking.isPending} onFile={looking.mutate}>
        收取下发包
      </FileButton>
      {seen ? (
        <Modal
          open
          title={`${seen.effect.sender.name}的下发包（${formatMoment(seen.effect.createdAt)}制）`}
          okText="收取"
          okButtonProps={{ loading: taking.isPending }}
          onOk={() => taking.mutate(seen.file)}
          onCancel={() => setSeen(null)}
        >
          <TaskEffectList effect={seen.effect} />
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

function TaskEffectList({ effect: { notices, stayRule, registers, codes } }: { readonly effect: TaskEffect }) {
  return (
    <ul className="task-effect">
      {notices.map((notice) => (
        <li key={notice.noticeId}>
          <strong>{[notice.number, notice.title].filter(Boolean).join('　')}</strong>
          <p>
            {outcomeWords[notice.outcome]}
            {notice.added.length > 0 ? `；新增要求：${notice.added.join('、')}` : ''}
            {notice.updated.length > 0 ? `；更新要求：${notice.updated.join('、')}` : ''}
            {notice.dropped.length > 0 ? `；上级已取消、你这里保留：${notice.dropped.join('、')}` : ''}
          </p>
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
