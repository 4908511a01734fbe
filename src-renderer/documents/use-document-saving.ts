/** Saving a document (保存公文): its draft while it is edited, its version, and what the core objects to. */
import { App } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { OfficialDocument, StoredDocument } from '../../src-shared/documents.ts'
import type { OfferedBlock } from '../../src-shared/editing/offered-blocks.ts'
import { useBackend } from '../api.ts'
import { pleaseMend } from '../components/show-issues.ts'
import { useAction } from '../components/use-action.ts'
import type { useDraft } from '../components/use-draft.ts'
import { problemOf } from '../problem-of.ts'
import type { useDocumentHistory } from './editor/use-document-history.ts'
import { type Fault, useFaults } from './editor/use-faults.ts'

type Editing = ReturnType<typeof useDocumentHistory>

export type DocumentDraft = { readonly version: number; readonly content: OfficialDocument }

/** What is edited: as it is stored, and what was left unsaved. */
export type EditedDocument = {
  readonly stored: StoredDocument
  readonly draft: ReturnType<typeof useDraft<DocumentDraft>>
  readonly onReload: () => void
}

/** `onRefused`: the first thing that keeps the document from being saved. */
export function useDocumentSaving(
  { stored, draft }: EditedDocument,
  { content, edit }: Editing,
  onRefused: (fault: Fault) => void,
) {
  const { client } = useBackend()
  const { message } = App.useApp()
  /** As this window holds it: what was sent when it was last saved. */
  const [saved, setSaved] = useState(stored.content)
  const [isRestored, setRestored] = useState(Boolean(draft.stored))
  const [conflict, setConflict] = useState('')
  const [offered, setOffered] = useState<readonly OfferedBlock[]>([])
  const { faults, refuse, accept } = useFaults(content)
  const version = useRef(draft.stored?.version ?? stored.version)
  const isChanged = content !== saved

  const { keep, drop } = draft
  const hasDraft = useRef(Boolean(draft.stored))
  useEffect(() => {
    if (content !== saved) keep({ version: version.current, content })
    else if (hasDraft.current) void drop()
    hasDraft.current = content !== saved
  }, [content, saved, keep, drop])

  const settle = (document: typeof stored, as: OfficialDocument) => {
    version.current = document.version
    setSaved(as)
    setRestored(false)
    setConflict('')
    accept()
  }
  const saving = useAction({
    call: (sent: OfficialDocument) =>
      client.documents.update({ id: stored.id, version: version.current, content: sent }),
    onDone: settle,
    isQuiet: (problem) => problem.issues.length > 0 || problem.code === 'CONFLICT',
  })
  const refreshing = useAction({
    call: () => client.documents.refresh({ id: stored.id }),
    done: '数字和附件已按台账重新取出，手写的文字没有改动',
    onDone: (document) => {
      settle(document, document.content)
      setOffered(document.offered)
      edit(() => document.content)
    },
  })

  /** Resolves to whether everything is saved now. */
  const save = async (options: { readonly isSilent?: boolean } = {}): Promise<boolean> => {
    if (!isChanged && options.isSilent) return true
    try {
      await saving.mutateAsync(content)
      if (!options.isSilent) message.success('公文已保存')
      return true
    } catch (error) {
      const problem = problemOf(error)
      if (problem.code === 'CONFLICT') setConflict(problem.sentence)
      const issues = problem.issues.map(({ path, message }) => ({ path: path.slice(1), message }))
      const [first] = issues
      if (!first) return false
      refuse(issues)
      onRefused({ path: first.path, sentence: first.message })
      message.warning(pleaseMend)
      return false
    }
  }
  const discard = async () => {
    edit(() => saved)
    setRestored(false)
    setConflict('')
    accept()
    await drop()
  }
  return {
    faults,
    offered,
    setOffered,
    isChanged,
    isRestored,
    isBusy: saving.isPending || refreshing.isPending,
    isSaving: saving.isPending,
    conflict,
    save,
    discard,
    refresh: () => refreshing.mutate(),
    /** The version that is stored, once everything is saved. */
    savedVersion: () => version.current,
  }
}
