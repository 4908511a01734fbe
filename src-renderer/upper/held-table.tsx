/** Rows that do not go in (没有并入的记录): which, by which rule, in which field, why. */
import { Table, Tag } from 'antd'
import { fieldLabels } from '../../src-shared/field-labels.ts'
import { type HeldRow, reportedTableNames } from '../../src-shared/intake.ts'
import { Clipped } from '../components/clipped.tsx'

type HeldTableProps = {
  readonly rows: readonly HeldRow[]
  /** Names of offices by id, where rows of several stand together. */
  readonly offices?: ReadonlyMap<string, string>
}

export function HeldTable({ rows, offices }: HeldTableProps) {
  return (
    <Table<HeldRow>
      size="small"
      rowKey={({ bundleId, table, rowId }) => `${bundleId} ${table} ${rowId}`}
      tableLayout="fixed"
      dataSource={[...rows]}
      pagination={{ size: 'small', pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        {
          title: '处理',
          width: 72,
          render: (_, { result }) => <Tag color={result === '退回' ? 'error' : 'warning'}>{result}</Tag>,
        },
        ...(offices
          ? [{ title: '单位', width: 160, render: (_: unknown, { officeId }: HeldRow) => offices.get(officeId) ?? '' }]
          : []),
        { title: '登记表', width: 88, render: (_, { table }) => reportedTableNames[table] ?? '' },
        { title: '记录', render: (_, { title, rowId }) => <Clipped>{title || rowId}</Clipped> },
        { title: '规则', width: 72, dataIndex: 'rule' },
        { title: '字段', width: 112, render: (_, { field }) => fieldName(field) },
        { title: '原因', render: (_, { words }) => <Clipped>{words}</Clipped> },
      ]}
    />
  )
}

/** `speakers.0.name` is 宣讲人. */
function fieldName(field: string): string {
  return fieldLabels[field] ?? fieldLabels[field.split('.')[0] ?? ''] ?? field
}
