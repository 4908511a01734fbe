/** What the level above has said about a record (上级意见), as a mark in a list: one question for the whole page of it. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type TableProps, Tag, Tooltip } from 'antd'
import { type UpperMark, type UpperRemark, upperMarkNames } from '../../src-shared/receipts.ts'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import { useBackend } from '../api.ts'
import './receipts.css'

const colours: Readonly<Record<UpperMark, string>> = {
  退回: 'error',
  冲突: 'error',
  暂存: 'warning',
  已改: 'warning',
  已收: 'success',
}

export function UpperMarkTag({ mark }: { readonly mark: UpperMark }) {
  return (
    <Tag className="receipt-mark" color={colours[mark]} variant="outlined">
      {upperMarkNames[mark]}
    </Tag>
  )
}

/** The column, once the level above has said something about any record of the page; until then none. */
export function useUpperColumn<Row extends { readonly id: string }>(
  recordKind: RecordKind | undefined,
  rows: readonly Row[],
): NonNullable<TableProps<Row>['columns']> {
  const { queries } = useBackend()
  const recordIds = rows.map(({ id }) => id)
  const { data = {} } = useQuery(
    queries.receipts.marks.queryOptions({
      input: { recordKind: recordKind ?? 'study', recordIds },
      enabled: recordKind !== undefined && recordIds.length > 0,
      placeholderData: keepPreviousData,
    }),
  )
  if (recordIds.every((id) => data[id] === undefined)) return []
  return [
    {
      key: 'upperMark',
      title: '上级意见',
      width: 96,
      render: (_, { id }) => <RowMark remark={data[id]} />,
    },
  ]
}

function RowMark({ remark }: { readonly remark: UpperRemark | undefined }) {
  if (!remark) return null
  const said = remark.words === '' || remark.mark === '已改' ? remark.issuer : `${remark.issuer}：${remark.words}`
  return (
    <Tooltip title={said} mouseEnterDelay={0.4} placement="topLeft">
      <span>
        <UpperMarkTag mark={remark.mark} />
      </span>
    </Tooltip>
  )
}
