/** Figures before and after (合计的变化), side by side. */
import { Table } from 'antd'
import type { FigureEffect } from '../../src-shared/intake.ts'
import { figureName, figureValue } from './effect-words.ts'

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
        { title: '导入前', align: 'right', width: 120, render: (_, { key, before }) => figureValue(key, before) },
        { title: '导入后', align: 'right', width: 120, render: (_, { key, after }) => figureValue(key, after) },
      ]}
    />
  )
}
