/** The document as it is being edited (编辑中的公文), with everything that can be undone; Ctrl+Z and Ctrl+Y anywhere on the page. */
import { useCallback, useEffect, useLayoutEffect, useReducer, useRef } from 'react'
import type { OfficialDocument } from '../../../src-shared/documents.ts'
import { beginHistory, changed, type History, redone, undone } from '../../../src-shared/editing/history.ts'
import type { Edit } from './edit.ts'

type Act =
  | { readonly kind: 'change'; readonly change: Parameters<Edit>[0]; readonly group: string; readonly at: number }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }

/** `onStep`: the part of the document that was changed by undoing or doing again, so that it can be shown. */
export function useDocumentHistory(start: OfficialDocument, onStep: (part: string) => void) {
  const [history, act] = useReducer(afterAct, start, beginHistory)
  const before = useRef(start)
  const isStep = useRef(false)
  useLayoutEffect(() => {
    const part = isStep.current ? changedPart(before.current, history.present) : undefined
    if (part !== undefined) onStep(part)
    before.current = history.present
    isStep.current = false
  }, [history.present, onStep])
  const edit = useCallback<Edit>(
    (change, group = '') => act({ kind: 'change', change, group, at: performance.now() }),
    [],
  )
  const step = useCallback((kind: 'undo' | 'redo') => {
    isStep.current = true
    act({ kind })
  }, [])
  const undo = useCallback(() => step('undo'), [step])
  const redo = useCallback(() => step('redo'), [step])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isOurs = (event.ctrlKey || event.metaKey) && !event.altKey && !event.isComposing
      const key = event.key.toLowerCase()
      if (!isOurs || (key !== 'z' && key !== 'y')) return
      // A dialog over the page has its own text to undo.
      if (event.target instanceof Element && event.target.closest('[role=dialog]')) return
      event.preventDefault()
      step(key === 'y' || event.shiftKey ? 'redo' : 'undo')
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [step])
  return {
    content: history.present,
    edit,
    undo,
    redo,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  }
}

function changedPart(before: OfficialDocument, after: OfficialDocument): string | undefined {
  const names = Object.keys({ ...before, ...after }) as (keyof OfficialDocument)[]
  return names.find((name) => before[name] !== after[name])
}

function afterAct(history: History<OfficialDocument>, act: Act): History<OfficialDocument> {
  if (act.kind === 'undo') return undone(history)
  if (act.kind === 'redo') return redone(history)
  return changed(history, act.change(history.present), act)
}
