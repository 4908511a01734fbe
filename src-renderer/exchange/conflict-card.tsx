/** One conflict (一处冲突) with its two values and the buttons that settle it. */
import { Button, Input, Space, Tag } from 'antd'
import { useState } from 'react'
import { type Conflict, type ConflictKind, type ConflictSide, tableNames } from '../../src-shared/exchange.ts'
import { useBackend } from '../api.ts'
import { formatMoment } from '../components/formats.ts'
import { RecordLink } from '../components/record-link.tsx'
import { useAction } from '../components/use-action.ts'

export function ConflictCard({ conflict }: { readonly conflict: Conflict }) {
  const { kind, title, label, kept, other, hint, settledAt, settledBy } = conflict
  return (
    <li className={settledAt === null ? 'conflict' : 'conflict conflict-settled'}>
      <div className="conflict-head">
        <Tag>{kindWords[kind]}</Tag>
        <span className="exchange-second">{tableNames[conflict.table] ?? ''}</span>
        <strong>
          <Titled conflict={conflict}>{title || '（无名称）'}</Titled>
        </strong>
        {label ? <span>· {label}</span> : null}
      </div>
      <div className="conflict-sides">
        <Side word={kind === '未并入' ? '本机' : settledAt === null ? '现在是' : '当时是'} side={kept} />
        <Side word={kind === '未并入' ? '没有并入的' : '另一个'} side={other} />
      </div>
      {settledAt === null ? (
        <div className="conflict-foot">
          <span className="exchange-second">{hint}</span>
          <Decisions conflict={conflict} />
        </div>
      ) : (
        <p className="exchange-second">
          {formatMoment(settledAt)}
          {settledBy ? `由${settledBy}处理` : '改过，不用再处理'}
        </p>
      )}
    </li>
  )
}

function Titled({ conflict: { table, rowId, kind }, children }: { conflict: Conflict; children: string }) {
  const isRecord =
    table === 'study' || table === 'lecture' || table === 'stay' || table === 'activity' || table === 'grassrootsUnion'
  if (!isRecord || kind === '未并入') return children
  return (
    <RecordLink kind={table} id={rowId}>
      {children}
    </RecordLink>
  )
}

function Side({ word, side: { text, pc, at } }: { readonly word: string; readonly side: ConflictSide }) {
  const who = [pc, at ? formatMoment(at) : ''].filter((part) => part !== '').join('　')
  return (
    <div className="conflict-side">
      <div className="exchange-second">
        {word}
        {who ? `（${who}）` : ''}
      </div>
      <div className="conflict-value">{text}</div>
    </div>
  )
}

function Decisions({ conflict: { id, kind, kept, other, label } }: { readonly conflict: Conflict }) {
  const { client } = useBackend()
  const [name, setName] = useState('')
  const settling = useAction({
    call: (choice: { readonly take: 'kept' | 'other' | 'name'; readonly name?: string }) =>
      client.exchange.settle({ id, ...choice }),
    done: '已处理，下次同步后另一台电脑也是这样',
  })
  const isBusy = settling.isPending
  const [keepWord, otherWord] =
    kind === '删改' ? [kept.text === '已删除' ? '确定删除' : '留下', other.text === '已删除' ? '删除' : '恢复'] : words
  if (kind === '未并入')
    return (
      <Button loading={isBusy} onClick={() => settling.mutate({ take: 'kept' })}>
        知道了，不并入
      </Button>
    )
  if (kind === '重名')
    return (
      <Space wrap>
        <Button loading={isBusy} onClick={() => settling.mutate({ take: 'kept' })}>
          就用现在的
        </Button>
        <Space.Compact>
          <Input
            value={name}
            onChange={({ target }) => setName(target.value)}
            placeholder={`另写${label}`}
            aria-label={`另写${label}`}
            maxLength={200}
          />
          <Button
            disabled={name.trim() === ''}
            loading={isBusy}
            onClick={() => settling.mutate({ take: 'name', name })}
          >
            改成这个
          </Button>
        </Space.Compact>
      </Space>
    )
  return (
    <Space wrap>
      <Button loading={isBusy} onClick={() => settling.mutate({ take: 'kept' })}>
        {keepWord}
      </Button>
      <Button loading={isBusy} onClick={() => settling.mutate({ take: 'other' })}>
        {otherWord}
      </Button>
    </Space>
  )
}

const words = ['用现在的', '改用另一个'] as const
const kindWords = {
  字段: '改得不同',
  删改: '一删一改',
  重名: '重名重号',
  未并入: '未并入',
} as const satisfies Record<ConflictKind, string>
