/** 安排: who speaks where and when, as a grid that is saved as a whole; what was not saved is kept. */
import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type ArrangementRow, blankArrangement } from '../../../src-shared/arrangement-rows.ts'
import type { Arrangement } from '../../../src-shared/arrangements.ts'
import { useBackend } from '../../api.ts'
import { Section } from '../../components/page.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { useAction } from '../../components/use-action.ts'
import { useDraft } from '../../components/use-draft.ts'
import { ArrangementGrid } from './arrangement-grid.tsx'

type Draft = { readonly rows: readonly ArrangementRow[] }

export function ArrangementSection({ noticeId }: { readonly noticeId: string }) {
  const { queries } = useBackend()
  const { data, error, refetch } = useQuery(queries.arrangements.list.queryOptions({ input: { noticeId } }))
  const draft = useDraft<Draft>(`arrangements ${noticeId}`)
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data || draft.stored === undefined) return <div className="list-wait" aria-busy />
  // Once saved, the stored rows have the ids of the new ones.
  const key = data.map(({ id, version }) => `${id} ${version}`).join()
  return <Editing key={key} noticeId={noticeId} stored={data.map(rowOf)} draft={draft} />
}

type EditingProps = {
  readonly noticeId: string
  readonly stored: readonly ArrangementRow[]
  readonly draft: ReturnType<typeof useDraft<Draft>>
}

function Editing({ noticeId, stored, draft }: EditingProps) {
  const { client } = useBackend()
  const [rows, setRows] = useState(draft.stored?.rows ?? stored)
  const [isChanged, setChanged] = useState(Boolean(draft.stored))
  const change = (next: readonly ArrangementRow[]) => {
    setRows(next)
    setChanged(true)
    draft.keep({ rows: next })
  }
  const discard = () => {
    setRows(stored)
    setChanged(false)
    void draft.drop()
  }
  const saving = useAction({
    call: async () => {
      const kept = await client.arrangements.put({ noticeId, rows: rows.map((row) => ({ ...row })) })
      await draft.drop()
      return kept
    },
    done: (kept) => `安排已保存，共${kept.length}项`,
    onDone: (kept) => {
      setRows(kept.map(rowOf))
      setChanged(false)
    },
  })
  const add = (
    <Button icon={<PlusOutlined />} onClick={() => change([...rows, blankArrangement])}>
      添加一行
    </Button>
  )
  return (
    <Section
      title="安排"
      extra={
        <span className="filter-end">
          {isChanged ? <span className="second save-hint">有改动未保存</span> : null}
          {isChanged ? <Button onClick={discard}>放弃改动</Button> : null}
          {add}
          <Button type="primary" disabled={!isChanged} loading={saving.isPending} onClick={() => saving.mutate()}>
            保存安排
          </Button>
        </span>
      }
    >
      {rows.length === 0 ? (
        <p className="second">
          还没有安排。安排会作为附件《宣讲安排》印在贯彻通知、工作计划和宣讲方案里。点“添加一行”后，也可把Excel里的几行直接粘贴进来。
        </p>
      ) : (
        <ArrangementGrid rows={rows} onRows={change} />
      )}
    </Section>
  )
}

function rowOf({ id, kind, speakerKind, speaker, topic, time, place, audience, note }: Arrangement): ArrangementRow {
  return { id, kind, speakerKind, speaker, topic, time, place, audience, note }
}
