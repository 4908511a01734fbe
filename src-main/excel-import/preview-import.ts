/** Looks at a workbook without taking it in (导入预览), and gives it back with its wrong cells marked (标出有误之处). */
import type { Delivery } from '../../src-shared/delivery.ts'
import type { ImportPreview } from '../../src-shared/excel-import.ts'
import type { CoreContext } from '../core-context.ts'
import { deliver } from '../files/deliver.ts'
import { markSources, markXlsx } from '../files/xlsx-marks.ts'
import { xlsxType } from './make-template.ts'
import { openWorkbook, type WorkbookFile } from './open-workbook.ts'
import { planImport } from './plan-import.ts'

type Input = { readonly file: WorkbookFile; readonly jobId?: string | undefined }

/** @throws Problem FILE_UNREADABLE */
export async function previewImport(context: CoreContext, { file, jobId }: Input): Promise<ImportPreview> {
  return await context.jobs.run(jobId, '读取表格', async ({ step }) => {
    const { sources } = await openWorkbook(file)
    return { sheets: await planImport(context.db, sources, { fileName: file.name, step }) }
  })
}

/** A copy with the wrong cells yellow and commented, to be mended in Excel and taken in again. */
export async function deliverMarked(context: CoreContext, { file, jobId }: Input): Promise<Delivery> {
  return await context.jobs.run(jobId, '标出有误之处', async ({ step }) => {
    const { sources, bytes, isXlsx } = await openWorkbook(file)
    const sheets = await planImport(context.db, sources, { fileName: file.name, step })
    const marks = sheets.flatMap(({ name, problems }) =>
      problems.map(({ row, column, message }) => ({ sheet: name, row, column, text: message })),
    )
    const name = `${file.name.replace(/\.[^.]*$/u, '')}（有误之处已标出）.xlsx`
    return await deliver(context.host, { name, type: xlsxType }, () =>
      isXlsx ? markXlsx(bytes, marks) : markSources(sources, marks),
    )
  })
}
