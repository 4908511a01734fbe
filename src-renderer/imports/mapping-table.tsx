/** 列对应: which column of the sheet is which field of the record, with what stands in it. */
import { Alert, Select, Table } from 'antd'
import { withField } from '../../src-shared/edit-mapping.ts'
import type { ImportSheet, PreviewColumn } from '../../src-shared/excel-import.ts'
import type { ImportField, SheetMapping } from '../../src-shared/import-mapping.ts'
import { Clipped } from '../components/clipped.tsx'

type MappingTableProps = {
  readonly sheet: ImportSheet
  readonly fields: readonly ImportField[]
  readonly say: (mapping: SheetMapping) => void
}

const unused = ''

export function MappingTable({ sheet, fields, say }: MappingTableProps) {
  const missing = sheet.problems.filter(({ code }) => code === 'COLUMN_MISSING')
  const columnOf = new Map(sheet.columns.map(({ field, column }) => [field, column]))
  const options = [
    { value: unused, label: '不读入这一列', place: '' },
    ...fields.map(({ field, label, isRequired }) => {
      const own = columnOf.get(field)
      return { value: field, label: `${label}${isRequired ? ' *' : ''}`, place: own ? `（${own}列）` : '' }
    }),
  ]
  const nameOf = (column: PreviewColumn) => column.header || `${column.column}列`
  return (
    <>
      {missing.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          className="form-note"
          title={`还缺必填的列：${missing.map(({ message }) => /“(.+?)”/u.exec(message)?.[1] ?? message).join('、')}`}
          description="表里有这一列的，在下面选出来；没有的，请在表格里加上这一列再导入。"
        />
      ) : null}
      <Table<PreviewColumn>
        size="small"
        rowKey="column"
        tableLayout="fixed"
        pagination={false}
        dataSource={[...sheet.columns]}
        columns={[
          { title: '列', dataIndex: 'column', width: 56 },
          { title: '表头', width: 220, render: (_, { header }) => <Clipped>{header}</Clipped> },
          {
            title: '表里的内容（前几行）',
            render: (_, { examples }) => <Clipped>{examples.join('　｜　')}</Clipped>,
          },
          {
            title: '对应的项（*为必填）',
            width: 320,
            render: (_, column) => (
              <Select
                size="small"
                className={column.field === null ? 'wide imports-unused' : 'wide'}
                aria-label={`${nameOf(column)}对应的项`}
                showSearch
                optionFilterProp="label"
                value={column.field ?? unused}
                options={options.map(({ value, label, place }) => ({
                  value,
                  // Its own column need not be named at its own place.
                  label: value === column.field ? label : `${label}${place}`,
                }))}
                onChange={(field) => say(withField(sheet, column.column, field === unused ? null : field))}
              />
            ),
          },
        ]}
      />
    </>
  )
}
