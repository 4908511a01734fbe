/** Writes statistics sheets (统计表) of a period into one Excel file. */
import { periodWords } from '../../src-shared/chinese.ts'
import type { Delivery } from '../../src-shared/delivery.ts'
import type { Period } from '../../src-shared/period.ts'
import { type Sheet, type SheetKind, sheetTitles } from '../../src-shared/statistics.ts'
import type { CoreContext } from '../core-context.ts'
import { deliver } from '../files/deliver.ts'
import { makeXlsx, type XlsxOptions } from '../files/xlsx.ts'
import { layOutSheet } from './lay-out-sheet.ts'
import { makeSheets } from './sheets.ts'

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** @throws Problem OFFICE_MISSING, DISK_FULL, FILE_UNWRITABLE, CANCELLED */
export async function deliverSheets(
  context: CoreContext,
  input: { readonly kind: SheetKind | 'all'; readonly period: Period; readonly jobId?: string | undefined },
): Promise<Delivery> {
  const today = context.today()
  const sheets = (await makeSheets(context.db, input.period, today)).filter(
    (sheet) => input.kind === 'all' || sheet.kind === input.kind,
  )
  const title = `${periodWords(input.period)}${input.kind === 'all' ? '统计表' : sheetTitles[input.kind]}`
  return await context.jobs.run(input.jobId, '正在写出统计表', (job) =>
    deliver(context.host, { name: `${title}.xlsx`, type: xlsxType }, () =>
      writeSheets(sheets, { title, at: new Date(`${today}T00:00:00Z`), step: job.step }),
    ),
  )
}

/** The bytes of the Excel file: the same sheets on the same day give the same bytes. */
export function writeSheets(sheets: readonly Sheet[], options: Omit<XlsxOptions, 'creator'>): Promise<Uint8Array> {
  return makeXlsx(sheets.map(layOutSheet), { ...options, creator: sheets[0]?.office ?? '' })
}
