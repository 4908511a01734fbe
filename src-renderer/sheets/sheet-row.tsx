/** A row of a sheet (表中一行): a figure that has records behind it is a button that opens them. */
import { cellText } from '../../src-shared/cell-text.ts'
import type { SheetCell, SheetColumn } from '../../src-shared/statistics.ts'

/** A figure of a table: its row as the sheet has it, whatever the sorting, or the total row. */
export type SheetPlace = { readonly row: number | 'total'; readonly column: number }

/** null where there is nothing to open. */
export type OpenFigure = (place: SheetPlace) => (() => void) | null

/** Names and dates up to this length, in characters, stay on one line. */
const shortText = 10
/** Steps of the shading. */
const shades = 5

type SheetRowProps = SheetPlacement & {
  readonly columns: readonly SheetColumn[]
  readonly cells: readonly SheetCell[]
}
type SheetPlacement = {
  readonly row: SheetPlace['row']
  /** Figures are shaded by their share of it; 0 for none. */
  readonly largest: number
  readonly openerOf: OpenFigure | undefined
}

export function SheetRow({ columns, cells, ...placement }: SheetRowProps) {
  const { row, openerOf } = placement
  const openers = columns.map((_, column) => openerOf?.({ row, column }) ?? null)
  const tabStop = openers.findIndex((open, index) => open !== null && (cells[index] ?? '') !== '')
  return (
    <tr>
      {columns.map((column, index) => {
        const text = cellText(cells[index], column.kind)
        const open = openers[index]
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
          <td key={index} className={classesOf(column, cells[index], placement.largest)}>
            {open && text !== '' ? (
              <button
                type="button"
                className={cells[index] === 0 ? 'figure-button figure-zero' : 'figure-button'}
                tabIndex={index === tabStop ? 0 : -1}
                title="看由哪些记录得出"
                onClick={open}
              >
                {text}
              </button>
            ) : (
              text
            )}
          </td>
        )
      })}
    </tr>
  )
}

/** A figure of its own: sums, differences and quotients of others are on another scale. */
export function isShadedColumn(column: SheetColumn | undefined): boolean {
  if (!column || column.kind === 'text' || column.title.startsWith('合计')) return false
  return !column.sumOf && !column.ratioOf && !column.differenceOf
}

function classesOf(column: SheetColumn, cell: SheetCell | undefined, largest: number): string {
  if (column.kind === 'text') return cellText(cell, 'text').length <= shortText ? 'short' : ''
  const isShaded = largest > 0 && typeof cell === 'number' && cell > 0 && isShadedColumn(column)
  return isShaded ? `number figure shade-${Math.min(shades, Math.ceil((cell / largest) * shades))}` : 'number figure'
}
