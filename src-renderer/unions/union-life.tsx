/** Below the form of a union: what can be done with it, what became of it (沿革), and where it is used (在用处). */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Flex, Popconfirm } from 'antd'
import { useState } from 'react'
import type { UnionEvent, UnionUse } from '../../src-shared/union-lives.ts'
import type { GrassrootsUnion } from '../../src-shared/unions.ts'
import { useBackend } from '../api.ts'
import { RecordLink, recordWord } from '../components/record-link.tsx'
import { useAction } from '../components/use-action.ts'
import { ActDialog, type ActName, actNames } from './act-dialog.tsx'
import { useUnions } from './use-unions.ts'

export function UnionLife({ row }: { readonly row: GrassrootsUnion }) {
  const [act, setAct] = useState<ActName | null>(null)
  const reread = useReread(row.id)
  const { endedOn } = row.life
  const offered = actNames.filter(
    (name) => (name === '更正统计编码' ? row.statisticsCode !== '' : endedOn === null) || name === '去重',
  )
  return (
    <>
      <fieldset className="field-group">
        <legend>单位变更</legend>
        {endedOn === null ? null : <Ended union={row} />}
        <Flex gap={8} wrap>
          {offered.map((name) => (
            <Button key={name} size="small" onClick={() => setAct(name)}>
              {name}
            </Button>
          ))}
        </Flex>
        {act ? <ActDialog act={act} union={row} onClose={() => setAct(null)} onDone={reread} /> : null}
      </fieldset>
      <History id={row.id} onUndone={reread} />
      <Uses id={row.id} />
    </>
  )
}

/** The form holds the row of before: it is read anew. */
function useReread(id: string) {
  const queryClient = useQueryClient()
  return () => void queryClient.invalidateQueries({ queryKey: ['unions', 'get', id] })
}

function Ended({ union }: { readonly union: GrassrootsUnion }) {
  const { byId } = useUnions()
  const { endedOn, ending, successorId } = union.life
  const heir = successorId === null ? undefined : byId.get(successorId)
  const then =
    ending === '合并'
      ? `此后到它的宣讲算作“${heir?.name ?? '并入的单位'}”的`
      : '此后它不在应覆盖的单位之内，以前各期的覆盖率不变'
  return <Alert type="info" showIcon className="union-note" title={`${endedOn}${ending}。${then}。`} />
}

function History({ id, onUndone }: { readonly id: string; readonly onUndone: () => void }) {
  const { client, queries } = useBackend()
  const { data } = useQuery(queries.unions.history.queryOptions({ input: { id } }))
  const undoing = useAction({
    call: (actId: string) => client.unions.undoAct({ id: actId }),
    done: ({ sentence }) => `已撤销：${sentence}`,
    onDone: onUndone,
  })
  return (
    <fieldset className="field-group">
      <legend>沿革</legend>
      {data?.length === 0 ? <p className="second">没有变更，成立日期也没有填。</p> : null}
      <ol className="plain-list union-history">
        {data?.map((event) => (
          <Event key={event.actId ?? 'founded'} event={event} onUndo={(actId) => undoing.mutate(actId)} />
        ))}
      </ol>
    </fieldset>
  )
}

type EventProps = { readonly event: UnionEvent; readonly onUndo: (actId: string) => void }

function Event({ event: { day, sentence, actId }, onUndo }: EventProps) {
  return (
    <li>
      <span className="figure second">{day ?? '不计日期'}</span>
      <span>{sentence}</span>
      {actId === null ? null : (
        <Popconfirm
          title="撤销此项变更？"
          description="有关单位和记录恢复到变更以前。"
          okText="撤销变更"
          cancelText="不撤销"
          onConfirm={() => onUndo(actId)}
        >
          <Button size="small" type="link">
            撤销此项变更
          </Button>
        </Popconfirm>
      )}
    </li>
  )
}

function Uses({ id }: { readonly id: string }) {
  const { queries } = useBackend()
  const { data } = useQuery(queries.unions.uses.queryOptions({ input: { id } }))
  const total = data?.reduce((sum, { count }) => sum + count, 0)
  return (
    <fieldset className="field-group">
      <legend>在用处{total === undefined ? '' : `（${total}）`}</legend>
      {total === 0 ? <p className="second">还没有记录用到这个单位。</p> : null}
      {data?.map((use) => (
        <UsesOfKind key={use.kind} {...use} />
      ))}
    </fieldset>
  )
}

/** Uses of a kind that are listed before the clerk asks for more. */
const few = 6

function UsesOfKind({ kind, count, newest }: UnionUse) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? newest : newest.slice(0, few)
  return (
    <>
      <h3 className="union-uses-kind">
        {kind === 'grassrootsUnion' ? '下级、分设出来或并入的单位' : recordWord(kind)} {count}条
      </h3>
      <ul className="plain-list union-uses">
        {shown.map((row) => (
          <li key={row.id}>
            {row.date === '' ? null : <span className="figure second">{row.date}　</span>}
            <RecordLink kind={kind} id={row.id}>
              {row.title}
            </RecordLink>
          </li>
        ))}
      </ul>
      {shown.length < newest.length ? (
        <Button type="link" size="small" onClick={() => setWhole(true)}>
          {newest.length < count ? `列出最近${newest.length}条` : `列出全部${count}条`}
        </Button>
      ) : null}
    </>
  )
}
