/** Looks at a workbook without taking it in (导入预览), and gives it back with its wrong cells marked (标出有误之处). */
import type { Delivery } from '../../src-shared/delivery.ts'
import type { ImportPreview } from '../../src-shared/excel-import.ts'
import type { SheetMapping } from '../../src-shared/import-mapping.ts'
import type { CoreContext } from '../core-context.ts'
import { deliver } from '../files/deliver.ts'
import { markSources, markXlsx } from '../files/xlsx-marks.ts'
import { xlsxType } from './make-template.ts'
import { openWorkbook, type WorkbookFile } from './open-workbook.ts'
import { planImport } from './plan-import.ts'
import { withinLimit } from './preview-detail.ts'

type Input = {
  readonly file: WorkbookFile
  /** What the clerk says about columns; the rest is remembered or found by rule. */
  readonly mappings: readonly SheetMapping[]
  readonly jobId?: string | undefined
}

/**
 * @param input.limit at most so many problems, and remarks, of each code in each sheet; without it all
 * @throws Problem FILE_UNREADABLE, INVALID_INPUT for a mapping that cannot be
 */
export async function previewImport(
  context: CoreContext,
  input: Input & { readonly limit?: number | undefined },
): Promise<ImportPreview> {
  const { file, mappings, limit, jobId } = input
  return await context.jobs.run(jobId, '读取表格', async ({ step }) => {
    const { sources } = await openWorkbook(file)
    const { sheets } = await planImport(context.db, sources, { fileName: file.name, mappings, step })
    return { sheets: sheets.map((sheet) => withinLimit(sheet, limit)) }
  })
}

/** A copy with the wrong cells yellow and commented, to be mended in Excel and taken in again. */
export async function deliverMarked(context: CoreContext, { file, mappings, jobId }: Input): Promise<Delivery> {
  return await context.jobs.run(jobId, '标出有误之处', async ({ step }) => {
    const { sources, bytes, isXlsx } = await openWorkbook(file)
    const { sheets } = await planImport(context.db, sources, { fileName: file.name, mappings, step })
    const marks = sheets.flatMap(({ name, problems }) =>
      problems.map(({ row, column, message }) => ({ sheet: name, row, column, text: message })),
    )
    const name = `${file.name.replace(/\.[^.]*$/u, '')}（有误之处已标出）.xlsx`
    return await deliver(context.host, { name, type: xlsxType }, () =>
      isXlsx ? markXlsx(bytes, marks) : markSources(sources, marks),
    )
  })
}
