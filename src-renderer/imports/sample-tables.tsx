/** The first rows as they will be stored (存入后的样子), and of changed records what they say now and then. */
import { Table } from 'antd'
import type { ImportSample, ImportSheet } from '../../src-shared/excel-import.ts'
import type { ImportField } from '../../src-shared/import-mapping.ts'
import { Clipped } from '../components/clipped.tsx'
import { formatCount } from '../components/figure.tsx'
import { Section } from '../components/page.tsx'

type SampleTablesProps = { readonly sheet: ImportSheet; readonly fields: readonly ImportField[] }
type Change = ImportSample['changes'][number] & { readonly row: number; readonly isFirst: boolean }

const pagination = { size: 'small', defaultPageSize: 10, hideOnSinglePage: true, showSizeChanger: false } as const

export function SampleTables({ sheet, fields }: SampleTablesProps) {
  const added = sheet.samples.filter(({ state }) => state === 'new')
  const changed = sheet.samples.filter(({ state }) => state === 'changed')
  const labelOf = (field: string) => fields.find((one) => one.field === field)?.label ?? field
  return (
    <>
      {changed.length > 0 ? (
        <Section title={`有变化的记录${shownOf(changed.length, sheet.changed)}`}>
          <Table<Change>
            size="small"
            rowKey={({ row, field }) => `${row}${field}`}
            tableLayout="fixed"
            pagination={{ ...pagination, defaultPageSize: 20 }}
            dataSource={changed.flatMap(({ row, changes }) =>
              changes.map((change, index) => ({ ...change, row, isFirst: index === 0 })),
            )}
            columns={[
              { title: '行', width: 72, align: 'right', render: (_, { row, isFirst }) => (isFirst ? row : '') },
              { title: '项', width: 176, render: (_, { field }) => <Clipped>{labelOf(field)}</Clipped> },
              { title: '现在台账里是', render: (_, { old }) => <Clipped>{old === '' ? '（空）' : old}</Clipped> },
              { title: '导入后是', render: (_, { new: text }) => <Clipped>{text === '' ? '（空）' : text}</Clipped> },
            ]}
          />
        </Section>
      ) : null}
      {added.length > 0 ? (
        <Section title={`新增的记录${shownOf(added.length, sheet.new)}`}>
          <AddedTable rows={added} fields={fields} />
        </Section>
      ) : null}
    </>
  )
}

type AddedTableProps = { readonly rows: readonly ImportSample[]; readonly fields: readonly ImportField[] }

function AddedTable({ rows, fields }: AddedTableProps) {
  const used = fields.filter(({ field }) => rows.some(({ texts }) => texts[field] !== undefined))
  return (
    <Table<ImportSample>
      size="small"
      rowKey="row"
      tableLayout="fixed"
      scroll={{ x: 72 + used.length * 136 }}
      pagination={pagination}
      dataSource={[...rows]}
      columns={[
        { title: '行', dataIndex: 'row', width: 72, align: 'right', fixed: 'left' },
        ...used.map(({ field, label }) => ({
          title: label,
          width: 136,
          render: (_: unknown, { texts }: ImportSample) => <Clipped>{texts[field] ?? ''}</Clipped>,
        })),
      ]}
    />
  )
}

function shownOf(shown: number, all: number): string {
  return shown < all ? `（共${formatCount(all)}条，列出前${shown}条）` : `（${all}条）`
}
