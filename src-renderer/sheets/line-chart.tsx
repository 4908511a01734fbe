/** Lines over months (折线图): told apart by dashes and marks as well as by colour, so that a grey print still reads. */
import { Fragment } from 'react'
import { cellText } from '../../src-shared/cell-text.ts'
import { type Chart, largestOf, scaleMarks } from './chart-data.ts'
import { LineMark } from './line-mark.tsx'

const height = 220
const room = { left: 64, right: 24, top: 12, bottom: 44 }
/** Between two months or quarters, in px; wider than its frame, the chart scrolls in it. */
const monthWidth = 44
const quarterWidth = 68
const leastWidth = 400

/** Decoration for who sees it: its sentence and the table say the same. */
export function LineChart({ chart }: { readonly chart: Chart }) {
  const { categories, series, kind } = chart
  const step = categories.some((category) => category.endsWith('季度')) ? quarterWidth : monthWidth
  const inner = Math.max(leastWidth, (categories.length - 1) * step)
  const width = room.left + inner + room.right
  const marks = scaleMarks(largestOf(chart), kind)
  const top = marks.at(-1) ?? 1
  const x = (index: number) =>
    room.left + (categories.length > 1 ? (index * inner) / (categories.length - 1) : inner / 2)
  const y = (value: number) => room.top + (height - room.top - room.bottom) * (1 - value / top)
  return (
    <svg className="line-chart" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {marks.map((mark) => (
        <Fragment key={mark}>
          <line className="grid-line" x1={room.left} x2={width - room.right} y1={y(mark)} y2={y(mark)} />
          <text className="scale-mark" x={room.left - 8} y={y(mark) + 4}>
            {cellText(mark, kind)}
          </text>
        </Fragment>
      ))}
      {categories.map((category, index) => (
        <TimeMark key={category} x={x(index)} category={category} before={categories[index - 1]} />
      ))}
      {series.map(({ name, values }, place) => (
        <g key={name} className={`line-${place + 1}`}>
          <path className="line-path" d={pathOf(values, x, y)} />
          {values.map((value, index) =>
            value === null ? null : (
              <LineMark key={categories[index]} look={place + 1} x={x(index)} y={y(value)}>
                {`${categories[index]} ${name} ${cellText(value, kind)}`}
              </LineMark>
            ),
          )}
        </g>
      ))}
    </svg>
  )
}

/** 2026年3月 in two lines: the month, and the year where it begins. */
function TimeMark({ x, category, before }: { x: number; category: string; before: string | undefined }) {
  const [year, part] = [category.slice(0, yearLength), category.slice(yearLength)]
  return (
    <>
      <text className="time-mark" x={x} y={height - room.bottom + 18}>
        {part}
      </text>
      {before?.startsWith(year) ? null : (
        <text className="time-mark" x={x} y={height - room.bottom + 35}>
          {year}
        </text>
      )}
    </>
  )
}

/** 2026年 */
const yearLength = 5

/** A month that states nothing breaks the line: it is not 0. */
function pathOf(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  return values
    .flatMap((value, index) => {
      if (value === null) return []
      const isFirst = index === 0 || (values[index - 1] ?? null) === null
      return [`${isFirst ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`]
    })
    .join('')
}
