/** Editing a document (公文编辑): outline on the left, head and foot on the right, saving, and what to do with it. */
import { Button, Form } from 'antd'
import type { KeyboardEvent } from 'react'
import { useNavigate } from 'react-router'
import { periodWords } from '../../src-shared/chinese.ts'
import type { OfficialDocument, StoredDocument } from '../../src-shared/documents.ts'
import { useBackend } from '../api.ts'
import { DraftNotes } from '../components/draft-notes.tsx'
import { Page } from '../components/page.tsx'
import { useDelivery } from '../components/use-delivery.tsx'
import type { useDraft } from '../components/use-draft.ts'
import { useLongJob } from '../components/use-long-job.tsx'
import { AnnexList } from './annex-list.tsx'
import { BlocksEditor } from './blocks-editor.tsx'
import { DocumentFields } from './document-fields.tsx'
import { useDocumentSaving } from './use-document-saving.ts'
import { useFinalising } from './use-finalising.tsx'

export type DocumentDraft = { readonly version: number; readonly content: OfficialDocument }

export type DocumentEditorProps = {
  readonly stored: StoredDocument
  readonly draft: ReturnType<typeof useDraft<DocumentDraft>>
  readonly onReload: () => void
}

export function DocumentEditor(props: DocumentEditorProps) {
  const { stored } = props
  const { client } = useBackend()
  const navigate = useNavigate()
  const deliver = useDelivery()
  const [form] = Form.useForm<OfficialDocument>()
  const { start, isChanged, isRestored, isBusy, conflict, keep, save, discard, refresh, savedNow } = useDocumentSaving(
    props,
    form,
  )
  const writing = useLongJob({
    call: (_: undefined, jobId) => client.documents.write({ id: stored.id, jobId }),
    onDone: (delivery) => deliver(delivery, '情况报告'),
  })
  const finalising = useFinalising(props.onReload)
  const finalise = () => {
    const { id, version, content } = savedNow()
    finalising.ask({ id, version, title: content.title })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || (event.key !== 'Enter' && event.key !== 's')) return
    event.preventDefault()
    void save()
  }
  const afterSaving = (act: () => void) => () =>
    void save({ isSilent: true }).then((isSaved) => {
      if (isSaved) act()
    })
  const actions = (
    <>
      <span className="save-state">{isChanged ? '有未保存的修改' : '已全部保存'}</span>
      <Button onClick={afterSaving(refresh)} disabled={isBusy}>
        重新取数
      </Button>
      <Button onClick={afterSaving(() => navigate(`/documents/${stored.id}/preview`))} disabled={isBusy}>
        预览与打印
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
    <Page title="情况报告" hint={`统计期：${periodWords(stored.period)}`} actions={actions}>
      {writing.progress}
      <DraftNotes
        isRestored={isRestored}
        conflict={conflict}
        onDiscard={() => void discard()}
        onReload={() => void discard().then(props.onReload)}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter is a second way to the save button */}
      <div onKeyDown={onKeyDown}>
        <Form form={form} layout="vertical" initialValues={start} onValuesChange={keep} className="document-editor">
          <div className="document-text">
            <Form.Item name="blocks" noStyle>
              <BlocksEditor />
            </Form.Item>
            <AnnexList annexes={start.annexes} />
          </div>
          <DocumentFields />
        </Form>
      </div>
    </Page>
  )
}
