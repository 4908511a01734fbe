/** Editing a document (公文编辑): its parts on the left, its pages on the right, saving, and what to do with it. */
import { EyeInvisibleOutlined, EyeOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type KeyboardEvent, useCallback, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { periodWords } from '../../src-shared/chinese.ts'
import type { OfficialDocument } from '../../src-shared/documents.ts'
import type { FigureKey } from '../../src-shared/statistics.ts'
import { useBackend } from '../api.ts'
import { DocumentPeriod } from '../attachments/document-period.ts'
import { DraftNotes } from '../components/draft-notes.tsx'
import { Page } from '../components/page.tsx'
import { useDelivery } from '../components/use-delivery.tsx'
import { useLongJob } from '../components/use-long-job.tsx'
import './editor/editor.css'
import { EditorPreview } from './editor/editor-preview.tsx'
import { EditorTabs } from './editor/editor-tabs.tsx'
import { FigureContext, StaleFigures } from './editor/figure-context.ts'
import { FigurePanel } from './editor/figure-panel.tsx'
import { OfferedBlocks } from './editor/offered-blocks.tsx'
import { SaveState } from './editor/save-state.tsx'
import { useDocumentHistory } from './editor/use-document-history.ts'
import { type EditorTab, tabOf } from './editor/use-faults.ts'
import { type EditedDocument, useDocumentSaving } from './use-document-saving.ts'
import { useFinalising } from './use-finalising.tsx'
import { useStaleFigures } from './use-stale-figures.ts'

export function DocumentEditor(props: EditedDocument) {
  const { stored, draft } = props
  const { client } = useBackend()
  const navigate = useNavigate()
  const deliver = useDelivery()
  const frame = useRef<HTMLDivElement>(null)
  const [tab, setTab] = useState<EditorTab>('text')
  const [hasPreview, setPreview] = useState(true)
  const [figure, setFigure] = useState<FigureKey | null>(null)
  const showPart = useCallback((part: string) => setTab(tabOf({ path: [part] })), [])
  const editing = useDocumentHistory(draft.stored?.content ?? stored.content, showPart)
  const { content, edit, undo, redo } = editing
  const saving = useDocumentSaving(props, editing, (fault) => {
    setTab(tabOf(fault))
    // Once the tab is drawn and the field says what is wrong.
    requestAnimationFrame(() => showFault(frame.current))
  })
  const { save, isBusy, isChanged } = saving
  const what = documentName(content)
  const writing = useLongJob({
    call: (_: undefined, jobId) => client.documents.write({ id: stored.id, jobId }),
    onDone: (delivery) => deliver(delivery, what),
  })
  const finalising = useFinalising(props.onReload)
  const finalise = () => finalising.ask({ id: stored.id, version: saving.savedVersion(), title: content.title })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setFigure(null)
    if (!(event.ctrlKey || event.metaKey) || (event.key !== 'Enter' && event.key !== 's')) return
    event.preventDefault()
    void save()
  }
  const afterSaving = (act: () => void) => () =>
    void save({ isSilent: true }).then((isSaved) => {
      if (isSaved) act()
    })
  const isDrawn = isDrawnFromRecords(content)
  const stale = useStaleFigures(stored.id, isDrawn)
  const actions = (
    <>
      <SaveState isSaving={saving.isSaving} isChanged={isChanged} keeping={draft.keeping} />
      <Button
        icon={<UndoOutlined />}
        aria-label="撤销"
        title="撤销（Ctrl+Z）"
        disabled={!editing.canUndo}
        onClick={undo}
      />
      <Button
        icon={<RedoOutlined />}
        aria-label="重做"
        title="重做（Ctrl+Y）"
        disabled={!editing.canRedo}
        onClick={redo}
      />
      <Button
        icon={hasPreview ? <EyeInvisibleOutlined /> : <EyeOutlined />}
        aria-label={hasPreview ? '隐藏预览' : '显示预览'}
        title={hasPreview ? '隐藏旁边的预览' : '在旁边显示预览'}
        onClick={() => setPreview(!hasPreview)}
      />
      {isDrawn ? (
        <Button onClick={afterSaving(saving.refresh)} disabled={isBusy}>
          重新取数
        </Button>
      ) : null}
      <Button onClick={afterSaving(() => navigate(`/documents/${stored.id}/preview`))} disabled={isBusy}>
        预览与打印
      </Button>
      <Button onClick={afterSaving(() => navigate(`/documents/check?id=${stored.id}`))} disabled={isBusy}>
        检查
      </Button>
      <Button onClick={afterSaving(() => writing.start(undefined))} disabled={isBusy || writing.isRunning}>
        导出Word
      </Button>
      <Button onClick={afterSaving(finalise)} disabled={isBusy || finalising.isBusy}>
        定稿
      </Button>
      <Button type="primary" onClick={() => void save()} loading={isBusy}>
        保存
      </Button>
    </>
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter is a second way to the save button
    <div className="editing" ref={frame} onKeyDown={onKeyDown}>
      <Page title={what} hint={isDrawn ? `统计期：${periodWords(stored.period)}` : null} actions={actions}>
        {writing.progress}
        <DraftNotes
          isRestored={saving.isRestored}
          conflict={saving.conflict}
          onDiscard={() => void saving.discard()}
          onReload={() => void saving.discard().then(props.onReload)}
        />
        <OfferedBlocks offered={saving.offered} onOffered={saving.setOffered} edit={edit} />
        <div className={hasPreview ? 'document-editor with-preview' : 'document-editor'}>
          <StaleFigures value={stale}>
            <FigureContext value={setFigure}>
              <DocumentPeriod value={stored.period}>
                <EditorTabs content={content} edit={edit} faults={saving.faults} tab={tab} onTab={setTab} />
              </DocumentPeriod>
            </FigureContext>
          </StaleFigures>
          {hasPreview ? <EditorPreview content={content} /> : null}
        </div>
      </Page>
      {figure ? (
        <FigurePanel documentId={stored.id} period={stored.period} figure={figure} onClose={() => setFigure(null)} />
      ) : null}
    </div>
  )
}

/** 情况报告 for what is drawn from the records, else the kind. */
export function documentName(content: OfficialDocument): string {
  return content.kind === '报告' && isDrawnFromRecords(content) ? '情况报告' : content.kind
}

function isDrawnFromRecords({ blocks, annexes }: OfficialDocument): boolean {
  return (
    annexes.some((annex) => 'sheet' in annex) ||
    blocks.some((block) => block.kind === 'paragraph' && block.runs.some((run) => run.figure))
  )
}

function showFault(frame: HTMLElement | null): void {
  const wrong = frame?.querySelector<HTMLElement>('[aria-invalid=true], .ant-form-item-has-error, .block-fault')
  wrong?.scrollIntoView({ block: 'center' })
  const field = wrong?.matches('textarea, input') ? wrong : wrong?.querySelector<HTMLElement>('textarea, input')
  field?.focus()
}
