/** What a receipt gives back (退回、冲突、暂存): each record with the words about it, and the way to its form. */
import { Table } from 'antd'
import { fieldLabels } from '../../src-shared/field-labels.ts'
import { type ReceivedReceiptDetail, tableWords } from '../../src-shared/receipts.ts'
import { type RecordKind, recordKinds } from '../../src-shared/record-kinds.ts'
import { RecordLink } from '../components/record-link.tsx'
import { UpperMarkTag } from './upper-mark.tsx'

type Remark = ReceivedReceiptDetail['remarks'][number]

export function RemarkTable({ remarks }: { readonly remarks: readonly Remark[] }) {
  if (remarks.length === 0) return null
  return (
    <Table<Remark>
      size="small"
      rowKey={({ table, id, field, words }) => `${table} ${id} ${field} ${words}`}
      tableLayout="fixed"
      dataSource={[...remarks]}
      pagination={{ pageSize: 20, size: 'small', hideOnSinglePage: true }}
      columns={[
        { title: '台账', dataIndex: 'table', width: 92, render: (table: string) => tableWords[table] ?? table },
        { title: '记录', key: 'record', width: 220, render: (_, remark) => <Named remark={remark} /> },
        {
          title: '意见',
          dataIndex: 'result',
          width: 104,
          render: (_, { result, mark }) => <UpperMarkTag mark={mark === '已改' ? mark : result} />,
        },
        { title: '上级的话', key: 'words', render: (_, remark) => wordsOf(remark) },
      ]}
    />
  )
}

const linked: readonly string[] = [...recordKinds, 'grassrootsUnion']

/** A record that is not here any more has no form. */
function Named({ remark: { table, id, title, mark } }: { readonly remark: Remark }) {
  if (mark === null || !linked.includes(table)) return title || '—'
  return (
    <RecordLink kind={table as RecordKind | 'grassrootsUnion'} id={id}>
      {title || '打开'}
    </RecordLink>
  )
}

function wordsOf({ field, words, values }: Remark): string {
  const label = fieldLabels[field] ? `${fieldLabels[field]}：` : ''
  if (values === null) return `${label}${words}`
  return `${label}上级留用“${valueWords(values.kept)}”，另有“${valueWords(values.other)}”${words ? `。${words}` : ''}`
}

function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return '空'
  return typeof value === 'string' ? value : String(value)
}
