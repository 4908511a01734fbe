/** A chart with its legend and its sentence (统计图); it stands beside its table and never instead of it. */
import { BarChart } from './bar-chart.tsx'
import { type Chart, chartSentence, fewSeries } from './chart-data.ts'
import { LineChart } from './line-chart.tsx'
import { LineMark } from './line-mark.tsx'

export function ChartFigure({ chart: whole, title }: { readonly chart: Chart; readonly title: string }) {
  const { chart, left } = fewSeries(whole)
  const isLine = chart.isOverTime && chart.categories.length > 1
  return (
    <figure className="chart" aria-label={`${title}，统计图`}>
      <figcaption>
        {chartSentence(chart)}
        {left > 0 ? `图中只画合计最大的${chart.series.length}项，另外${left}项见表。` : null}
      </figcaption>
      {chart.series.length > 1 ? (
        <ul className="chart-legend">
          {chart.series.map(({ name }, index) => (
            <li key={name}>
              {isLine ? <LineSample look={index + 1} /> : <span className={`bar-sample look-${index + 1}`} />}
              {name}
            </li>
          ))}
        </ul>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a chart longer than its frame is scrolled by the arrow keys */}
      <section className="chart-frame" aria-label={`${title}，图`} tabIndex={0}>
        {isLine ? <LineChart chart={chart} /> : <BarChart chart={chart} />}
      </section>
    </figure>
  )
}

function LineSample({ look }: { readonly look: number }) {
  return (
    <svg className={`line-sample line-${look}`} width="36" height="12" aria-hidden="true">
      <path className="line-path" d="M0 6H36" />
      <LineMark look={look} x={18} y={6} />
    </svg>
  )
}
