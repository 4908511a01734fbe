/** What can be done with a whole list (打印、导出表格): all rows of its filter, on paper or as a workbook. */
import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { type PrintedList, printedListTitles } from '../../src-shared/list-tables.ts'
import { useBackend } from '../api.ts'
import { useAddress } from '../components/use-address.ts'
import { useDelivery } from '../components/use-delivery.tsx'
import { useLongJob } from '../components/use-long-job.tsx'
import { filterInAddress, filtersIn } from './view-query.ts'

type ListActionsProps = {
  readonly list: PrintedList
  /** The year that is shown where the address names none. */
  readonly year?: number
}

export function ListActions({ list, year }: ListActionsProps) {
  const { client } = useBackend()
  const { words } = useAddress()
  const filter = filterInAddress(words)
  if (year !== undefined) filter.set('year', String(year))
  const navigate = useNavigate()
  const deliver = useDelivery()
  const writing = useLongJob({
    call: (_: undefined, jobId) => client.lists.write({ ...filtersIn(filter), list, jobId }),
    onDone: (delivery) => deliver(delivery, printedListTitles[list]),
  })
  return (
    <div className="list-actions">
      <Button type="text" icon={<PrinterOutlined />} onClick={() => void navigate(`/print/${list}?${filter}`)}>
        打印
      </Button>
      {writing.progress ?? (
        <Button type="text" icon={<DownloadOutlined />} onClick={() => writing.start(undefined)}>
          导出表格
        </Button>
      )}
    </div>
  )
}
