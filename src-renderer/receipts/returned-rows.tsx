/** 退回的记录: what our clerk has sent back to the offices below, and taking it back. */
import { useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { fieldLabels } from '../../src-shared/field-labels.ts'
import { type RowReturn, tableWords } from '../../src-shared/receipts.ts'
import { useBackend } from '../api.ts'
import { formatMoment } from '../components/formats.ts'
import { NothingYet } from '../components/nothing-yet.tsx'
import { useAction } from '../components/use-action.ts'

export function ReturnedRows() {
  const { client, queries } = useBackend()
  const { data = [] } = useQuery(queries.receipts.returns.queryOptions({ input: {} }))
  const withdrawing = useAction({
    call: (id: string) => client.receipts.withdrawReturn({ id }),
    done: '已撤回，签发回执后送达',
  })
  const open = data.filter(({ withdrawnAt }) => withdrawnAt === null)
  if (open.length === 0) return <NothingYet>没有退回的记录。查看下级的记录时，可以写明意见退回。</NothingYet>
  return (
    <Table<RowReturn>
      size="small"
      rowKey="id"
      tableLayout="fixed"
      dataSource={open}
      pagination={{ pageSize: 10, size: 'small', hideOnSinglePage: true }}
      columns={[
        { title: '单位', dataIndex: 'officeName', width: 180, ellipsis: true },
        { title: '台账', dataIndex: 'table', width: 92, render: (table: string) => tableWords[table] ?? table },
        { title: '字段', dataIndex: 'field', width: 120, render: (field: string) => fieldLabels[field] ?? '' },
        { title: '意见', dataIndex: 'words' },
        { title: '退回人', dataIndex: 'by', width: 110, ellipsis: true },
        { title: '退回时间', dataIndex: 'at', width: 160, className: 'figure', render: formatMoment },
        {
          title: '操作',
          key: 'actions',
          width: 92,
          render: (_, { id, words }) => (
            <Button
              type="text"
              size="small"
              aria-label={`撤回退回意见：${words}`}
              loading={withdrawing.isPending && withdrawing.variables === id}
              onClick={() => withdrawing.mutate(id)}
            >
              撤回
            </Button>
          ),
        },
      ]}
    />
  )
}
