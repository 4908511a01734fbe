/** One cell of the grid (单元格): an input that the grid hands the keyboard to while the cell is being edited. */
import { useLayoutEffect, useRef } from 'react'
import type { CellProps } from 'react-datasheet-grid'
import type { BatchRow } from './batch-rows.ts'

export type CellSettings = {
  readonly field: string
  readonly label: string
  /** Id of the datalist with the usual words. */
  readonly wordsId: string | undefined
  readonly findingAt: (row: number, field: string) => string | undefined
}

export function BatchCell(props: CellProps<BatchRow, CellSettings>) {
  const { rowData, rowIndex, setRowData, focus, active, columnData } = props
  const { field, label, wordsId, findingAt } = columnData
  const ref = useRef<HTMLInputElement>(null)
  const wrong = findingAt(rowIndex, field)
  useLayoutEffect(() => {
    if (focus) {
      ref.current?.focus()
      ref.current?.select()
    } else ref.current?.blur()
  }, [focus])
  return (
    <input
      ref={ref}
      className="dsg-input"
      style={{ pointerEvents: focus ? 'auto' : 'none' }}
      tabIndex={-1}
      aria-label={`第${rowIndex + 1}行${label}`}
      aria-invalid={wrong !== undefined}
      title={wrong ?? (rowData[field] || undefined)}
      list={active ? wordsId : undefined}
      value={rowData[field] ?? ''}
      onChange={({ target }) => setRowData({ ...rowData, [field]: target.value })}
    />
  )
}
