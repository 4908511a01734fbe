/** Figures before and after (合计的变化), side by side. */
import { Table } from 'antd'
import { figureName, figureText } from '../../src-shared/figure-words.ts'
import type { FigureEffect } from '../../src-shared/intake.ts'

export function FigureChanges({
  figures,
  label,
}: {
  readonly figures: readonly FigureEffect[]
  readonly label: string
}) {
  if (figures.length === 0) return <p className="intake-quiet">{label}没有变化。</p>
  return (
    <Table<FigureEffect>
      size="small"
      rowKey="key"
      className="intake-figures"
      aria-label={label}
      dataSource={[...figures]}
      pagination={false}
      columns={[
        { title: label, render: (_, { key }) => figureName(key) },
        { title: '导入前', align: 'right', width: 120, render: (_, { key, before }) => figureText(key, before) },
        { title: '导入后', align: 'right', width: 120, render: (_, { key, after }) => figureText(key, after) },
      ]}
    />
  )
}
