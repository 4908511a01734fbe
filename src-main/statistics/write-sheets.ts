/** Writes statistics sheets (统计表) of a period into one Excel file. */
import { periodWords } from '../../src-shared/chinese.ts'
import type { CrossQuery } from '../../src-shared/cross-tables.ts'
import type { Delivery } from '../../src-shared/delivery.ts'
import type { Period } from '../../src-shared/period.ts'
import type { RecordScope } from '../../src-shared/record-scope.ts'
import { type AnySheetKind, type Sheet, sheetTitles } from '../../src-shared/statistics.ts'
import type { CoreContext } from '../core-context.ts'
import { deliver } from '../files/deliver.ts'
import { makeXlsx, type XlsxOptions } from '../files/xlsx.ts'
import { showCross } from './cross-sheet.ts'
import { hasCover, layOutCover } from './lay-out-cover.ts'
import { layOutSheet } from './lay-out-sheet.ts'
import { showSheets } from './sheets.ts'

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** @throws Problem OFFICE_MISSING, DISK_FULL, FILE_UNWRITABLE, CANCELLED */
export async function deliverSheets(
  context: CoreContext,
  input: {
    readonly kinds: readonly AnySheetKind[]
    readonly period: Period
    readonly scope?: RecordScope
    readonly jobId?: string | undefined
  },
): Promise<Delivery> {
  const { kinds, period, scope, jobId } = input
  const sheets = await context.onRecordsOf(scope, (db = context.db) =>
    showSheets(db, kinds, { period, today: context.today() }),
  )
  const [only] = kinds
  const name = kinds.length === 1 && only ? sheetTitles[only] : '统计表'
  return await deliverFile(context, sheets, { title: `${periodWords(period)}${name}`, jobId })
}

/** @throws Problem OFFICE_MISSING, DISK_FULL, FILE_UNWRITABLE, CANCELLED */
export async function deliverCrossTable(
  context: CoreContext,
  { query, jobId }: { readonly query: CrossQuery; readonly jobId?: string | undefined },
): Promise<Delivery> {
  const { sheet } = await context.onRecordsOf(query.scope, (db = context.db) => showCross(db, query, context.today()))
  return await deliverFile(context, [sheet], { title: `${periodWords(query.period)}${sheet.title}`, jobId })
}

async function deliverFile(
  context: CoreContext,
  sheets: readonly Sheet[],
  { title, jobId }: { readonly title: string; readonly jobId: string | undefined },
): Promise<Delivery> {
  return await context.jobs.run(jobId, '正在写出统计表', (job) =>
    deliver(context.host, { name: `${title}.xlsx`, type: xlsxType }, () =>
      writeSheets(sheets, { title, at: new Date(`${context.today()}T00:00:00Z`), step: job.step }),
    ),
  )
}

/** The bytes of the Excel file: the same sheets on the same day give the same bytes. */
export function writeSheets(sheets: readonly Sheet[], options: Omit<XlsxOptions, 'creator'>): Promise<Uint8Array> {
  const pages = sheets.map(layOutSheet)
  return makeXlsx(hasCover(sheets) ? [layOutCover(sheets), ...pages] : pages, {
    ...options,
    creator: sheets[0]?.office ?? '',
  })
}
