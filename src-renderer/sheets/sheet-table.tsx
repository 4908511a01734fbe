/** One table of a sheet (统计表): sorted by a press of a column's head, its figures open the records behind them. */
import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons'
import { Fragment, useMemo, useState } from 'react'
import { titleWords } from '../../src-shared/header-lines.ts'
import { noRecords, type SheetBlock, type SheetColumn } from '../../src-shared/statistics.ts'
import { moveBetweenFigures } from './figure-keys.ts'
import { isShadedColumn, type OpenFigure, SheetRow } from './sheet-row.tsx'
import { nextSorting, type Sorting, sortedPlaces } from './sort-rows.ts'

type SheetTableProps = {
  readonly block: SheetBlock
  /** Of the sheet, for a block without a caption of its own. */
  readonly title: string
  /** For a figure that has records behind it, what opens them; without it no figure can be opened. */
  readonly openerOf?: OpenFigure
  /** Darkens figures by their size (色阶); only where all of them measure the same. */
  readonly isShaded?: boolean
}

export function SheetTable({ block, title, openerOf, isShaded = false }: SheetTableProps) {
  const { caption, columns, rows, total } = block
  const [sorting, setSorting] = useState<Sorting | null>(null)
  const places = useMemo(() => sortedPlaces(rows, sorting), [rows, sorting])
  const largest = isShaded ? largestIn(block) : 0
  return (
    <div className="sheet-scroll">
      <table className="sheet-table" aria-label={caption ? undefined : title} onKeyDown={moveBetweenFigures}>
        {caption ? <caption>{caption}</caption> : null}
        <thead>
          <tr>
            {columns.map((column, index) => (
              <ColumnHead
                // biome-ignore lint/suspicious/noArrayIndexKey: titles may be the same, and columns never move
                key={index}
                column={column}
                direction={sorting?.column === index ? sorting.direction : null}
                onSort={() => setSorting(nextSorting(sorting, index, column.kind !== 'text'))}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((row) => (
            <SheetRow
              key={row}
              columns={columns}
              cells={rows[row] ?? []}
              row={row}
              largest={largest}
              openerOf={openerOf}
            />
          ))}
          {rows.length === 0 ? (
            <tr>
              <td colSpan={columns.length} className="nothing">
                {noRecords}
              </td>
            </tr>
          ) : null}
        </tbody>
        {total ? (
          <tfoot>
            <SheetRow columns={columns} cells={total} row="total" largest={0} openerOf={openerOf} />
          </tfoot>
        ) : null}
      </table>
    </div>
  )
}

/** Of the rows' own figures. */
function largestIn({ columns, rows }: SheetBlock): number {
  const numbers = rows.flatMap((row) =>
    row.flatMap((cell, index) => (typeof cell === 'number' && isShadedColumn(columns[index]) ? [cell] : [])),
  )
  return Math.max(0, ...numbers)
}

type ColumnHeadProps = {
  readonly column: SheetColumn
  readonly direction: Sorting['direction'] | null
  readonly onSort: () => void
}

function ColumnHead({ column, direction, onSort }: ColumnHeadProps) {
  return (
    <th scope="col" aria-sort={direction ?? 'none'} className={column.kind === 'text' ? '' : 'number'}>
      <button type="button" className="sort-button" title="按此列排序" onClick={onSort}>
        <ColumnTitle title={column.title} />
        {direction === 'ascending' ? <CaretUpOutlined aria-hidden /> : null}
        {direction === 'descending' ? <CaretDownOutlined aria-hidden /> : null}
      </button>
    </th>
  )
}

/** Breaks between words only: 线下/场次, not 线下场/次. */
function ColumnTitle({ title }: { readonly title: string }) {
  return titleWords(title).map((word, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a word may stand twice in a title, and never moves
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      {word}
    </Fragment>
  ))
}
