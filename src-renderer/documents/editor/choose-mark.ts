/** 【待填写：…】 is chosen as a whole, so that typing replaces it: by a click into it, or one after the other. */
import type { MouseEvent } from 'react'
import { marksIn } from '../../../src-shared/editing/marks.ts'

export function chooseMark({ currentTarget: element }: MouseEvent<HTMLTextAreaElement>): void {
  const at = element.selectionStart
  const mark = marksIn(element.value).find(({ from, to }) => from < at && at < to)
  if (mark && at === element.selectionEnd) element.setSelectionRange(mark.from, mark.to)
}

/** Goes to the next mark behind the caret, and from the last to the first. */
export function chooseNextMark(frame: HTMLElement): void {
  const areas = [...frame.querySelectorAll('textarea')]
  const here = areas.indexOf(document.activeElement as HTMLTextAreaElement)
  const places = areas.flatMap((area, index) => marksIn(area.value).map((mark) => ({ area, index, ...mark })))
  const caret = areas[here]?.selectionEnd ?? 0
  const next = places.find(({ index, from }) => index > here || (index === here && from >= caret)) ?? places[0]
  if (!next) return
  next.area.focus()
  next.area.setSelectionRange(next.from, next.to)
  next.area.scrollIntoView({ block: 'nearest' })
}
