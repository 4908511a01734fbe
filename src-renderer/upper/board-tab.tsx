/** 上报情况: every office below us and how far it has reported. */
import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import type { DeskOffice } from '../../src-shared/desk.ts'
import { useBackend } from '../api.ts'
import { ProblemNote } from '../components/problem-note.tsx'
import { NoOffices } from './no-offices.tsx'

export function BoardTab() {
  const { queries } = useBackend()
  const { data, error, refetch } = useQuery(queries.upper.offices.queryOptions())
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <div className="list-wait" aria-busy />
  if (data.length === 0) return <NoOffices />
  return (
    <Table<DeskOffice>
      size="small"
      rowKey="officeId"
      dataSource={[...data]}
      pagination={false}
      columns={[
        {
          title: '单位',
          dataIndex: 'name',
          render: (name: string, { depth }) => <span className={`upper-depth-${depth}`}>{name}</span>,
        },
        { title: '行政区划代码', dataIndex: 'divisionCode', className: 'figure', width: 160 },
      ]}
    />
  )
}
