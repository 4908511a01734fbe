/** 另选记录: a record that no rule proposes may still answer; it is looked for by words and adopted by the clerk. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { ListQuery } from '../../../src-shared/calls.ts'
import type { Api } from '../../../src-shared/contract.ts'
import type { RecordKind } from '../../../src-shared/record-kinds.ts'
import { useBackend } from '../../api.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { useAction } from '../../components/use-action.ts'
import { recordPages } from '../notice-words.ts'

type RecordPickerProps = {
  readonly requirementId: string
  /** Records that are listed already, as `kind id`. */
  readonly listed: ReadonlySet<string>
  readonly onClose: () => void
}
type Found = { readonly id: string; readonly date: string; readonly title: string }

const shownAtOnce = 12

const search: Readonly<Record<RecordKind, (api: Api, query: ListQuery) => Promise<readonly Found[]>>> = {
  study: async (api, query) => (await api.studies.list(query)).rows.map((row) => ({ ...row, title: row.topic })),
  lecture: async (api, query) => (await api.lectures.list(query)).rows.map((row) => ({ ...row, title: row.topic })),
  stay: async (api, query) =>
    (await api.stays.list(query)).rows.map(({ id, to, unitName }) => ({ id, date: to, title: unitName })),
  activity: async (api, query) => (await api.activities.list(query)).rows,
}

export function RecordPicker({ requirementId, listed, onClose }: RecordPickerProps) {
  const { client } = useBackend()
  const [kind, setKind] = useState<RecordKind>('study')
  const [text, setText] = useState('')
  const query = { text, limit: shownAtOnce }
  const { data, error, refetch } = useQuery({
    queryKey: ['records to adopt', kind, query],
    queryFn: () => search[kind](client, query),
    placeholderData: keepPreviousData,
  })
  const adopting = useAction({
    call: (recordId: string) => client.answers.set({ requirementId, recordKind: kind, recordId, state: '采用' }),
    done: '已采用这条记录',
  })
  return (
    <Modal open title="另选记录" width={720} footer={null} onCancel={onClose}>
      <div className="filter">
        <Select
          aria-label="台账"
          className="picker-kind"
          value={kind}
          onChange={setKind}
          options={Object.entries(recordPages).map(([value, { word }]) => ({
            value: value as RecordKind,
            label: word,
          }))}
        />
        <Input
          aria-label="查找记录"
          className="filter-words"
          allowClear
          maxLength={100}
          placeholder="按文字查找，多个词用空格隔开"
          onChange={({ target }) => setText(target.value.trim())}
        />
      </div>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data?.length === 0 ? <p className="second">没有找到记录，请换个词，或换一本台账。</p> : null}
      <table className="plain-table" aria-label="可选的记录">
        <tbody>
          {data?.map(({ id, date, title }) => (
            <tr key={id}>
              <td className="figure picker-day">{date}</td>
              <td>{title}</td>
              <td className="picker-act">
                {listed.has(`${kind} ${id}`) ? (
                  <span className="second">已列出</span>
                ) : (
                  <Button
                    size="small"
                    aria-label={`采用${title}`}
                    disabled={adopting.isPending}
                    onClick={() => adopting.mutate(id)}
                  >
                    采用
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  )
}
