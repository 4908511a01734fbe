/** Acts on the blocks of a text (编辑正文): each sees the newest blocks, and puts the caret where it belongs afterwards. */
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import type { Block } from '../../../src-shared/documents.ts'
import type { Edited, Place } from '../../../src-shared/editing/outline.ts'
import type { EditBlocks } from './edit.ts'

export type BlockActs = {
  /** Replaces one block; typing in it is one step of undo. */
  readonly change: (index: number, block: Block, group?: string) => void
  /** An act of its own, e.g. Enter; answers whether anything happened. */
  readonly act: (by: (blocks: readonly Block[]) => Edited) => boolean
  readonly goTo: (place: Place) => void
}

export function useBlocks(
  blocks: readonly Block[],
  editBlocks: EditBlocks,
): { readonly acts: BlockActs; readonly frame: RefObject<HTMLOListElement | null> } {
  const frame = useRef<HTMLOListElement>(null)
  const newest = useRef(blocks)
  const wanted = useRef<Place>(undefined)
  useLayoutEffect(() => {
    newest.current = blocks
    if (wanted.current) putCaret(frame.current, wanted.current)
    wanted.current = undefined
  }, [blocks])
  const replace = useCallback(
    (next: readonly Block[], group?: string) => {
      newest.current = next
      editBlocks(next, group)
    },
    [editBlocks],
  )
  const acts = useMemo<BlockActs>(
    () => ({
      change: (index, block, group) =>
        replace(
          newest.current.map((known, place) => (place === index ? block : known)),
          group,
        ),
      act: (by) => {
        const edited = by(newest.current)
        if (edited.blocks === newest.current) return false
        wanted.current = edited.caret
        replace(edited.blocks)
        return true
      },
      goTo: (place) => putCaret(frame.current, place),
    }),
    [replace],
  )
  return { acts, frame }
}

/** `at` -1 is the end. */
function putCaret(frame: HTMLOListElement | null, { index, part, at }: Place): void {
  const row = frame?.querySelector(`:scope > [data-index="${index}"]`)
  const area =
    row?.querySelector<HTMLTextAreaElement>(`[data-part="${part}"] textarea`) ??
    row?.querySelector<HTMLTextAreaElement | HTMLInputElement>('textarea, input')
  if (!area) return
  area.focus()
  const caret = at === -1 ? area.value.length : at
  area.setSelectionRange(caret, caret)
}
