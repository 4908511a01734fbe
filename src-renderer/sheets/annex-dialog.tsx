/** 作为附表加入公文: the sheet becomes the last annex of a draft, or of a report that is begun for it. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Modal, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { periodWords } from '../../src-shared/chinese.ts'
import type { CrossQuery } from '../../src-shared/cross-tables.ts'
import type { ListedDocument } from '../../src-shared/outgoing.ts'
import type { Period } from '../../src-shared/period.ts'
import type { AnySheetKind } from '../../src-shared/statistics.ts'
import { useBackend } from '../api.ts'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAction } from '../components/use-action.ts'

type AnnexDialogProps = {
  readonly title: string
  readonly sheet: { readonly kind: AnySheetKind } | { readonly cross: CrossQuery }
  /** That the screen shows. */
  readonly period: Period
  readonly onClose: () => void
}

const newReport = 'new'

export function AnnexDialog({ title, sheet, period, onClose }: AnnexDialogProps) {
  const { client, queries } = useBackend()
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(queries.documents.list.queryOptions())
  const drafts = data?.filter(({ state }) => state === '草稿') ?? []
  const [chosen, choose] = useState<string | null>(null)
  const target = chosen ?? drafts.find((draft) => isSame(draft.period, period))?.id ?? newReport
  const draft = drafts.find(({ id }) => id === target)
  const adding = useAction({
    call: async () => {
      const id = target === newReport ? (await client.documents.draftReport(period)).documentId : target
      const { version } = await client.documents.get({ id })
      return await client.sheets.annex({ documentId: id, version, sheet })
    },
    done: `${title}已作为附表加入公文`,
    onDone: ({ id }) => navigate(`/documents/${id}`),
  })
  return (
    <Modal
      open
      title="作为附表加入公文"
      okText={target === newReport ? '起草并加入' : '加入'}
      okButtonProps={{ loading: adding.isPending, disabled: !data }}
      onOk={() => adding.mutate()}
      onCancel={onClose}
    >
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      <p>{title}将排为最后一个附件，数字随公文一起更新和定稿。</p>
      <Select
        aria-label="公文"
        className="wide"
        value={target}
        onChange={choose}
        options={[
          { value: newReport, label: `新起草一份${periodWords(period)}情况报告` },
          ...drafts.map((one) => ({ value: one.id, label: nameOf(one) })),
        ]}
      />
      {draft && !isSame(draft.period, period) ? (
        <Alert
          className="annex-note"
          type="warning"
          showIcon
          title={`这份公文的统计期是${periodWords(draft.period)}，附表按公文的统计期取数，与现在显示的${periodWords(period)}不同。`}
        />
      ) : null}
    </Modal>
  )
}

const nameOf = ({ title, kind, period }: ListedDocument) =>
  `${title || '（无标题）'}（${kind}，${periodWords(period)}）`
const isSame = (one: Period, other: Period) => one.from === other.from && one.to === other.to
