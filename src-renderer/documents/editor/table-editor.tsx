/** A table of the text (表格): a grid of cells to type in; cells copied from a spreadsheet are pasted over it. */
import { Button, Checkbox, Dropdown, Input } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import type { TableBlock } from '../../../src-shared/documents.ts'
import { isSeveralLines, pastedCells } from '../../../src-shared/editing/paste.ts'
import {
  withCell,
  withCells,
  withColumn,
  withoutColumn,
  withoutRow,
  withRow,
} from '../../../src-shared/editing/table-grid.ts'

type TableEditorProps = {
  readonly table: TableBlock
  readonly label: string
  /** Without a group it is a step of undo of its own. */
  readonly onChange: (table: TableBlock, group?: string) => void
}

/** More rows than anybody types are edited in the spreadsheet they came from. */
const mostShownRows = 60

const acts = [
  { key: 'above', label: '在上方加一行' },
  { key: 'below', label: '在下方加一行' },
  { key: 'before', label: '在左侧加一列' },
  { key: 'after', label: '在右侧加一列' },
  { type: 'divider' as const },
  { key: 'row', label: '删除本行' },
  { key: 'column', label: '删除本列' },
]

export function TableEditor({ table, label, onChange }: TableEditorProps) {
  const grid = useRef<HTMLTableElement>(null)
  const [current, setCurrent] = useState({ row: 0, column: 0 })
  const { rows, hasHead = true } = table
  const setRows = (next: string[][], group?: string) => onChange({ ...table, rows: next }, group)
  const act = (key: string) => {
    const { row, column } = current
    if (key === 'above' || key === 'below') setRows(withRow(rows, key === 'above' ? row : row + 1))
    else if (key === 'before' || key === 'after') setRows(withColumn(rows, key === 'before' ? column : column + 1))
    else setRows(key === 'row' ? withoutRow(rows, row) : withoutColumn(rows, column))
  }
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (!isSeveralLines(text)) return
    event.preventDefault()
    setRows(withCells(rows, current, pastedCells(text)))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'Enter' && !event.ctrlKey ? (event.shiftKey ? -1 : 1) : 0
    if (by === 0 || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (current.row + by === rows.length) setRows(withRow(rows, rows.length))
    // The new row is there once React has drawn it.
    requestAnimationFrame(() =>
      grid.current?.querySelector<HTMLTextAreaElement>(`[data-cell="${current.row + by},${current.column}"]`)?.focus(),
    )
  }
  return (
    <div className="table-editor">
      <div className="table-tools">
        <Input
          size="small"
          className="table-caption-input"
          aria-label={`${label}，表题`}
          placeholder="表题（可不填）"
          maxLength={120}
          value={table.caption ?? ''}
          onChange={({ target }) => onChange(withCaption(table, target.value), 'caption')}
        />
        <Checkbox checked={hasHead} onChange={({ target }) => onChange({ ...table, hasHead: target.checked })}>
          首行为表头
        </Checkbox>
        <Dropdown trigger={['click']} menu={{ items: acts, onClick: ({ key }) => act(key) }}>
          <Button size="small" aria-label={`${label}，行和列`}>
            行和列
          </Button>
        </Dropdown>
      </div>
      <div className="table-scroll">
        <table ref={grid} aria-label={`${label}，表格`}>
          <tbody>
            {rows.slice(0, mostShownRows).map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells have no id, and every input is controlled
              <tr key={row} className={row === 0 && hasHead ? 'table-head-row' : ''}>
                {cells.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <td key={column}>
                    <textarea
                      rows={1}
                      spellCheck={false}
                      data-cell={`${row},${column}`}
                      aria-label={`${label}，第${row + 1}行第${column + 1}列`}
                      value={cell}
                      onFocus={() => setCurrent({ row, column })}
                      onPaste={onPaste}
                      onKeyDown={onKeyDown}
                      onChange={({ target }) =>
                        setRows(withCell(rows, row, column, target.value.replaceAll('\n', '')), `cell${row},${column}`)
                      }
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > mostShownRows ? (
        <p className="block-hint">
          共{rows.length}行，这里显示前{mostShownRows}行；其余各行照样印出，要改请在表格软件中改好后重新粘贴。
        </p>
      ) : null}
    </div>
  )
}

function withCaption({ caption: _, ...table }: TableBlock, caption: string): TableBlock {
  return caption === '' ? table : { ...table, caption }
}
