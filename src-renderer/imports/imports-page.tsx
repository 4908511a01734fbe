/** 导入表格: a workbook is read, looked at, put right and taken in as one, and can be taken back as one. */
import { Button } from 'antd'
import { Page } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { JobProgress } from '../components/use-long-job.tsx'
import { FileButton } from '../formatting/file-button.tsx'
import { FileDrop } from '../formatting/file-drop.tsx'
import { ImportActions } from './import-actions.tsx'
import { ImportResult } from './import-result.tsx'
import { ImportRuns } from './import-runs.tsx'
import './imports.css'
import { problemOf } from '../problem-of.ts'
import { RememberedMappings } from './remembered-mappings.tsx'
import { SheetsPreview } from './sheets-preview.tsx'
import { SourceInvitation, tableEndings } from './source-invitation.tsx'
import { useImport } from './use-import.ts'
import { usePastedTable } from './use-pasted-table.ts'

export function ImportsPage() {
  const importing = useImport()
  const { source, preview, applied, open, close, applying, marking } = importing
  usePastedTable(open)
  const isBusy = preview.jobId !== null || applying.isRunning || marking.isRunning
  return (
    <Page
      title="导入表格"
      // What can be done with a preview needs the place.
      hint={source ? null : 'Excel、WPS表格里的台账一次读进来：先预览，看清楚再存入；存入后也能整批撤销。'}
      actions={preview.sheets && !applied ? <ImportActions importing={importing} sheets={preview.sheets} /> : null}
    >
      <FileDrop onFile={open} className="imports">
        {source ? (
          <div className="imports-source">
            <span className="imports-file">{source.file.name}</span>
            <FileButton accept={tableEndings} onFile={open} isBusy={isBusy}>
              {applied ? '改好的表格…' : '换一份表格…'}
            </FileButton>
            <Button disabled={isBusy} onClick={close}>
              {applied ? '导入别的表格' : '不导入了'}
            </Button>
          </div>
        ) : (
          <SourceInvitation onFile={open} />
        )}
        {preview.jobId ? <JobProgress jobId={preview.jobId} /> : null}
        {applying.progress}
        {marking.progress}
        {preview.error ? (
          // A file that was refused stays refused; what was cancelled can be taken up again.
          <ProblemNote
            error={preview.error}
            {...(problemOf(preview.error).code === 'CANCELLED' ? { onRetry: preview.again } : {})}
          />
        ) : null}
        {applied ? <ImportResult applied={applied} onClose={close} marking={marking} /> : null}
        {preview.sheets && !applied ? <SheetsPreview importing={importing} sheets={preview.sheets} /> : null}
        {preview.sheets && !applied ? null : <ImportRuns />}
        {source ? null : <RememberedMappings />}
      </FileDrop>
    </Page>
  )
}
