/** 合并: two entries for the same thing become one; before that it is shown how many records change. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Form, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import type { MergePreview } from '../../src-shared/register-uses.ts'
import { type RegisterKind, registerNames } from '../../src-shared/register-words.ts'
import { useBackend } from '../api.ts'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAction } from '../components/use-action.ts'
import { useAddress } from '../components/use-address.ts'
import { entryCalls, entryFieldLabel } from './entry-register.ts'
import { usingName } from './using-name.ts'

type Named = { readonly id: string; readonly name: string }
type MergeEntriesProps = { readonly kind: RegisterKind; readonly row: Named; readonly onClose: () => void }

export function MergeEntries({ kind, row, onClose }: MergeEntriesProps) {
  const { client, queries } = useBackend()
  const { change } = useAddress()
  const [other, setOther] = useState<Named | null>(null)
  const [keptId, setKeptId] = useState(row.id)
  const dropped = other && (keptId === row.id ? other : row)
  const preview = useQuery({
    ...queries.registers.previewMerge.queryOptions({ input: { kind, keepId: keptId, dropId: dropped?.id ?? '' } }),
    enabled: dropped !== null,
  })
  const merging = useAction({
    call: ({ keep, drop }: MergePreview) => client.registers.merge({ kind, keep: seen(keep), drop: seen(drop) }),
    done: ({ records }, { keep, drop }) => `“${drop.name}”已并入“${keep.name}”，改了${records}条记录`,
    onDone: () => change({ record: null }),
  })
  return (
    <Modal
      open
      title={`合并重复的${registerNames[kind]}`}
      onCancel={onClose}
      cancelText="不合并了"
      okText="合并"
      okButtonProps={{ disabled: !preview.data || preview.isFetching, loading: merging.isPending }}
      onOk={() => preview.data && merging.mutate(preview.data)}
    >
      <Form layout="vertical">
        <Form.Item label={`与“${row.name}”是同一个的`} htmlFor="merge-other">
          <OtherEntry kind={kind} row={row} value={other} onChoose={setOther} />
        </Form.Item>
        {other ? (
          <Form.Item label="保留哪个名称">
            <Radio.Group
              aria-label="保留哪个名称"
              value={keptId}
              onChange={({ target }) => setKeptId(target.value)}
              options={[row, other].map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        ) : null}
      </Form>
      {preview.error ? <ProblemNote error={preview.error} /> : null}
      {preview.data ? <WhatChanges kind={kind} preview={preview.data} /> : null}
    </Modal>
  )
}

function seen({ id, version }: MergePreview['keep']) {
  return { id, version }
}

type OtherEntryProps = {
  readonly kind: RegisterKind
  readonly row: Named
  readonly value: Named | null
  readonly onChoose: (entry: Named | null) => void
}

function OtherEntry({ kind, row, value, onChoose }: OtherEntryProps) {
  const { client } = useBackend()
  const [text, setText] = useState('')
  const { data, isFetching } = useQuery({
    queryKey: ['registers', 'others', kind, text],
    queryFn: ({ signal }) => entryCalls(kind)(client).list({ text, limit: 50 } as never, { signal }),
    placeholderData: keepPreviousData,
  })
  const others = (data?.rows ?? []).filter(({ id }) => id !== row.id)
  return (
    <Select
      id="merge-other"
      className="wide"
      autoFocus
      allowClear
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: (typed) => setText(typed.trim()) }}
      value={value?.id ?? null}
      placeholder="按名称或拼音首字母查找"
      notFoundContent="名册中没有别的符合的"
      options={others.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id: string | undefined) => onChoose(others.find((entry) => entry.id === id) ?? null)}
    />
  )
}

function WhatChanges({ kind, preview }: { readonly kind: RegisterKind; readonly preview: MergePreview }) {
  const { keep, drop, records, kinds, filled } = preview
  const counted = kinds.map((of) => `${usingName(of.kind)}${of.count}条`).join('、')
  return (
    <ul className="merge-changes" aria-label="合并会改动什么">
      <li>
        {records === 0
          ? `没有记录写到“${drop.name}”，记录不变`
          : `${records}条记录中的“${drop.name}”改为“${keep.name}”（${counted}）`}
      </li>
      {filled.length > 0 ? (
        <li>
          “{keep.name}”空着的{filled.map((field) => entryFieldLabel(kind, field)).join('、')}，用“{drop.name}”的补上
        </li>
      ) : null}
      <li>“{drop.name}”从名册删除</li>
    </ul>
  )
}
