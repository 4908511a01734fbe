/** The table of totals (汇总表): a row for each office, below it what it and those under it come to, at the end the total. */
import type { DeskTotals, TotalsRow } from '../../src-shared/desk.ts'
import { figureName } from '../../src-shared/figure-words.ts'
import type { FigureValues } from '../../src-shared/office-totals.ts'
import type { PeriodFigureKey } from '../../src-shared/statistics.ts'
import { figureText } from './figure-words.ts'
import { OfficeName } from './office-name.tsx'
import type { OpenFigure } from './records-drawer.tsx'

type TotalsTableProps = {
  readonly totals: DeskTotals
  readonly figures: readonly PeriodFigureKey[]
  readonly onOpen: (open: OpenFigure) => void
}

export function TotalsTable({ totals: { rows, total }, figures, onOpen }: TotalsTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section className="upper-wide" aria-label="汇总表，可横向滚动" tabIndex={0}>
      <table className="upper-totals">
        <thead>
          <tr>
            <th scope="col">单位</th>
            {figures.map((key) => (
              <th key={key} scope="col">
                {figureName(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <OfficeRows key={row.officeId} row={row} figures={figures} onOpen={onOpen} />
          ))}
        </tbody>
        <tfoot>
          <PlainRow name="合计" values={total} figures={figures} />
        </tfoot>
      </table>
    </section>
  )
}

function OfficeRows({ row, figures, onOpen }: { readonly row: TotalsRow } & Omit<TotalsTableProps, 'totals'>) {
  const { officeId, name, values, subtotal } = row
  return (
    <>
      <tr>
        <th scope="row">
          <OfficeName office={row} />
        </th>
        {figures.map((figure) => {
          const value = values?.[figure] ?? null
          return (
            <td key={figure}>
              {value ? (
                <button type="button" className="upper-figure" onClick={() => onOpen({ officeId, name, figure })}>
                  {figureText(figure, value)}
                </button>
              ) : (
                figureText(figure, value)
              )}
            </td>
          )
        })}
      </tr>
      {subtotal ? <PlainRow name={`${name}及所属小计`} values={subtotal} figures={figures} isSubtotal /> : null}
    </>
  )
}

type PlainRowProps = {
  readonly name: string
  readonly values: FigureValues | null
  readonly figures: readonly PeriodFigureKey[]
  readonly isSubtotal?: boolean
}

function PlainRow({ name, values, figures, isSubtotal = false }: PlainRowProps) {
  return (
    <tr className={isSubtotal ? 'upper-subtotal' : undefined}>
      <th scope="row">{name}</th>
      {figures.map((figure) => (
        <td key={figure}>{figureText(figure, values?.[figure] ?? null)}</td>
      ))}
    </tr>
  )
}
