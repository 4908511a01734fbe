/** Calls of the import from Excel and CSV (导入表格). */
import { z } from 'zod'
import { byId, call, jobId, returns } from './calls.ts'
import type { Delivery } from './delivery.ts'
import type { AppliedImport, ImportPreview, ImportRun } from './excel-import.ts'
import { form } from './fields.ts'

export const importCalls = {
  /** A workbook to fill in, or one with all that the ledger holds. */
  template: call.input(form({ withRecords: z.boolean().default(false) })).output(returns<Delivery>()),
  preview: call.input(form({ file: z.file({ error: '应为文件' }), jobId })).output(returns<ImportPreview>()),
  /** The clerk's own workbook with its wrong cells coloured and commented. */
  marked: call.input(form({ file: z.file({ error: '应为文件' }), jobId })).output(returns<Delivery>()),
  apply: call
    .input(form({ file: z.file({ error: '应为文件' }), goodOnly: z.boolean().default(false), jobId }))
    .output(returns<AppliedImport>()),
  list: call.output(returns<readonly ImportRun[]>()),
  undo: call.input(byId).output(returns<void>()),
}
