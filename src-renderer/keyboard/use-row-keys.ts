/** Rows of a table by keyboard (列表按键): one of them takes the focus, arrows move it, Enter opens the row. */
import { type KeyboardEvent, useState } from 'react'

/** `rows` are those of the page that is shown. Returns what a row is given. */
export function useRowKeys<Row extends { readonly id: string }>(rows: readonly Row[], open: (row: Row) => void) {
  const [focused, setFocused] = useState<string>()
  const entry = rows.find(({ id }) => id === focused) ?? rows[0]
  return (row: Row) => ({
    tabIndex: row === entry ? 0 : -1,
    onFocus: () => setFocused(row.id),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      // Keys of the buttons inside the row are theirs.
      if (event.target !== event.currentTarget) return
      if (event.key === 'Enter') open(row)
      else if (!moveFocus(event.currentTarget, event.key)) return
      event.preventDefault()
    },
  })
}

/** From the field above a table into its first row that can be reached. */
export function focusFirstRow(): boolean {
  const row = document.querySelector<HTMLElement>('tr.ant-table-row[tabindex="0"]')
  row?.focus()
  return row !== null
}

function moveFocus(row: HTMLElement, key: string): boolean {
  const all = [...(row.parentElement?.querySelectorAll<HTMLElement>(':scope > tr.ant-table-row') ?? [])]
  const at = all.indexOf(row)
  const target = { ArrowDown: all[at + 1], ArrowUp: all[at - 1], Home: all[0], End: all.at(-1) }[key]
  target?.focus()
  return ['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(key)
}
