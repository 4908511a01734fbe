/** One table of a sheet (统计表): sorted by a press of a column's head, its figures open the records behind them. */
import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons'
import { Fragment, useState } from 'react'
import { cellText } from '../../src-shared/cell-text.ts'
import { titleWords } from '../../src-shared/header-lines.ts'
import { noRecords, type SheetBlock, type SheetCell, type SheetColumn } from '../../src-shared/statistics.ts'
import { nextSorting, type Sorting, sortedPlaces } from './sort-rows.ts'

/** Names and dates up to this length, in characters, stay on one line. */
const shortText = 10

/** A figure of a table: its row as the sheet has it, whatever the sorting, or the total row. */
export type SheetPlace = { readonly row: number | 'total'; readonly column: number }

type SheetTableProps = {
  readonly block: SheetBlock
  /** Of the sheet, for a block without a caption of its own. */
  readonly title: string
}

export function SheetTable({ block, title }: SheetTableProps) {
  const { caption, columns, rows, total } = block
  const [sorting, setSorting] = useState<Sorting | null>(null)
  return (
    <div className="sheet-scroll">
      <table className="sheet-table" aria-label={caption ? undefined : title}>
        {caption ? <caption>{caption}</caption> : null}
        <thead>
          <tr>
            {columns.map((column, index) => (
              <ColumnHead
                key={column.title}
                column={column}
                direction={sorting?.column === index ? sorting.direction : null}
                onSort={() => setSorting(nextSorting(sorting, index, column.kind !== 'text'))}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {sortedPlaces(rows, sorting).map((place) => (
            <SheetRow key={place} columns={columns} cells={rows[place] ?? []} />
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
            <SheetRow columns={columns} cells={total} />
          </tfoot>
        ) : null}
      </table>
    </div>
  )
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

function SheetRow({ columns, cells }: { columns: readonly SheetColumn[]; cells: readonly SheetCell[] }) {
  return (
    <tr>
      {columns.map((column, index) => {
        const text = cellText(cells[index], column.kind)
        const isShort = text.length <= shortText
        const className = column.kind === 'text' ? (isShort ? 'short' : '') : 'number figure'
        return (
          <td key={column.title} className={className}>
            {text}
          </td>
        )
      })}
    </tr>
  )
}
