/** 从记录中收集: names that occur in records and are in no register; the clerk ticks those that belong in it. */
import { useQuery } from '@tanstack/react-query'
import { Button, Modal, Table } from 'antd'
import { useState } from 'react'
import type { Proposal } from '../../src-shared/register-uses.ts'
import { type RegisterKind, registerNames } from '../../src-shared/register-words.ts'
import { useBackend } from '../api.ts'
import { Clipped } from '../components/clipped.tsx'
import { NothingYet } from '../components/nothing-yet.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAction } from '../components/use-action.ts'
import { entryCalls, entryFieldLabel } from './entry-register.ts'

export function CollectEntries({ kind }: { readonly kind: RegisterKind }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>从记录中收集</Button>
      {isOpen ? <CollectDialog kind={kind} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function CollectDialog({ kind, onClose }: { readonly kind: RegisterKind; readonly onClose: () => void }) {
  const { client, queries } = useBackend()
  const [ticked, setTicked] = useState<readonly string[]>([])
  const { data, error, isPending } = useQuery(queries.registers.collect.queryOptions({ input: { kind } }))
  const adding = useAction({
    call: (proposals: readonly Proposal[]) =>
      entryCalls(kind)(client).add(proposals.map(({ fields }) => ({ ...fields }) as never)),
    done: ({ ids }) => `已把${ids.length}个名称加入${registerNames[kind]}名册`,
    onDone: onClose,
  })
  return (
    <Modal
      open
      title={`从记录中收集${registerNames[kind]}`}
      width={760}
      onCancel={onClose}
      cancelText="关闭"
      okText={ticked.length > 0 ? `加入名册（${ticked.length}）` : '加入名册'}
      okButtonProps={{ disabled: ticked.length === 0, loading: adding.isPending }}
      onOk={() => adding.mutate(data?.filter(({ name }) => ticked.includes(name)) ?? [])}
    >
      {error ? <ProblemNote error={error} /> : null}
      <p className="second">
        记录中出现过、名册里还没有的名称。勾选要加入名册的；职务、类别等按最近的记录预填，加入后可改。
      </p>
      <Table<Proposal>
        size="small"
        rowKey="name"
        tableLayout="fixed"
        loading={isPending}
        dataSource={data ? [...data] : []}
        rowSelection={{
          selectedRowKeys: [...ticked],
          onChange: (keys) => setTicked(keys.map(String)),
          getCheckboxProps: ({ name }) => ({ 'aria-label': `选${name}` }) as never,
        }}
        columns={[
          {
            title: entryFieldLabel(kind, 'name'),
            dataIndex: 'name',
            render: (name: string) => <Clipped>{name}</Clipped>,
          },
          { title: '预填', key: 'fields', render: (_, proposal) => <Clipped>{guessOf(kind, proposal)}</Clipped> },
          { title: '出现', dataIndex: 'times', width: 72, align: 'right', render: (times: number) => `${times}次` },
          { title: '最近', dataIndex: 'lastOn', width: 112, className: 'figure' },
        ]}
        pagination={{ pageSize: 10, size: 'small', hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: <NothingYet>记录中的名称都已在名册里。</NothingYet> }}
      />
    </Modal>
  )
}

const guessed: Readonly<Record<RegisterKind, readonly string[]>> = {
  cadre: ['post', 'standing'],
  lecturer: ['post', 'kind'],
  lectureTeam: [],
  studyGroup: ['kind'],
  venue: ['kind', 'venueType'],
  material: ['kind'],
}

function guessOf(kind: RegisterKind, { fields }: Proposal): string {
  const values: Readonly<Record<string, unknown>> = { ...fields }
  return guessed[kind]
    .map((field) => values[field])
    .filter((value) => value !== '')
    .join('，')
}
