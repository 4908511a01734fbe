/** A finalised document (已定稿公文): its pages to read, what the register says, and what may still be done with it. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { OfficialDocument } from '../../src-shared/documents.ts'
import type { RegisteredDocument, Registration, Verification } from '../../src-shared/outgoing.ts'
import { useBackend } from '../api.ts'
import { formatMoment } from '../components/formats.ts'
import { Page } from '../components/page.tsx'
import { useAction } from '../components/use-action.ts'
import { useDelivery } from '../components/use-delivery.tsx'
import { useLongJob } from '../components/use-long-job.tsx'
import { PaperDesk } from './paper-desk.tsx'
import { useDocumentLayout } from './use-document-layout.ts'
import { type Withdrawal, WithdrawDialog } from './withdraw-dialog.tsx'

type FinalisedDocumentProps = {
  readonly stored: RegisteredDocument
  readonly registration: Registration
  readonly onChanged: () => void
}

export function FinalisedDocument({ stored, registration, onChanged }: FinalisedDocumentProps) {
  const { client, queries } = useBackend()
  const navigate = useNavigate()
  const deliver = useDelivery()
  const note = useRef<HTMLDivElement>(null)
  // The editor that stood here may have been scrolled down.
  useEffect(() => {
    // In braces: newer Chromium answers a promise, which React would call when the page goes away.
    note.current?.closest('.frame-page')?.scrollTo(0, 0)
  }, [])
  const [withdrawn, setWithdrawn] = useState<Withdrawal | null>(null)
  const { data: verification } = useQuery(queries.documents.verify.queryOptions({ input: { id: stored.id } }))
  const writing = useLongJob({
    call: (_: undefined, jobId) => client.documents.write({ id: stored.id, jobId }),
    onDone: (delivery) => deliver(delivery, '定稿文件'),
  })
  const copying = useAction({
    call: () => client.documents.copy({ id: stored.id }),
    done: '已照原文另起草，请核对后保存',
    onDone: ({ documentId }) => navigate(`/documents/${documentId}`),
  })
  const layout = useDocumentLayout(stored)
  const { number, state } = registration
  const { title } = stored.content
  const actions = (
    <>
      <Button onClick={() => copying.mutate()} loading={copying.isPending}>
        另起草
      </Button>
      {state === '已定稿' ? <Button onClick={() => setWithdrawn({ id: stored.id, number, title })}>作废</Button> : null}
      <Button onClick={() => navigate(`/documents/check?id=${stored.id}`)}>检查</Button>
      <Button onClick={() => navigate(`/documents/${stored.id}/preview`)}>预览与打印</Button>
      <Button type="primary" onClick={() => writing.start(undefined)} disabled={writing.isRunning}>
        导出定稿Word
      </Button>
    </>
  )
  return (
    <Page title={number} hint={title} actions={actions}>
      {writing.progress}
      <div ref={note}>
        <RegistrationNote
          registration={registration}
          verification={verification}
          isCounted={hasFigures(stored.content)}
        />
      </div>
      <PaperDesk content={stored.content} layout={layout} />
      <WithdrawDialog target={withdrawn} onClose={() => setWithdrawn(null)} onDone={onChanged} />
    </Page>
  )
}

type RegistrationNoteProps = {
  readonly registration: Registration
  readonly verification: Verification | undefined
  /** Whether anything in it was counted from records. */
  readonly isCounted: boolean
}

function RegistrationNote({ registration, verification, isCounted }: RegistrationNoteProps) {
  const { state, finalisedAt, finalisedBy, withdrawnAt, withdrawnReason, fingerprint } = registration
  const finalised = `${formatMoment(finalisedAt)}由${finalisedBy}定稿`
  const isDamaged = verification !== undefined && !verification.isIntact
  const sentence =
    state === '已作废'
      ? `已作废：${withdrawnReason}（${formatMoment(withdrawnAt ?? '')}）。${finalised}。`
      : `${finalised}，内容不能改动。`
  return (
    <Alert
      className="form-note"
      showIcon
      type={isDamaged ? 'error' : state === '已作废' ? 'warning' : 'info'}
      title={isDamaged ? '定稿文件已损坏，请用备份恢复，或以纸质存档为准。' : sentence}
      description={
        isCounted ? (
          <>
            <div>取数指纹：{fingerprint}</div>
            {verification ? <div>{differenceWords(verification)}</div> : null}
          </>
        ) : null
      }
    />
  )
}

function hasFigures({ blocks, annexes }: OfficialDocument): boolean {
  return (
    annexes.some((annex) => 'sheet' in annex) ||
    blocks.some((block) => 'runs' in block && block.runs.some((run) => run.figure !== undefined))
  )
}

function differenceWords({ records, differences }: Verification): string {
  if (differences.length === 0) return `所据台账记录${records}条，定稿后没有变化。`
  const count = (change: string) => differences.filter((difference) => difference.change === change).length
  return `所据台账记录${records}条；定稿后改动${count('changed')}条，删除或移出统计期${count('removed')}条，新登记${count('added')}条。`
}
