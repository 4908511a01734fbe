/** Looks at a workbook without taking it in (导入预览), and gives it back with its wrong cells marked (标出有误之处). */
import type { Delivery } from '../../src-shared/delivery.ts'
import type { ImportPreview } from '../../src-shared/excel-import.ts'
import type { CoreContext } from '../core-context.ts'
import { deliver } from '../files/deliver.ts'
import { markGrids, markXlsx } from '../files/xlsx-read.ts'
import { xlsxType } from './make-template.ts'
import { openWorkbook, type WorkbookFile } from './open-workbook.ts'
import { planImport } from './plan-import.ts'

type Input = { readonly file: WorkbookFile; readonly jobId?: string | undefined }

/** @throws Problem FILE_UNREADABLE */
export async function previewImport(context: CoreContext, input: Input): Promise<ImportPreview> {
  return await context.jobs.run(input.jobId, '读取表格', async () => {
    const { grids } = await openWorkbook(input.file)
    const { sheets } = await planImport(context.db, grids, input.file.name)
    return { sheets }
  })
}

/** A copy with the wrong cells yellow and commented, to be mended in Excel and taken in again. */
export async function deliverMarked(context: CoreContext, { file, jobId }: Input): Promise<Delivery> {
  return await context.jobs.run(jobId, '标出有误之处', async () => {
    const { grids, bytes, isXlsx } = await openWorkbook(file)
    const { sheets } = await planImport(context.db, grids, file.name)
    const marks = sheets.flatMap(({ name, problems }) =>
      problems.map(({ row, column, message }) => ({ sheet: name, row, column, text: message })),
    )
    const name = `${file.name.replace(/\.[^.]*$/u, '')}（有误之处已标出）.xlsx`
    return await deliver(context.host, { name, type: xlsxType }, () =>
      isXlsx ? markXlsx(bytes, marks) : markGrids(grids, marks),
    )
  })
}
