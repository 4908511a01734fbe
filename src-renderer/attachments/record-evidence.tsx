/** The evidence of a stored record (佐证材料), below its form: files added, described, put in order, looked at. */
import { useQuery } from '@tanstack/react-query'
import { App } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import { useBackend } from '../api.ts'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAction } from '../components/use-action.ts'
import { useRemoval } from '../components/use-removal.tsx'
import { AttachReport } from './attach-report.tsx'
import { EvidenceCard } from './evidence-card.tsx'
import { EvidenceDrop } from './evidence-drop.tsx'
import { EvidencePreview } from './evidence-preview.tsx'
import { usePendingEvidence } from './pending-evidence.tsx'
import { SessionForms } from './session-forms.tsx'
import { nameOf } from './thumbnail.tsx'
import { useAttaching } from './use-attaching.tsx'

type RecordEvidenceProps = { readonly recordKind: RecordKind; readonly recordId: string }

export const dropHint = '把照片、PDF、文档拖到这里，或直接粘贴截图；照片里的拍摄地点自动去掉'

export function RecordEvidence({ recordKind, recordId }: RecordEvidenceProps) {
  const { client, queries } = useBackend()
  const { message } = App.useApp()
  const pending = usePendingEvidence()
  const [openId, setOpenId] = useState<string | null>(null)
  const record = { recordKind, recordId }
  const { data, error, refetch } = useQuery(queries.attachments.list.queryOptions({ input: record }))
  const { attach, isRunning, progress } = useAttaching((outcome) => {
    const isPlain = outcome.problems.length + outcome.same.length + outcome.left.length + outcome.placesRemoved === 0
    pending.setOutcome(isPlain ? null : outcome)
    if (isPlain) message.success(`已添加${outcome.added}份`)
  })
  const remove = useRemoval(client.attachments)
  const reorder = useAction({ call: (ids: string[]) => client.attachments.reorder({ ...record, ids }) })
  const place = useRef<HTMLFieldSetElement>(null)
  const [hasNews] = useState(pending.outcome !== null)
  useEffect(() => {
    // What became of the files of a new record is said far below the form's first fields.
    if (hasNews && data) place.current?.scrollIntoView({ block: 'start' })
  }, [hasNews, data])
  const attachments = data ?? []
  const move = (id: string, to: number) => {
    const ids = attachments.map((one) => one.id).filter((one) => one !== id)
    ids.splice(to, 0, id)
    reorder.mutate(ids)
  }
  return (
    <fieldset className="field-group evidence" ref={place}>
      <legend>佐证材料{attachments.length > 0 ? `（${attachments.length}）` : ''}</legend>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      <EvidenceDrop
        hint={dropHint}
        isBusy={isRunning}
        onFiles={(files) => void attach([{ ...record, files: files.map(({ file }) => file) }])}
      >
        {progress}
        {pending.outcome ? (
          <AttachReport
            outcome={pending.outcome}
            onClose={() => pending.setOutcome(null)}
            onRetry={(left) => void attach(left)}
          />
        ) : null}
        <ul className="evidence-grid">
          {attachments.map((attachment, index) => (
            <EvidenceCard
              key={attachment.id}
              attachment={attachment}
              onOpen={() => setOpenId(attachment.id)}
              onRemove={() => remove({ id: attachment.id, name: nameOf(attachment) })}
              onEarlier={index > 0 ? () => move(attachment.id, index - 1) : undefined}
              onLater={index < attachments.length - 1 ? () => move(attachment.id, index + 1) : undefined}
              onDropped={(id) => move(id, index)}
            />
          ))}
        </ul>
      </EvidenceDrop>
      {recordKind === 'study' || recordKind === 'lecture' ? (
        <SessionForms recordKind={recordKind} recordId={recordId} />
      ) : null}
      <EvidencePreview attachments={attachments} openId={openId} onOpen={setOpenId} />
    </fieldset>
  )
}
