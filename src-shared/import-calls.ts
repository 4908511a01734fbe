/** Calls of the import from Excel and CSV (导入表格). */
import { z } from 'zod'
import { byId, call, jobId, returns } from './calls.ts'
import type { Delivery } from './delivery.ts'
import { type AppliedImport, type ImportPreview, type ImportRun, importKinds } from './excel-import.ts'
import { form } from './fields.ts'
import type { ImportFields, RememberedMapping, SheetMapping } from './import-mapping.ts'

const text = () => z.string({ error: '应为文字' }).min(1, '必填').max(200, '不能超过200个字')
const letter = z.string({ error: '应为列号' }).regex(/^[A-Z]{1,3}$/, '应为“A”“AB”这样的列号')
const layout = z.string({ error: '应为编号' }).regex(/^[0-9a-f]{32}$/, '应为版式编号')

const mappingSchema: z.ZodType<SheetMapping> = form({
  sheet: text(),
  kind: z.enum(importKinds, { error: '不在可选范围内' }).nullable(),
  header: z.number({ error: '应为行号' }).int('应为整数').min(1, '至少为1').optional(),
  columns: z
    .array(form({ column: letter, field: text().nullable() }))
    .max(500, '不能超过500列')
    .default([]),
  layout: layout.optional(),
})

const source = {
  file: z.file({ error: '应为文件' }),
  mappings: z.array(mappingSchema).max(200, '不能超过200张表').default([]),
  jobId,
}
/** Of problems and remarks, for each code and sheet; a window cannot show 100,000. */
const limit = z.number({ error: '应为数字' }).int('应为整数').min(1, '至少为1').optional()

export const importCalls = {
  /** A workbook to fill in, or one with all that the ledger holds. */
  template: call.input(form({ withRecords: z.boolean().default(false) })).output(returns<Delivery>()),
  /** The fields that a column may be read into, register by register. */
  fields: call.output(returns<ImportFields>()),
  preview: call.input(form({ ...source, limit })).output(returns<ImportPreview>()),
  /** The clerk's own workbook with its wrong cells coloured and commented. */
  marked: call.input(form(source)).output(returns<Delivery>()),
  /** Stores the rows, and remembers what the mappings say for workbooks laid out the same way. */
  apply: call.input(form({ ...source, limit, goodOnly: z.boolean().default(false) })).output(returns<AppliedImport>()),
  list: call.output(returns<readonly ImportRun[]>()),
  undo: call.input(byId).output(returns<void>()),
  /** 记住的列对应 */
  mappings: {
    list: call.output(returns<readonly RememberedMapping[]>()),
    forget: call.input(form({ layout })).output(returns<void>()),
  },
}
