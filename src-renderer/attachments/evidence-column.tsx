/** How much evidence each record of a list has (佐证列): one question for the whole page of the list. */
import { PaperClipOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { TableProps } from 'antd'
import type { RecordKind } from '../../src-shared/record-kinds.ts'
import { useBackend } from '../api.ts'

/** The column for a register whose records have evidence; none for others. */
export function useEvidenceColumn<Row extends { readonly id: string }>(
  recordKind: RecordKind | undefined,
  rows: readonly Row[],
): NonNullable<TableProps<Row>['columns']> {
  const { queries } = useBackend()
  const recordIds = rows.map(({ id }) => id)
  const { data } = useQuery(
    queries.attachments.counts.queryOptions({
      input: { recordKind: recordKind ?? 'study', recordIds },
      enabled: recordKind !== undefined && recordIds.length > 0,
      placeholderData: keepPreviousData,
    }),
  )
  if (!recordKind) return []
  return [
    {
      key: 'evidence',
      title: '佐证',
      width: 60,
      align: 'right',
      className: 'figure',
      render: (_, { id }) => <EvidenceCount count={data?.[id] ?? 0} />,
    },
  ]
}

function EvidenceCount({ count }: { readonly count: number }) {
  if (count === 0) return null
  return (
    <span className="evidence-count">
      <PaperClipOutlined aria-hidden /> {count}
    </span>
  )
}
