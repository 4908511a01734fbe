/** A list as it is printed (打印列表): every row of the filter on A4, its head on every page, pages counted. */
import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useNavigate, useParams } from 'react-router'
import { chineseDate } from '../../src-shared/chinese.ts'
import { isWideTable, type ListTable, type PrintedList, printedLists } from '../../src-shared/list-tables.ts'
import { useBackend } from '../api.ts'
import { formatCount } from '../components/figure.tsx'
import { NothingYet } from '../components/nothing-yet.tsx'
import { Page } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAction } from '../components/use-action.ts'
import { useAddress } from '../components/use-address.ts'
import { useDelivery } from '../components/use-delivery.tsx'
import { useShell } from '../components/use-shell.ts'
import { filtersIn } from './view-query.ts'
import './views.css'

export function ListPrintPage() {
  const { list: named } = useParams()
  const list = printedLists.find((known) => known === named)
  if (list === undefined) return <NothingYet>没有这样的列表，请从左边打开一页，再点“打印”。</NothingYet>
  return <ListPrint list={list} />
}

function ListPrint({ list }: { readonly list: PrintedList }) {
  const { client, queries } = useBackend()
  const { words } = useAddress()
  const { canPrintPdf } = useShell()
  const navigate = useNavigate()
  const deliver = useDelivery()
  const { data, error, refetch } = useQuery(
    queries.lists.table.queryOptions({ input: { ...filtersIn(words), list }, staleTime: 0 }),
  )
  const printing = useAction({
    call: (fileName: string) => client.shell.printPdf({ fileName }),
    onDone: (delivery) => deliver(delivery, 'PDF'),
  })
  return (
    <Page
      title="打印列表"
      actions={
        <>
          <Button icon={<ArrowLeftOutlined />} onClick={() => void navigate(-1)}>
            返回
          </Button>
          {canPrintPdf && data ? (
            <Button loading={printing.isPending} onClick={() => printing.mutate(`${data.title}${data.date}.pdf`)}>
              存为PDF
            </Button>
          ) : null}
          <Button type="primary" icon={<PrinterOutlined />} disabled={!data} onClick={() => window.print()}>
            打印
          </Button>
        </>
      }
    >
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data ? <PrintedTable table={data} /> : <div className="list-wait" aria-busy={!error} />}
    </Page>
  )
}

function PrintedTable({ table }: { readonly table: ListTable }) {
  const { title, office, filter, date, columns, rows } = table
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  return (
    <article className={isWideTable(columns) ? 'list-print wide-print' : 'list-print'} aria-label={title}>
      <h2>{title}</h2>
      <p className="list-print-facts">
        <span>填报单位：{office}</span>
        <span>{filter}</span>
        <span>
          共{rows.length}条　{chineseDate(date)}
        </span>
      </p>
      <table>
        <colgroup>
          {columns.map(({ title: name, width }) => (
            <col key={name} style={{ width: `${(width / whole) * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ title: name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: printed rows have no id and never move
            <tr key={row}>
              {columns.map(({ title: name, kind }, index) => (
                <td key={name} className={kind === 'text' ? (isDay(cells[index]) ? 'day' : undefined) : 'number'}>
                  {textOf(cells[index])}
                </td>
              ))}
            </tr>
          ))}
          {rows.length === 0 ? (
            <tr>
              <td colSpan={columns.length}>没有符合条件的记录</td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </article>
  )
}

function isDay(cell: string | number | null | undefined): boolean {
  return typeof cell === 'string' && /^\d{4}-\d\d-\d\d/.test(cell)
}

function textOf(cell: string | number | null | undefined): string {
  return typeof cell === 'number' ? formatCount(cell) : (cell ?? '')
}
