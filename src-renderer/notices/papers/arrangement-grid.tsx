/** The grid of arrangements (安排表格): cells to type in, rows to move; rows copied from Excel are pasted as rows. */
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import type { ClipboardEvent } from 'react'
import {
  type ArrangementRow,
  arrangementColumns,
  isGridText,
  movedRow,
  pastedRows,
} from '../../../src-shared/arrangement-rows.ts'
import { arrangementKinds } from '../../../src-shared/notice-words.ts'
import { speakerKinds } from '../../../src-shared/vocabulary.ts'

type ArrangementGridProps = {
  readonly rows: readonly ArrangementRow[]
  readonly onRows: (rows: readonly ArrangementRow[]) => void
}

export function ArrangementGrid({ rows, onRows }: ArrangementGridProps) {
  const paste = (event: ClipboardEvent, at: { row: number; column: number }) => {
    const text = event.clipboardData.getData('text/plain')
    if (!isGridText(text)) return
    event.preventDefault()
    onRows(pastedRows(rows, at, text))
  }
  return (
    <table className="plain-table arrangement-grid" aria-label="安排">
      <thead>
        <tr>
          {arrangementColumns.map(({ name, title }) => (
            <th key={name} className={`arrange-${name}`}>
              {title}
            </th>
          ))}
          <th className="arrange-acts">
            <span className="unseen">移动和删除</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: new rows have no id, and every cell is controlled
          <tr key={index}>
            {arrangementColumns.map(({ name, title }, column) => (
              <td key={name} onPaste={(event) => paste(event, { row: index, column })}>
                <Cell
                  row={row}
                  name={name}
                  label={`第${index + 1}项${title}`}
                  onRow={(changed) => onRows(rows.with(index, changed))}
                />
              </td>
            ))}
            <td className="arrange-acts">
              <Button
                type="text"
                size="small"
                icon={<ArrowUpOutlined />}
                aria-label={`第${index + 1}项上移`}
                disabled={index === 0}
                onClick={() => onRows(movedRow(rows, index, -1))}
              />
              <Button
                type="text"
                size="small"
                icon={<ArrowDownOutlined />}
                aria-label={`第${index + 1}项下移`}
                disabled={index === rows.length - 1}
                onClick={() => onRows(movedRow(rows, index, 1))}
              />
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={`删除第${index + 1}项`}
                onClick={() => onRows(rows.toSpliced(index, 1))}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type CellProps = {
  readonly row: ArrangementRow
  readonly name: (typeof arrangementColumns)[number]['name']
  readonly label: string
  readonly onRow: (row: ArrangementRow) => void
}

const choices: Readonly<Partial<Record<CellProps['name'], readonly string[]>>> = {
  kind: arrangementKinds,
  speakerKind: ['', ...speakerKinds],
}

function Cell({ row, name, label, onRow }: CellProps) {
  const words = choices[name]
  const set = (value: string) => onRow({ ...row, [name]: value })
  if (words)
    return (
      <Select
        variant="borderless"
        aria-label={label}
        value={row[name]}
        options={words.map((value) => ({ value, label: value || '—' }))}
        onChange={set}
      />
    )
  return (
    <Input.TextArea
      variant="borderless"
      autoSize
      aria-label={label}
      aria-required={name === 'topic'}
      value={row[name]}
      onChange={({ target }) => set(target.value.replaceAll('\n', ''))}
    />
  )
}
