/** The grid of batch entry (录入表格): typing, copying and pasting between Excel and here, filling down, by keyboard alone. */
import 'react-datasheet-grid/dist/style.css'
import './batch.css'
import { useEffect, useMemo, useRef } from 'react'
import { type Column, DataSheetGrid, type DataSheetGridRef } from 'react-datasheet-grid'
import { type BatchFinding, type BatchKind, batchColumns } from '../../../src-shared/batch.ts'
import { fieldLabels } from '../../../src-shared/field-labels.ts'
import { BatchCell, type CellSettings } from './batch-cell.tsx'
import { type BatchRow, filledDown } from './batch-rows.ts'

type BatchGridProps = {
  readonly kind: BatchKind
  readonly rows: readonly BatchRow[]
  readonly findings: readonly BatchFinding[]
  /** The cell to go to, set anew for every jump. */
  readonly target: { readonly row: number; readonly field: string } | null
  readonly onChange: (rows: BatchRow[]) => void
}

const rowHeight = 32

export function BatchGrid({ kind, rows, findings, target, onChange }: BatchGridProps) {
  const grid = useRef<DataSheetGridRef>(null)
  const byCell = useMemo(() => {
    const wrong = findings.filter(({ isRemark }) => !isRemark)
    return new Map(wrong.map(({ row, field, message }) => [`${row} ${field}`, message]))
  }, [findings])
  const columns = useMemo(() => columnsFor(kind, (row, field) => byCell.get(`${row} ${field}`)), [kind, byCell])
  useFillDown(grid, (area) => onChange(filledDown(kind, rows, area)))
  useEffect(() => {
    if (target) grid.current?.setActiveCell({ row: target.row, col: target.field })
  }, [target])
  return (
    <>
      <section className="batch-grid" aria-label="录入表格">
        <DataSheetGrid<BatchRow>
          ref={grid}
          value={[...rows]}
          onChange={onChange}
          columns={columns}
          createRow={() => ({})}
          duplicateRow={({ rowData }) => ({ ...rowData })}
          rowHeight={rowHeight}
          headerRowHeight={36}
          height={Math.min(rows.length, 14) * rowHeight + 48}
          gutterColumn={{
            component: ({ rowIndex }) => <span className="batch-number">{rowIndex + 1}</span>,
            minWidth: 36,
          }}
          addRowsComponent={false}
          disableContextMenu
        />
      </section>
      {batchColumns[kind].map(({ field, words }) =>
        words ? (
          <datalist key={field} id={wordsId(kind, field)}>
            {words.map((word) => (
              <option key={word} value={word} />
            ))}
          </datalist>
        ) : null,
      )}
    </>
  )
}

const wordsId = (kind: BatchKind, field: string) => `batch-${kind}-${field}`

function columnsFor(
  kind: BatchKind,
  findingAt: CellSettings['findingAt'],
): Partial<Column<BatchRow, CellSettings, string>>[] {
  return batchColumns[kind].map(({ field, isRequired, width, words }) => {
    const label = fieldLabels[field] ?? field
    return {
      id: field,
      title: (
        <span className="batch-title" title={label}>
          {label}
          {isRequired ? <em>*</em> : null}
        </span>
      ),
      basis: width,
      grow: width > 140 ? 1 : 0,
      shrink: 0,
      minWidth: width,
      component: BatchCell,
      columnData: { field, label, wordsId: words && wordsId(kind, field), findingAt },
      cellClassName: ({ rowIndex }) => (findingAt(rowIndex, field) === undefined ? undefined : 'batch-wrong'),
      copyValue: ({ rowData }) => rowData[field] ?? '',
      deleteValue: ({ rowData }) => ({ ...rowData, [field]: '' }),
      pasteValue: ({ rowData, value }) => ({ ...rowData, [field]: value.trim() }),
      isCellEmpty: ({ rowData }) => (rowData[field] ?? '').trim() === '',
    }
  })
}

/** Ctrl+D as in Excel; the grid's own Ctrl+D doubles rows, so it must not hear of it. */
function useFillDown(
  grid: React.RefObject<DataSheetGridRef | null>,
  fill: (area: NonNullable<DataSheetGridRef['selection']>) => void,
): void {
  const latest = useRef(fill)
  latest.current = fill
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'd' || !(event.ctrlKey || event.metaKey)) return
      const { activeCell, selection } = grid.current ?? {}
      if (!activeCell) return
      event.preventDefault()
      event.stopImmediatePropagation()
      latest.current(selection ?? { min: activeCell, max: activeCell })
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [grid])
}
