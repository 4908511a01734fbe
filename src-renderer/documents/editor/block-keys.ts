/** The keyboard of the outline (快捷键): Enter and Backspace as in every word processor, Alt and arrows for the structure. */
import type { KeyboardEvent } from 'react'
import {
  joinBack,
  joinForward,
  type Level,
  movedBlock,
  shiftLevel,
  splitBlock,
  type TextPart,
  withLevel,
  withoutRange,
} from '../../../src-shared/editing/outline.ts'
import type { Range } from '../../../src-shared/editing/runs.ts'
import type { BlockActs } from './use-blocks.ts'

type AreaEvent = KeyboardEvent<HTMLTextAreaElement>
type KeyPlace = { readonly index: number; readonly part: TextPart; readonly range: Range }

/** Does what the key stands for; the browser's own doing is prevented then. */
export function onBlockKey(event: AreaEvent, place: KeyPlace, acts: BlockActs): void {
  const isDone = event.altKey ? onAltKey(event, place.index, acts) : onPlainKey(event, place, acts)
  if (isDone) event.preventDefault()
}

/** Alt+↑↓ moves, Alt+←→ changes the level; Ctrl+Alt+1 to 4 makes a heading, 0 a paragraph. */
export function onAltKey(event: KeyboardEvent, index: number, acts: BlockActs): boolean {
  const level = /^(?:Digit|Numpad)([0-4])$/.exec(event.code)?.[1]
  if (event.ctrlKey && level) acts.act((blocks) => withLevel(blocks, index, Number(level) as Level | 0))
  else if (event.key === 'ArrowUp') acts.act((blocks) => movedBlock(blocks, index, -1))
  else if (event.key === 'ArrowDown') acts.act((blocks) => movedBlock(blocks, index, 1))
  else if (event.key === 'ArrowLeft') acts.act((blocks) => shiftLevel(blocks, index, -1))
  else if (event.key === 'ArrowRight') acts.act((blocks) => shiftLevel(blocks, index, 1))
  else return false
  return true
}

function onPlainKey(event: AreaEvent, { index, part, range }: KeyPlace, acts: BlockActs): boolean {
  if (event.ctrlKey || event.metaKey) return false
  const isBare = range.from === range.to && !event.shiftKey
  const isAtStart = isBare && range.from === 0
  const isAtEnd = isBare && range.to === event.currentTarget.value.length
  switch (event.key) {
    case 'Enter':
      acts.act((blocks) => splitBlock(withoutRange(blocks, { index, part, range }), { index, part, at: range.from }))
      return true
    case 'Backspace':
      return isAtStart && acts.act((blocks) => joinBack(blocks, { index, part }))
    case 'Delete':
      return isAtEnd && acts.act((blocks) => joinForward(blocks, { index, part }))
    case 'ArrowUp':
    case 'ArrowLeft':
      return isAtStart && leave(event.currentTarget, -1)
    case 'ArrowDown':
    case 'ArrowRight':
      return isAtEnd && leave(event.currentTarget, 1)
    default:
      return false
  }
}

/** On to the end of the text before, or the beginning of the one behind. */
function leave(area: HTMLTextAreaElement, by: 1 | -1): boolean {
  const areas = [...(area.closest('ol')?.querySelectorAll('textarea') ?? [])]
  const next = areas[areas.indexOf(area) + by]
  if (!next) return false
  next.focus()
  const caret = by === 1 ? 0 : next.value.length
  next.setSelectionRange(caret, caret)
  return true
}
