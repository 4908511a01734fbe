/** Writes a list as an Excel workbook (导出表格): title, office, filter and day above, every column below. */
import { chineseDate } from '../../src-shared/chinese.ts'
import type { Delivery } from '../../src-shared/delivery.ts'
import type { WholeList } from '../../src-shared/list-calls.ts'
import type { ListTable } from '../../src-shared/list-tables.ts'
import type { CoreContext } from '../core-context.ts'
import { deliver } from '../files/deliver.ts'
import { safeFileName } from '../files/file-name.ts'
import { makeXlsx, type XlsxRow, type XlsxSheet } from '../files/xlsx.ts'
import { heightFor } from '../statistics/row-height.ts'
import { headerLook, leftLook, rightLook, rowLooks, titleLook } from '../statistics/sheet-looks.ts'
import { listTable } from './list-table.ts'

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Points: a long report in one cell must not fill a page. */
const tallest = 150

/** @throws Problem DISK_FULL, FILE_UNWRITABLE, CANCELLED */
export async function deliverList(
  context: CoreContext,
  { jobId, ...query }: WholeList & { readonly jobId?: string | undefined },
): Promise<Delivery> {
  const today = context.today()
  return await context.jobs.run(jobId, '正在写出列表', async (job) => {
    const table = await listTable(context.db, query, { today, allColumns: true })
    const file = { name: safeFileName(`${table.title}${today.replaceAll('-', '')}`, 'xlsx'), type: xlsxType }
    return await deliver(context.host, file, () =>
      makeXlsx([layOutList(table)], {
        title: table.title,
        creator: table.office,
        at: new Date(`${today}T00:00:00Z`),
        step: job.step,
      }),
    )
  })
}

function layOutList(table: ListTable): XlsxSheet {
  const { title, columns, rows } = table
  const widths = columns.map(({ width }) => width)
  const looks = rowLooks(columns, false)
  const headers = columns.map((column) => column.title)
  return {
    name: title,
    widths,
    headRows: 3,
    rows: [
      across([title], widths.length, { look: titleLook, height: 32 }),
      underTitle(table),
      { cells: headers, looks: columns.map(() => headerLook), height: Math.max(24, heightFor(headers, widths) + 4) },
      ...rows.map((cells): XlsxRow => ({ cells, looks, height: Math.min(tallest, heightFor(cells, widths) + 4) })),
    ],
  }
}

/** The office at the left; the filter, the number of rows and the day at the right. */
function underTitle({ office, filter, date, columns, rows }: ListTable): XlsxRow {
  const middle = Math.ceil(columns.length / 2)
  const right = [filter, `共${rows.length}条`, chineseDate(date)].filter(Boolean).join('　')
  const cells = columns.map((_, index) => (index === 0 ? `填报单位：${office}` : index === middle ? right : null))
  const looks = columns.map((_, index) => (index < middle ? leftLook : rightLook))
  // biome-ignore format: first and last column of both halves
  return { cells, looks, height: 20, merged: [[1, middle], [middle + 1, columns.length]] }
}

function across(
  [text]: readonly [string],
  columns: number,
  { look, height }: { readonly look: typeof titleLook; readonly height: number },
): XlsxRow {
  const places = Array.from({ length: columns }, (_, index) => index)
  return {
    cells: places.map((index) => (index === 0 ? text : null)),
    looks: places.map(() => look),
    height,
    merged: [[1, columns]],
  }
}
