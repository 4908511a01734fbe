/** 导出: whom the bundle is for, for which period or notice, what it will carry; then it is written. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Party } from '../../src-shared/bundle-manifest.ts'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import type { ReportDone } from '../../src-shared/reports.ts'
import { useBackend } from '../api.ts'
import { NothingYet } from '../components/nothing-yet.tsx'
import { Section } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useLongJob } from '../components/use-long-job.tsx'
import { useShell } from '../components/use-shell.ts'
import { saveFile } from '../save-file.ts'
import { ExportDone } from './export-done.tsx'
import { ExportOptions } from './export-options.tsx'
import { ExportPreview } from './export-preview.tsx'
import { ExportReasons } from './export-reasons.tsx'
import { type ExportChoice, useExportChoice } from './use-export-choice.ts'

export function ExportTab() {
  const { queries } = useBackend()
  const { data, error, refetch } = useQuery(queries.bundles.recipients.queryOptions())
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <div className="list-wait" aria-busy />
  if (data.length === 0) return <NoSuperior />
  return <ExportForm recipients={data} />
}

function NoSuperior() {
  return (
    <NothingYet
      action={
        <Link to="/office/keys">
          <Button type="primary">去登记上级</Button>
        </Link>
      }
    >
      上报包要加密给上级才能导出。请向上级要来密钥名片（.ghk
      文件），在“密钥与往来单位”中登记并核对指纹，再把本单位的名片交给上级。
    </NothingYet>
  )
}

function ExportForm({ recipients }: { readonly recipients: readonly Party[] }) {
  const { choice, change } = useExportChoice(recipients)
  // What was written for one period is not the reason of another.
  return <ChosenExport key={JSON.stringify(choice)} recipients={recipients} choice={choice} onChange={change} />
}

type ChosenProps = {
  readonly recipients: readonly Party[]
  readonly choice: ExportChoice
  readonly onChange: (changes: Partial<ExportChoice>) => void
}

function ChosenExport({ recipients, choice, onChange }: ChosenProps) {
  const { client, queries } = useBackend()
  const { canPickFolder } = useShell()
  const [reasons, setReasons] = useState<Readonly<Partial<Record<RecordKind, string>>>>({})
  const [correction, setCorrection] = useState('')
  const [done, setDone] = useState<ReportDone | null>(null)
  const preview = useQuery(queries.bundles.preview.queryOptions({ input: choice }))
  const exporting = useLongJob({
    call: (_: undefined, jobId) =>
      client.bundles.export({
        ...choice,
        reasons: (preview.data?.emptyKinds ?? []).map(({ kind, reason }) => ({
          kind,
          reason: reasons[kind] ?? reason,
        })),
        correction,
        jobId,
      }),
    onDone: (made) => {
      if (made.delivery.state === 'cancelled') return
      if (made.delivery.state === 'download') for (const file of made.delivery.downloads) saveFile(file)
      setDone(made)
    },
  })
  const missing = preview.data ? missingReason(preview.data, { reasons, correction }) : ''
  return (
    <>
      <Section title="报给谁、报什么">
        <ExportOptions recipients={recipients} choice={choice} onChange={onChange} />
      </Section>
      <Section title="这一包会带上">
        {preview.error ? <ProblemNote error={preview.error} onRetry={() => void preview.refetch()} /> : null}
        {preview.data ? <ExportPreview preview={preview.data} choice={choice} /> : null}
        {preview.data ? (
          <ExportReasons
            preview={preview.data}
            reasons={reasons}
            correction={correction}
            onReasons={setReasons}
            onCorrection={setCorrection}
          />
        ) : null}
        <div className="bundle-export-act">
          <Button
            type="primary"
            loading={exporting.isRunning}
            disabled={!preview.data || missing !== ''}
            onClick={() => exporting.start(undefined)}
          >
            {canPickFolder ? '导出到U盘或文件夹…' : '导出上报包'}
          </Button>
          {missing === '' ? null : <span className="bundle-export-missing">{missing}</span>}
        </div>
        {exporting.progress}
        {done ? <ExportDone done={done} /> : null}
        {!done && !exporting.isRunning ? (
          <Alert
            type="info"
            showIcon
            title="导出后还要做两件事：把文件交给上级；打印封面签字盖章一并报送。上级导入后会给回执文件，请到“回执”录入。"
          />
        ) : null}
      </Section>
    </>
  )
}

/** What must still be written before there can be a bundle; empty when nothing is. */
function missingReason(
  preview: {
    readonly isZero: boolean
    readonly correctionOf: object | null
    readonly emptyKinds: readonly { readonly kind: RecordKind; readonly reason: string }[]
  },
  given: { readonly reasons: Readonly<Partial<Record<RecordKind, string>>>; readonly correction: string },
): string {
  const isExplained = preview.emptyKinds.some(({ kind, reason }) => (given.reasons[kind] ?? reason).trim() !== '')
  if (preview.isZero && !isExplained) return '请先写明零报告的原因'
  return preview.correctionOf !== null && given.correction.trim() === '' ? '请先写明更正的原因' : ''
}
