/** Bars (条形图), one line for each row of the table; several series stand below one another. */
import { cellText } from '../../src-shared/cell-text.ts'
import { type Chart, largestOf } from './chart-data.ts'

/** Decoration for who sees it: its sentence and the table say the same. */
export function BarChart({ chart }: { readonly chart: Chart }) {
  const largest = largestOf(chart) || 1
  return (
    <div className="bar-chart" aria-hidden="true">
      {chart.categories.map((category, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: categories may have the same name and never move
        <div key={index} className="bar-row">
          <span className="bar-name" title={category}>
            {category}
          </span>
          <div className="bar-lines">
            {chart.series.map(({ name, values }, place) => (
              <OneBar
                key={name}
                look={place + 1}
                value={values[index] ?? null}
                share={(values[index] ?? 0) / largest}
                kind={chart.kind}
              />
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}

type OneBarProps = {
  readonly look: number
  readonly value: number | null
  readonly share: number
  readonly kind: Chart['kind']
}

function OneBar({ look, value, share, kind }: OneBarProps) {
  return (
    <div className="bar-line">
      {value === null || value <= 0 ? null : (
        <span className={`bar-body look-${look}`} style={{ width: `calc((100% - 6em) * ${share})` }} />
      )}
      <span className="bar-value figure">{value === null ? '未统计' : cellText(value, kind)}</span>
    </div>
  )
}
