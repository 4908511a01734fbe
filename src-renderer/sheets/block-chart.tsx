/** The chart of a table of a sheet (统计图): one of its columns, chosen by the clerk. */
import { Select } from 'antd'
import { useState } from 'react'
import type { SheetBlock } from '../../src-shared/statistics.ts'
import { chartColumns, chartOfColumn } from './chart-data.ts'
import { ChartFigure } from './chart-figure.tsx'

export function BlockChart({ block, title }: { readonly block: SheetBlock; readonly title: string }) {
  const columns = chartColumns(block)
  const [chosen, choose] = useState(columns[0])
  const column = chosen !== undefined && columns.includes(chosen) ? chosen : columns[0]
  if (column === undefined || block.rows.length === 0) return null
  return (
    <div className="block-chart">
      {columns.length > 1 ? (
        <Select
          aria-label={`${title}的图显示`}
          size="small"
          className="chart-column"
          popupMatchSelectWidth={false}
          value={column}
          options={columns.map((index) => ({ value: index, label: block.columns[index]?.title }))}
          onChange={choose}
        />
      ) : null}
      <ChartFigure chart={chartOfColumn(block, column)} title={title} />
    </div>
  )
}
