/**
 * Arrow keys in a table of figures (方向键): Tab comes to the first figure of each row only, the arrows go on from there,
 * so that nobody has to press Tab through two thousand of them.
 */
import type { KeyboardEvent } from 'react'

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Moves the focus to the next figure in the arrow's direction, over cells that have none. */
export function moveBetweenFigures(event: KeyboardEvent<HTMLTableElement>): void {
  const step = steps[event.key]
  const from = event.target
  if (!step || !(from instanceof HTMLButtonElement)) return
  const cell = from.closest('td')
  if (!cell) return
  const rows = [...event.currentTarget.rows]
  let [row, column] = [rows.indexOf(cell.parentElement as HTMLTableRowElement), cell.cellIndex]
  for (;;) {
    row += step[0]
    column += step[1]
    const next = rows[row]?.cells[column]
    if (!next) return
    const figure = next.querySelector<HTMLButtonElement>('.figure-button')
    if (!figure) continue
    event.preventDefault()
    figure.focus()
    return
  }
}
