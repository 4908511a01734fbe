/** Saving a document (保存公文): its draft while it is edited, its version, and what the core objects to. */
import { App, type FormInstance } from 'antd'
import { useRef, useState } from 'react'
import type { OfficialDocument } from '../../src-shared/documents.ts'
import { useBackend } from '../api.ts'
import { pleaseMend, showIssues } from '../components/show-issues.ts'
import { useAction } from '../components/use-action.ts'
import { problemOf } from '../problem-of.ts'
import type { DocumentEditorProps } from './document-editor.tsx'

export function useDocumentSaving({ stored, draft }: DocumentEditorProps, form: FormInstance<OfficialDocument>) {
  const { client } = useBackend()
  const { message } = App.useApp()
  const [start] = useState(draft.stored?.content ?? stored.content)
  const [isChanged, setChanged] = useState(Boolean(draft.stored))
  const [isRestored, setRestored] = useState(Boolean(draft.stored))
  const [conflict, setConflict] = useState('')
  const saved = useRef(stored)
  const version = useRef(draft.stored?.version ?? stored.version)

  const contentNow = () => form.getFieldsValue(true) as OfficialDocument
  const keep = () => {
    setChanged(true)
    draft.keep({ version: version.current, content: contentNow() })
  }
  const settle = (document: typeof stored) => {
    saved.current = document
    version.current = document.version
    setChanged(false)
    setRestored(false)
    setConflict('')
  }
  const saving = useAction({
    call: async (content: OfficialDocument) => {
      const document = await client.documents.update({ id: stored.id, version: version.current, content })
      await draft.drop()
      return document
    },
    onDone: settle,
    isQuiet: (problem) => problem.issues.length > 0 || problem.code === 'CONFLICT',
  })
  const refreshing = useAction({
    call: () => client.documents.refresh({ id: stored.id }),
    done: '数字和附件已按台账重新取出，手写的文字没有改动',
    onDone: (document) => {
      settle(document)
      form.setFieldsValue(document.content)
    },
  })

  /** Resolves to whether everything is saved now. */
  const save = async (options: { readonly isSilent?: boolean } = {}): Promise<boolean> => {
    if (!isChanged && options.isSilent) return true
    if ((await form.validateFields().catch(() => undefined)) === undefined) {
      message.warning(pleaseMend)
      return false
    }
    try {
      await saving.mutateAsync(contentNow())
      if (!options.isSilent) message.success('公文已保存')
      return true
    } catch (error) {
      const problem = problemOf(error)
      if (problem.code === 'CONFLICT') setConflict(problem.sentence)
      showIssues(form, problem, { skip: 1, message })
      return false
    }
  }
  const discard = async () => {
    await draft.drop()
    settle(saved.current)
    form.setFieldsValue(saved.current.content)
  }
  return {
    start,
    isChanged,
    isRestored,
    isBusy: saving.isPending || refreshing.isPending,
    conflict,
    keep,
    save,
    discard,
    refresh: () => refreshing.mutate(),
    /** What is stored, once everything is saved. */
    savedNow: () => saved.current,
  }
}
