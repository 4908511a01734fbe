/** 批量录入: small sessions (班前会 and the like), dozens at a time; checked while typing, stored all or none. */
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Flex, Segmented } from 'antd'
import { useCallback, useState } from 'react'
import { Navigate, useNavigate, useParams } from 'react-router'
import { type BatchKind, batchColumns, batchKinds } from '../../../src-shared/batch.ts'
import { asTexts, type BatchRow, isEmptyRow, withSpareRows } from '../../../src-shared/editing/batch-rows.ts'
import { useBackend } from '../../api.ts'
import { Page } from '../../components/page.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { useAction } from '../../components/use-action.ts'
import { useDraft } from '../../components/use-draft.ts'
import { useLongJob } from '../../components/use-long-job.tsx'
import { BatchFindings } from './batch-findings.tsx'
import { BatchGrid } from './batch-grid.tsx'
import { useBatchCheck } from './use-batch-check.ts'

const registers = {
  study: { label: '学习', path: '/studies' },
  lecture: { label: '宣讲', path: '/lectures' },
  activity: { label: '宣传文化', path: '/activities' },
} as const satisfies Record<BatchKind, unknown>

export function BatchPage() {
  const { kind } = useParams()
  const known = batchKinds.find((one) => one === kind)
  return known ? <Batch key={known} kind={known} /> : <Navigate to="/batch/lecture" replace />
}

function Batch({ kind }: { readonly kind: BatchKind }) {
  const navigate = useNavigate()
  const draft = useDraft<readonly BatchRow[]>(`batch-${kind}`)
  return (
    <Page
      title="批量录入"
      hint="一行一场，可从Excel、WPS整块复制粘贴。Enter 下移，Tab 右移，Shift+方向键选区，Ctrl+D 向下填充，Alt+↓ 选常用词。"
      actions={<Button onClick={() => void navigate(registers[kind].path)}>返回{registers[kind].label}</Button>}
    >
      <Segmented<BatchKind>
        aria-label="录入哪一类"
        value={kind}
        options={batchKinds.map((value) => ({ value, label: registers[value].label }))}
        onChange={(chosen) => void navigate(`/batch/${chosen}`, { replace: true })}
      />
      {draft.stored === undefined ? <div className="list-wait" aria-busy /> : <Entry kind={kind} draft={draft} />}
    </Page>
  )
}

function Entry({ kind, draft }: { kind: BatchKind; draft: ReturnType<typeof useDraft<readonly BatchRow[]>> }) {
  const { client } = useBackend()
  const queryClient = useQueryClient()
  const [rows, setRows] = useState(() => withSpareRows(draft.stored ?? []))
  const [target, setTarget] = useState<{ row: number; field: string } | null>(null)
  const [added, setAdded] = useState<{ id: string; count: number } | null>(null)
  const { check, error, isCurrent } = useBatchCheck(kind, rows)
  const change = useCallback(
    (next: readonly BatchRow[]) => {
      setRows(withSpareRows(next))
      draft.keep(next.filter((row) => !isEmptyRow(row)))
    },
    [draft.keep],
  )
  const adding = useLongJob({
    call: (_: undefined, jobId) =>
      client.batch.add({ batch: { kind, rows: asTexts(batchColumns[kind], rows) }, jobId }),
    onDone: ({ id, counts }) => {
      void draft.drop()
      setRows(withSpareRows([]))
      setAdded(id === null ? null : { id, count: counts.new + counts.changed })
      void queryClient.invalidateQueries()
    },
  })
  const undo = useAction({
    call: (id: string) => client.imports.undo({ id }),
    done: '已撤销，刚才登记的都去掉了',
    onDone: () => {
      setAdded(null)
      void queryClient.invalidateQueries()
    },
  })
  const { rows: filled = 0, wrong = 0, same = 0, changed = 0, new: fresh = 0 } = check?.counts ?? {}
  return (
    <>
      {added ? (
        <Alert
          className="batch-foot"
          type="success"
          showIcon
          title={`已登记${added.count}条。`}
          action={
            <Button size="small" loading={undo.isPending} onClick={() => undo.mutate(added.id)}>
              撤销
            </Button>
          }
          closable={{ 'aria-label': '关闭提示', onClose: () => setAdded(null) }}
        />
      ) : null}
      <div className="batch-foot">
        <BatchGrid kind={kind} rows={rows} findings={check?.findings ?? []} target={target} onChange={change} />
      </div>
      {error ? <ProblemNote error={error} /> : null}
      <Flex className="batch-foot" gap={12} align="center" wrap>
        <Button
          type="primary"
          disabled={!isCurrent || wrong > 0 || fresh + changed === 0}
          loading={adding.isRunning}
          onClick={() => adding.start(undefined)}
        >
          全部登记
        </Button>
        <span role="status">
          {filled === 0
            ? '还没有填写'
            : `共${filled}行：新增${fresh}条${changed > 0 ? `，修改已有的${changed}条` : ''}${same > 0 ? `，已登记过的${same}条不再登记` : ''}${wrong > 0 ? `，有误${wrong}行，改好才能登记` : ''}`}
        </span>
        {filled > 0 ? (
          <Button type="text" onClick={() => change([])}>
            清空
          </Button>
        ) : null}
      </Flex>
      {adding.progress}
      <BatchFindings findings={check?.findings ?? []} onGo={setTarget} />
    </>
  )
}
